import { evaluateClearance } from "../domain/clearance.ts";
import { addMonths, type Day, within } from "../domain/day.ts";
import type { MatchPerson } from "../domain/gate.ts";
import { grouped } from "../domain/grouped.ts";
import { type Offer, offerState } from "../domain/offer.ts";
import { type Project, projectStanding } from "../domain/project.ts";
import { stretchesOf } from "./availability.ts";
import { clearanceRules, trainingRecords } from "./clearances.ts";
import { consentsInForce } from "./consents.ts";
import { type OfferRow, offerRows } from "./offers.ts";
import { memberships } from "./people.ts";
import { matchPolicy } from "./policies.ts";
import { projectRows } from "./projects.ts";
import { type Store, sql } from "./store.ts";
import { onTeamOn, type TeamRow, teamRows } from "./teams.ts";

const terms = sql
  .selectFrom("person_term as t")
  .innerJoin("vocabulary_term as v", "v.id", "t.term_id")
  .select(["t.person_id", "t.level", "v.kind", "v.key"])
  .orderBy("t.person_id")
  .orderBy("v.kind")
  .orderBy("v.key");

const people = sql
  .selectFrom("person")
  .select(["id", "perspective", "region", "projects_max"])
  .where("erased_on", "is", null)
  .orderBy("id");

/** Whole months from a day to a later one. */
function wholeMonths(from: Day, to: Day): number {
  let months = 0;
  while (addMonths(from, months + 1) <= to) months++;
  return months;
}

/** For each clearance asked for: by person, what is still missing on a day; an empty list is cleared. */
export function lacksOn(
  store: Store,
  keys: readonly string[],
  day: Day,
): ReadonlyMap<number, Record<string, string[]>> {
  const rules = clearanceRules(store).filter((r) => keys.includes(r.key));
  const lacks = new Map<number, Record<string, string[]>>();
  for (const [id, record] of rules.length > 0 ? trainingRecords(store) : [])
    lacks.set(
      id,
      Object.fromEntries(
        rules.map((r) => {
          const answer = evaluateClearance(r, record, day);
          return [r.key, answer.cleared ? [] : [...answer.missing]];
        }),
      ),
    );
  return lacks;
}

/** How the last offer of the project made by a day stood on that day. */
function lastOffer(offers: readonly Offer[], day: Day): MatchPerson["offer"] {
  const last = offers.findLast((o) => o.offeredOn <= day);
  if (!last) return "none";
  const replied = last.repliedOn === null || last.repliedOn <= day;
  const withdrawn = last.withdrawnOn === null || last.withdrawnOn <= day;
  return replied && withdrawn ? offerState(last) : "waiting";
}

/**
 * Whether somebody's experience may be used on a day. A consent that was taken back since counts for no day any more, however
 * early: what is asked today is a use of today.
 */
function mayUseExperience(store: Store, day: Day): (id: number) => boolean {
  const ever = "9999-12-31" as Day;
  const [then, now] = [consentsInForce(store, day), consentsInForce(store, ever)];
  return (id) => [then, now].every((consents) => consents.get(id)?.has("matching") ?? false);
}

/** What is the same for every project, loaded once. */
export function everythingKnown(store: Store, day: Day) {
  const projects = projectRows(store);
  const over = projects.filter((p) => ["ended", "closed"].includes(projectStanding(p, day)));
  return {
    day,
    policy: matchPolicy(store, day),
    mayUse: mayUseExperience(store, day),
    groups: grouped(memberships(store), (m) => m.personId),
    terms: grouped(store.all(terms), (t) => t.person_id),
    hours: grouped(stretchesOf(store), (s) => s.personId),
    offers: grouped(
      offerRows(store).filter((o) => o.offeredOn <= day),
      (o) => o.personId,
    ),
    over: new Set(over.map((p) => p.id)),
    projects: new Map(projects.map((p) => [p.id, p])),
    teams: grouped(
      teamRows(store).filter((t) => onTeamOn(t, day)),
      (t) => t.personId,
    ),
    people: store.all(people),
  };
}
/** What `everythingKnown` answers. */
export type Known = ReturnType<typeof everythingKnown>;

/** Accepted places that have not begun, in projects that are looked at again. */
const heldAgain = (t: TeamRow, day: Day, again: ReadonlySet<number>): boolean =>
  again.has(t.projectId) && t.acceptedOn !== null && t.fromOn > day;

/** Whether two projects run at the same time, from a day on. */
const overlap = (one: Project, other: Project, day: Day): boolean =>
  [one, other].every((p) => (p.endsOn ?? "9999") >= day) &&
  (one.startsOn ?? "") <= (other.endsOn ?? "9999") &&
  (other.startsOn ?? "") <= (one.endsOn ?? "9999");

/** What of somebody's time other projects take that they are on or were offered and have not answered. */
function taken(project: Project, on: readonly number[], made: readonly OfferRow[], known: Known) {
  if (on.length + made.length === 0) return {};
  const going = (id: number): boolean => id !== project.id && !known.over.has(id);
  const waiting = [...grouped(made, (o) => o.projectId)]
    .filter(([, offers]) => lastOffer(offers, known.day) === "waiting")
    .map(([id]) => id)
    .filter((id) => going(id) && !on.includes(id));
  const hours = [...new Set([...on.filter(going), ...waiting])]
    .flatMap((id) => known.projects.get(id) ?? [])
    .filter((p) => overlap(p, project, known.day))
    .reduce((sum, p) => sum + (p.hoursPerMonth ?? 0), 0);
  return {
    ...(waiting.length > 0 ? { offersWaiting: waiting.length } : {}),
    ...(hours > 0 ? { hoursTaken: hours } : {}),
  };
}

/**
 * What somebody was asked and is on, for one project. A place that is looked at again counts neither as an offer nor as a
 * project: nobody is passed over for having accepted the very place.
 */
export function involvementOf(id: number, project: Project, known: Known, again: ReadonlySet<number>) {
  const { day } = known;
  const all = known.teams.get(id) ?? [];
  const held = all.filter((t) => heldAgain(t, day, again));
  const team = all.filter((t) => !held.includes(t));
  const spared = new Set(held.map((t) => t.offerId));
  const made = (known.offers.get(id) ?? []).filter((o) => !spared.has(o.id));
  const last = made.at(-1)?.offeredOn;
  const since = addMonths(day, -known.policy.recentMonths);
  return {
    activeProjects: team.filter((t) => !known.over.has(t.projectId)).length,
    recentOffers: made.filter((o) => o.offeredOn > since).length,
    monthsSinceOffer: last ? wholeMonths(last, day) : null,
    offer: lastOffer(
      made.filter((o) => o.projectId === project.id),
      day,
    ),
    onTeam: team.some((t) => t.projectId === project.id),
    held: held.some((t) => t.projectId === project.id),
    ...taken(
      project,
      team.map((t) => t.projectId),
      made,
      known,
    ),
  };
}

/** The hours a month somebody can give on a day; null where they never said. */
export const hoursOn = ({ hours }: Known, id: number, day: Day): number | null =>
  hours.get(id)?.findLast((h) => within(day, h.fromOn, h.untilOn))?.hoursPerMonth ?? null;

/** What is on record of somebody, whatever the project. */
export function profileOf(person: Known["people"][number], known: Known) {
  const words = known.terms.get(person.id) ?? [];
  const keys = (kind: string): string[] => words.filter((w) => w.kind === kind).map((w) => w.key);
  return {
    perspective: person.perspective,
    region: person.region,
    skills: Object.fromEntries(words.filter((w) => w.kind === "skill").map((w) => [w.key, w.level])),
    interests: keys("interest"),
    availability: keys("availability"),
    experience: keys("experience"),
    mayUseExperience: known.mayUse(person.id),
    projectsMax: person.projects_max,
  };
}
