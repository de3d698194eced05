import { command } from "../../cli/command.ts";
import { must } from "../../cli/errors.ts";
import { required, text } from "../../cli/options.ts";
import { templateReport } from "../../reports/templates.ts";
import { changeTemplate, findTemplate } from "../../store/templates.ts";

export default command({
  about: "Take a template back to the words it came with",
  details: ["Its title stays. The unit's words stay in the change record: involve undo brings them back."],
  examples: ["involve template reset round-chosen"],
  writes: true,
  args: { template: required(text("the template's key", "TEMPLATE", "template")) },
  options: {},
  run(context, words) {
    return context.write((store) => {
      const before = must(findTemplate(store, words.template));
      const isNew = before.body !== before.original;
      if (isNew)
        changeTemplate(store, before.id, {
          title: undefined,
          body: before.original,
          source: before.originalSource,
          updatedOn: null,
        });
      return {
        report: templateReport(must(findTemplate(store, before.key))),
        said: [
          isNew
            ? `${before.key} has the words it came with again.`
            : `${before.key} has the words it came with; nothing changed.`,
        ],
      };
    });
  },
});
