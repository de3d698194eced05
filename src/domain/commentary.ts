import type { Day } from "./day.ts";
import { ref } from "./ref.ts";
import { type Problem, type Result, unless } from "./result.ts";

/** Where a Lived Experience Commentary stands. */
export const commentaryStates = [
  "proposed",
  "drafting",
  "submitted",
  "accepted",
  "published",
  "withdrawn",
] as const;
export type CommentaryState = (typeof commentaryStates)[number];

/** Inside the paper, or as a supplement to it. */
export const placements = ["in-paper", "supplement"] as const;
type Placement = (typeof placements)[number];

/** What `commentary propose` is asked to do. */
export interface Proposal {
  readonly title: string;
  /** Words; undefined takes the unit's setting. */
  readonly wordLimit: number | undefined;
  readonly placement: Placement | undefined;
  readonly on: Day;
}

const future = (on: Day, today: Day): Problem[] =>
  on > today
    ? [{ code: "in-the-future", message: `${on} is in the future.`, remedy: "Give today or an earlier day." }]
    : [];

/** Whether a commentary may be proposed on a paper: it was not withdrawn, and has none yet unless a second is meant. */
export function checkProposal(
  proposal: Proposal,
  facts: {
    readonly today: Day;
    readonly paper: { readonly id: number; readonly status: string };
    /** Commentaries on the paper that were not withdrawn. */
    readonly others: readonly { readonly id: number }[];
    readonly another: boolean;
  },
): Result<Proposal> {
  const problems: Problem[] = future(proposal.on, facts.today);
  const [other] = facts.others;
  if (facts.paper.status === "withdrawn")
    problems.push({
      code: "paper-withdrawn",
      message: `${ref("paper", facts.paper.id)} was withdrawn.`,
      remedy: "Choose another paper; see: involve paper list --without-commentary",
    });
  if (other && !facts.another)
    problems.push({
      code: "has-a-commentary",
      message: `${ref("paper", facts.paper.id)} has a commentary: ${ref("commentary", other.id)}.`,
      remedy: `See: involve commentary show ${ref("commentary", other.id)}. If a second one is meant, add --another.`,
    });
  return unless(problems, () => proposal);
}
