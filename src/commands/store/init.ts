import { command } from "../../cli/command.ts";

export default command({
  about: "Make a new store",
  details: [
    "The store is one SQLite file that only you can read. Keep it out of folders that sync to a cloud: two programs writing to one SQLite file can damage it. Copy it with: involve store backup",
  ],
  examples: ["involve store init", "involve store init --store ~/unit/involve.db"],
  writes: true,
  args: {},
  options: {},
  run(context) {
    context.newStore();
    return {
      said: [
        `Made a new store at ${context.storePath}.`,
        'Next: involve staff add "Your Name" --role co-ordinator',
      ],
    };
  },
});
