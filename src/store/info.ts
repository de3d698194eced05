import type { Store } from "./store.ts";

/** What a store holds, in numbers. */
export interface StoreFacts {
  readonly bytes: number;
  readonly version: number;
  readonly commands: number;
  readonly lastChangeAt: string | null;
  readonly rows: readonly { readonly what: string; readonly rows: number }[];
}

const counted: readonly (readonly [what: string, table: string])[] = [
  ["staff", "staff"],
  ["people", "person"],
  ["recruitment rounds", "recruitment_round"],
  ["applications", "application"],
  ["meetings", "meeting"],
  ["attendance", "attendance"],
  ["training parts completed", "completion"],
  ["projects", "project"],
  ["project offers", "project_offer"],
  ["payment lines", "payment_line"],
  ["papers", "paper"],
  ["commentaries", "commentary"],
  ["public engagement", "engagement_event"],
  ["evaluation rounds", "evaluation_round"],
];

const number = (store: Store, text: string): number =>
  Number(Object.values(store.raw<Record<string, number>>(text)[0] ?? {})[0] ?? 0);

/** How large the store is (bytes), its schema version, when it was last changed, and how many rows each kind of thing has. */
export function storeFacts(store: Store): StoreFacts {
  const last = store.raw<{ at: string | null }>("select max(made_at) as at from change_set")[0]?.at ?? null;
  return {
    bytes: number(store, "pragma page_count") * number(store, "pragma page_size"),
    version: number(store, "pragma user_version"),
    commands: number(store, "select count(*) from change_set"),
    lastChangeAt: last,
    rows: counted.map(([what, table]) => ({ what, rows: number(store, `select count(*) from ${table}`) })),
  };
}
