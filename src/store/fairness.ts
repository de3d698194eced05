import type { Day } from "../domain/day.ts";
import type { FairnessFacts } from "../domain/fairness.ts";
import { amountOf, counts } from "../domain/payment.ts";
import { standingOn } from "../domain/person.ts";
import { projectStanding } from "../domain/project.ts";
import { offerRows } from "./offers.ts";
import { paymentLines } from "./payments.ts";
import { memberships, peopleRows } from "./people.ts";
import { projectRows } from "./projects.ts";
import type { Store } from "./store.ts";
import { onTeamOn, teamRows } from "./teams.ts";

/**
 * How work came to everybody who is in a group (or in any) at the end of a period, paused or not. Fees are those of work done in the
 * period that count, vouchers with them; expenses are no income.
 */
export function fairnessFacts(
  store: Store,
  days: { readonly from: Day; readonly to: Day },
  group: string | undefined,
): FairnessFacts {
  const { from, to } = days;
  const there = memberships(store).filter(
    (m) => (group === undefined || m.group === group) && ["active", "paused"].includes(standingOn(m, to)),
  );
  const over = new Set(
    projectRows(store)
      .filter((p) => ["ended", "closed"].includes(projectStanding(p, to)))
      .map((p) => p.id),
  );
  const active = new Map<number, number>();
  for (const t of teamRows(store))
    if (onTeamOn(t, to) && !over.has(t.projectId)) active.set(t.personId, (active.get(t.personId) ?? 0) + 1);
  const fees = new Map<number, number>();
  for (const line of paymentLines(store, { from, to }))
    if (line.stream !== "expense" && counts(line))
      fees.set(line.personId, (fees.get(line.personId) ?? 0) + amountOf(line));
  const joined = (id: number): Day | undefined => there.find((m) => m.personId === id)?.joinedOn;
  return {
    ...{ from, to, active, fees, offers: offerRows(store) },
    people: peopleRows(store).flatMap((p) => {
      const joinedOn = joined(p.id);
      return joinedOn === undefined ? [] : [{ id: p.id, knownAs: p.known_as, joinedOn }];
    }),
  };
}
