import type { DecisionRequest, KeptDecision } from "../domain/project-decision.ts";
import { ref } from "../domain/ref.ts";
import { list, type Report } from "./report.ts";

/** A decision on a proposal, person by person, for the management team. */
export const decisionReport = (request: DecisionRequest, kept: KeptDecision | undefined): Report =>
  list(
    `Decision on ${ref("run", request.run.id)} for ${request.project}`,
    [
      { key: "project", heading: "Project" },
      { key: "run", heading: "Run" },
      { key: "ref", heading: "Ref" },
      { key: "known_as", heading: "Known as" },
      { key: "proposed", heading: "Proposed", kind: "yes-no" },
      { key: "taken", heading: "Asked", kind: "yes-no" },
      { key: "reason", heading: "Reason kept" },
      { key: "feedback_given_on", heading: "Feedback given", kind: "day" },
    ],
    request.people.map((p) => ({
      project: request.project,
      run: ref("run", request.run.id),
      ref: ref("member", p.id),
      known_as: p.knownAs,
      proposed: p.proposed,
      taken: p.taken,
      reason: p.reason ?? (p.proposed === p.taken ? null : (kept?.reason ?? null)),
      feedback_given_on: kept?.notChosen.find((n) => n.personId === p.id)?.feedbackOn ?? null,
    })),
    "Nobody could be asked.",
  );
