import { command } from "../../cli/command.ts";
import { must, usage } from "../../cli/errors.ts";
import { fallback, file, required, text } from "../../cli/options.ts";
import { readText } from "../../csv/text.ts";
import { privateTextProblems } from "../../domain/private-text.ts";
import { withProblems } from "../../domain/result.ts";
import { checkTemplate, templateInWords } from "../../domain/template.ts";
import { templateReport } from "../../reports/templates.ts";
import { changeTemplate, findTemplate } from "../../store/templates.ts";

export default command({
  about: "Give a template the unit's own words",
  details: [
    "The file holds the text in Markdown: headings, paragraphs, lists, **bold**, *italics*, and a backslash where a line is to end. {{name}} is filled in; what stands between {{#name}} and {{/name}} is left out where there is nothing to fill in. Placeholders that cannot be filled are refused.",
  ],
  examples: [
    "involve template set round-chosen --from-file round-chosen.md",
    'involve template set round-chosen --title "Welcome" --source "agreed by the LEWG, 2026-01-14"',
  ],
  writes: true,
  args: { template: required(text("the template's key", "TEMPLATE", "template")) },
  options: {
    fromFile: file("a text file with the new words"),
    title: text("the document's title", "TITLE"),
    source: fallback(text("where the words come from", "SOURCE"), "added by this unit"),
  },
  run(context, words) {
    const { fromFile, title, source } = words;
    if (fromFile === undefined && title === undefined)
      throw usage({
        code: "missing",
        message: "There is nothing to change.",
        remedy: "Give the new words with --from-file letter.md, or a title with --title.",
      });
    const given = fromFile === undefined ? undefined : must(readText(context.readFile(fromFile)));
    return context.write((store) => {
      const before = must(findTemplate(store, words.template));
      const kept = privateTextProblems({ "--title": title, "--source": source });
      const names = Object.keys(before.placeholders);
      const body = must(withProblems(kept, checkTemplate(given ?? before.body, names)));
      const isNew = body !== before.body || (title ?? before.title) !== before.title;
      if (isNew) changeTemplate(store, before.id, { title, body, source, updatedOn: context.today });
      const now = must(findTemplate(store, before.key));
      return { report: templateReport(now), said: templateInWords(now, isNew) };
    });
  },
});
