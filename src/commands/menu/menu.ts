import { command } from "../../cli/command.ts";
import { refused } from "../../cli/errors.ts";

export default command({
  about: "Choose what to do with the arrow keys",
  details: [
    "It lists what the program can do, then asks for what the chosen verb needs. Ctrl-C stops without writing anything.",
  ],
  examples: ["involve menu"],
  args: {},
  options: {},
  async run(context) {
    const ask = await context.ask();
    if (!ask)
      throw refused({
        code: "no-terminal",
        message: "The menu needs a terminal.",
        remedy: "Run involve --help for the list of commands.",
      });
    const nouns = context.catalogue.filter((n) => n.name !== "menu" && n.name !== "completion");
    const name = await ask.pick(
      "What is it about?",
      nouns.map((n) => ({ name: `${n.name.padEnd(12)}${n.about}`, value: n.name })),
    );
    const verbs = nouns.find((n) => n.name === name)?.verbs ?? [];
    const [only] = verbs;
    const verb =
      only?.name === ""
        ? ""
        : await ask.pick(
            "What would you like to do?",
            verbs.map((v) => ({ name: `${v.name.padEnd(12)}${v.about}`, value: v.name })),
          );
    const argv = verb ? [name, verb] : [name];
    context.progress(`\ninvolve ${argv.join(" ")}`);
    const exit = await context.runVerb(argv, true);
    return { findings: exit !== 0 };
  },
});
