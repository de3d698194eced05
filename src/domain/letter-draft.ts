import type { PlannedLetter } from "./letter-plan.ts";
import { type LetterFacts, letterValues } from "./outcome-letter.ts";
import { problemsOf, type Result, unless } from "./result.ts";
import { asLine, type Fillings, fill, type Letter, type Template } from "./template.ts";

/** A letter with its words, and what its placeholders were filled with. */
export interface DraftedLetter extends PlannedLetter {
  readonly values: Fillings;
  readonly text: Letter;
}

/** The letters in the unit's words. What is missing for a placeholder is refused, each once, however many letters use it. */
export function draftLetters(
  letters: readonly PlannedLetter[],
  facts: LetterFacts,
  templates: readonly Template[],
): Result<DraftedLetter[]> {
  const template = (key: string): Template => {
    const found = templates.find((t) => t.key === key);
    if (!found) throw new Error(`no template ${key}`);
    return found;
  };
  const drafted = letters.map((planned) => {
    const values = letterValues(planned.outcome, facts, ({ criterion, grade }) => {
      const line = fill(template(grade), { criterion });
      return line.ok ? asLine(line.value) : criterion;
    });
    return { planned, values, text: fill(template(planned.letter), values) };
  });
  const problems = new Map(drafted.flatMap((d) => problemsOf(d.text).map((p) => [p.message, p])));
  return unless([...problems.values()], () =>
    drafted.flatMap(({ planned, values, text }) =>
      text.ok ? [{ ...planned, values, text: text.value }] : [],
    ),
  );
}
