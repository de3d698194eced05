import { command } from "../../../cli/command.ts";
import { must } from "../../../cli/errors.ts";
import { many, readBy, required, text } from "../../../cli/options.ts";
import { checkWeights, readWeight } from "../../../domain/policy-weights.ts";
import { weightChangesReport } from "../../../reports/policies.ts";
import { keepWeight, openDraft, policyToChange } from "../../../store/policies.ts";

export default command({
  about: "Change the points of the match policy; it counts once it is agreed",
  details: [
    "The change goes into a draft: a new version where none is open, with everything else as it was. Nothing is matched by a draft until the members agree it. Points are whole numbers, negative ones push down; rotation is what a place costs whoever was asked lately or is busy, 0 or more. waiting-months is how many months since the last offer count at most.",
  ],
  examples: [
    'involve project policy set desired-need=5 rotation=2 --reason "share the work more widely"',
    "involve project policy set months-since-offer=2 waiting-months=6",
  ],
  writes: true,
  args: {
    weights: required(
      many(readBy("a part and its points, such as desired-need=5", "PART=POINTS", readWeight)),
    ),
  },
  options: { reason: text("what the change is for; kept with the version", "REASON") },
  run: (context, words) =>
    context.write((store) => {
      const { from, has } = policyToChange(store, context.today);
      const changed = must(checkWeights(words.weights, has));
      if (changed.length === 0)
        return {
          report: weightChangesReport(from, [], has),
          said: [`Nothing to change: version ${from.version} has these points already.`],
        };
      const draft = openDraft(store, context.today, words.reason);
      for (const weight of changed) keepWeight(store, draft.id, weight);
      const points = changed.map(
        (w) => `${w.part} ${has.find((h) => h.part === w.part)?.points ?? 0} → ${w.points}`,
      );
      return {
        report: weightChangesReport(draft, changed, has),
        said: [
          `Version ${draft.version} is a draft: ${points.join(", ")}.`,
          "It counts once the members agree it: involve project policy agree",
        ],
      };
    }),
});
