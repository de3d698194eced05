import { type Asked, askedKey } from "./clearance-plan.ts";
import type { ClearanceRules } from "./clearance-rules.ts";
import { type Day, dayInWords } from "./day.ts";
import { no, type Result, unless, yes } from "./result.ts";
import { keyProblems } from "./training-words.ts";

/** What `clearance add` is asked to do. */
export interface ClearanceRequest {
  readonly key: string;
  readonly label: string | undefined;
  readonly work: string | undefined;
  readonly asked: readonly Asked[];
  /** One of what is asked for is enough; else all of it is needed. */
  readonly any: boolean;
}

/** A clearance to be added, with what it asks for set by set, from the beginning. */
export interface NewClearance {
  readonly key: string;
  readonly label: string;
  readonly work: string;
  readonly sets: readonly (readonly Asked[])[];
}

/**
 * A new clearance: it needs a key nobody has used, a label, what people may then do, and something it asks for, since one that
 * asks for nothing clears nobody. What it asks for counts from the beginning: nobody was cleared by it before.
 */
export function planClearance(
  request: ClearanceRequest,
  known: readonly ClearanceRules[],
): Result<NewClearance> {
  const key = request.key.trim().toLowerCase();
  const problems = keyProblems(request.key, "clearance", "data-extraction");
  const add = (code: string, message: string, remedy: string): void => {
    problems.push({ code, message, remedy });
  };
  if (known.some((c) => c.key === key))
    add(
      "clearance-there",
      `There is a clearance ${key} already.`,
      `To change it: involve clearance edit ${key}, or involve clearance rule ${key}`,
    );
  if (request.label === undefined)
    add("no-label", "What is the clearance called?", 'Add: --label "Data extraction"');
  if (request.work === undefined)
    add("no-work", "What may somebody do who is cleared?", 'Add: --work "Extract data for reviews"');
  const keys = request.asked.map(askedKey);
  if (keys.length === 0)
    add(
      "nothing-asked",
      "A clearance that asks for nothing clears nobody.",
      "Add: --course COURSE, or --requirement REQUIREMENT",
    );
  for (const twice of new Set(keys.filter((k, i) => keys.indexOf(k) !== i)))
    add("asked-twice", `${twice} is asked for twice.`, "Name it once.");
  return unless(problems, () => ({
    key,
    label: request.label ?? key,
    work: request.work ?? key,
    sets: request.any ? [request.asked] : request.asked.map((a) => [a]),
  }));
}

/** A new clearance as it will be evaluated. */
export const asRules = (plan: NewClearance): ClearanceRules => ({
  ...{ id: 0, key: plan.key, label: plan.label, work: plan.work, retiredOn: null, warningDays: 0 },
  sets: plan.sets.map((set) => set.map((asked) => ({ ...asked, graceDays: 0 }))),
});

/** A clearance that clears nobody from a day on; one that is retired is left as it is. */
export const planRetirement = (clearance: ClearanceRules, on: Day): Result<ClearanceRules> =>
  clearance.retiredOn === null
    ? yes({ ...clearance, retiredOn: on })
    : no({
        code: "retired-already",
        message: `${clearance.key} is retired from ${dayInWords(clearance.retiredOn)} on.`,
        remedy: `To use it again: involve clearance edit ${clearance.key} --reopen`,
      });
