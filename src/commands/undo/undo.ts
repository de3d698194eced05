import { command } from "../../cli/command.ts";
import { must, refused } from "../../cli/errors.ts";
import { text } from "../../cli/options.ts";
import { idOf, ref } from "../../domain/ref.ts";
import { count } from "../../domain/text.ts";
import { planUndo } from "../../domain/undo.ts";
import { reversalLine, undoReport } from "../../reports/history.ts";
import {
  applyUndo,
  type ChangeSet,
  changeSet,
  changeSets,
  changesOf,
  type Dependent,
  factsFor,
} from "../../store/history.ts";
import type { Store } from "../../store/store.ts";

/** The command to take back: the one named, else the last one that still stands. */
function chosen(store: Store, named: string | undefined): ChangeSet {
  const id = named === undefined ? null : idOf("change", named);
  if (named !== undefined && id === null)
    throw refused({
      code: "unknown-change",
      message: `"${named}" is not a change on record.`,
      remedy: "Give a ref such as H-012; see: involve history list",
    });
  const set =
    id === null
      ? changeSets(store, 10_000).find((s) => s.undone_by_id === null && s.undoes_id === null && s.rows > 0)
      : changeSet(store, id);
  if (!set)
    throw refused({
      code: "nothing-to-undo",
      message: id === null ? "There is nothing to take back." : `There is no ${ref("change", id)} on record.`,
      remedy: "See: involve history list",
    });
  if (set.rows === 0)
    throw refused({
      code: "nothing-to-undo",
      message: `${ref("change", set.id)} changed nothing: ${set.about ?? set.command}.`,
      remedy: "It stays on record.",
    });
  if (set.undone_by_id !== null)
    throw refused({
      code: "already-undone",
      message: `${ref("change", set.id)} was taken back already, by ${ref("change", set.undone_by_id)}.`,
      remedy: `To do it again: involve undo ${ref("change", set.undone_by_id)}`,
    });
  return set;
}

const dependsOn = (d: Dependent) => ({
  code: "depended-on",
  message: `${d.table}${d.rowId === null ? "" : ` ${d.rowId}`} refers to the ${d.parent} that would go${d.setId === null ? "" : `; ${ref("change", d.setId)} (${d.command}) wrote it`}.`,
  remedy:
    d.setId === null
      ? "It is outside the change record and cannot be taken back."
      : `Take that one back first: involve undo ${ref("change", d.setId)}`,
});

export default command({
  about: "Take the last command back",
  details: [
    "It says first what it will do, and asks; off a terminal it needs --yes. It refuses where later changes rest on what would go, and names them. Taking back is itself on record, so it can be taken back too.",
  ],
  examples: ["involve undo --dry-run", "involve undo --yes", "involve undo H-012"],
  writes: true,
  args: {
    change: text(
      "the command to take back, from history list; the last one where left out",
      "CHANGE",
      "change",
    ),
  },
  options: {},
  async run(context, words) {
    const set = chosen(context.store, words.change);
    const plan = must(planUndo(changesOf(context.store, set.id), factsFor(context.store, set.id)));
    const name = `${ref("change", set.id)} (${set.command}, by ${set.made_by})`;
    if (!context.dryRun && !context.assumeYes) {
      const lines = plan.slice(0, 20).map(reversalLine).join("\n  ");
      await context.confirm(`Take back ${name}?\n  ${lines}\n`);
    }
    return context.write((store) => {
      const again = must(planUndo(changesOf(store, set.id), factsFor(store, set.id)));
      const orphans = applyUndo(store, set, again);
      if (orphans.length > 0) throw refused(...orphans.map(dependsOn));
      return {
        report: undoReport(again),
        said: [
          `Took back ${name}: ${count(again.length, "row")}.`,
          ...again.slice(0, 20).map((r) => `  ${reversalLine(r)}`),
        ],
      };
    });
  },
});
