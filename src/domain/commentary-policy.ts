import { dayProblems, outOfOrder, type Way } from "./commentary-way.ts";
import type { Day } from "./day.ts";
import { type NamingForm, namingForms } from "./naming.ts";
import { suggestion } from "./nearest.ts";
import { privateTextProblems } from "./private-text.ts";
import { no, type Result, unless, yes } from "./result.ts";

/** The forms of naming a journal can be asked about; undecided is none of them. */
const printable = namingForms.filter((f) => f !== "undecided");

/** Reads the forms of naming that a journal takes: words between commas, or `any`. */
export function readForms(text: string): Result<readonly NamingForm[] | null> {
  const words = text
    .split(/[,;]/)
    .map((w) => w.trim().toLowerCase())
    .filter(Boolean);
  if (words.length === 1 && words[0] === "any") return yes(null);
  const unknown = words.filter((w) => !printable.some((f) => f === w));
  if (words.length === 0 || unknown.length > 0)
    return no(
      ...(unknown.length > 0 ? unknown : [text]).map((word) => ({
        code: "unknown-word",
        message: `"${word}" is no way of being named.`,
        remedy: suggestion(word, ["any", ...printable]),
      })),
    );
  return yes(printable.filter((f) => words.includes(f)));
}

/** What a journal says about naming, and how long it lets a commentary be. */
export interface Policy {
  readonly says: string;
  readonly takes: readonly NamingForm[] | null;
  readonly wordLimit: number | undefined;
  readonly on: Day;
}

/** Whether a journal's policy may be recorded: until the commentary is in print. */
export const checkPolicy = (policy: Policy, way: Way): Result<Policy> =>
  unless(
    [
      ...outOfOrder("policy", way.commentary),
      ...dayProblems(policy.on, way.today, way.commentary.proposedOn, "proposed"),
      ...privateTextProblems({ "--says": policy.says }),
    ],
    () => policy,
  );
