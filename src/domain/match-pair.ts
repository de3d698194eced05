import { closedGates } from "./gate.ts";
import { pairAt } from "./match-problem.ts";
import type { Run } from "./match-run.ts";
import { no, type Result, yes } from "./result.ts";
import { listed } from "./text.ts";

/**
 * The pair of somebody and a project that is to be chosen (or, where `proposed`, to be left out); refuses where they do not pass
 * a gate, or where the proposal has it so already.
 */
export function thePair(
  run: Run,
  project: number,
  who: { readonly id: number; readonly name: string },
  proposed: boolean,
): Result<number> {
  const ref = run.facts[project]?.project;
  if (ref === undefined)
    return no({
      code: "other-project",
      message: `${who.name}: that project is not among those matched here.`,
      remedy: "Name one of the projects of this match.",
    });
  const at = pairAt(run.posed, project, who.id);
  if (at === undefined) return no(noPair(run, project, ref, who, proposed));
  if (run.solved.chosen.includes(at) === proposed) return yes(at);
  return no({
    code: proposed ? "not-proposed" : "proposed-already",
    message: `${who.name} is ${proposed ? "not" : "already"} proposed for ${ref}.`,
    remedy: proposed ? "Only somebody who is proposed can be left out." : "There is no price to pay.",
  });
}

/** Why somebody is no pair with a project, and what opens the way; whoever was to be left out is out anyhow. */
function noPair(
  run: Run,
  project: number,
  ref: string,
  who: { readonly id: number; readonly name: string },
  leaveOut: boolean,
) {
  const gates = run.posed.stands[project]?.find((s) => s.id === who.id)?.gates ?? [];
  const openable = gates.length > 0 && !gates.some((g) => closedGates.includes(g.code));
  return {
    code: "cannot-be-proposed",
    message: `${who.name} cannot be proposed for ${ref}: ${gates.length === 0 ? "is in no group that is asked" : listed(gates.map((g) => g.sentence))}.`,
    remedy: leaveOut
      ? "Only somebody who is proposed can be left out."
      : openable || gates.length === 0
        ? `To consider them all the same, add --include and --because "why".`
        : `See why: involve project match ${ref} --explain ${who.id > 0 ? who.name.split(" ")[0] : ""}`,
  };
}
