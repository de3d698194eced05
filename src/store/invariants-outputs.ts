import type { Invariant } from "./invariant.ts";

/** What has to hold of commentaries, naming and evaluation, with a query for the rows that break it. */
export const outputInvariants: readonly Invariant[] = [
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
      where (t.to_on is null or t.to_on > :today) and p.status <> 'closed' and (p.ends_on is null or p.ends_on >= :today)
      and not exists (select 1 from membership m where m.person_id = t.person_id and (m.left_on is null or m.left_on > :today)) order by 1`,
  },
];
