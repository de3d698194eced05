import type { HeldEntry, RequirementPlan } from "../domain/external.ts";
import type { Store } from "./store.ts";

/** Adds a requirement that others set, or changes one that is there. */
export function saveRequirement(store: Store, plan: RequirementPlan): void {
  const row = { label: plan.label, valid_months: plan.validMonths, retired_on: plan.retiredOn };
  if (plan.known) store.update("external_requirement", plan.known.id, row);
  else store.insert("external_requirement", { key: plan.key, ...row });
}

/** Records that people hold a requirement of others. */
export function saveHeld(
  store: Store,
  entries: readonly HeldEntry[],
  note: string | undefined,
  by: string,
): void {
  for (const entry of entries)
    store.insert("person_external", {
      person_id: entry.person.id,
      requirement_id: entry.requirement.id,
      issued_on: entry.issuedOn,
      expires_on: entry.expiresOn,
      note: note ?? null,
      recorded_by: by,
    });
}
