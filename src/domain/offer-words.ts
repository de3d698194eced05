import { dayInWords } from "./day.ts";
import { holds, type MatchFacts } from "./match.ts";
import type { Run, SavedRun } from "./match-run.ts";
import type { OfferRequest, PlannedOffer } from "./offer.ts";
import { followInWords, runThatProposes } from "./offer-run.ts";
import { count, listed } from "./text.ts";

/**
 * What offers did, in sentences: to whom and until when, who was asked beyond the working group while others in it could be,
 * who was not proposed and for whom no reason is kept (with the recorded run that did propose them, where one did), and whether
 * more are asked than there are places.
 */
export function offersSaid(
  request: OfferRequest,
  plan: readonly PlannedOffer[],
  { answers: [answer] }: Pick<Run, "answers">,
  facts: MatchFacts,
  runs: readonly SavedRun[],
): string[] {
  const { to, reason, project } = request;
  const ids = to.map((t) => t.id);
  const beyond = to.filter((t) => t.group !== "lewg");
  const first = (answer?.people ?? []).filter(
    (p) => p.rank !== null && p.group === "lewg" && !ids.includes(p.id),
  );
  const unexplained = reason === undefined ? to.filter((t) => !t.proposed && t.group === "lewg") : [];
  const followed = runThatProposes(
    runs,
    project,
    unexplained.map((t) => t.id),
  );
  const taken = facts.people.filter(holds).length + to.length;
  return [
    `Offered a place on ${project} to ${listed(to.map((t) => t.name))}. Please reply by ${dayInWords(request.replyBy)}.`,
    ...beyond.map(
      (t) =>
        `${t.name} is asked from ${t.group === "lean" ? "LEAN" : "outside both groups"}, and that is on record.`,
    ),
    ...(beyond.length > 0 && facts.inOrder && first.length > 0
      ? [`${count(first.length, "person of the LEWG", "people of the LEWG")} could still be asked first.`]
      : []),
    ...(unexplained.length > 0
      ? [
          `${listed(unexplained.map((t) => t.name))} ${unexplained.length === 1 ? "was" : "were"} not in the proposal${request.run === undefined ? "" : ` ${request.run}`}. ${followed ? followInWords(followed) : "To keep why, take this back with involve undo and offer again with --reason."}`,
        ]
      : []),
    ...(taken > facts.places
      ? [`That makes ${taken} people on the team or asked, for ${count(facts.places, "place")}.`]
      : []),
    ...(plan.some((o) => o.departureReason !== null) ? ["The reason is kept with the offer."] : []),
  ];
}
