import { command } from "../../cli/command.ts";
import { text } from "../../cli/options.ts";
import { importsReport } from "../../reports/imports.ts";
import { imports } from "../../store/imports.ts";

export default command({
  about: "List the files that were brought in",
  details: [
    "Each with its name, its SHA-256, who brought it in and when, and what became of its rows. The contents of a file are kept until the day shown, and no longer.",
  ],
  examples: ["involve import list", "involve import list --kind members --format csv"],
  args: {},
  options: { kind: text("only files of this kind, such as members, applications or attendance", "KIND") },
  run: ({ store }, words) => ({ report: importsReport(imports(store, words.kind)) }),
});
