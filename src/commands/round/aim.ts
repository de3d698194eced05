import { command } from "../../cli/command.ts";
import { exits, must, usage } from "../../cli/errors.ts";
import { choice, file, flag, many, required, text, wholeNumber } from "../../cli/options.ts";
import { readAims } from "../../csv/criteria.ts";
import { type OpenedFile, openSheet } from "../../csv/raw.ts";
import { type AimFacts, type AimWords, aimPlanInWords, planAim } from "../../domain/aim.ts";
import type { Day } from "../../domain/day.ts";
import { together } from "../../domain/result.ts";
import { aimBases, aimCategories, stillOpen } from "../../domain/round.ts";
import { aimsReport } from "../../reports/rounds.ts";
import { aimFindings, aimsOver, knownAims, saveAim } from "../../store/round-changes.ts";
import { findRound, wordsInUse } from "../../store/rounds.ts";
import type { Store } from "../../store/store.ts";

type Wanted = AimWords | OpenedFile;

function aimFacts(
  store: Store,
  key: string,
  today: Day,
): AimFacts & { readonly aims: ReturnType<typeof knownAims> } {
  const round = must(findRound(store, key));
  const over = aimsOver(store, round, today);
  return { round, over, known: wordsInUse(store), aims: knownAims(store, round.id) };
}

/** The aims asked for, as they would be set or taken out. */
function plans(wanted: Wanted, facts: AimFacts) {
  if (!("sheet" in wanted)) return { made: [must(planAim(wanted, facts))], said: [] };
  must(stillOpen(facts.round));
  const aims = must(readAims(wanted, facts.known, facts.over), exits.rows);
  const asWords = aims.value.map(({ minimum: min, maximum: max, ...aim }) => ({ ...aim, min, max }));
  const made = must(together(asWords.map((w) => planAim({ ...w, clear: [], out: false }, facts))));
  return { made, said: aims.said };
}

export default command({
  about: "Set, change or take out an aim for the group as a whole",
  details: [
    "So many at least or at most of one kind of experience, skill, interest, perspective or region. An aim is a requirement of the role, or a tie-break that acts only between people of equal merit. What is left out of an aim that is there stays as it is. With the round alone it shows its aims. A file has the columns category, value, minimum, maximum, basis.",
  ],
  examples: [
    "involve round aim autumn-2026 experience psychosis --min 3 --max 6 --basis tie-break",
    "involve round aim autumn-2026 perspective carer --min 4",
    "involve round aim autumn-2026 experience psychosis --out",
    "involve round aim autumn-2026 --from-file aims.csv",
    "involve round aim autumn-2026",
  ],
  writes: true,
  args: {
    round: required(text("the round", "ROUND", "round")),
    category: choice("what kind of thing it is about", aimCategories, "CATEGORY"),
    value: text("which one, by key", "VALUE", "term"),
  },
  options: {
    min: wholeNumber("at least so many of the group", 0, 1000),
    max: wholeNumber("at most so many of the group", 0, 1000),
    basis: choice("what it rests on", aimBases),
    clear: many(choice("a number to empty", ["min", "max"])),
    out: flag("take the aim out"),
    fromFile: file("a CSV file of aims, in place of the words above"),
  },
  async run(context, { round: key, category, value, fromFile, ...rest }) {
    const bare = Object.values({ ...rest, category, value }).every(
      (v) => v === undefined || v === false || (Array.isArray(v) && v.length === 0),
    );
    if (bare && fromFile === undefined) {
      const facts = aimFacts(context.store, key, context.today);
      return {
        report: aimsReport(facts.round, facts.aims),
        shown: true,
        said: aimFindings(context.store, facts.round.id, facts.over),
      };
    }
    if ((fromFile !== undefined && !bare) || (fromFile === undefined && (!category || value === undefined)))
      throw usage({
        code: "missing",
        message: "A category and a value, or --from-file, and not both.",
        remedy: "For example: involve round aim autumn-2026 experience psychosis --min 3",
      });
    const wanted: Wanted =
      fromFile === undefined
        ? { ...rest, category: category as NonNullable<typeof category>, value: value as string }
        : { name: fromFile, sheet: await openSheet(fromFile, context.readFile(fromFile)) };
    return context.write((store) => {
      const facts = aimFacts(store, key, context.today);
      const { made, said } = plans(wanted, facts);
      for (const plan of made) saveAim(store, facts.round.id, plan);
      return {
        report: aimsReport(facts.round, knownAims(store, facts.round.id)),
        said: [
          ...said,
          ...made.map((p) => aimPlanInWords(p, facts.round.key)),
          ...aimFindings(store, facts.round.id, facts.over),
        ],
      };
    });
  },
});
