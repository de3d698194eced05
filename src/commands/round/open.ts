import { command } from "../../cli/command.ts";
import { badRows, exits, must } from "../../cli/errors.ts";
import { choice, day, fallback, file, required, text, wholeNumber } from "../../cli/options.ts";
import { readAims, readCriteria, readPanel } from "../../csv/criteria.ts";
import { type Day, dayInWords } from "../../domain/day.ts";
import { gapsInWords, panelGaps } from "../../domain/panel-check.ts";
import { groups } from "../../domain/person.ts";
import { type Problem, problemsOf } from "../../domain/result.ts";
import { checkNewRound, openingDay } from "../../domain/round.ts";
import { count } from "../../domain/text.ts";
import { roundsReport } from "../../reports/rounds.ts";
import { findPanel, panelRule, seatsOf } from "../../store/round-panel.ts";
import { addRound, applicationCounts, rounds, wordsInUse } from "../../store/rounds.ts";
import type { Store } from "../../store/store.ts";

/** A file that was named, and its bytes. */
interface Given {
  readonly name: string;
  readonly bytes: Uint8Array;
}

const inFile = (given: Given | undefined, problems: readonly Problem[]): Problem[] =>
  problems.map((p) => ({ ...p, ...(given ? { file: given.name } : {}) }));

/** Criteria, panel and aims from their files; every bad row of all of them at once. */
function readFiles(
  store: Store,
  files: { readonly criteria: Given; readonly panel: Given | undefined; readonly aims: Given | undefined },
) {
  const criteria = readCriteria(files.criteria.bytes);
  const named = readPanel(files.panel?.bytes);
  const aims = readAims(files.aims?.bytes, wordsInUse(store));
  const { panel, problems } = findPanel(store, named.rows);
  const bad = [
    ...inFile(files.criteria, problemsOf(criteria)),
    ...inFile(files.panel, [...named.problems, ...problems]),
    ...inFile(files.aims, problemsOf(aims)),
  ];
  if (bad.length > 0) throw badRows(...bad);
  return { criteria: must(criteria, exits.rows), panel, aims: must(aims, exits.rows) };
}

const alreadyClosed = (closesOn: Day): string =>
  `It closed on ${dayInWords(closesOn)} already, so no opening day is recorded: --opens gives it.`;

export default command({
  about: "Open a recruitment round",
  details: [
    "The criteria file has a row for each criterion: key, label, kind (essential or desirable), weight, scale (the highest score), stage (shortlisting or interview). The panel file: role (shortlister, interviewer or moderator), name, kind (staff or member). The aims file says what the group as a whole should be like: category (experience, skill, interest, perspective or region), value, minimum, maximum, basis (role-requirement or tie-break).",
  ],
  examples: [
    "involve round open autumn-2025 --places 14 --closes 2025-09-05 --interviews 2025-09-22 --criteria criteria.csv --panel panel.csv",
  ],
  writes: true,
  args: { round: required(text("a key for the round, such as autumn-2025", "ROUND")) },
  options: {
    places: required(wholeNumber("how many people are to be chosen", 1, 1000)),
    opens: day("the first day for applications; today where left out"),
    closes: required(day("the last day for applications")),
    interviews: day("the first day of interviews"),
    criteria: required(file("a CSV file of criteria")),
    panel: file("a CSV file of who shortlists and interviews"),
    aims: file("a CSV file of aims for the group as a whole"),
    group: fallback(choice("the group that is recruited for", groups), "lewg"),
    title: text("a title; the key in words where it is left out", "TITLE"),
  },
  run(context, words) {
    const { round: key, opens, closes: closesOn, interviews: interviewOn, ...rest } = words;
    const opensOn = opens ?? openingDay(closesOn, context.today);
    const given = (name: string): Given => ({ name, bytes: context.readFile(name) });
    const maybe = (name: string | undefined) => (name === undefined ? undefined : given(name));
    const files = { criteria: given(rest.criteria), panel: maybe(rest.panel), aims: maybe(rest.aims) };
    return context.write((store) => {
      const keys = rounds(store).map((r) => r.key);
      const round = must(checkNewRound({ ...rest, key, opensOn, closesOn, interviewOn }, { keys }));
      const { criteria, panel, aims } = readFiles(store, files);
      const id = addRound(store, { round, criteria, panel, aims });
      const made = rounds(store).filter((r) => r.id === id);
      const seats = made.flatMap((r) => seatsOf(store, r, context.today));
      return {
        report: roundsReport(made, applicationCounts(store), context.today),
        said: [
          `Opened ${key} for ${count(round.places, "place")} in ${round.group}: ${count(criteria.length, "criterion", "criteria")}, ${count(panel.length, "role")} on the panel, ${count(aims.length, "aim")}.`,
          ...(opensOn === null ? [alreadyClosed(closesOn)] : []),
          ...gapsInWords(panelGaps(seats, criteria, panelRule(store))),
          `Next: involve round import ${key} applications.csv --dry-run`,
        ],
      };
    });
  },
});
