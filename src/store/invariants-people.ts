import type { Invariant } from "./invariant.ts";

/** What has to hold of people and recruitment, with a query for the rows that break it. */
export const peopleInvariants: readonly Invariant[] = [
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
];
