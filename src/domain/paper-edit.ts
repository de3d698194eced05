import { type KnownPaper, sameDoi, sameTitle } from "./paper.ts";
import { ref } from "./ref.ts";
import { type Problem, type Result, unless } from "./result.ts";

/** The facts of a paper that can be emptied. */
export const clearableFacts = [
  "journal",
  "doi",
  "year",
  "volume",
  "issue",
  "pages",
  "preprint",
  "project",
] as const;
type ClearableFact = (typeof clearableFacts)[number];

/** New facts of a paper; undefined leaves a fact as it is. */
export interface PaperEdit {
  readonly title: string | undefined;
  readonly journal: string | undefined;
  readonly doi: string | undefined;
  readonly year: number | undefined;
  readonly volume: string | undefined;
  readonly issue: string | undefined;
  readonly pages: string | undefined;
  readonly preprint: string | undefined;
  readonly projectId: number | undefined;
  readonly clear: readonly ClearableFact[];
}

type Facts = Omit<PaperEdit, "clear">;
/** Facts that change, with what they change to; null empties one. */
export type PaperChanges = { readonly [K in keyof Facts]?: NonNullable<Facts[K]> | null };

const fieldOf = (fact: ClearableFact): keyof Facts => (fact === "project" ? "projectId" : fact);

/** How a fact of a paper is named to people. */
export const factName = (field: string): string =>
  field === "projectId" ? "project" : field === "doi" ? "DOI" : field;

function twins(now: KnownPaper, edit: PaperEdit, papers: readonly KnownPaper[]): Problem[] {
  const others = papers.filter((p) => p.id !== now.id);
  const doiTwin = sameDoi(others, edit.doi);
  const titleTwin = edit.title === undefined ? undefined : sameTitle(others, edit.title);
  const see = (id: number): string => `See: involve paper show ${ref("paper", id)}`;
  return [
    ...(doiTwin
      ? [
          {
            code: "doi-taken",
            message: `${ref("paper", doiTwin.id)} has this DOI: ${doiTwin.title}`,
            remedy: see(doiTwin.id),
          },
        ]
      : []),
    ...(titleTwin && titleTwin !== doiTwin
      ? [
          {
            code: "same-title",
            message: `${ref("paper", titleTwin.id)} has the same title.`,
            remedy: see(titleTwin.id),
          },
        ]
      : []),
  ];
}

/**
 * What an edit changes of a paper. A DOI or title of another paper is refused, and a fact can't be set and emptied at once. A DOI
 * in other letter case is the same DOI, written as it is now given.
 */
export function planPaperEdit(
  now: KnownPaper,
  edit: PaperEdit,
  papers: readonly KnownPaper[],
): Result<PaperChanges> {
  const { clear, ...given } = edit;
  const both = clear.filter((fact) => given[fieldOf(fact)] !== undefined);
  const problems: Problem[] = [
    ...twins(now, edit, papers),
    ...both.map((fact) => ({
      code: "set-and-cleared",
      message: `--${fact} and --clear ${fact} are both given.`,
      remedy: "Give one of them.",
    })),
  ];
  const wanted: Readonly<Record<string, unknown>> = {
    ...given,
    ...Object.fromEntries(clear.map((fact) => [fieldOf(fact), null])),
  };
  const before = now as unknown as Readonly<Record<string, unknown>>;
  return unless(
    problems,
    () =>
      Object.fromEntries(
        Object.entries(wanted).filter(([field, value]) => value !== undefined && value !== before[field]),
      ) as PaperChanges,
  );
}
