import type { Day } from "./day.ts";
import { privateTextProblems } from "./private-text.ts";
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

/** What has to be known to add an author. */
export interface AuthorFacts {
  readonly today: Day;
  readonly commentary: { readonly id: number; readonly state: string; readonly paperId: number };
  readonly person: { readonly id: number };
  readonly already: boolean;
  /** An active member of the working group on the day. */
  readonly inLewg: boolean;
  readonly project: number | null;
  /** Is or was on that project's team by the day. */
  readonly onTeam: boolean;
}

/** Why somebody needs a reason to be an author; none where they are of the LEWG and on the paper's project team. */
function outsiderProblems(on: Day, facts: AuthorFacts): Problem[] {
  const who = ref("member", facts.person.id);
  const paper = ref("paper", facts.commentary.paperId);
  const remedy = 'If they are to write it all the same, say why: --reason "why"';
  const problems: Problem[] = [];
  if (!facts.inLewg)
    problems.push({ code: "not-in-lewg", message: `${who} was not active in the LEWG on ${on}.`, remedy });
  if (facts.project === null)
    problems.push({
      code: "no-project",
      message: `${paper} belongs to no project, so ${who} is on no project team for it.`,
      remedy,
    });
  else if (!facts.onTeam)
    problems.push({
      code: "not-on-team",
      message: `${who} was not on the team of ${ref("project", facts.project)} by ${on}.`,
      remedy,
    });
  return problems;
}

/**
 * Whether somebody may be added as an author, and the reason that is kept with it: members of the LEWG on the paper's
 * project team write commentaries, others where a reason is given (the practice of the MHPRU).
 */
export function checkAuthor(
  request: { readonly on: Day; readonly reason: string | undefined },
  facts: AuthorFacts,
): Result<{ readonly reason: string | null }> {
  const problems: Problem[] = [
    ...future(request.on, facts.today),
    ...privateTextProblems({ "--reason": request.reason }),
  ];
  const outside = outsiderProblems(request.on, facts);
  const name = ref("commentary", facts.commentary.id);
  if (facts.commentary.state === "published" || facts.commentary.state === "withdrawn")
    problems.push({
      code: "no-longer-open",
      message: `${name} is ${facts.commentary.state}.`,
      remedy: "Authors are added before publication.",
    });
  if (facts.already)
    problems.push({
      code: "already-author",
      message: `${ref("member", facts.person.id)} is on ${name} already.`,
      remedy: `See: involve commentary show ${name}`,
    });
  if (request.reason === undefined) problems.push(...outside);
  return unless(problems, () => ({ reason: outside.length > 0 ? (request.reason ?? null) : null }));
}

/** One version of a guidance document. */
export interface GuidanceVersion {
  readonly id: number;
  readonly version: number;
  readonly agreedOn: Day | null;
  readonly body: string;
}

/** The guidance given on a day: the newest version agreed by then, else the newest that was never agreed. */
export function guidanceOn(versions: readonly GuidanceVersion[], on: Day): GuidanceVersion | undefined {
  const newest = (list: readonly GuidanceVersion[]): GuidanceVersion | undefined =>
    [...list].sort((a, b) => b.version - a.version)[0];
  return (
    newest(versions.filter((v) => v.agreedOn !== null && v.agreedOn <= on)) ??
    newest(versions.filter((v) => v.agreedOn === null))
  );
}

/** `version 2, agreed on 2026-03-14`: a guidance version in words; a draft of the program's is said to be one. */
export const guidanceName = (g: Pick<GuidanceVersion, "version" | "agreedOn">): string =>
  `version ${g.version}, ${g.agreedOn === null ? "not agreed by the unit yet" : `agreed on ${g.agreedOn}`}`;

/** The guidance as prompts (its list) and everything else it says, without its title and its line breaks. */
export function guidanceParts(body: string): { readonly prompts: string[]; readonly rest: string[] } {
  const blocks = body
    .replace(/\r\n/g, "\n")
    .split(/\n{2,}|\n(?=- )/)
    .map((b) => b.replace(/\s*\n\s*/g, " ").trim())
    .filter((b) => b !== "" && !b.startsWith("# "));
  return {
    prompts: blocks.filter((b) => b.startsWith("- ")).map((b) => b.slice(2)),
    rest: blocks.filter((b) => !b.startsWith("- ")).map((b) => b.replace(/^#+ /, "")),
  };
}
