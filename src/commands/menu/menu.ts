import { command } from "../../cli/command.ts";
import type { Ask, Context } from "../../cli/context.ts";
import { refused } from "../../cli/errors.ts";

const enough = { name: "That is all for now", value: "(enough)" };
const back = { name: "Back", value: "(back)" };
const other = { name: "Something else", value: "(other)" };

const shown = (all: Context["catalogue"][number]["verbs"]) => {
  const width = Math.max(10, ...all.map((n) => n.name.length)) + 2;
  return all.map((n) => ({ name: `${n.name.padEnd(width)}${n.about}`, value: n.name }));
};

/** The noun and the verb that somebody chooses, or null when they have done enough. */
async function chosenVerb(ask: Ask, nouns: Context["catalogue"]): Promise<string[] | null> {
  for (;;) {
    const name = await ask.pick("What is it about?", [...shown(nouns), enough]);
    if (name === enough.value) return null;
    const verbs = nouns.find((n) => n.name === name)?.verbs ?? [];
    if (verbs[0]?.name === "") return [name];
    const verb = await ask.pick("What would you like to do?", [...shown(verbs), back]);
    if (verb !== back.value) return [name, ...verb.split(" ")];
  }
}

export default command({
  about: "Choose what to do with the arrow keys",
  details: [
    "It lists what the program can do, asks for what the chosen verb needs, and says the same as one line that you could have typed. Ctrl-C stops at any question without writing anything.",
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
    for (let exit = 0; ; ) {
      const argv = await chosenVerb(ask, nouns);
      if (argv === null) return { findings: exit !== 0 };
      const again = { name: `Again: ${argv.join(" ")}`, value: "(again)" };
      let next = again.value;
      while (next === again.value) {
        context.progress(`\ninvolve ${argv.join(" ")}`);
        exit = await context.runVerb(argv, true);
        next = await ask.pick("What next?", [other, again, enough]);
      }
      if (next === enough.value) return { findings: exit !== 0 };
    }
  },
});
