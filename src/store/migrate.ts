import { verifiedCopy } from "./backup.ts";
import { recordChanges } from "./record.ts";
import type { Store } from "./store.ts";

/** One change of the store's shape: the version it leads to, and the SQL that leads there. */
export interface Step {
  readonly to: number;
  readonly script: string;
}

/** The store version that this program writes. */
export const storeVersion = 1;

/** Every step since version 1, in order. Until 1.0.0 the schema may still change in place as version 1. */
export const steps: readonly Step[] = [];

/**
 * Brings a store from one version to the newest, after a verified copy beside it. Each step and its version number are one
 * immediate transaction, and the version is read again inside it, so two programs that start at once do it once.
 * Answers the path of the copy.
 */
export function migrate(store: Store, path: string, from: number, known: readonly Step[]): string {
  const copy = verifiedCopy(store, `${path}.version-${from}-${process.pid}.backup`);
  for (const step of known.filter((s) => s.to > from))
    store.transaction(() => {
      const [now] = store.raw<{ user_version: number }>("pragma user_version");
      if ((now?.user_version ?? 0) >= step.to) return;
      store.script(step.script);
      recordChanges(store);
      store.script(`pragma user_version = ${step.to}`);
    });
  return copy;
}
