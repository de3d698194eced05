import { type Invariant, setting } from "./invariant.ts";

/** What has to hold of days to come and of what is to be looked after, with a query for the rows that break it. */
export const upkeepInvariants: readonly Invariant[] = [
  {
    code: "in-the-future",
    kind: "member",
    finding: "has something on record as done on a day that is still to come",
    query: `select person_id as id from completion where completed_on > :today union select person_id from payment_line
      where activity_on > :today and state not in ('offered', 'accepted', 'rejected', 'declined', 'donated') union select a.person_id from attendance a
      join meeting mt on mt.id = a.meeting_id where mt.held_on > :today and a.state in ('present', 'part', 'absent') order by 1`,
  },
  {
    code: "reserve-past-date",
    finding: "is still a reserve past the day the reserve list ends",
    query: `select r.key || ' ' || a.code as about from round_decision d join application a on a.id = d.application_id
      join recruitment_round r on r.id = a.round_id where a.status = 'reserve' and d.reserve_until < :today order by 1`,
  },
  {
    code: "applicants-past-retention",
    finding: "has unsuccessful applicants whose data should have been blanked",
    query: `select r.key as about from recruitment_round r where r.retention_on < :today and exists (select 1 from application a
      where a.round_id = r.id and a.status not in ('appointed', 'offered', 'reserve') and a.blanked_on is null) order by 1`,
  },
  {
    code: "equality-past-retention",
    finding: "has equality answers that should have become counts",
    query: `select r.key as about from recruitment_round r where r.retention_on < :today and exists (select 1 from application a
      join application_equality e on e.application_id = a.id where a.round_id = r.id) order by 1`,
  },
  {
    code: "blanked-and-kept",
    finding: "was blanked, and something of theirs is still kept",
    query: `select r.key || ' ' || a.code as about from application a join recruitment_round r on r.id = a.round_id
      where a.blanked_on is not null and (a.person_id is not null
        or exists (select 1 from application_term t where t.application_id = a.id)
        or exists (select 1 from application_equality e where e.application_id = a.id)
        or exists (select 1 from round_decision d where d.application_id = a.id and d.feedback is not null)
        or exists (select 1 from round_score s where s.application_id = a.id and s.note is not null)
        or exists (select 1 from change_row c where c.table_name = 'application' and c.row_id = a.id
          and coalesce(json_extract(c.before, '$.known_as'), json_extract(c.after, '$.known_as')) is not null)) order by 1`,
  },
  {
    code: "file-past-retention",
    finding: "has the contents of its file, which should have been deleted",
    query: `select printf('I-%03d', c.import_id) as about from import_content c left join recruitment_round r on r.id = c.round_id
      where min(c.until_on, coalesce(r.retention_on, c.until_on)) < :today order by 1`,
  },
  {
    code: "late-payment",
    kind: "payment",
    finding: "was sent to finance and has waited too long to be paid",
    query: `select id from payment_line where state = 'sent' and julianday(:today) - julianday(sent_on) > ${setting("late-payment-days")} order by 1`,
  },
  {
    code: "edited-outside",
    finding: "was changed outside the program",
    query: "select distinct table_name as about from change_row where set_id is null order by 1",
  },
];
