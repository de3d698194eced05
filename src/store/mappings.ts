import { type Store, sql } from "./store.ts";

/** A saved answer to which column is what: headers as written, and the columns they are. */
export interface SavedMapping {
  readonly id: number;
  readonly name: string;
  readonly kind: string;
  readonly map: Readonly<Record<string, string>>;
}

/** The saved mappings by name; of one kind of import where one is named. */
export const mappings = (store: Store, kind?: string): SavedMapping[] =>
  store
    .all(sql.selectFrom("csv_mapping").select(["id", "name", "kind", "mapping"]).orderBy("name"))
    .filter((m) => kind === undefined || m.kind === kind)
    .map(({ mapping, ...m }) => ({ ...m, map: JSON.parse(mapping) as Record<string, string> }));

/** Saves a mapping under a name, in place of what that name meant before. */
export function saveMapping(
  store: Store,
  { name, kind, map }: Omit<SavedMapping, "id">,
  before: SavedMapping | undefined,
): void {
  const row = { name, kind, mapping: JSON.stringify(map) };
  if (before) store.update("csv_mapping", before.id, row);
  else store.insert("csv_mapping", row);
}

/** Forgets a saved mapping. */
export const forgetMapping = (store: Store, id: number): void => store.remove("csv_mapping", id);
