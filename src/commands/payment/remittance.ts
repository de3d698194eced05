import { command } from "../../cli/command.ts";
import { must, usage } from "../../cli/errors.ts";
import { choice, fallback, member, required, text } from "../../cli/options.ts";
import { paidLines } from "../../domain/batch-answer.ts";
import { ref } from "../../domain/ref.ts";
import { every, ifGiven } from "../../domain/result.ts";
import { reportFile } from "../../output/file.ts";
import { personTotals } from "../../reports/batches.ts";
import { remittance } from "../../reports/finance.ts";
import { findBatch } from "../../store/batches.ts";
import { findPerson } from "../../store/people.ts";
import { setting, unitName } from "../../store/settings.ts";

const whose = {
  code: "which-person",
  message: "Whose is it?",
  remedy: "Name one person, or write everybody's into a folder with: --to FOLDER",
};

export default command({
  about: "Write what a batch paid to one person, or to each",
  details: [
    "For one person as a report, or with --output as a .docx, .md or .html file. For everybody into a folder, a file each; the file names carry refs, not names.",
  ],
  examples: [
    "involve payment remittance ucl-2026-04-10 M-003 --output remittance.docx",
    "involve payment remittance ucl-2026-04-10 --to remittances",
  ],
  args: {
    batch: required(text("the batch", "BATCH", "batch")),
    member: member("whose; everybody's where left out"),
  },
  options: {
    to: text("the folder to write everybody's into; it is made where there is none", "FOLDER"),
    as: fallback(choice("with --to: the kind of file", ["docx", "md", "html"]), "docx"),
  },
  async run(context, words) {
    const { store } = context;
    const found = every({
      batch: findBatch(store, words.batch),
      person: ifGiven(words.member, (name) => findPerson(store, name)),
    });
    const { batch, person } = must(found);
    const people = personTotals(must(paidLines(batch, person?.id)));
    const reports = people.map((p) => ({
      id: p.personId,
      report: remittance(batch, p, unitName(store), setting(store, "benefits-advice")),
    }));
    const [first, another] = reports;
    if (words.to === undefined && first && !another) return { report: first.report };
    if (words.to === undefined) throw usage(whose);
    context.checkNewFolder(words.to, "--to");
    const base = `${words.to.replace(/[\\/]+$/, "")}/${batch.key}-remittance`;
    const files = reports.map(async ({ id, report }) => ({
      path: `${base}-${ref("member", id)}.${words.as}`,
      content: await reportFile(report, words.as),
    }));
    return { files: await Promise.all(files), folder: words.to };
  },
});
