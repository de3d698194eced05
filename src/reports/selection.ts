import type { Appointed, Term } from "../domain/appointment.ts";
import { ref } from "../domain/ref.ts";
import type { Round } from "../domain/round.ts";
import { list, type Report } from "./report.ts";

/** Who was appointed: the code of the application and the ref of the person. */
export const appointedReport = (round: Round, appointed: readonly Appointed[], term: Term): Report =>
  list(
    "Appointed",
    [
      { key: "ref", heading: "Ref" },
      { key: "code", heading: "Application" },
      { key: "round", heading: "Round" },
      { key: "group", heading: "Group" },
      { key: "inducted_on", heading: "Induction", kind: "day" },
      { key: "term_ends_on", heading: "Term ends", kind: "day" },
      { key: "known_before", heading: "Known before", kind: "yes-no" },
      { key: "consents_to_ask", heading: "Consents to ask for" },
    ],
    appointed.map((a) => ({
      ref: ref("member", a.personId),
      code: a.code,
      round: round.key,
      group: round.group,
      inducted_on: term.inductedOn,
      term_ends_on: term.endsOn,
      known_before: a.wasKnown,
      consents_to_ask: a.toAsk,
    })),
    "Nobody was chosen in this round.",
  );
