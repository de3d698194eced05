import type { Day } from "../domain/day.ts";
import type { DraftedLetter } from "../domain/letter-draft.ts";
import { letterName } from "../domain/letter-plan.ts";
import type { Round } from "../domain/round.ts";
import type { Fillings } from "../domain/template.ts";
import { type Cell, list, type Report, single } from "./report.ts";

const listOf = (value: Fillings[string]): readonly string[] =>
  typeof value === "string" ? [value] : (value ?? []);

/** Which letter each application gets and what it says about the criteria: by code, never by name. */
export const lettersReport = (letters: readonly DraftedLetter[], round: Round): Report =>
  list(
    `Letters of ${round.title}`,
    [
      { key: "code", heading: "Code" },
      { key: "letter", heading: "Letter" },
      { key: "name", heading: "File", detail: true },
      { key: "strengths", heading: "Strengths", kind: "lines" },
      { key: "less_strong", heading: "Less strong", kind: "lines" },
      { key: "own_words", heading: "Own words", kind: "yes-no" },
      { key: "sent_on", heading: "Sent", kind: "day" },
    ],
    letters.map((l) => ({
      code: l.outcome.code,
      letter: l.letter,
      name: letterName(round.key, l),
      strengths: listOf(l.values["strengths"]),
      less_strong: listOf(l.values["less_strong"]),
      own_words: Boolean(l.outcome.decision?.feedback),
      sent_on: l.outcome.decision?.sentOn ?? null,
    })),
    "No letters.",
  );

const cell = (value: Fillings[string]): Cell =>
  value === undefined || value === null ? null : typeof value === "string" ? value : value.join("\n");

/** The letters for a mail merge: a row for each with their name and address, and a column for everything that can be filled in. */
export function mergeReport(letters: readonly DraftedLetter[], round: Round): Report {
  const placeholders = [...new Set(letters.flatMap((l) => Object.keys(l.values)))];
  const own = ["code", "known_as"];
  return list(
    `Letters of ${round.title}`,
    [
      ...["code", "letter", "known_as", "full_name", "email"].map((key) => ({ key, heading: key })),
      ...placeholders.filter((p) => !own.includes(p)).map((key) => ({ key, heading: key })),
    ],
    letters.map((l) => ({
      ...Object.fromEntries(placeholders.map((p) => [p, cell(l.values[p])])),
      code: l.outcome.code,
      letter: l.letter,
      known_as: l.outcome.knownAs ?? l.outcome.fullName ?? null,
      full_name: l.outcome.fullName ?? null,
      email: l.outcome.email ?? null,
    })),
    "No letters.",
  );
}

/** What one applicant is told in the panel's own words, and whether their letter has gone out. */
export const feedbackReport = (
  round: Round,
  code: string,
  feedback: string | null,
  sentOn: Day | null,
): Report =>
  single(
    `Feedback for ${code}`,
    [
      { key: "round", heading: "Round" },
      { key: "code", heading: "Code" },
      { key: "feedback", heading: "Told" },
      { key: "sent_on", heading: "Sent", kind: "day" },
    ],
    { round: round.key, code, feedback, sent_on: sentOn },
  );
