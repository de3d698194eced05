import { ref } from "../domain/ref.ts";
import { damage } from "./backup.ts";
import { invariants } from "./invariants.ts";
import type { Store } from "./store.ts";

/** Something in the store that a rule does not allow, or that people should look at. */
export interface Finding {
  readonly code: string;
  /** What it is about: a ref, a key, or a table. */
  readonly about: string;
  readonly finding: string;
}

/** Every finding: what SQLite finds wrong with the file, then every broken rule with what it is about. `today` is an ISO day. */
export function findings(store: Store, today: string): Finding[] {
  const broken = damage(store).map((finding) => ({ code: "damaged", about: "file", finding }));
  if (broken.some((b) => !b.finding.includes("refers to"))) return broken;
  return [
    ...broken,
    ...invariants.flatMap(({ code, kind, finding, query }) =>
      store.raw<{ id?: number; about?: string }>(query.replaceAll(":today", `'${today}'`)).map((row) => ({
        code,
        about: kind && row.id !== undefined ? ref(kind, row.id) : (row.about ?? ""),
        finding,
      })),
    ),
  ];
}

/** The codes of every rule that is checked, for the documentation and its test. */
export const checkedCodes: readonly string[] = ["damaged", ...invariants.map((i) => i.code)];
