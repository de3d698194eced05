import type { Day } from "../domain/day.ts";
import type { Project } from "../domain/project.ts";
import type { BriefFacts } from "../domain/project-brief.ts";
import { rateOn } from "../domain/rate.ts";
import { termKinds } from "../domain/vocabulary.ts";
import { clearanceRules } from "./clearances.ts";
import { unitOf } from "./infrastructure.ts";
import { needRows } from "./projects.ts";
import { bands, rates } from "./rates.ts";
import { setting } from "./settings.ts";
import { signerOf } from "./staff.ts";
import type { Store } from "./store.ts";
import { terms } from "./vocabulary.ts";

/** What the brief of a project is made of, as at a day; the rate is that of its first day, or of today where it has begun. */
export function briefFacts(
  store: Store,
  project: Project,
  made: { readonly by: string; readonly today: Day; readonly replyBy: Day | undefined },
): BriefFacts {
  const labels = new Map(terms(store).map((t) => [`${t.kind} ${t.key}`, t.label]));
  const clearances = new Map(clearanceRules(store).map((c) => [c.key, c.label]));
  const first = project.startsOn !== null && project.startsOn > made.today ? project.startsOn : made.today;
  const band = bands(store).find((b) => b.key === project.payBasis);
  const rate = band && rateOn(rates(store), band.key, first);
  const unit = unitOf(store);
  const { name, role } = signerOf(store, made.by, made.today);
  return {
    ...{ project, needs: needRows(store, project.id), replyBy: made.replyBy },
    label: (category, key) =>
      (category === "clearance"
        ? clearances.get(key)
        : labels.get(`${termKinds.find((k) => k === category) ?? ""} ${key}`)) ?? key,
    pay: band && rate?.ok ? { band: band.label, pence: rate.value.pence } : null,
    ...{ unit: unit.name, unitShort: unit.shortName, signedBy: name, signedRole: role },
    advice: setting(store, "benefits-advice"),
  };
}
