import { verifiedCopy } from "./backup.ts";
import { guardRecords } from "./guards.ts";
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

/** Does one step and its version number in one immediate transaction; nothing where another program has done it already. */
function take(store: Store, step: Step): void {
  store.transaction(() => {
    const [now] = store.raw<{ user_version: number }>("pragma user_version");
    if ((now?.user_version ?? 0) >= step.to) return;
    store.script(step.script);
    const orphans = store.raw("pragma foreign_key_check");
    if (orphans.length > 0)
      throw new Error(
        `the step to version ${step.to} leaves ${orphans.length} rows without what they refer to`,
      );
    recordChanges(store);
    guardRecords(store);
    store.script(`pragma user_version = ${step.to}`);
  });
}

/**
 * Brings a store from one version to the newest, after a verified copy beside it. Each step is one immediate transaction with
 * its version number; foreign keys are checked at its end, so that a step may rebuild a table. Answers the path of the copy.
 */
export function migrate(store: Store, path: string, from: number, known: readonly Step[]): string {
  const copy = verifiedCopy(store, `${path}.before-version-${storeVersion}-${process.pid}`);
  store.script("pragma foreign_keys = off");
  try {
    for (const step of known.filter((s) => s.to > from)) take(store, step);
  } finally {
    store.script("pragma foreign_keys = on");
  }
  return copy;
}
