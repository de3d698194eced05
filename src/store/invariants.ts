import type { RefKind } from "../domain/ref.ts";

/** An invariant: the rows that break it, each with what it is about and what is wrong. */
export interface Invariant {
  readonly code: string;
  /** What `id` in the rows is the number of; where left out, the rows carry `about` themselves. */
  readonly kind?: RefKind;
  readonly finding: string;
  readonly query: string;
}

const setting = (key: string): string => `(select cast(value as integer) from setting where key = '${key}')`;

/** Every rule that no single table can keep by itself. */
export const invariants: readonly Invariant[] = [
  {
    code: "memberships-overlap",
    kind: "member",
    finding: "is twice in one group at the same time",
    query: `select distinct a.person_id as id from membership a join membership b
      on a.person_id = b.person_id and a.group_id = b.group_id and a.id < b.id
      where a.joined_on < coalesce(b.left_on, '9999-12-31') and b.joined_on < coalesce(a.left_on, '9999-12-31') order by 1`,
  },
  {
    code: "pause-outside-membership",
    kind: "member",
    finding: "has a pause outside their membership",
    query: `select m.person_id as id from membership_pause p join membership m on m.id = p.membership_id
      where p.from_on < m.joined_on or (m.left_on is not null and coalesce(p.until_on, '9999-12-31') > m.left_on) order by 1`,
  },
  {
    code: "consent-before-wording",
    kind: "member",
    finding: "gave a consent before its wording was in force",
    query: `select c.person_id as id from consent c join consent_wording w on w.id = c.wording_id where c.given_on < w.effective_on order by 1`,
  },
  {
    code: "erased-but-active",
    kind: "member",
    finding: "was erased and is still in a group",
    query: `select p.id from person p join membership m on m.person_id = p.id where p.erased_on is not null and m.left_on is null order by 1`,
  },
  {
    code: "paper-without-its-step",
    kind: "paper",
    finding: "stands otherwise than the last step of its history says",
    query: `select p.id from paper p where not exists (select 1 from paper_step s where s.paper_id = p.id and s.step = p.status
      and s.on_day is p.status_on and s.position = (select max(l.position) from paper_step l where l.paper_id = p.id and l.step <> 'corrected'))
      order by 1`,
  },
  {
    code: "score-above-scale",
    finding: "has a score above the criterion's scale",
    query: `select r.key || ' ' || a.code as about from round_score s join round_criterion c on c.id = s.criterion_id
      join application a on a.id = s.application_id join recruitment_round r on r.id = a.round_id where s.score > c.scale_max order by 1`,
  },
  {
    code: "score-despite-conflict",
    finding: "was scored by somebody who declared a conflict of interest",
    query: `select r.key || ' ' || a.code as about from round_score s join round_conflict x on x.panel_id = s.panel_id and x.application_id = s.application_id
      join application a on a.id = s.application_id join recruitment_round r on r.id = a.round_id order by 1`,
  },
  {
    code: "proposal-facts-kept",
    finding: "has been blanked, and a proposal still keeps what its applicants bring",
    query: `select distinct r.key || ' ' || a.code as about from round_proposal p join recruitment_round r on r.id = p.round_id
      join application a on a.round_id = r.id where a.blanked_on is not null and p.facts is not null order by 1`,
  },
  {
    code: "match-facts-kept",
    finding: "rests on what somebody brings whose experience may not be used any more",
    query: `select distinct printf('R-%03d', f.run_id) as about from match_run_facts f, json_each(f.facts) p, json_each(p.value, '$.people') m
      where json_array_length(m.value, '$.experience') > 0 and not exists (select 1 from consent c join consent_wording w on w.id = c.wording_id
        join person e on e.id = c.person_id and e.erased_on is null
        where c.person_id = json_extract(m.value, '$.id') and w.purpose = 'matching' and c.withdrawn_on is null) order by 1`,
  },
  {
    code: "score-from-other-round",
    finding: "was scored on another round's criterion or panel",
    query: `select r.key || ' ' || a.code as about from round_score s join round_criterion c on c.id = s.criterion_id join round_panel p on p.id = s.panel_id
      join application a on a.id = s.application_id join recruitment_round r on r.id = a.round_id
      where c.round_id <> a.round_id or p.round_id <> a.round_id order by 1`,
  },
  {
    code: "interviewed-without-shortlist",
    finding: "has a score from an interview and was never shortlisted",
    query: `select distinct r.key || ' ' || a.code as about from round_score s join round_criterion c on c.id = s.criterion_id
      join application a on a.id = s.application_id join recruitment_round r on r.id = a.round_id
      where c.stage = 'interview' and a.status = 'received' order by 1`,
  },
  {
    code: "conflict-from-other-round",
    finding: "has a conflict of interest of somebody on another round's panel",
    query: `select r.key || ' ' || a.code as about from round_conflict x join round_panel p on p.id = x.panel_id
      join application a on a.id = x.application_id join recruitment_round r on r.id = a.round_id where p.round_id <> a.round_id order by 1`,
  },
  {
    code: "moderation-does-not-fit",
    finding:
      "was moderated by somebody who is not a moderator of the round, on another round's criterion, or above its scale",
    query: `select r.key || ' ' || a.code as about from round_moderation m join round_criterion c on c.id = m.criterion_id
      join round_panel p on p.id = m.panel_id join application a on a.id = m.application_id join recruitment_round r on r.id = a.round_id
      where c.round_id <> a.round_id or p.round_id <> a.round_id or p.role <> 'moderator' or m.agreed > c.scale_max order by 1`,
  },
  {
    code: "appointed-without-membership",
    finding: "was appointed and never joined the group",
    query: `select r.key || ' ' || a.code as about from application a join recruitment_round r on r.id = a.round_id
      where a.status = 'appointed' and not exists (select 1 from membership m where m.person_id = a.person_id and m.group_id = r.group_id) order by 1`,
  },
  {
    code: "unknown-aim",
    finding: "has an aim for a word that is not in the vocabulary",
    query: `select r.key as about from round_aim x join recruitment_round r on r.id = x.round_id
      where x.category <> 'perspective' and not exists (select 1 from vocabulary_term t where t.kind = x.category and t.key = x.value) order by 1`,
  },
  {
    code: "attendance-outside-membership",
    finding: "has attendance of somebody who was not in the group that day",
    query: `select mt.key || ' ' || printf('M-%03d', a.person_id) as about from attendance a join meeting mt on mt.id = a.meeting_id
      join meeting_series s on s.id = mt.series_id where not exists (select 1 from membership m where m.person_id = a.person_id
      and m.group_id = s.group_id and m.joined_on <= mt.held_on and (m.left_on is null or m.left_on >= mt.held_on)) order by 1`,
  },
  {
    code: "attendance-at-cancelled-meeting",
    finding: "was cancelled and has people who came",
    query: `select distinct mt.key as about from attendance a join meeting mt on mt.id = a.meeting_id
      where mt.status = 'cancelled' and a.state in ('present', 'part') order by 1`,
  },
  {
    code: "part-completed-twice",
    kind: "member",
    finding: "has one part of a course completed twice",
    query: `select c.person_id as id from completion c where not exists (select 1 from completion_revocation r where r.completion_id = c.id)
      group by c.person_id, c.part_id having count(*) > 1 order by 1`,
  },
  {
    code: "revoked-before-completed",
    kind: "member",
    finding: "had a completion revoked before it was completed",
    query: `select c.person_id as id from completion c join completion_revocation r on r.completion_id = c.id where r.revoked_on < c.completed_on order by 1`,
  },
  {
    code: "completed-at-cancelled-session",
    kind: "member",
    finding: "has a part that was completed at a session that was cancelled, and it was not taken back",
    query: `select distinct c.person_id as id from completion c join training_session s on s.id = c.session_id
      where s.status = 'cancelled' and not exists (select 1 from completion_revocation r where r.completion_id = c.id) order by 1`,
  },
  {
    code: "session-over-places",
    kind: "session",
    finding: "has more people enrolled than places",
    query: `select s.id from training_session s join session_enrolment e on e.session_id = s.id and e.state = 'enrolled'
      where s.status = 'planned' group by s.id having count(*) > s.places order by 1`,
  },
  {
    code: "waiting-beside-free-place",
    kind: "session",
    finding: "has a free place, and somebody waits who is in a group on its day",
    query: `select distinct s.id from training_session s join session_enrolment w on w.session_id = s.id and w.state = 'waiting'
      where s.status = 'planned' and s.held_on >= date((select max(made_at) from change_set))
      and exists (select 1 from membership m where m.person_id = w.person_id and m.joined_on <= s.held_on and (m.left_on is null or m.left_on > s.held_on))
      and (s.places is null or s.places > (select count(*) from session_enrolment e
        where e.session_id = s.id and e.state in ('enrolled', 'attended', 'absent'))) order by 1`,
  },
  {
    code: "clearance-without-rule",
    finding: "is a clearance that nothing opens",
    query: `select c.key as about from clearance c where c.retired_on is null and not exists (select 1 from clearance_rule r where r.clearance_id = c.id and r.retired_on is null) order by 1`,
  },
  {
    code: "team-over-places",
    kind: "project",
    finding: "has more people on its team than places",
    query: `select p.id from project p join team_membership t on t.project_id = p.id and t.to_on is null group by p.id having count(*) > p.places order by 1`,
  },
  {
    code: "accepted-without-team",
    kind: "project",
    finding: "has an accepted offer and nobody on the team for it",
    query: `select o.project_id as id from project_offer o where o.reply = 'accepted'
      and not exists (select 1 from team_membership t where t.project_id = o.project_id and t.person_id = o.person_id) order by 1`,
  },
  {
    code: "unknown-need",
    kind: "project",
    finding: "needs a word that is not in the vocabulary",
    query: `select n.project_id as id from project_need n where (n.category in ('experience', 'skill', 'interest', 'region', 'availability')
      and not exists (select 1 from vocabulary_term t where t.kind = n.category and t.key = n.value))
      or (n.category = 'clearance' and not exists (select 1 from clearance c where c.key = n.value)) order by 1`,
  },
  {
    code: "rates-overlap",
    finding: "has two rates on one day",
    query: `select distinct k.key || ' ' || a.band as about from rate a join rate b on a.card_id = b.card_id and a.band = b.band and a.id < b.id
      join rate_card k on k.id = a.card_id
      where a.from_on <= coalesce(b.to_on, '9999-12-31') and b.from_on <= coalesce(a.to_on, '9999-12-31') order by 1`,
  },
  {
    code: "rates-gap",
    finding: "has days without a rate between two rates",
    query: `select k.key || ' ' || a.band as about from rate a join rate_card k on k.id = a.card_id
      where a.to_on is not null and exists (select 1 from rate b where b.card_id = a.card_id and b.band = a.band and b.from_on > a.to_on)
      and not exists (select 1 from rate b where b.card_id = a.card_id and b.band = a.band and b.from_on = date(a.to_on, '+1 day')) order by 1`,
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
    finding: "has a receipt that another line has too",
    query: `select distinct a.line_id as id from receipt a join receipt b on a.sha256 = b.sha256 and a.line_id <> b.line_id order by 1`,
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
  {
    code: "submitted-with-naming-undecided",
    kind: "commentary",
    finding: "went out while an author had not decided how to be named",
    query: `select distinct c.id from commentary c join commentary_author a on a.commentary_id = c.id and a.agreed_on is not null and a.left_on is null
      where c.state in ('submitted', 'accepted', 'published') and coalesce((select n.form from naming_choice n where n.person_id = a.person_id
      and ((n.output_kind = 'commentary' and n.output_id = c.id) or n.output_kind = 'default') order by n.output_kind = 'default', n.id desc limit 1), 'undecided') = 'undecided' order by 1`,
  },
  {
    code: "submitted-without-naming-consent",
    kind: "commentary",
    finding: "is with the journal, and an author who is to be named took back their consent to be named",
    query: `select distinct c.id from commentary c join commentary_author a on a.commentary_id = c.id and a.agreed_on is not null and a.left_on is null
      where c.state in ('submitted', 'accepted') and exists (select 1 from consent x join consent_wording w on w.id = x.wording_id
      where x.person_id = a.person_id and w.purpose = 'naming') and not exists (select 1 from consent x join consent_wording w
      on w.id = x.wording_id where x.person_id = a.person_id and w.purpose = 'naming' and x.withdrawn_on is null)
      and (select n.form from naming_choice n where n.person_id = a.person_id and ((n.output_kind = 'commentary' and n.output_id = c.id)
      or n.output_kind = 'default') order by n.output_kind = 'default', n.id desc limit 1) in ('full', 'other', 'initials', 'pen-name') order by 1`,
  },
  {
    code: "naming-after-publication",
    kind: "commentary",
    finding: "was published, and a naming choice was changed afterwards without a correction",
    query: `select distinct c.id from commentary c join naming_choice n on n.output_kind = 'commentary' and n.output_id = c.id
      where c.state = 'published' and n.chosen_on > c.published_on and n.correction_id is null order by 1`,
  },
  {
    code: "commentary-without-authors",
    kind: "commentary",
    finding: "went out without an author",
    query: `select c.id from commentary c where c.state in ('submitted', 'accepted', 'published')
      and not exists (select 1 from commentary_author a where a.commentary_id = c.id and a.agreed_on is not null and a.left_on is null) order by 1`,
  },
  {
    code: "published-unapproved",
    kind: "commentary",
    finding: "was published, and not every author approved its newest text",
    query: `select distinct c.id from commentary c join commentary_author a on a.commentary_id = c.id and a.agreed_on is not null and a.left_on is null
      where c.state = 'published' and not exists (select 1 from commentary_approval v join commentary_text t on t.id = v.text_id
      where t.commentary_id = c.id and v.person_id = a.person_id and v.cleared_on is null
      and t.version = (select max(version) from commentary_text where commentary_id = c.id)) order by 1`,
  },
  {
    code: "approval-of-an-old-text",
    kind: "commentary",
    finding: "has an approval that stands for a text that is not the newest",
    query: `select distinct t.commentary_id as id from commentary_approval v join commentary_text t on t.id = v.text_id
      where v.cleared_on is null and t.version < (select max(n.version) from commentary_text n where n.commentary_id = t.commentary_id) order by 1`,
  },
  {
    code: "unknown-answer",
    finding: "has a response to a question that was not asked",
    query: `select distinct r.key as about from evaluation_response e join evaluation_round r on r.id = e.round_id, json_each(e.answers) j
      where not exists (select 1 from evaluation_question q where q.round_id = r.id and q.key = j.key) order by 1`,
  },
  {
    code: "reviewer-outside-lewg",
    finding: "is reviewed by somebody who was never in the working group",
    query: `select distinct r.key as about from evaluation_reviewer v join evaluation_round r on r.id = v.round_id where not exists
      (select 1 from membership m join involvement_group g on g.id = m.group_id where g.key = 'lewg' and m.person_id = v.person_id) order by 1`,
  },
  {
    code: "on-a-team-and-in-no-group",
    kind: "member",
    finding: "is on a project team and in no group now",
    query: `select distinct t.person_id as id from team_membership t join project p on p.id = t.project_id
      where (t.to_on is null or t.to_on >= :today) and p.status <> 'closed'
      and not exists (select 1 from membership m where m.person_id = t.person_id and (m.left_on is null or m.left_on > :today)) order by 1`,
  },
  {
    code: "in-the-future",
    kind: "member",
    finding: "has something on record as done on a day that is still to come",
    query: `select person_id as id from completion where completed_on > :today union select person_id from payment_line
      where activity_on > :today and state not in ('offered', 'accepted', 'rejected', 'settled-without-payment') union select a.person_id from attendance a
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
