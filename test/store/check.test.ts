import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import { checkedCodes, findings } from "../../src/store/check.ts";
import type { Store } from "../../src/store/store.ts";
import { furnished } from "../furnished.ts";

/** One of everything the rules speak about, and all of it as it should be. */
const base = `
  insert into recruitment_round (id, key, title, group_id, places, opens_on, closes_on) values (1, 'autumn', 'Autumn', 1, 14, '2025-08-01', '2025-09-05');
  insert into round_criterion (id, round_id, key, label, kind, stage) values (1, 1, 'why', 'Why', 'essential', 'shortlisting');
  insert into round_panel (id, round_id, staff_id, role) values (1, 1, 1, 'shortlister');
  insert into application (id, round_id, code, known_as, received_on) values (1, 1, 'A-001', 'Kit', '2025-08-10');
  insert into meeting (id, series_id, key, held_on, status) values (1, (select id from meeting_series where key = 'lewg'), '2026-01', '2026-01-14', 'held');
  insert into project (id, title, places, created_on) values (1, 'Coming home', 1, '2026-01-12');
  insert into paper (id, title) values (1, 'What helps');
  insert into paper_step (paper_id, position, step) values (1, 1, 'planned');
  insert into commentary (id, paper_id, title, proposed_on) values (1, 1, 'What was not asked', '2026-02-01');
  insert into commentary_author (commentary_id, person_id, invited_on, agreed_on) values (1, 2, '2026-02-02', '2026-02-03');
  insert into evaluation_round (id, key, title, framework) values (1, '2026', 'How it went', 'yearly');
  insert into evaluation_question (round_id, key, wording, scale_max, position) values (1, 'voice', 'Were you heard?', 10, 1);
  insert into payment_line (id, stream, person_id, activity_kind, activity_key, activity_on, band, rate_id, rate_pence, claimed_pence, recorded_by, logged_on, payer_id)
    select 1, 'fee', 2, 'other', 'panel', '2026-03-14', 'half-day', id, pence, pence, 'Harriet Osei', '2026-03-16', 1
    from rate where band = 'half-day' and from_on <= '2026-03-14' and (to_on is null or to_on >= '2026-03-14');`;

const approved = (by: string): string =>
  `update payment_line set state = 'approved', approved_on = '2026-03-20', approved_by = '${by}', approved_pence = claimed_pence where id = 1;`;
const sent = `${approved("Tomasz Wilk")} update payment_line set state = 'sent', sent_on = '2026-03-21' where id = 1;`;
const draftOf = (payer: number): string => `
  insert into payment_batch (id, payer_id, key, made_on, made_by) values (1, ${payer}, 'march', '2026-04-01', 'test');
  insert into batch_line (batch_id, line_id, pence) select 1, id, claimed_pence from payment_line where id = 1;`;
const expense = (id: number): string => `
  insert into payment_line (id, stream, person_id, activity_kind, activity_key, activity_on, expense_kind_id, claimed_pence, state, recorded_by, logged_on, approved_on, approved_by, approved_pence)
    select ${id}, 'expense', ${id}, 'other', 'panel', '2026-03-14', id, 1200, 'approved', 'Harriet Osei', '2026-03-16', '2026-03-17', 'Tomasz Wilk', 1200 from expense_kind where receipt_needed = 1 limit 1;`;
const receipt = (line: number): string =>
  `insert into receipt (line_id, file_name, sha256, added_on) values (${line}, 'ticket.pdf', '${"a".repeat(64)}', '2026-03-16');`;
const score = (points: number, criterion = 1): string =>
  `insert into round_score (application_id, criterion_id, panel_id, score, scored_on) values (1, ${criterion}, 1, ${points}, '2025-09-10');`;
const submitted = "update commentary set state = 'submitted', submitted_on = '2026-05-01' where id = 1;";
const naming = (form: string, on: string): string =>
  `insert into naming_choice (person_id, output_kind, output_id, form, chosen_on, how) values (2, 'commentary', 1, '${form}', '${on}', 'e-mail');`;
const commentaryText = (version: number): string =>
  `insert into commentary_text (commentary_id, version, body, sha256, words, made_on) values (1, ${version}, 'Text', '${String(version).repeat(64)}', 1, '2026-03-01');`;
const session = (on: string, places: number): string =>
  `insert into training_session (id, course_id, part_id, held_on, places) select 1, course_id, id, '${on}', ${places} from course_part where key = 'role-play';`;
const place = (person: number, state: string): string =>
  `insert into session_enrolment (session_id, person_id, state, turn) values (1, ${person}, '${state}', ${person});`;
const team = (person: number): string =>
  `insert into team_membership (project_id, person_id, from_on) values (1, ${person}, '2026-02-01');`;

/** What breaks each rule, by its code. */
const broken: Readonly<Record<string, string>> = {
  damaged:
    "pragma foreign_keys = off; insert into membership (person_id, group_id, joined_on) values (999, 1, '2026-01-01');",
  "memberships-overlap":
    "insert into membership (person_id, group_id, joined_on, left_on, left_as) values (2, 1, '2025-10-20', '2025-12-01', 'stepped-down');",
  "pause-outside-membership":
    "insert into membership_pause (membership_id, from_on, until_on) select id, '2020-01-01', '2020-02-01' from membership where person_id = 2;",
  "consent-before-wording": "update consent set given_on = '2020-01-01' where id = 1;",
  "erased-but-active":
    "update person set erased_on = '2026-05-01', full_name = null, pronouns = null, phone = null, orcid = null, region = null, perspective = null, notes = null where id = 2;",
  "paper-without-its-step": "update paper set status = 'published', status_on = '2026-03-14' where id = 1;",
  "score-above-scale": score(9),
  "score-despite-conflict": `${score(3)} insert into round_conflict (panel_id, application_id, declared_on) values (1, 1, '2025-09-09');`,
  "proposal-facts-kept": `
    insert into round_proposal (round_id, made_on, engine, facts, answer) values (1, '2025-10-06', 'solver', '{}', '{}');
    update application set blanked_on = '2026-04-06', known_as = null, full_name = null, email = null, phone = null, pronouns = null,
      statement = null where id = 1;`,
  "match-facts-kept": `
    insert into match_run (id, made_on, policy_id, data_hash, engine, answer) values (90, '2026-06-01', 1, 'x', 'solver', '{}');
    insert into match_run_facts (run_id, facts) values (90, '[{"people": [{"id": 90, "experience": ["trauma"]}]}]');`,
  "score-from-other-round": `
    insert into recruitment_round (id, key, title, group_id, places) values (2, 'spring', 'Spring', 1, 1);
    insert into round_criterion (id, round_id, key, label, kind, stage) values (2, 2, 'why', 'Why', 'essential', 'shortlisting'); ${score(3, 2)}`,
  "interviewed-without-shortlist": `update round_criterion set stage = 'interview' where id = 1; ${score(3)}`,
  "conflict-from-other-round": `
    insert into recruitment_round (id, key, title, group_id, places) values (2, 'spring', 'Spring', 1, 1);
    insert into round_panel (id, round_id, staff_id, role) values (2, 2, 1, 'shortlister');
    insert into round_conflict (panel_id, application_id, declared_on) values (2, 1, '2025-09-09');`,
  "moderation-does-not-fit":
    "insert into round_moderation (application_id, criterion_id, panel_id, note, moderated_on) values (1, 1, 1, 'talked', '2025-09-12');",
  "appointed-without-membership": "update application set status = 'appointed', person_id = 16 where id = 1;",
  "unknown-aim":
    "insert into round_aim (round_id, category, value, minimum) values (1, 'experience', 'flying', 1);",
  "attendance-outside-membership":
    "insert into attendance (meeting_id, person_id, state) values (1, 16, 'present');",
  "attendance-at-cancelled-meeting":
    "update meeting set status = 'cancelled' where id = 1; insert into attendance (meeting_id, person_id, state) values (1, 2, 'present');",
  "part-completed-twice":
    "insert into completion (person_id, part_id, completed_on, recorded_by) select person_id, part_id, completed_on, 'test' from completion where id = 1;",
  "revoked-before-completed":
    "insert into completion_revocation (completion_id, revoked_on, reason) values (1, '2000-01-01', 'an error');",
  "completed-at-cancelled-session": `${session("2026-12-08", 1)}
    insert into completion (person_id, part_id, completed_on, session_id, how, recorded_by) values (2, 11, '2026-11-02', 1, 'session', 'test');
    update training_session set status = 'cancelled', cancelled_on = '2026-11-03', cancelled_because = 'not held' where id = 1;`,
  "session-over-places": session("2026-12-08", 1) + place(2, "enrolled") + place(3, "enrolled"),
  "waiting-beside-free-place": session("2026-12-08", 2) + place(2, "enrolled") + place(3, "waiting"),
  "clearance-without-rule": "insert into clearance (key, label, work) values ('flying', 'Flying', 'Fly');",
  "team-over-places": team(2) + team(3),
  "released-too-early": `${team(2)} update team_membership set to_on = '2020-01-01' where person_id = 2;`,
  "accepted-without-team":
    "insert into project_offer (project_id, person_id, offered_on, reply, replied_on) values (1, 2, '2026-02-01', 'accepted', '2026-02-02');",
  "unknown-need":
    "insert into project_need (project_id, kind, category, value) values (1, 'desired', 'experience', 'flying');",
  "rates-overlap": "update rate set to_on = '2025-12-31' where band = 'half-hour' and to_on is not null;",
  "rates-gap": "update rate set to_on = '2025-12-01' where band = 'half-hour' and to_on is not null;",
  "rate-of-another-day": "update payment_line set activity_on = '2025-01-10' where id = 1;",
  "fee-does-not-add-up": "update payment_line set claimed_pence = claimed_pence + 1 where id = 1;",
  "unknown-activity":
    "update payment_line set activity_kind = 'meeting', activity_key = '2031-01' where id = 1;",
  "approved-by-recorder": approved("Harriet Osei"),
  "paid-line-changed": `${sent} update payment_line set state = 'paid', paid_on = '2026-04-01' where id = 1;
    drop trigger guard_paid_note; update payment_line set description = 'x' where id = 1;`,
  "reversal-does-not-balance": `
    insert into payment_line (stream, person_id, activity_kind, activity_key, activity_on, claimed_pence, recorded_by, logged_on, reverses_id)
      values ('fee', 2, 'other', 'panel', '2026-03-14', -1, 'Harriet Osei', '2026-04-02', 1);`,
  "receipt-missing": expense(3),
  "receipt-twice": expense(3) + expense(4) + receipt(3) + receipt(4),
  "batch-of-another-payer": `${approved("Tomasz Wilk")} ${draftOf(2)}`,
  "batch-line-astray": draftOf(1),
  "paid-something-else": `${approved("Tomasz Wilk")} ${draftOf(1)} update batch_line set pence = 1;`,
  "submitted-with-naming-undecided": submitted,
  "submitted-without-naming-consent": `${submitted} ${naming("full", "2026-04-01")}
    insert into consent (person_id, wording_id, given_on, how, withdrawn_on, recorded_by)
      select 2, id, '2026-01-01', 'form', '2026-05-02', 'test' from consent_wording where purpose = 'naming';`,
  "naming-after-publication": `${submitted} update commentary set state = 'published', published_on = '2026-06-01' where id = 1; ${naming("initials', 'B. T", "2026-06-02").replace("form, chosen_on", "form, wording, chosen_on")}`,
  "commentary-without-authors":
    "insert into commentary (paper_id, title, state, proposed_on, submitted_on) values (1, 'Another', 'submitted', '2026-02-01', '2026-05-01');",
  "published-unapproved": `${submitted} ${naming("group", "2026-04-01")} update commentary set state = 'published', published_on = '2026-06-01' where id = 1;`,
  "approval-of-an-old-text": `${commentaryText(1)} ${commentaryText(2)}
    insert into commentary_approval (text_id, person_id, approved_on) select id, 2, '2026-03-02' from commentary_text where version = 1;`,
  "unknown-answer": `insert into evaluation_response (token, round_id, answers) values ('${"0".repeat(32)}', 1, '{"shoes": 3}');`,
  "reviewer-outside-lewg": "insert into evaluation_reviewer (round_id, person_id) values (1, 16);",
  "on-a-team-and-in-no-group": team(1),
  "in-the-future":
    "insert into completion (person_id, part_id, completed_on, recorded_by) select person_id, part_id, '2031-01-01', recorded_by from completion where id = 1;",
  "reserve-past-date": `
    update application set status = 'reserve' where id = 1;
    insert into round_decision (application_id, decision, reserve_rank, reserve_until, reason, decided_on, decided_by)
      values (1, 'reserve', 1, '2026-10-01', 'agreed', '2025-10-01', 'Harriet Osei');`,
  "applicants-past-retention":
    "update recruitment_round set retention_on = '2026-04-01' where id = 1; update application set status = 'unsuccessful' where id = 1;",
  "equality-past-retention":
    "update recruitment_round set retention_on = '2026-04-01' where id = 1; insert into application_equality (application_id, religion) values (1, 'none');",
  "blanked-and-kept":
    "update application set known_as = null, status = 'unsuccessful', blanked_on = '2026-04-02' where id = 1;",
  "file-past-retention": `
    insert into import_batch (id, kind, file_name, sha256, made_on, made_by) values (90, 'members', 'people.csv', '${"b".repeat(64)}', '2025-09-01', 'test');
    insert into import_content (import_id, contents, until_on) values (90, x'00', '2026-03-01');`,
  "late-payment": sent,
  "edited-outside": "update paper set title = 'What helped' where id = 1;",
};

describe("the check of a store", () => {
  let store: Store;
  beforeAll(() => {
    store = furnished();
    store.write({ by: "test", at: "2026-01-12T12:00:00Z", command: "test" }, () => store.script(base));
    // Furnishing is no command; what it wrote is not what this is about.
    store.script("delete from change_row where set_id is null");
  });
  afterAll(() => store.close());

  test("finds nothing where nothing is wrong", () => {
    expect(findings(store, "2026-11-23")).toEqual([]);
  });

  test("has a case here for every rule it keeps, and for no other", () => {
    expect(new Set(Object.keys(broken))).toEqual(new Set(checkedCodes));
  });

  test.each(Object.entries(broken))("finds %s", (code, how) => {
    const whole = how.startsWith("pragma");
    if (whole) store.script("pragma foreign_keys = off");
    store.script("begin");
    store.script(how.replace(/^pragma[^;]*;/, ""));
    const found = findings(store, "2026-11-23").filter((f) => f.code === code);
    store.script("rollback");
    if (whole) store.script("pragma foreign_keys = on");
    expect(found.length).toBeGreaterThan(0);
    expect(found[0]?.about).not.toBe("");
  });
});
