import { dayInWords } from "../domain/day.ts";
import { ref } from "../domain/ref.ts";
import type { WaiverPlan } from "../domain/waiver.ts";
import { type Report, single } from "./report.ts";

/** A waiver, as data. */
export const waiverReport = (plan: WaiverPlan): Report =>
  single(
    "Waiver",
    [
      { key: "ref", heading: "Ref" },
      { key: "known_as", heading: "Known as" },
      { key: "course", heading: "Course" },
      { key: "part", heading: "Part" },
      { key: "reason", heading: "Reason" },
      { key: "evidence", heading: "Evidence" },
      { key: "granted_by", heading: "Granted by" },
      { key: "from_on", heading: "From", kind: "day" },
      { key: "until_on", heading: "Until", kind: "day" },
    ],
    {
      ref: ref("member", plan.person.id),
      known_as: plan.person.knownAs,
      course: plan.course.key,
      part: plan.part?.key ?? null,
      reason: plan.reason,
      evidence: plan.evidence,
      granted_by: plan.grantedBy,
      from_on: plan.from,
      until_on: plan.until,
    },
  );

/** That something is waived, by whom and from when. */
export const waiverSentence = (plan: WaiverPlan): string =>
  `${ref("member", plan.person.id)} ${plan.person.knownAs}: ${plan.part ? plan.part.key : "the whole"} of ${plan.course.key} is waived from ${dayInWords(plan.from)}${plan.until === null ? "" : ` until ${dayInWords(plan.until)}`}, granted by ${plan.grantedBy}.`;
