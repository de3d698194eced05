import { command } from "../../cli/command.ts";
import { must } from "../../cli/errors.ts";
import { text } from "../../cli/options.ts";
import { checkStanding } from "../../domain/import-undo.ts";
import { ref } from "../../domain/ref.ts";
import { count } from "../../domain/text.ts";
import { importUndoReport } from "../../reports/imports.ts";
import { undoLines } from "../../store/import-changes.ts";
import { undoImport } from "../../store/import-undo.ts";
import { findImport, type ImportBatch, lastImport } from "../../store/imports.ts";
import type { Store } from "../../store/store.ts";

/** How many lines of an import can be taken back; stops where nothing of it is left. */
const openLines = (store: Store, batch: ImportBatch): number =>
  must(checkStanding(states(store, batch), batch));

function* states(store: Store, batch: ImportBatch) {
  for (const { state } of undoLines(store, batch.set_id)) yield state;
}

export default command({
  about: "Take back what a file brought in",
  details: [
    "Line by line: what a line wrote goes as a whole. What was edited since is kept as it is now, and what something else rests on stays; both are named, and the command then ends with 1. It asks first; off a terminal it needs --yes. Taking back is itself on record.",
  ],
  examples: ["involve import undo I-003 --dry-run", "involve import undo I-003 --yes"],
  writes: true,
  args: {
    import: text("the import, as import list gives it; the last one where left out", "IMPORT", "import"),
  },
  options: {},
  async run(context, words) {
    const batch = must(
      words.import === undefined ? lastImport(context.store) : findImport(context.store, words.import),
    );
    const name = `${ref("import", batch.id)} (${batch.file_name})`;
    const open = openLines(context.store, batch);
    await context.confirm(`Take back ${count(open, "line")} of ${name}?`);
    return context.write((store) => {
      openLines(store, batch);
      const lines = undoImport(store, batch);
      const n = (outcome: string): number => lines.filter((l) => l.outcome === outcome).length;
      const left = lines.filter((l) => l.outcome !== "taken back");
      return {
        report: importUndoReport(lines),
        plan: true,
        findings: left.length > 0,
        said: [
          `${name}: ${n("taken back")} taken back, ${n("kept")} kept because edited since, ${n("failed")} failed.`,
          ...left
            .slice(0, 20)
            .map((l) => `  ${l.line === null ? "" : `line ${l.line}: `}${l.outcome}: ${l.why}`),
          ...(left.length > 20 ? [`  … and ${left.length - 20} more; --format csv lists them all.`] : []),
        ],
      };
    });
  },
});
