import type { Activity, ActivityKind } from "../domain/activity.ts";
import type { Day } from "../domain/day.ts";
import { nameOf } from "../domain/naming.ts";
import { type LineState, outputOf, type PaymentLine } from "../domain/payment.ts";
import { type FlagFacts, unknownLines } from "../domain/payment-words.ts";
import { idOf } from "../domain/ref.ts";
import { no, type Result, yes } from "../domain/result.ts";
import { namingFacts } from "./naming.ts";
import { receiptFacts } from "./receipts.ts";
import { numberSetting } from "./settings.ts";
import { type Store, sql } from "./store.ts";

/** What a list of lines is narrowed to; what is left out narrows nothing. */
export interface LineFilter {
  readonly ids?: readonly number[];
  readonly personId?: number | undefined;
  readonly states?: readonly LineState[] | undefined;
  readonly from?: Day | undefined;
  readonly to?: Day | undefined;
  readonly kind?: ActivityKind | undefined;
  readonly key?: string | undefined;
}

const lines = sql
  .selectFrom("payment_line as l")
  .innerJoin("person as p", "p.id", "l.person_id")
  .leftJoin("expense_kind as k", "k.id", "l.expense_kind_id")
  .leftJoin("payer as y", "y.id", "l.payer_id")
  .leftJoin("payment_line as b", (join) =>
    join.onRef("b.reverses_id", "=", "l.id").on("b.state", "not in", ["rejected", "reversed"]),
  )
  .leftJoin("batch_line as i", (join) =>
    join
      .onRef("i.line_id", "=", "l.id")
      .on((on) => on.or([on("i.reply", "is", null), on("i.reply", "=", "paid")])),
  )
  .leftJoin("payment_batch as t", "t.id", "i.batch_id")
  .select([
    "l.id",
    "l.stream",
    "l.person_id",
    "p.known_as",
    "l.activity_kind",
    "l.activity_key",
    "l.activity_on",
    "l.band",
    "l.quantity",
    "l.rate_id",
    "l.rate_pence",
    "k.key as kind_key",
    "k.label as kind_label",
    "l.miles_tenths",
    "l.claimed_pence",
    "l.approved_pence",
    "l.difference_reason",
    "l.outcome",
    "l.state",
    "l.state_reason",
    "l.description",
    "l.recorded_by",
    "l.logged_on",
    "l.claimed_on",
    "l.approved_on",
    "l.approved_by",
    "l.sent_on",
    "l.paid_on",
    "y.key as payer",
    "l.reverses_id",
    "l.again_reason",
    "b.id as balancing_id",
    "t.key as batch",
  ])
  .orderBy("l.activity_on")
  .orderBy("l.id");

function narrowed(filter: LineFilter): typeof lines {
  let query = lines;
  if (filter.ids) query = query.where("l.id", "in", filter.ids);
  if (filter.personId !== undefined) query = query.where("l.person_id", "=", filter.personId);
  if (filter.states) query = query.where("l.state", "in", filter.states);
  if (filter.from) query = query.where("l.activity_on", ">=", filter.from);
  if (filter.to) query = query.where("l.activity_on", "<=", filter.to);
  if (filter.kind) query = query.where("l.activity_kind", "=", filter.kind);
  if (filter.key) query = query.where("l.activity_key", "=", filter.key);
  return query;
}

/** Whether a person is anonymous in what they are paid for, by the naming gate. */
export function anonymousIn(
  store: Store,
  rows: readonly { readonly person_id: number; readonly activity_kind: string }[],
): (personId: number, activity: Activity) => boolean {
  const people = rows
    .filter((r) => ["commentary", "event"].includes(r.activity_kind))
    .map((r) => r.person_id);
  if (people.length === 0) return () => false;
  const facts = namingFacts(store, people);
  return (personId, activity) => {
    const output = outputOf(activity);
    return output !== null && !nameOf(facts, personId, output, "team").shown;
  };
}

/** Payment lines by day of activity, with what else is known of each: who, payer, receipts, and what balances it. */
export function paymentLines(store: Store, filter: LineFilter = {}): PaymentLine[] {
  const receipts = receiptFacts(store);
  const rows = store.all(narrowed(filter));
  const anonymous = anonymousIn(store, rows);
  return rows.map((l) => ({
    id: l.id,
    stream: l.stream as PaymentLine["stream"],
    personId: l.person_id,
    knownAs: l.known_as,
    activity: { kind: l.activity_kind as ActivityKind, key: l.activity_key },
    activityWithheld: anonymous(l.person_id, { kind: l.activity_kind as ActivityKind, key: l.activity_key }),
    activityOn: l.activity_on as Day,
    band: l.band,
    quantity: l.quantity,
    rateId: l.rate_id,
    ratePence: l.rate_pence,
    expenseKind: l.kind_key,
    expenseLabel: l.kind_label,
    milesTenths: l.miles_tenths,
    claimedPence: l.claimed_pence,
    approvedPence: l.approved_pence,
    differenceReason: l.difference_reason,
    outcome: l.outcome as PaymentLine["outcome"],
    state: l.state as LineState,
    stateReason: l.state_reason,
    note: l.description,
    recordedBy: l.recorded_by,
    loggedOn: l.logged_on as Day,
    claimedOn: l.claimed_on as Day | null,
    approvedOn: l.approved_on as Day | null,
    approvedBy: l.approved_by,
    sentOn: l.sent_on as Day | null,
    paidOn: l.paid_on as Day | null,
    payer: l.payer,
    reversesId: l.reverses_id,
    balanced: l.balancing_id !== null,
    balancedBy: l.balancing_id,
    againReason: l.again_reason,
    receipts: receipts.of.get(l.id) ?? 0,
    receiptShared: receipts.shared.has(l.id),
    batch: l.batch,
  }));
}

/** The lines that refs name; a text that is none of one finds nothing. */
export const linesNamed = (store: Store, refs: readonly string[]): PaymentLine[] =>
  paymentLines(store, { ids: refs.flatMap((text) => idOf("payment", text) ?? []) });

/** The one line meant by a ref; an unknown one is refused. */
export function findLine(store: Store, text: string): Result<PaymentLine> {
  const [line] = paymentLines(store, { ids: [idOf("payment", text) ?? 0] });
  return line ? yes(line) : no(...unknownLines([text], []));
}

/** Lines of a person for an activity that stand: neither rejected, nor reversed, nor reversing. */
export const standingLines = (
  store: Store,
  personId: number,
  activity: Activity,
): { id: number; on: Day; state: LineState; isExpense: boolean; kindId: number | null }[] =>
  store
    .all(
      sql
        .selectFrom("payment_line")
        .select(["id", "activity_on", "state", "stream", "expense_kind_id"])
        .where("person_id", "=", personId)
        .where("activity_kind", "=", activity.kind)
        .where("activity_key", "=", activity.key)
        .where("state", "not in", ["rejected", "reversed"])
        .where("reverses_id", "is", null)
        .orderBy("id"),
    )
    .map((l) => ({
      id: l.id,
      on: l.activity_on as Day,
      state: l.state as LineState,
      isExpense: l.stream === "expense",
      kindId: l.expense_kind_id,
    }));

/** The figures of the unit that lines are flagged by. */
export const flagFacts = (store: Store, today: Day): FlagFacts => ({
  today,
  lateDays: numberSetting(store, "late-payment-days"),
  windowMonths: numberSetting(store, "claim-window-months"),
});
