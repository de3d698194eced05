import type { ExpenseKind } from "./expense-kind.ts";
import { ref } from "./ref.ts";
import { type Problem, problem } from "./result.ts";

/** A receipt that was handed in: its fingerprint, and the lines that have the same one already. */
export interface HandedIn {
  readonly fileName: string;
  readonly sha256: string;
  readonly bytes: number;
  readonly onLines: readonly number[];
}

/** A problem for each receipt whose file is not there. */
export const missingReceipts = (paths: readonly string[]): Problem[] =>
  paths.map((path) => problem("no-file", `There is no file ${path}.`, "Check the spelling and the folder."));

/** Problems of the receipts handed in (and of those named whose file is not there): one that is needed is missing, one is empty, or one is on a line already and nobody says why. */
export function receiptProblems(
  kind: ExpenseKind,
  again: string | undefined,
  receipts: readonly HandedIn[],
  notThere: readonly string[] = [],
  rule = "",
): Problem[] {
  const missing =
    kind.receiptNeeded && receipts.length + notThere.length === 0
      ? [
          problem(
            "receipt-missing",
            `${kind.label}: a receipt is needed.`,
            `Add --receipt FILE; a photograph will do.${rule === "" ? "" : ` The rule here: ${rule}.`}`,
          ),
        ]
      : [];
  const each = receipts.flatMap((r, i) => {
    if (r.bytes === 0) return [problem("empty-receipt", `${r.fileName} is empty.`, "Check the file.")];
    if (receipts.findIndex((o) => o.sha256 === r.sha256) < i)
      return [problem("same-receipt", `${r.fileName} is the same receipt twice.`, "Give each receipt once.")];
    return r.onLines.length > 0 && again === undefined
      ? [
          problem(
            "same-receipt",
            `${r.fileName} is the receipt of ${r.onLines.map((id) => ref("payment", id)).join(", ")} already.`,
            'If one receipt is for both, a shared taxi for example, say why: --again "reason"',
          ),
        ]
      : [];
  });
  return [...missing, ...each];
}
