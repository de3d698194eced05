import type { CommentaryState } from "./commentary.ts";
import { dayProblems, outOfOrder } from "./commentary-way.ts";
import type { Day } from "./day.ts";
import { privateTextProblems } from "./private-text.ts";
import { ref } from "./ref.ts";
import { type Problem, type Result, unless } from "./result.ts";

/** Where somebody stands with a commentary: they write it, were asked, or neither (any more). */
export type AuthorStanding = "author" | "invited" | null;

/** What has to be known to invite or add an author. */
export interface AuthorFacts {
  readonly today: Day;
  readonly commentary: {
    readonly id: number;
    readonly state: CommentaryState;
    readonly paperId: number;
    readonly proposedOn: Day | null;
  };
  readonly person: { readonly id: number };
  readonly standing: AuthorStanding;
  /** Whether they are anonymous in it, so that no message ties them to it. */
  readonly anonymous: boolean;
  /** The day they withdrew from involvement; null where they did not, or came back. */
  readonly withdrewOn: Day | null;
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

/** Whoever withdrew from involvement is asked for nothing more, whatever the reason; who writes it already stays. */
const withdrawnProblems = (on: Day, { withdrewOn, person, standing }: AuthorFacts): Problem[] =>
  withdrewOn === null || on < withdrewOn || standing !== null
    ? []
    : [
        {
          code: "withdrew",
          message: `${ref("member", person.id)} withdrew from involvement on ${withdrewOn}, so nobody asks them to write.`,
          remedy: `Should they be back: involve member rejoin ${ref("member", person.id)}`,
        },
      ];

const already = (facts: AuthorFacts): Problem => {
  const name = ref("commentary", facts.commentary.id);
  const who = facts.anonymous ? "Somebody who is anonymous in it" : ref("member", facts.person.id);
  return facts.standing === "author"
    ? {
        code: "already-author",
        message: `${who} is on ${name} already.`,
        remedy: `See: involve commentary show ${name}`,
      }
    : {
        code: "already-invited",
        message: `${who} was invited to ${name} already.`,
        remedy: `What they answered: involve commentary author ${name} ${facts.anonymous ? "MEMBER" : who} --says yes`,
      };
};

/**
 * Whether somebody may be invited to write or be added as an author, and the reason that is kept with it: members of the LEWG
 * on the paper's project team write commentaries, others where a reason is given (the practice of the MHPRU).
 */
export function checkInvite(
  request: { readonly on: Day; readonly reason: string | undefined; readonly step: "invite" | "author" },
  facts: AuthorFacts,
): Result<{ readonly reason: string | null }> {
  const outside = outsiderProblems(request.on, facts);
  const withdrawn = withdrawnProblems(request.on, facts);
  return unless(
    [
      ...dayProblems(request.on, facts.today, facts.commentary.proposedOn, "proposed"),
      ...privateTextProblems({ "--reason": request.reason }),
      ...outOfOrder(request.step, facts.commentary),
      ...(facts.standing === null ? [] : [already(facts)]),
      ...withdrawn,
      ...(request.reason === undefined && withdrawn.length === 0 ? outside : []),
    ],
    () => ({ reason: outside.length > 0 ? (request.reason ?? null) : null }),
  );
}

/** What becomes of somebody's place among the authors. */
export type AuthorMove = "added" | "said yes" | "declined" | "left" | "stays";

/** What was recorded about an author. */
export interface AuthorRequest {
  readonly on: Day;
  readonly reason: string | undefined;
  /** Undefined where only something else about an author is recorded. */
  readonly says: "yes" | "no" | undefined;
  /** Whether peer support or the newest guidance is recorded, too. */
  readonly more: boolean;
}

/** What an answer makes of somebody's standing. */
function moveOf({ says, more }: AuthorRequest, standing: AuthorStanding): AuthorMove | null {
  if (says === "no") return standing === "author" ? "left" : standing === "invited" ? "declined" : null;
  if (standing === "author") return more ? "stays" : null;
  return standing === "invited" ? "said yes" : "added";
}

/**
 * Whether an answer to an invitation, a new author, or that an author leaves may be recorded, and what it comes to. Nobody
 * needs a reason to say no or to leave.
 */
export function checkAnswer(
  request: AuthorRequest,
  facts: AuthorFacts,
): Result<{ readonly move: AuthorMove; readonly reason: string | null }> {
  const move = moveOf(request, facts.standing);
  const added =
    move === "added" || (move === null && request.says !== "no")
      ? checkInvite({ ...request, step: "author" }, facts)
      : null;
  if (added) return added.ok ? { ok: true, value: { move: "added", reason: added.value.reason } } : added;
  const nothing: Problem[] =
    move === null
      ? [
          {
            code: "not-invited",
            message: `${ref("member", facts.person.id)} was not invited to ${ref("commentary", facts.commentary.id)}.`,
            remedy: "Nothing is left to do.",
          },
        ]
      : [];
  return unless(
    [
      ...dayProblems(request.on, facts.today, facts.commentary.proposedOn, "proposed"),
      ...outOfOrder("author", facts.commentary),
      ...nothing,
    ],
    () => ({ move: move ?? "stays", reason: null }),
  );
}
