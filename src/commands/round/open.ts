import { command } from "../../cli/command.ts";
import { badRows, exits, must } from "../../cli/errors.ts";
import { choice, day, fallback, file, required, text, wholeNumber } from "../../cli/options.ts";
import { inFile, readAims, readCriteria, readPanel } from "../../csv/criteria.ts";
import { type OpenedFile, openFiles } from "../../csv/raw.ts";
import { gapsInWords, panelGaps } from "../../domain/panel-check.ts";
import { groups } from "../../domain/person.ts";
import { every, problemsOf } from "../../domain/result.ts";
import { checkNewRound, nextAfterOpening, openedInWords, openingDay } from "../../domain/round.ts";
import { roundsReport } from "../../reports/rounds.ts";
import { aimFindings, aimsOver, progressOf } from "../../store/round-changes.ts";
import { findPanel, panelRule, seatsOf } from "../../store/round-panel.ts";
import { addRound, applicationCounts, rounds, wordsInUse } from "../../store/rounds.ts";
import type { Store } from "../../store/store.ts";

type Files = Readonly<Record<"criteria" | "panel" | "aims", OpenedFile | undefined>>;

/** Criteria, panel and aims from their files; every bad row of all of them at once. */
function readFiles(store: Store, files: Files, places: number) {
  const named = readPanel(files.panel);
  const { panel, problems } = findPanel(store, named.rows);
  const unfound = inFile(files.panel, problems);
  const all = {
    criteria: readCriteria(files.criteria),
    aims: readAims(files.aims, wordsInUse(store), places),
  };
  const bad = [...problemsOf(all.criteria), ...named.problems, ...unfound, ...problemsOf(all.aims)];
  if (bad.length > 0) throw badRows(...bad);
  const { criteria, aims } = must(every(all), exits.rows);
  const said = [...criteria.said, ...named.said, ...aims.said];
  return { criteria: criteria.value, panel, aims: aims.value, said };
}

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
    shortlistBy: day("when shortlisting is to be done"),
    interviews: day("the first day of interviews"),
    interviewsUntil: day("the last day of interviews"),
    decisionBy: day("when the decision is to be made"),
    lettersBy: day("when everybody is to have heard"),
    criteria: file("a CSV file of criteria; else add them with round criterion"),
    panel: file("a CSV file of who shortlists and interviews"),
    aims: file("a CSV file of aims for the group as a whole"),
    group: fallback(choice("the group that is recruited for", groups), "lewg"),
    title: text("a title; the key in words where it is left out", "TITLE"),
  },
  async run(context, words) {
    const { round: key, opens, closes: closesOn, interviews: interviewOn, ...rest } = words;
    const interviewUntil = rest.interviewsUntil;
    const opensOn = opens ?? openingDay(closesOn, context.today);
    const named = { criteria: rest.criteria, panel: rest.panel, aims: rest.aims };
    const files = await openFiles(named, (name) => context.readFile(name));
    return context.write((store) => {
      const keys = rounds(store).map((r) => r.key);
      const days = { opensOn, closesOn, interviewOn, interviewUntil };
      const round = must(checkNewRound({ ...rest, ...days, key }, { keys }));
      const { criteria, panel, aims, said } = readFiles(store, files, aimsOver(store, round, context.today));
      const id = addRound(store, { round, criteria, panel, aims });
      const made = rounds(store).filter((r) => r.id === id);
      const seats = made.flatMap((r) => seatsOf(store, r, context.today));
      return {
        report: roundsReport(made, applicationCounts(store), progressOf(store), context.today),
        said: [
          ...openedInWords(round, { criteria: criteria.length, seats: seats.length, aims: aims.length }),
          ...said,
          ...gapsInWords(panelGaps(seats, criteria, panelRule(store))),
          ...aimFindings(store, id, aimsOver(store, round, context.today)),
          nextAfterOpening(key, criteria.length),
        ],
      };
    });
  },
});
