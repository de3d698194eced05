import { activityName } from "../domain/activity.ts";
import type { Ceiling, CeilingFacts, CeilingKind, SteadyWork, Work } from "../domain/ceiling.ts";
import type { NewCeiling } from "../domain/ceiling-plan.ts";
import type { Day } from "../domain/day.ts";
import { amountOf, counts, type PaymentLine } from "../domain/payment.ts";
import { shownActivity, whatOf } from "../domain/payment-words.ts";
import { ref } from "../domain/ref.ts";
import {
  expectedOn,
  gatheringsAsWork,
  type PriceFacts,
  projectAsWork,
  type Worker,
} from "../domain/scheduled.ts";
import { paymentLines } from "./payments.ts";
import { memberships } from "./people.ts";
import { preferencesOf } from "./preferences.ts";
import { bands, rates } from "./rates.ts";
import { gatheringsOf, projectTimesOf } from "./scheduled.ts";
import { type Store, sql } from "./store.ts";

const all = sql
  .selectFrom("ceiling as c")
  .innerJoin("person as p", "p.id", "c.person_id")
  .select(["c.id", "c.person_id", "p.known_as", "c.kind", "c.amount", "c.week_starts", "c.month_starts"])
  .select(["c.set_on", "c.cleared_on"])
  .orderBy("c.person_id")
  .orderBy("c.id");

/** Every ceiling there is or was, of one person or of everybody, in the order they were set. */
export const ceilingsOf = (store: Store, personId?: number): Ceiling[] =>
  store.all(personId === undefined ? all : all.where("c.person_id", "=", personId)).map((c) => ({
    id: c.id,
    personId: c.person_id,
    knownAs: c.known_as,
    kind: c.kind as CeilingKind,
    amount: c.amount,
    starts: c.week_starts ?? c.month_starts ?? 1,
    setOn: c.set_on as Day,
    clearedOn: c.cleared_on as Day | null,
  }));

/** The ceilings that are watched. */
export const openCeilings = (store: Store, personId?: number): Ceiling[] =>
  ceilingsOf(store, personId).filter((c) => c.clearedOn === null);

/** Stops watching ceilings from a day on; that they were there stays on record. */
export function clearCeilings(store: Store, ceilings: readonly Ceiling[], on: Day): void {
  for (const { id } of ceilings) store.update("ceiling", id, { cleared_on: on });
}

/** Sets a ceiling, in place of the one before it. */
export function setCeiling(
  store: Store,
  personId: number,
  ceiling: NewCeiling,
  before: Ceiling | undefined,
): void {
  if (before) clearCeilings(store, [before], ceiling.setOn);
  const isMonth = ceiling.kind === "month-pence";
  store.insert("ceiling", {
    person_id: personId,
    kind: ceiling.kind,
    amount: ceiling.amount,
    week_starts: isMonth ? null : ceiling.starts,
    month_starts: isMonth ? ceiling.starts : null,
    set_on: ceiling.setOn,
  });
}

/**
 * What a line has beside what lists show of it: its time, and what is known of when it will be paid. A batch is paid in one run,
 * so its lines stand in one week also where no cut-off is known: the one in which it was sent, or made.
 */
interface LineMore {
  readonly minutes: number;
  readonly inRunOf: Day | null;
  readonly cutOffDay: number | null;
}

const moreOfLines = (store: Store, personId: number): Map<number, LineMore> =>
  new Map(
    store
      .all(
        sql
          .selectFrom("payment_line as l")
          .leftJoin("payer as y", "y.id", "l.payer_id")
          .leftJoin("batch_line as i", (join) =>
            join
              .onRef("i.line_id", "=", "l.id")
              .on((eb) => eb.or([eb("i.reply", "is", null), eb("i.reply", "=", "paid")])),
          )
          .leftJoin("payment_batch as b", "b.id", "i.batch_id")
          .select(["l.id", "l.minutes", "y.cut_off_day", "b.cut_off_on", "b.sent_on", "b.made_on"])
          .where("l.person_id", "=", personId)
          .orderBy("l.id"),
      )
      .map((l) => [
        l.id,
        {
          minutes: l.minutes ?? 0,
          inRunOf: (l.cut_off_on ?? l.sent_on ?? l.made_on) as Day | null,
          cutOffDay: l.cut_off_day,
        },
      ]),
  );

/** Work that was agreed and has a line, though nothing of it is owed yet. */
const agreed: ReadonlySet<string> = new Set(["offered", "accepted"]);
/** Lines whose time does not count: they were refused, or taken back. */
const undone: ReadonlySet<string> = new Set(["rejected", "reversed"]);

function asWork(line: PaymentLine, more: LineMore | undefined, today: Day): Work {
  const fee = line.stream !== "expense";
  const brings = fee && (counts(line) || (agreed.has(line.state) && line.outcome !== "declined"));
  const worked = fee && line.reversesId === null && !undone.has(line.state);
  return {
    personId: line.personId,
    ref: ref("payment", line.id),
    activity: activityName(line.activity),
    what: `${whatOf(line)}, ${shownActivity(line)}`,
    on: line.activityOn,
    paidOn: line.paidOn ?? more?.inRunOf ?? expectedOn(more?.cutOffDay ?? null, line.activityOn, today),
    pence: brings ? amountOf(line) : 0,
    minutes: worked ? (more?.minutes ?? 0) : 0,
  };
}

function workOf(
  store: Store,
  worker: Worker,
  facts: PriceFacts,
): { readonly work: Work[]; readonly steady: SteadyWork[] } {
  const more = moreOfLines(store, worker.id);
  const lines = paymentLines(store, { personId: worker.id });
  const logged = new Set(
    lines
      .filter((l) => l.stream !== "expense" && !undone.has(l.state))
      .map((l) => `${activityName(l.activity)} ${l.activityOn}`),
  );
  const gatherings = gatheringsOf(store, worker.id).filter((g) => !logged.has(`${g.activity} ${g.on}`));
  return {
    work: [
      ...lines.map((l) => asWork(l, more.get(l.id), facts.today)),
      ...gatheringsAsWork(worker, gatherings, facts),
    ],
    steady: projectTimesOf(store, worker.id, facts.today).map((p) => projectAsWork(worker, p, facts)),
  };
}

/**
 * How everybody with a ceiling (or these people) stands: their lines, and what they are to do that has no line yet. Read
 * inside the write that adds work, it holds the new work already.
 */
export function ceilingFacts(store: Store, today: Day, people?: readonly number[]): CeilingFacts {
  const ceilings = openCeilings(store).filter((c) => people === undefined || people.includes(c.personId));
  const prices: PriceFacts = { today, bands: bands(store), rates: rates(store) };
  const each = [...new Set(ceilings.map((c) => c.personId))].map((id) =>
    workOf(store, { id, memberships: memberships(store, id), preferences: preferencesOf(store, id) }, prices),
  );
  return {
    today,
    ceilings,
    work: each.flatMap((w) => w.work),
    steady: each.flatMap((w) => w.steady),
  };
}
