import type { Day } from "./day.ts";
import { listed } from "./text.ts";

/** Yes or no, as it is typed and kept. */
export const answers = ["yes", "no"] as const;
export type Answer = (typeof answers)[number];

/**
 * What is on record of the four criteria of authorship for one contributor: a substantial contribution; drafting or revising, and
 * final approval, which have to be offered to whoever meets the first; and being accountable. Source: ICMJE Recommendations.
 */
export interface Criteria {
  readonly substantial: Answer | null;
  readonly draftingOffered: Day | null;
  readonly drafting: Answer | null;
  readonly approvalOffered: Day | null;
  readonly approval: Answer | null;
  readonly accountable: Answer | null;
  /** Whether they agreed to be listed as concluded; null where they were not asked. */
  readonly agreed: Answer | null;
}

/** Nothing asked yet. */
export const nothingAsked: Criteria = {
  substantial: null,
  draftingOffered: null,
  drafting: null,
  approvalOffered: null,
  approval: null,
  accountable: null,
  agreed: null,
};

/** What comes of the criteria. */
export type Concluded = "author" | "acknowledged" | "neither";

/** What comes of the criteria and why; null where something is still to be asked. */
export interface Conclusion {
  readonly concluded: Concluded | null;
  readonly reason: string;
}

const declined = (c: Criteria): string[] => [
  ...(c.drafting === "no" ? ["drafting"] : []),
  ...(c.approval === "no" ? ["final approval"] : []),
  ...(c.accountable === "no" ? ["being accountable"] : []),
];

const open = (c: Criteria): string[] => [
  ...(c.draftingOffered === null ? ["drafting has to be offered"] : []),
  ...(c.draftingOffered !== null && c.drafting === null ? ["drafting was offered and not answered"] : []),
  ...(c.approvalOffered === null ? ["final approval has to be offered"] : []),
  ...(c.approvalOffered !== null && c.approval === null
    ? ["final approval was offered and not answered"]
    : []),
  ...(c.accountable === null ? ["whether they are accountable for the work was not asked"] : []),
];

/** What is listed of somebody, unless they do not agree to it. */
const unlessRefused = (c: Criteria, concluded: Concluded, reason: string): Conclusion =>
  c.agreed === "no"
    ? { concluded: "neither", reason: `they do not agree to be listed, though ${reason}` }
    : { concluded, reason };

/** What comes of the answers: never decided by hand. `contributed` is whether anything they did is on record. */
export function conclude(c: Criteria, contributed: boolean): Conclusion {
  if (!contributed) return { concluded: "neither", reason: "nothing they did is on record" };
  if (c.substantial === null)
    return { concluded: null, reason: "whether the contribution was substantial was not asked" };
  if (c.substantial === "no") return unlessRefused(c, "acknowledged", "the contribution was not substantial");
  const no = declined(c);
  if (no.length > 0) return unlessRefused(c, "acknowledged", `they declined ${listed(no)}`);
  const missing = open(c);
  if (missing.length > 0) return { concluded: null, reason: listed(missing) };
  return unlessRefused(c, "author", "all four criteria are met");
}

/** Whether somebody met the first criterion and was not offered the second or the third, which they have to be. */
export const awaitsOffer = (c: Criteria): boolean =>
  c.substantial === "yes" &&
  declined(c).length === 0 &&
  (c.draftingOffered === null || c.approvalOffered === null);

/** What is newly said of somebody's criteria; undefined leaves what there is. */
export type NewAnswers = { readonly [K in keyof Criteria]?: NonNullable<Criteria[K]> | undefined };

/** The next question to somebody who goes through the criteria, or null where there is none left. */
export interface Question {
  readonly key: keyof Criteria;
  readonly kind: "day" | "answer";
  readonly text: string;
}

const ask = (key: keyof Criteria, text: string, kind: Question["kind"] = "answer"): Question => ({
  ...{ key, kind, text },
});

/** The first thing that is to be asked, in the order of the criteria. */
export function nextQuestion(c: Criteria, contributed: boolean): Question | null {
  if (!contributed) return null;
  if (c.substantial === null) return ask("substantial", "Was the contribution substantial?");
  const { concluded } = conclude(c, contributed);
  if (concluded === null) {
    if (c.draftingOffered === null)
      return ask("draftingOffered", "When were they offered to draft or revise it?", "day");
    if (c.drafting === null) return ask("drafting", "Did they draft or revise it?");
    if (c.approvalOffered === null)
      return ask("approvalOffered", "When were they offered to approve the final version?", "day");
    if (c.approval === null) return ask("approval", "Did they approve the final version?");
    return ask("accountable", "Do they agree to be accountable for the work?");
  }
  if (c.agreed !== null || concluded === "neither") return null;
  return ask(
    "agreed",
    concluded === "author" ? "Do they agree to be an author?" : "Do they agree to be acknowledged?",
  );
}
