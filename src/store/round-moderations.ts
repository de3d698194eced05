import type { Day } from "../domain/day.ts";
import type { ModerationPlan } from "../domain/moderation.ts";
import type { Store } from "./store.ts";

/** Writes what came of a talk about one criterion of one application, in place of what there was; or takes it out. */
export function saveModeration(store: Store, plan: ModerationPlan, on: Day): void {
  if (plan.set === null) {
    if (plan.known !== null) store.remove("round_moderation", plan.known);
    return;
  }
  const { moderator, agreed, note } = plan.set;
  const row = { panel_id: moderator.id, agreed, note, moderated_on: on };
  if (plan.known !== null) store.update("round_moderation", plan.known, row);
  else
    store.insert("round_moderation", {
      application_id: plan.applicationId,
      criterion_id: plan.criterion.id,
      ...row,
    });
}
