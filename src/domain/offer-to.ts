import { type MatchFacts, standsWith } from "./match.ts";
import type { Run } from "./match-run.ts";
import type { OfferTo } from "./offer.ts";
import type { TeamName } from "./person-name.ts";
import { ref } from "./ref.ts";

/** Each person with how they stand in a run of the match, or, where the run left them out, with the project; whom another run proposed may be given. */
export const offersTo = (
  people: readonly { readonly id: number; readonly knownAs: TeamName }[],
  everybody: MatchFacts["people"],
  { facts: [facts], answers: [answer] }: Pick<Run, "facts" | "answers">,
  followed?: readonly number[],
): OfferTo[] =>
  people.map(({ id, knownAs }) => {
    const person = everybody.find((p) => p.id === id);
    const stands = answer?.people.find((p) => p.id === id) ?? (person && facts && standsWith(person, facts));
    const never = [{ code: "not-active" as const, sentence: "was never in any group" }];
    return {
      id,
      name: `${ref("member", id)} ${knownAs}`,
      group: stands?.group ?? "external",
      gates: stands?.gates ?? never,
      proposed: followed?.includes(id) ?? stands?.proposed ?? false,
    };
  });
