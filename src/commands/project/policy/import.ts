import { command } from "../../../cli/command.ts";
import type { Context } from "../../../cli/context.ts";
import { type ImportKind, importFile, importOptions } from "../../../cli/importing.ts";
import { file, required, text } from "../../../cli/options.ts";
import { weightColumns } from "../../../csv/policy.ts";
import type { PolicyVersion } from "../../../domain/policy.ts";
import { planWeights, type Weight } from "../../../domain/policy-weights.ts";
import { keepWeight, openDraft, policyToChange } from "../../../store/policies.ts";

/** A file of the parts of the match policy, into the draft. */
function weights(
  { today }: Context,
  reason: string | undefined,
): ImportKind<ReturnType<typeof weightColumns>, Weight> {
  let draft: PolicyVersion | undefined;
  return {
    ...{ kind: "match-policy", identity: null, clears: false, columns: weightColumns },
    plan: (store, rows) => planWeights(rows, policyToChange(store, today).has),
    apply(store, { write }) {
      draft ??= openDraft(store, today, reason);
      keepWeight(store, draft.id, write);
      return null;
    },
    said: () =>
      draft
        ? [
            `Version ${draft.version} is a draft. It counts once the members agree it: involve project policy agree`,
          ]
        : [],
  };
}

export default command({
  about: "Change the points of the match policy from a file",
  details: [
    "Columns: part, points and, if you like, about. Parts the file leaves out stay as they are. The change goes into a draft, which counts once it is agreed; involve project policy show --output policy.csv writes a file to start from.",
  ],
  examples: [
    "involve project policy import policy.csv --dry-run",
    'involve project policy import policy.csv --reason "as proposed at the May meeting"',
  ],
  writes: true,
  args: { file: required(file("a CSV file or an XLSX workbook")) },
  options: { reason: text("what the change is for; kept with the version", "REASON"), ...importOptions },
  run: (context, { reason, ...words }) => importFile(context, words, weights(context, reason)),
});
