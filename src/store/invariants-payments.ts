import type { Invariant } from "./invariant.ts";

/** What has to hold of money, with a query for the rows that break it. */
export const paymentInvariants: readonly Invariant[] = [
  {
    code: "rates-overlap",
    finding: "has two rates on one day",
    query: `select distinct k.key || ' ' || a.band as about from rate a join rate b on a.card_id = b.card_id and a.band = b.band and a.id < b.id
      join rate_card k on k.id = a.card_id
      where a.from_on <= coalesce(b.to_on, '9999-12-31') and b.from_on <= coalesce(a.to_on, '9999-12-31') order by 1`,
  },
  {
    code: "rates-gap",
    finding: "has no rate, between two rates",
    query: `select k.key || ' ' || a.band || ' from ' || date(a.to_on, '+1 day') || ' to ' || date(min(b.from_on), '-1 day') as about
      from rate a join rate_card k on k.id = a.card_id join rate b on b.card_id = a.card_id and b.band = a.band and b.from_on > a.to_on
      where a.to_on is not null group by a.id having min(b.from_on) > date(a.to_on, '+1 day') order by 1`,
  },
  {
    code: "rate-of-another-day",
    kind: "payment",
    finding: "is priced at a rate that was not in force on the day of the activity",
    query: `select l.id from payment_line l join rate r on r.id = l.rate_id
      where l.reverses_id is null and (l.activity_on < r.from_on
      or (l.activity_on > r.to_on and (r.end_set_on is null or l.logged_on > r.end_set_on))) order by 1`,
  },
  {
    code: "fee-does-not-add-up",
    kind: "payment",
    finding: "asks for something else than its rate times the quantity, though nothing was chosen about it",
    query: `select id from payment_line where stream <> 'expense' and outcome = 'due' and reverses_id is null and rate_pence is not null
      and claimed_pence <> rate_pence * quantity order by id`,
  },
  {
    code: "unknown-activity",
    kind: "payment",
    finding: "is for something that is not in the store",
    query: `select l.id from payment_line l where (l.activity_kind = 'meeting' and not exists (select 1 from meeting x where x.key = l.activity_key))
      or (l.activity_kind = 'project' and not exists (select 1 from project x where printf('P-%03d', x.id) = l.activity_key))
      or (l.activity_kind = 'commentary' and not exists (select 1 from commentary x where printf('C-%03d', x.id) = l.activity_key))
      or (l.activity_kind = 'event' and not exists (select 1 from engagement_event x where printf('E-%03d', x.id) = l.activity_key))
      or (l.activity_kind = 'training' and not exists (select 1 from course x where x.key = l.activity_key))
      or (l.activity_kind = 'recruitment' and not exists (select 1 from recruitment_round x where x.key = l.activity_key)) order by 1`,
  },
  {
    code: "approved-by-recorder",
    kind: "payment",
    finding: "was approved by the person who recorded it",
    query:
      "select id from payment_line where approved_by is not null and lower(trim(approved_by)) = lower(trim(recorded_by)) order by 1",
  },
  {
    code: "paid-line-changed",
    kind: "payment",
    finding: "was changed after it was paid",
    query: `select distinct row_id as id from change_row where table_name = 'payment_line' and action <> 'insert'
      and json_extract(before, '$.state') = 'paid'
      and not exists (select 1 from change_set s where s.id = change_row.set_id and s.undoes_id is not null) order by 1`,
  },
  {
    code: "reversal-does-not-balance",
    kind: "payment",
    finding: "does not balance the line it reverses",
    query: `select r.id from payment_line r join payment_line l on l.id = r.reverses_id and r.state not in ('rejected', 'reversed')
      where coalesce(r.approved_pence, r.claimed_pence) + coalesce(l.approved_pence, l.claimed_pence) <> 0
      or r.person_id <> l.person_id or r.stream <> l.stream or l.state <> 'paid' order by 1`,
  },
  {
    code: "receipt-missing",
    kind: "payment",
    finding: "is an expense that needs a receipt and has none",
    query: `select l.id from payment_line l join expense_kind k on k.id = l.expense_kind_id where k.receipt_needed = 1 and l.reverses_id is null
      and l.state in ('approved', 'sent', 'paid') and not exists (select 1 from receipt r where r.line_id = l.id) order by 1`,
  },
  {
    code: "receipt-twice",
    kind: "payment",
    finding: "has a receipt that another line has too, and nobody said why",
    query: `with standing as (select r.sha256, l.id, l.again_reason from receipt r join payment_line l on l.id = r.line_id
      where l.state not in ('rejected', 'reversed') and not exists (select 1 from payment_line b where b.reverses_id = l.id
        and b.state not in ('rejected', 'reversed')))
      select distinct a.id from standing a join standing b on a.sha256 = b.sha256 and a.id <> b.id
      where a.again_reason is null and b.again_reason is null order by 1`,
  },
  {
    code: "batch-of-another-payer",
    kind: "payment",
    finding: "waits in a batch of another payer",
    query: `select l.id from payment_line l join batch_line i on i.line_id = l.id and i.reply is null
      join payment_batch b on b.id = i.batch_id where l.payer_id is not b.payer_id order by 1`,
  },
  {
    code: "batch-line-astray",
    kind: "payment",
    finding: "is in another state than its place in a batch says",
    query: `select l.id from payment_line l join batch_line i on i.line_id = l.id join payment_batch b on b.id = i.batch_id
      where (i.told is null) <> (b.state = 'draft') or (i.reply is null and l.state <> case b.state when 'draft' then 'approved' else 'sent' end)
      or (i.reply = 'paid' and l.state <> 'paid')
      union select l.id from payment_line l where l.state in ('sent', 'paid')
      and not exists (select 1 from batch_line i where i.line_id = l.id and (i.reply is null or i.reply = 'paid')) order by 1`,
  },
  {
    code: "paid-something-else",
    kind: "payment",
    finding: "was paid by a batch that has another amount for it than was approved",
    query: `select l.id from payment_line l join batch_line i on i.line_id = l.id and (i.reply is null or i.reply = 'paid')
      where l.approved_pence is not i.pence order by 1`,
  },
];
