import type { NamingForm } from "./naming.ts";
import { privateTextProblems } from "./private-text.ts";
import { no, type Problem, type Result, yes } from "./result.ts";
import { count } from "./text.ts";

/** Somebody with lived experience who may be taken for an anonymous author: on the team of the project, or in the working group. */
export interface TeamMate {
  /** Whether the output itself names them, so that they cannot be the anonymous one. */
  readonly named: boolean;
  readonly perspective: "service-user" | "carer" | "both" | null;
  /** Whether they came to a meeting since the work began. */
  readonly came: boolean;
}

/** Another output on the same paper or project, and how many people with lived experience it names. */
export interface Beside {
  readonly ref: string;
  readonly named: number;
}

/**
 * What readers may know of an output in which somebody hides behind "Anonymous" or a pen name. Who that is does not stand
 * here: a warning that depended on it would give it away.
 */
export interface EliminationFacts {
  /** The ref of the output. */
  readonly output: string;
  /** Among whom readers look for whoever it is: "the team of P-003". */
  readonly among: string;
  /** Fewer people than this who could be meant are too few. */
  readonly minimum: number;
  /** How everybody in the output is named. */
  readonly forms: readonly NamingForm[];
  readonly team: readonly TeamMate[];
  /** How many meetings were held since the work began. */
  readonly meetings: number;
  /** People with a payment line whose work lists withhold, where there is one for this output; null where there is none. */
  readonly paid: number | null;
  readonly beside: readonly Beside[];
  /** What of the output holds a name of somebody whom it does not name in full: "The title of C-001". */
  readonly namedTexts: readonly string[];
  /** Whether an affiliation is printed beside a pen name. */
  readonly affiliatedPenName: boolean;
}

/** A way in which somebody could be worked out, and what would mend it. Neither names anybody. */
export interface EliminationWarning {
  readonly warning: string;
  readonly mend: string;
}

const hiding: readonly NamingForm[] = ["anonymous", "pen-name"];
const open: readonly NamingForm[] = ["full", "other"];

/** Whether somebody in an output wishes not to be known. */
const somebodyHides = (forms: readonly NamingForm[]): boolean => forms.some((f) => hiding.includes(f));

const people = (n: number): string => count(n, "person", "people");
const byGroup =
  "Ask whether everybody would rather stand under the group's name (--form group), or whether somebody else may join.";
const byDetails =
  "Ask them to look at the text again: less about roles, services, places and times; or take the group's name.";

/** The named people: those who are left could be counted on one hand. */
function fewLeft({ team, minimum, output, among }: EliminationFacts): EliminationWarning[] {
  const left = team.filter((t) => !t.named).length;
  if (left === 0 || left >= minimum) return [];
  const named = team.length - left;
  const without =
    named > 0 ? `, once the ${people(named)} named in ${output} ${named === 1 ? "is" : "are"} left out` : "";
  return [
    {
      warning: `${among.replace("the", "The")} is small: only ${people(left)} could be meant${without}.`,
      mend: byGroup,
    },
  ];
}

/** The author count: as many as the team has people means that it was all of them. */
const everybody = ({ team, forms, output, among }: EliminationFacts): EliminationWarning[] =>
  team.length > 1 && forms.length === team.length
    ? [
        {
          warning: `${output} has as many people as ${among} (${team.length}): whoever hears the number knows that it is all of them.`,
          mend: "Do not say how many there are, or take the group's name for all of them.",
        },
      ]
    : [];

/** What a text may say of its author, and of how many that is true; who is both counts as a carer, and as having used services. */
function perspectives(left: readonly TeamMate[]): { readonly words: string; readonly people: number }[] {
  const of = (kind: TeamMate["perspective"]): number => left.filter((t) => t.perspective === kind).length;
  const [users, carers, both] = [of("service-user"), of("carer"), of("both")];
  return [
    { words: "is a carer", people: carers + both },
    { words: "has used services", people: users + both },
    ...(carers > 0 && users > 0 ? [{ words: "is a carer and has used services", people: both }] : []),
    ...(both > 0
      ? [
          { words: "is a carer and has not used services", people: carers },
          { words: "has used services and is not a carer", people: users },
        ]
      : []),
  ];
}

/** The only carer on the team, or the only one who has used services. */
function onlyOne({ team, among }: EliminationFacts): EliminationWarning[] {
  const left = team.filter((t) => !t.named);
  if (left.length < 2) return [];
  return perspectives(left)
    .filter((p) => p.people === 1)
    .map(({ words }) => ({
      warning: `Of those in ${among} who could be meant, one alone ${words}: a text that says so tells who it is.`,
      mend: byDetails,
    }));
}

/** Who came: only few were there while the work was done. */
function fewCame({ team, meetings, minimum, among }: EliminationFacts): EliminationWarning[] {
  const left = team.filter((t) => !t.named);
  const came = left.filter((t) => t.came).length;
  if (meetings === 0 || came === 0 || came === left.length || came >= minimum) return [];
  return [
    {
      warning: `Of those in ${among} who could be meant, only ${people(came)} came to a meeting since the work began: attendance tells who was active.`,
      mend: "Do not say in the text when and where it was written, and keep attendance lists with the team.",
    },
  ];
}

const paidFor = ({ paid, minimum, output }: EliminationFacts): EliminationWarning[] =>
  paid === null || paid >= minimum
    ? []
    : [
        {
          warning: `A payment for ${output} is on record, and only ${people(paid)} ${paid === 1 ? "has" : "have"} a line whose work is withheld: whoever reads payment lists can put the two together.`,
          mend: "Keep payment lists with the team; or log the work as work on the project.",
        },
      ];

const namedBeside = ({ beside, minimum }: EliminationFacts): EliminationWarning[] =>
  beside
    .filter((b) => b.named > 0 && b.named < minimum)
    .map((b) => ({
      warning: `${b.ref} belongs to the same work and names ${people(b.named)} with lived experience: readers may put the two together.`,
      mend: "Ask how they wish to be named there as well, or take the group's name in one of the two.",
    }));

const affiliated = ({ affiliatedPenName, output }: EliminationFacts): EliminationWarning[] =>
  affiliatedPenName
    ? [
        {
          warning: `An affiliation is printed beside a pen name in ${output}: few people may belong there.`,
          mend: `Ask whether it may stay, or a wider one would do: involve paper authorship ${output} WHO --affiliation "a wider one"; or --clear affiliation`,
        },
      ]
    : [];

/** That something an output says holds a name, without repeating it. */
export const holdsName = (text: string, output: string): string =>
  `${text} holds a word that is a name of somebody whom ${output} does not name in full.`;

/** Names in the output itself: of whomever it does not name in full, author or not, since a warning for authors alone would tell. */
const namedInText = ({ namedTexts, output }: EliminationFacts): EliminationWarning[] =>
  namedTexts.map((text) => ({
    warning: holdsName(text, output),
    mend: "Ask the authors whether it is meant, and may stand; or have it taken out before it goes on.",
  }));

/**
 * Every way in which somebody who hides in an output could be worked out; none where nobody hides. Names in its own text count as
 * soon as anybody in it is named otherwise than in full.
 */
export const eliminationWarnings = (facts: EliminationFacts): EliminationWarning[] => [
  ...(facts.forms.every((f) => open.includes(f)) ? [] : namedInText(facts)),
  ...(somebodyHides(facts.forms)
    ? [fewLeft, everybody, onlyOne, fewCame, paidFor, namedBeside, affiliated].flatMap((look) => look(facts))
    : []),
];

/** Why a reason cannot be kept as it was written. */
function reasonProblems(reason: string, namesSomebody: boolean): Problem[] {
  const names: Problem = {
    code: "reason-names-somebody",
    message: "--acknowledge holds a name or ref of somebody on the team; it was not kept.",
    remedy: "Say why it is all right to go on without naming anybody: it is kept where others may read it.",
  };
  return [...privateTextProblems({ "--acknowledge": reason }), ...(namesSomebody ? [names] : [])];
}

/**
 * Whether an output may go on its way: each warning that was not acknowledged before needs a reason. Answers the warnings to
 * be kept with it.
 */
export function checkElimination(
  facts: EliminationFacts,
  given: {
    /** Warnings of this output that were acknowledged before. */
    readonly before: readonly string[];
    readonly reason: string | undefined;
    /** Whether the reason names anybody who could be meant. */
    readonly reasonNames: boolean;
  },
): Result<readonly EliminationWarning[]> {
  const fresh = eliminationWarnings(facts).filter((w) => !given.before.includes(w.warning));
  if (given.reason !== undefined) {
    const problems = reasonProblems(given.reason, given.reasonNames);
    return problems.length > 0 ? no(...problems) : yes(fresh);
  }
  if (fresh.length === 0) return yes([]);
  return no(
    ...fresh.map(({ warning, mend }) => ({
      code: "can-be-worked-out",
      message: warning,
      remedy: `${mend} To go on as it is, with whoever it is about agreeing: --acknowledge "what was agreed"`,
    })),
  );
}

/** What is said of warnings that were acknowledged. */
export const acknowledgedInWords = (output: string, kept: readonly EliminationWarning[]): string[] =>
  kept.length === 0
    ? []
    : [
        `Kept with ${output} with the reason given: ${count(kept.length, "warning")} that somebody could be worked out.`,
        ...kept.map((w) => `  ${w.warning}`),
      ];
