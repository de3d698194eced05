import { nameOf } from "../domain/naming.ts";
import { type CslItem, cslOf, withoutAuthors } from "../domain/reference.ts";
import { outputRows } from "./named-outputs.ts";
import { namingFacts } from "./naming.ts";
import type { PaperRow } from "./papers.ts";
import type { Store } from "./store.ts";

/** A paper as it may be cited. */
interface Cited {
  readonly item: CslItem;
  /** Whether the authors of its published record were left out. */
  readonly leftOut: boolean;
}

/**
 * Papers as they may be cited, by a function of the paper. A published record says the authors' names by itself, past the gate: they
 * stand only where everybody with lived experience in the paper is named in full. All of them are left out otherwise, so that
 * nothing tells which of them it is.
 */
export function citing(store: Store): (paper: PaperRow) => Cited {
  const papers = outputRows(store).filter((o) => o.output.kind === "paper");
  const naming = namingFacts(store);
  const inFull = (id: number, paper: PaperRow): boolean => {
    const open = nameOf(naming, id, { kind: "paper", id: paper.id }, "public");
    return open.shown && open.form === "full";
  };
  return (paper) => {
    const people = papers.find((p) => p.output.id === paper.id)?.people ?? [];
    const item = cslOf(paper);
    const leftOut = item.author !== undefined && !people.every((id) => inFull(id, paper));
    return { item: leftOut ? withoutAuthors(item) : item, leftOut };
  };
}

/** That the authors of a paper's record do not stand in its citation, and why; it tells nobody apart. */
export const authorsLeftOut = (paperRef: string): string =>
  `Cited without the authors of its published record: they stand there once everybody with lived experience in ${paperRef} is named in full, or has no part in it.`;
