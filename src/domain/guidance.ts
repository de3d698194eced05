import { type Day, longDay } from "./day.ts";
import { privateTextProblems } from "./private-text.ts";
import { no, type Problem, type Result, unless, yes } from "./result.ts";

/** The two guidance documents, and for whom each is. */
export const guidanceDocuments = ["authors", "researchers"] as const;
export type GuidanceDocument = (typeof guidanceDocuments)[number];

/** One version of a guidance document. */
export interface GuidanceVersion {
  readonly id: number;
  readonly document: GuidanceDocument;
  readonly version: number;
  /** The day it was written together with members. */
  readonly coDesignedOn: Day | null;
  readonly agreedOn: Day | null;
  readonly body: string;
  readonly source: string;
}

/** The guidance given on a day: the newest version agreed by then, else the newest that was never agreed. */
export function guidanceOn<G extends Pick<GuidanceVersion, "version" | "agreedOn">>(
  versions: readonly G[],
  on: Day,
): G | undefined {
  const newest = (list: readonly G[]): G | undefined => [...list].sort((a, b) => b.version - a.version)[0];
  return (
    newest(versions.filter((v) => v.agreedOn !== null && v.agreedOn <= on)) ??
    newest(versions.filter((v) => v.agreedOn === null))
  );
}

/** `version 2, agreed on 2026-03-14`: a guidance version in words; a draft of the program's is said to be one. */
export const guidanceName = (g: Pick<GuidanceVersion, "version" | "agreedOn">): string =>
  `version ${g.version}, ${g.agreedOn === null ? "not agreed by the unit yet" : `agreed on ${longDay(g.agreedOn)}`}`;

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

/** A new version of a guidance document, as it is asked for. */
export interface NewGuidance {
  readonly body: string;
  readonly coDesigned: Day | undefined;
  readonly agreed: Day | undefined;
  readonly source: string;
}

/** Whether the very text of the newest version, which was not agreed so far, is now agreed: that version is, and no new one is made. */
export const agreesNewest = (request: NewGuidance, newest: GuidanceVersion | undefined): boolean =>
  newest !== undefined &&
  newest.agreedOn === null &&
  newest.body === request.body &&
  request.agreed !== undefined;

/**
 * Whether a new version may be added: it says something that the newest does not say already, its days are past, and it was
 * not agreed before it was written together.
 */
export function checkGuidance(
  request: NewGuidance,
  facts: { readonly today: Day; readonly newest: GuidanceVersion | undefined },
): Result<NewGuidance> {
  const { agreed } = request;
  const coDesigned =
    request.coDesigned ??
    (agreesNewest(request, facts.newest) ? facts.newest?.coDesignedOn : null) ??
    undefined;
  const problems: Problem[] = privateTextProblems({ "The text": request.body, "--source": request.source });
  if (request.body === "")
    problems.push({
      code: "blank",
      message: "The file is blank.",
      remedy: "Write the guidance in Markdown or plain text.",
    });
  for (const [option, on] of [
    ["--co-designed", coDesigned],
    ["--agreed", agreed],
  ] as const)
    if (on !== undefined && on > facts.today)
      problems.push({
        code: "in-the-future",
        message: `${option}: ${on} is in the future.`,
        remedy: "Give today or an earlier day; leave it out where it has not happened yet.",
      });
  if (coDesigned !== undefined && agreed !== undefined && agreed < coDesigned)
    problems.push({
      code: "agreed-too-early",
      message: `It cannot have been agreed on ${agreed} before it was co-designed on ${coDesigned}.`,
      remedy: "Correct the days.",
    });
  if (facts.newest?.body === request.body && request.body !== "" && !agreesNewest(request, facts.newest))
    problems.push({
      code: "same-text",
      message: `Version ${facts.newest.version} says the very same.`,
      remedy:
        facts.newest.agreedOn === null
          ? "To record that it is agreed, add --agreed with the day."
          : `See: involve guidance show ${facts.newest.document}`,
    });
  return unless(problems, () => request);
}

/** The version that is asked for, or the one that is given out on a day. */
export function theGuidance<G extends Pick<GuidanceVersion, "version" | "agreedOn">>(
  document: GuidanceDocument,
  versions: readonly G[],
  version: number | undefined,
  on: Day,
): Result<G> {
  const found =
    version === undefined ? guidanceOn(versions, on) : versions.find((v) => v.version === version);
  return found
    ? yes(found)
    : no({
        code: "unknown-version",
        message:
          version === undefined
            ? `There is no guidance for ${document} yet.`
            : `There is no version ${version} of the guidance for ${document}.`,
        remedy:
          versions.length === 0
            ? `Add it with: involve guidance add ${document} --from-file guidance.md`
            : "See: involve guidance list",
      });
}
