import { type Concluded, type Conclusion, type Criteria, conclude, type NewAnswers } from "./authorship.ts";
import type { Day } from "./day.ts";
import { privateTextProblems } from "./private-text.ts";
import { no, type Problem, type Result, unless, yes } from "./result.ts";

/** What has to be known to record answers. */
export interface AuthorshipFacts {
  readonly today: Day;
  /** The ref of the paper, and how it stands. */
  readonly paper: string;
  readonly status: string;
  /** Whether anything they did for it is on record. */
  readonly contributed: boolean;
  readonly before: Criteria;
  /** Their place among the authors so far; null where they have none. */
  readonly place: number | null;
}

/** Whose answers are to be recorded: they have to be named. */
export const namedFor = (who: string | undefined): Result<string> =>
  who === undefined
    ? no({
        code: "missing",
        message: "<who> is missing: whose answers these are.",
        remedy: "Give a ref such as M-003 behind the paper's.",
      })
    : yes(who);

/** What is printed beside a name and can be emptied. */
export const clearableListing = ["affiliation", "surname"] as const;
type ClearableListing = (typeof clearableListing)[number];

/** Somebody's place among the authors and what is printed beside their name; undefined leaves what there is. */
export interface Listing {
  readonly position: number | undefined;
  readonly affiliation: string | undefined;
  readonly surname: string | undefined;
  /** What of it is emptied. */
  readonly clear: readonly ClearableListing[];
  /** The day of the answers. */
  readonly on: Day;
}

/** The criteria after what was newly said, and what comes of them. */
export interface AuthorshipPlan {
  readonly criteria: Criteria;
  readonly conclusion: Conclusion;
  /** Their agreement was to something else, so they have to be asked again. */
  readonly askAgain: boolean;
}

const merged = (before: Criteria, said: NewAnswers): Criteria => ({
  ...before,
  ...(Object.fromEntries(Object.entries(said).filter(([, v]) => v !== undefined)) as Partial<Criteria>),
});

const inFuture = (days: readonly (Day | undefined)[], today: Day, what: string): Problem[] =>
  days
    .filter((on) => on !== undefined && on > today)
    .map((on) => ({
      code: "in-the-future",
      message: `${on} is in the future.`,
      remedy: `Give the day ${what}, today or earlier.`,
    }));

function offerProblems(said: NewAnswers, now: Criteria, today: Day): Problem[] {
  const early = (["drafting", "approval"] as const).filter(
    (what) => said[what] !== undefined && now[`${what}Offered`] === null,
  );
  return [
    ...inFuture([said.draftingOffered, said.approvalOffered], today, "it was offered"),
    ...early.map((what) => ({
      code: "not-offered",
      message: `--${what} is an answer, and no offer is on record.`,
      remedy: `Add --${what}-offered with the day it was offered.`,
    })),
  ];
}

function firstProblems(said: NewAnswers, now: Criteria, facts: AuthorshipFacts): Problem[] {
  const { draftingOffered, drafting, approvalOffered, approval, accountable } = said;
  const later = [draftingOffered, drafting, approvalOffered, approval, accountable].some(
    (v) => v !== undefined,
  );
  return [
    ...(!facts.contributed && now.substantial === "yes"
      ? [
          {
            code: "nothing-recorded",
            message: `Nothing they did for ${facts.paper} is on record, so it cannot have been substantial.`,
            remedy: `Record it first: involve paper contribute ${facts.paper} WHO --role "Formal analysis"`,
          },
        ]
      : []),
    ...(later && now.substantial !== "yes"
      ? [
          {
            code: "first-criterion",
            message:
              "The other criteria are for those whose contribution was substantial, and that is not on record.",
            remedy: "Add --substantial yes.",
          },
        ]
      : []),
  ];
}

function standingProblems(
  plan: AuthorshipPlan,
  said: NewAnswers,
  place: number | undefined,
  facts: AuthorshipFacts,
): Problem[] {
  const { paper, before, contributed } = facts;
  const was = conclude(before, contributed).concluded;
  const agreedNow = said.agreed !== undefined && said.agreed !== before.agreed;
  const moved = place !== undefined && facts.place !== null && place !== facts.place;
  const changes = moved || plan.conclusion.concluded !== was || (agreedNow && before.agreed !== null);
  return [
    ...(facts.status === "withdrawn"
      ? [
          {
            code: "paper-withdrawn",
            message: `${paper} is withdrawn, so nobody is an author of it.`,
            remedy: `If it was taken up again: involve paper status ${paper} drafting --reason WHY`,
          },
        ]
      : []),
    ...(facts.status === "published" && was !== null && changes
      ? [
          {
            code: "in-print",
            message: `${paper} is published, so its authors and their order cannot be changed here.`,
            remedy: `Ask the journal for a correction, and record it with: involve paper status ${paper} corrected --reason WHAT`,
          },
        ]
      : []),
    ...(said.agreed !== undefined &&
    conclude({ ...plan.criteria, agreed: null }, contributed).concluded === null
      ? [
          {
            code: "not-concluded",
            message: `There is nothing yet to agree to: ${plan.conclusion.reason}.`,
            remedy: "Leave --agreed out until it is concluded.",
          },
        ]
      : []),
  ];
}

function listingProblems(
  { position, affiliation, surname, clear, on }: Listing,
  { conclusion }: AuthorshipPlan,
  today: Day,
): Problem[] {
  return [
    ...privateTextProblems({ "--affiliation": affiliation }),
    ...clear
      .filter((what) => ({ affiliation, surname })[what] !== undefined)
      .map((what) => ({
        code: "set-and-cleared",
        message: `--${what} and --clear ${what} are both given.`,
        remedy: "Give one of them.",
      })),
    ...inFuture([on], today, "they said so"),
    ...(position !== undefined && conclusion.concluded !== "author"
      ? [
          {
            code: "no-place",
            message: `Only authors have a place, and here ${conclusion.reason}.`,
            remedy: "Leave --position out.",
          },
        ]
      : []),
  ];
}

/**
 * What new answers make of somebody's authorship. Answers need an offer, offers a substantial contribution, and that something on
 * record; an agreement is to what was concluded, so it ends where that changes.
 */
export function planAuthorship(
  said: NewAnswers,
  listing: Listing,
  facts: AuthorshipFacts,
): Result<AuthorshipPlan> {
  const { before, contributed } = facts;
  const now = merged(before, said);
  const as = (c: Criteria): Concluded | null => conclude({ ...c, agreed: null }, contributed).concluded;
  const askAgain = said.agreed === undefined && now.agreed !== null && as(now) !== as(before);
  const criteria = askAgain ? { ...now, agreed: null } : now;
  const plan = { criteria, conclusion: conclude(criteria, contributed), askAgain };
  const problems = [
    ...firstProblems(said, now, facts),
    ...offerProblems(said, now, facts.today),
    ...standingProblems(plan, said, listing.position, facts),
    ...listingProblems(listing, plan, facts.today),
  ];
  return unless(problems, () => plan);
}
