import { command } from "../../cli/command.ts";
import { guidanceList } from "../../reports/guidance.ts";
import { guidanceGiven, guidanceVersions } from "../../store/guidance.ts";
import { namingFacts } from "../../store/naming.ts";

export default command({
  about: "List the versions, and who was given which",
  details: ["Who was given which version is listed for commentaries that are not finished."],
  examples: ["involve guidance list"],
  args: {},
  options: {},
  run({ store, today }) {
    const given = guidanceGiven(store);
    const naming = namingFacts(
      store,
      given.map((g) => g.personId),
    );
    return { report: guidanceList(guidanceVersions(store), given, naming, today) };
  },
});
