import { command } from "../../cli/command.ts";
import { must } from "../../cli/errors.ts";
import { required, text } from "../../cli/options.ts";
import { theMapping } from "../../domain/mapping.ts";
import { mappingsReport } from "../../reports/imports.ts";
import { forgetMapping, mappings } from "../../store/mappings.ts";

export default command({
  about: "Forget a saved mapping of columns",
  examples: ['involve import forget "Microsoft Forms 2026"'],
  writes: true,
  args: { mapping: required(text("the mapping, as import mappings lists it", "MAPPING", "mapping")) },
  options: {},
  run: (context, words) =>
    context.write((store) => {
      const mapping = must(theMapping(words.mapping, mappings(store)));
      forgetMapping(store, mapping.id);
      return { report: mappingsReport([mapping]), said: [`Forgot the mapping "${mapping.name}".`] };
    }),
});
