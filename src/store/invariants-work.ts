import type { Invariant } from "./invariant.ts";

/** What has to hold of meetings, training and projects, with a query for the rows that break it. */
export const workInvariants: readonly Invariant[] = [
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
    code: "released-too-early",
    kind: "project",
    finding: "has somebody on its team who was released before the place was theirs",
    query: `select distinct t.project_id as id from team_membership t left join project_offer o on o.id = t.offer_id
      where t.to_on < min(t.from_on, coalesce(o.replied_on, t.assigned_on, t.from_on)) order by 1`,
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
];
