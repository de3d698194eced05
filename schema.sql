-- involve: the one file in which a unit keeps its service user and carer involvement.
--
-- Conventions
--   * Tables are STRICT; names are singular, plain English and snake_case; nothing here needs quoting.
--   * `id` makes the ref people say (M-014 is person 14), so it is AUTOINCREMENT: a ref is never used twice.
--   * Days are text YYYY-MM-DD and end in _on; moments are UTC text YYYY-MM-DDTHH:MM:SSZ and end in _at;
--     times of day are HH:MM. `check (x is date(x))` also refuses 31 February, and lets null through.
--   * Money is whole pence and says so in its name. Miles are tenths. There are no floats.
--   * Yes and no are 1 and 0. Null means "not known" or "not asked", never "no".
--   * A `key` is lower-case kebab and is what a person types; a `label` is what a person reads.
--   * What the program's code depends on is a CHECK list. What a unit may change (vocabularies, groups, roles,
--     courses, clearances, rates, wordings, criteria, standards, settings) is rows, each with its `source` and mark:
--     V read in an official page, S in a secondary one, D derived by arithmetic, M from memory.
--   * Nothing cascades: a row that something stands on cannot be deleted. One exception: what a run rests on goes with the run.
--   * There are no triggers here. The program makes the change-record triggers from the list of tables, leaving out
--     change_set, change_row, recording, import_batch, import_content, match_run_facts, round_count and evaluation_response, and the triggers
--     that keep a paid line as it is.
--   * Views carry plain names and no name, e-mail, phone or note of anybody: people appear as refs.
--   * No bank detail, National Insurance number or benefit name has a column, and none belongs in free text.

pragma application_id = 0x494e564c; -- 'INVL'
pragma user_version = 1;

-- ---------------------------------------------------------------------------------------------------------------
-- The unit, its settings, its vocabularies
-- ---------------------------------------------------------------------------------------------------------------

-- The research unit whose file this is: one row.
create table unit (
  id integer not null primary key check (id = 1),
  name text not null check (length(trim(name)) > 0),
  short_name text not null check (length(trim(short_name)) > 0),
  paying_institution text not null check (length(trim(paying_institution)) > 0), -- a unit may be led by more than one
  group_name text not null check (length(trim(group_name)) > 0), -- as printed, for example as a group author
  founded_year integer check (founded_year between 1900 and 2200),
  web text check (length(trim(web)) > 0),
  source text not null default 'added by this unit' check (length(trim(source)) > 0)
) strict;

-- Figures that are policy, not code. Read through the key; edited by the unit.
create table setting (
  id integer not null primary key autoincrement,
  key text not null unique check (length(key) > 0 and key not glob '*[^a-z0-9-]*'),
  value text not null,
  about text not null check (length(trim(about)) > 0),
  source text not null default 'added by this unit' check (length(trim(source)) > 0)
) strict;

-- The words a unit uses for experience, skills, interests, regions, access needs and times. Retired, never deleted.
create table vocabulary_term (
  id integer not null primary key autoincrement,
  kind text not null check (kind in ('experience', 'skill', 'interest', 'region', 'access', 'availability')),
  key text not null check (length(key) > 0 and key not glob '*[^a-z0-9-]*'),
  label text not null check (length(trim(label)) > 0),
  source text not null default 'added by this unit' check (length(trim(source)) > 0),
  retired_on text check (retired_on is date(retired_on)),
  unique (kind, key)
) strict;

-- The unit's letters and phrases: Markdown with {{placeholders}}. Which may stand in which is fixed by the program
-- (src/domain/template-words.ts); the words are the unit's. Nobody's name is in here.
create table document_template (
  id integer not null primary key autoincrement,
  key text not null unique check (length(key) > 0 and key not glob '*[^a-z0-9-]*'),
  title text not null check (length(trim(title)) > 0), -- of the document; also among its properties
  purpose text not null check (length(trim(purpose)) > 0), -- who gets it, and when
  body text not null check (length(trim(body)) > 0),
  original text not null check (length(trim(original)) > 0), -- the text it came with, for going back to it
  source text not null default 'added by this unit' check (length(trim(source)) > 0),
  original_source text not null default 'added by this unit' check (length(trim(original_source)) > 0),
  updated_on text check (updated_on is date(updated_on)) -- null = as it came
) strict;

-- Bank holidays of England and Wales: a subject access request due on one is due on the next working day.
create table bank_holiday (
  id integer not null primary key autoincrement,
  on_day text not null unique check (on_day is date(on_day)),
  label text not null check (length(trim(label)) > 0),
  source text not null default 'added by this unit' check (length(trim(source)) > 0)
) strict;

-- ---------------------------------------------------------------------------------------------------------------
-- People
-- ---------------------------------------------------------------------------------------------------------------

-- A person with lived experience who is or was involved. Being an applicant does not make a row here.
-- How somebody is named in an output is never read from here but through naming_choice (promise 1).
create table person (
  id integer not null primary key autoincrement, -- M-014 is 14
  known_as text not null check (length(trim(known_as)) > 0), -- what the co-ordinator says; after erasure a pseudonym
  full_name text check (length(trim(full_name)) > 0), -- may be "Null": that is a surname too
  pronouns text check (length(trim(pronouns)) > 0),
  phone text check (length(trim(phone)) > 0), -- text: leading zeros matter
  orcid text check (orcid glob '[0-9][0-9][0-9][0-9]-[0-9][0-9][0-9][0-9]-[0-9][0-9][0-9][0-9]-[0-9][0-9][0-9][0-9X]'),
  perspective text check (perspective in ('service-user', 'carer', 'both')),
  region text, -- key of a vocabulary_term of kind region
  region_kind text generated always as ('region') virtual, -- only for the foreign key below
  projects_max integer check (projects_max >= 0), -- the most projects at a time they want; null = not said
  public_sector_employee integer check (public_sector_employee in (0, 1)), -- null = not asked
  public_sector_declared_on text check (public_sector_declared_on is date(public_sector_declared_on)),
  notes text,
  created_on text not null check (created_on is date(created_on)),
  erased_on text check (erased_on is date(erased_on)), -- set when personal data was erased; payment rows stay under the pseudonym
  check (public_sector_employee is null or public_sector_declared_on is not null),
  check (erased_on is null or (full_name is null and pronouns is null and phone is null and orcid is null
    and region is null and perspective is null and notes is null)),
  foreign key (region_kind, region) references vocabulary_term (kind, key)
) strict;

-- E-mail addresses: a person may have none, or two; an address belongs to one person.
create table person_email (
  id integer not null primary key autoincrement,
  person_id integer not null references person (id),
  email text not null collate nocase unique check (email like '%_@_%' and email not glob '*[ ,;<>]*'),
  is_primary integer not null default 0 check (is_primary in (0, 1)),
  noted_on text check (noted_on is date(noted_on))
) strict;
create unique index person_email_primary on person_email (person_id) where is_primary = 1;

-- Experience, skills and interests of a person, and when they can usually take part. Experience is special-category data: it counts for matching only while
-- the consent "matching" is in force, and is shown to a project team only under "profile-sharing" (promise 8).
create table person_term (
  id integer not null primary key autoincrement,
  person_id integer not null references person (id),
  term_id integer not null references vocabulary_term (id),
  level integer check (level between 1 and 4), -- 1 would like to learn, 2 some, 3 confident, 4 could teach; null = not said
  noted_on text check (noted_on is date(noted_on)),
  note text check (length(trim(note)) > 0),
  unique (person_id, term_id)
) strict;

-- What a person needs in order to take part, asked once and kept.
create table person_access_need (
  id integer not null primary key autoincrement,
  person_id integer not null references person (id),
  need text not null check (length(trim(need)) > 0),
  term_id integer references vocabulary_term (id), -- where it fits a term of kind access
  noted_on text not null check (noted_on is date(noted_on)),
  ended_on text check (ended_on is date(ended_on)),
  unique (person_id, need),
  check (ended_on >= noted_on)
) strict;

-- Time a person says they can give in a stretch of days. No reason is recorded.
create table person_availability (
  id integer not null primary key autoincrement,
  person_id integer not null references person (id),
  from_on text not null check (from_on is date(from_on)),
  until_on text check (until_on is date(until_on)),
  hours_per_month integer not null check (hours_per_month between 0 and 744), -- 0 = not available
  unique (person_id, from_on),
  check (until_on >= from_on)
) strict;

-- ---------------------------------------------------------------------------------------------------------------
-- Groups and dated memberships
-- ---------------------------------------------------------------------------------------------------------------

-- The working group, the wider network, and people from outside both.
create table involvement_group (
  id integer not null primary key autoincrement,
  key text not null unique check (length(key) > 0 and key not glob '*[^a-z0-9-]*'),
  label text not null check (length(trim(label)) > 0),
  places integer check (places > 0), -- null = no fixed number
  term_months integer check (term_months > 0), -- how long a term lasts; null = no end
  about text check (length(trim(about)) > 0),
  source text not null default 'added by this unit' check (length(trim(source)) > 0)
) strict;

-- A person's time in a group, from a day to a day. Rejoining is a new row.
create table membership (
  id integer not null primary key autoincrement,
  person_id integer not null references person (id),
  group_id integer not null references involvement_group (id),
  joined_on text not null check (joined_on is date(joined_on)),
  term_ends_on text check (term_ends_on is date(term_ends_on)),
  left_on text check (left_on is date(left_on)),
  left_as text check (left_as in ('stepped-down', 'term-ended', 'withdrawn')),
  inducted_on text check (inducted_on is date(inducted_on)),
  check ((left_on is null) = (left_as is null)),
  check (left_on >= joined_on),
  check (term_ends_on >= joined_on)
) strict;
create unique index membership_open on membership (person_id, group_id) where left_on is null;
create index membership_group on membership (group_id, left_on);

-- A pause in a membership. There is no reason column and there never will be one.
create table membership_pause (
  id integer not null primary key autoincrement,
  membership_id integer not null references membership (id),
  from_on text not null check (from_on is date(from_on)),
  until_on text check (until_on is date(until_on)), -- null = until they say
  check (until_on >= from_on)
) strict;
create unique index membership_pause_open on membership_pause (membership_id) where until_on is null;

-- ---------------------------------------------------------------------------------------------------------------
-- Staff
-- ---------------------------------------------------------------------------------------------------------------

-- Staff of the unit: the involvement management team, directors, researchers, finance.
create table staff (
  id integer not null primary key autoincrement,
  name text not null check (length(trim(name)) > 0),
  email text collate nocase unique check (email like '%_@_%' and email not glob '*[ ,;<>]*'),
  pronouns text check (length(trim(pronouns)) > 0),
  orcid text check (orcid glob '[0-9][0-9][0-9][0-9]-[0-9][0-9][0-9][0-9]-[0-9][0-9][0-9][0-9]-[0-9][0-9][0-9][0-9X]'),
  institution text check (length(trim(institution)) > 0), -- as printed beside their name; null = the unit
  notes text,
  left_on text check (left_on is date(left_on))
) strict;

-- The roles staff can hold, and which of them make up the involvement management team.
create table staff_role (
  id integer not null primary key autoincrement,
  key text not null unique check (length(key) > 0 and key not glob '*[^a-z0-9-]*'),
  label text not null check (length(trim(label)) > 0),
  in_management_team integer not null default 0 check (in_management_team in (0, 1)),
  source text not null default 'added by this unit' check (length(trim(source)) > 0)
) strict;

-- Who held which role from when to when.
create table staff_role_held (
  id integer not null primary key autoincrement,
  staff_id integer not null references staff (id),
  role_id integer not null references staff_role (id),
  from_on text not null check (from_on is date(from_on)),
  to_on text check (to_on is date(to_on)),
  check (to_on >= from_on)
) strict;
create unique index staff_role_held_open on staff_role_held (staff_id, role_id) where to_on is null;

-- ---------------------------------------------------------------------------------------------------------------
-- Consent and data protection (promise 8)
-- ---------------------------------------------------------------------------------------------------------------

-- The exact words people were asked, by purpose and version. A new wording is a new row.
create table consent_wording (
  id integer not null primary key autoincrement,
  purpose text not null check (purpose in
    ('contact', 'lean-mailing', 'matching', 'profile-sharing', 'naming', 'quotes', 'photo', 'equality')),
  version integer not null check (version > 0),
  wording text not null check (length(trim(wording)) > 0),
  effective_on text not null check (effective_on is date(effective_on)),
  source text not null default 'added by this unit' check (length(trim(source)) > 0),
  unique (purpose, version)
) strict;

-- One consent given to one wording; withdrawal is dated on the row. In force = not withdrawn by that day.
create table consent (
  id integer not null primary key autoincrement,
  person_id integer not null references person (id),
  wording_id integer not null references consent_wording (id),
  given_on text not null check (given_on is date(given_on)),
  how text not null check (length(trim(how)) > 0), -- for example: signed form, e-mail, by phone
  withdrawn_on text check (withdrawn_on is date(withdrawn_on)),
  withdrawn_how text check (length(trim(withdrawn_how)) > 0),
  recorded_by text not null check (length(trim(recorded_by)) > 0),
  check (withdrawn_on >= given_on),
  check (withdrawn_how is null or withdrawn_on is not null)
) strict;
create unique index consent_open on consent (person_id, wording_id) where withdrawn_on is null;

-- Requests under data-protection law and the day each is due.
create table subject_request (
  id integer not null primary key autoincrement,
  person_id integer not null references person (id),
  kind text not null check (kind in ('access', 'erasure', 'rectification', 'objection')),
  received_on text not null check (received_on is date(received_on)),
  due_on text not null check (due_on is date(due_on)),
  done_on text check (done_on is date(done_on)),
  outcome text check (length(trim(outcome)) > 0),
  check (due_on >= received_on),
  check (done_on >= received_on)
) strict;

-- ---------------------------------------------------------------------------------------------------------------
-- Recruitment
-- ---------------------------------------------------------------------------------------------------------------

-- One open round of recruitment, from advert to appointment.
create table recruitment_round (
  id integer not null primary key autoincrement,
  key text not null unique check (length(key) > 0 and key not glob '*[^a-z0-9-]*'),
  title text not null check (length(trim(title)) > 0),
  group_id integer not null references involvement_group (id),
  places integer not null check (places > 0),
  opens_on text check (opens_on is date(opens_on)),
  closes_on text check (closes_on is date(closes_on)),
  shortlist_by text check (shortlist_by is date(shortlist_by)), -- this and the days below are what the team aims at
  interview_on text check (interview_on is date(interview_on)), -- the first day of interviews; no interview score is earlier
  interview_until text check (interview_until is date(interview_until)),
  decision_by text check (decision_by is date(decision_by)),
  letters_by text check (letters_by is date(letters_by)),
  status text not null default 'open' check (status in ('open', 'closed', 'decided', 'appointed', 'cancelled')),
  retention_on text check (retention_on is date(retention_on)), -- the day unsuccessful applicants' data is due to be blanked
  check (closes_on >= opens_on),
  check (interview_on >= opens_on),
  check (interview_until >= interview_on)
) strict;

-- What applicants are scored against.
create table round_criterion (
  id integer not null primary key autoincrement,
  round_id integer not null references recruitment_round (id),
  key text not null check (length(key) > 0 and key not glob '*[^a-z0-9-]*'),
  label text not null check (length(trim(label)) > 0),
  kind text not null check (kind in ('essential', 'desirable')),
  weight integer not null default 1 check (weight > 0),
  scale_max integer not null default 4 check (scale_max between 1 and 10), -- scores run from 0 to this
  stage text not null check (stage in ('shortlisting', 'interview')),
  position integer check (position > 0),
  unique (round_id, key)
) strict;

-- What the group as a whole should be like. A tie-break aim acts only between people of equal merit.
create table round_aim (
  id integer not null primary key autoincrement,
  round_id integer not null references recruitment_round (id),
  category text not null check (category in ('experience', 'skill', 'interest', 'perspective', 'region')),
  value text not null check (length(value) > 0 and value not glob '*[^a-z0-9-]*'), -- a vocabulary key, or a perspective
  minimum integer check (minimum >= 0),
  maximum integer check (maximum >= 0),
  basis text not null default 'role-requirement' check (basis in ('role-requirement', 'tie-break')),
  relaxed_on text check (relaxed_on is date(relaxed_on)), -- when people accepted a lower aim; the change record has the first
  relaxed_reason text check (length(trim(relaxed_reason)) > 0),
  unique (round_id, category, value),
  check (minimum is not null or maximum is not null),
  check (maximum >= minimum)
) strict;

-- Who shortlists, interviews and moderates: a member of staff or a person, never both in one row.
create table round_panel (
  id integer not null primary key autoincrement,
  round_id integer not null references recruitment_round (id),
  staff_id integer references staff (id),
  person_id integer references person (id),
  role text not null check (role in ('shortlister', 'interviewer', 'moderator')),
  none_declared_on text check (none_declared_on is date(none_declared_on)), -- asked, and had no conflict of interest to declare
  check ((staff_id is null) <> (person_id is null)),
  unique (round_id, staff_id, role),
  unique (round_id, person_id, role)
) strict;

-- One application. The person becomes a row in person only on appointment (or is found there, if they applied before).
-- Blanking empties what identifies somebody and keeps perspective, region and status for the anonymous counts.
-- status: received; shortlisted (asked to an interview); interviewed (interview scores are in); offered (chosen and not appointed yet, or
-- a reserve with an offer that waits); reserve; unsuccessful (also when the time on the list has ended); withdrawn (also a reserve who
-- declined a place and left the list, and whoever asked to be erased before it was over); appointed (a member from then on).
create table application (
  id integer not null primary key autoincrement,
  round_id integer not null references recruitment_round (id),
  code text not null check (length(trim(code)) > 0), -- what shortlisters see instead of a name, for example A-017
  known_as text check (length(trim(known_as)) > 0),
  full_name text check (length(trim(full_name)) > 0),
  email text collate nocase check (email like '%_@_%'),
  phone text check (length(trim(phone)) > 0),
  pronouns text check (length(trim(pronouns)) > 0),
  perspective text check (perspective in ('service-user', 'carer', 'both')),
  region text, -- key of a vocabulary_term of kind region
  region_kind text generated always as ('region') virtual, -- only for the foreign key below
  statement text check (length(trim(statement)) > 0),
  received_on text not null check (received_on is date(received_on)),
  withdrawn_on text check (withdrawn_on is date(withdrawn_on)), -- no reason is kept
  status text not null default 'received' check (status in
    ('received', 'shortlisted', 'interviewed', 'offered', 'reserve', 'unsuccessful', 'withdrawn', 'appointed')),
  person_id integer references person (id),
  blanked_on text check (blanked_on is date(blanked_on)),
  unique (round_id, code),
  check (blanked_on is not null or known_as is not null),
  check (blanked_on is null or (known_as is null and full_name is null and email is null and phone is null
    and pronouns is null and statement is null)),
  check (status <> 'appointed' or person_id is not null),
  check (withdrawn_on is null or status = 'withdrawn'),
  foreign key (region_kind, region) references vocabulary_term (kind, key)
) strict;
create unique index application_email on application (round_id, email) where email is not null;

-- Experience, skills and interests an applicant told us of.
create table application_term (
  id integer not null primary key autoincrement,
  application_id integer not null references application (id),
  term_id integer not null references vocabulary_term (id),
  level integer check (level between 1 and 4),
  unique (application_id, term_id)
) strict;

-- Equality answers, kept apart from scores and never cross-tabulated. Null = not asked; 'prefer not to say' is an answer.
create table application_equality (
  id integer not null primary key autoincrement,
  application_id integer not null unique references application (id),
  ethnic_group text check (length(trim(ethnic_group)) > 0),
  age_band text check (length(trim(age_band)) > 0),
  disability text check (length(trim(disability)) > 0),
  sex text check (length(trim(sex)) > 0),
  gender_identity text check (length(trim(gender_identity)) > 0),
  sexual_orientation text check (length(trim(sexual_orientation)) > 0),
  religion text check (length(trim(religion)) > 0)
) strict;

-- A panel member's declared conflict of interest. With an application: they do not score it. Without one it is only noted.
create table round_conflict (
  id integer not null primary key autoincrement,
  panel_id integer not null references round_panel (id),
  application_id integer references application (id),
  reason text check (length(trim(reason)) > 0),
  declared_on text not null check (declared_on is date(declared_on)),
  unique (panel_id, application_id),
  check (application_id is not null or reason is not null)
) strict;

-- Who goes to interview, as people decided after shortlisting. A departure from the proposal has its reason.
create table round_shortlist (
  id integer not null primary key autoincrement,
  application_id integer not null unique references application (id),
  invited integer not null check (invited in (0, 1)),
  proposed integer not null check (proposed in (0, 1)),
  reason text check (length(trim(reason)) > 0),
  decided_on text not null check (decided_on is date(decided_on)),
  decided_by text not null check (length(trim(decided_by)) > 0)
) strict;

-- One score by one panel member on one criterion: every scorer's score is kept apart.
create table round_score (
  id integer not null primary key autoincrement,
  application_id integer not null references application (id),
  criterion_id integer not null references round_criterion (id),
  panel_id integer not null references round_panel (id),
  score integer not null check (score between 0 and 10), -- and no more than the criterion's scale_max, which the program holds
  scored_on text not null check (scored_on is date(scored_on)),
  note text check (length(trim(note)) > 0),
  unique (application_id, criterion_id, panel_id)
) strict;

-- What a moderator noted after the scorers had talked, and the score they agreed on where there is one: it counts in place of
-- the mean, and every scorer's own score stays as it was.
create table round_moderation (
  id integer not null primary key autoincrement,
  application_id integer not null references application (id),
  criterion_id integer not null references round_criterion (id),
  panel_id integer not null references round_panel (id), -- the moderator
  agreed integer check (agreed between 0 and 10),
  note text not null check (length(trim(note)) > 0),
  moderated_on text not null check (moderated_on is date(moderated_on)),
  unique (application_id, criterion_id)
) strict;

-- What the program proposed, with everything needed to get the same answer again: the facts by code, never by name.
create table round_proposal (
  id integer not null primary key autoincrement,
  round_id integer not null references recruitment_round (id),
  made_on text not null check (made_on is date(made_on)),
  method text not null default 'score' check (method in ('score', 'optimum', 'lottery')),
  policy_hash text check (length(trim(policy_hash)) > 0),
  aims_hash text check (length(trim(aims_hash)) > 0),
  scores_hash text check (length(trim(scores_hash)) > 0),
  seed text check (length(trim(seed)) > 0),
  engine text not null check (length(trim(engine)) > 0),
  facts text check (json_valid(facts)), -- scores, what people bring, aims, who was asked for; null = blanked with the applications
  answer text not null check (json_valid(answer))
) strict;

-- What people decided, with their reason. One row an application; earlier decisions stay in the change record.
create table round_decision (
  id integer not null primary key autoincrement,
  application_id integer not null unique references application (id),
  decision text not null check (decision in ('select', 'reserve', 'decline')),
  reserve_rank integer check (reserve_rank > 0),
  reserve_until text check (reserve_until is date(reserve_until)),
  reason text not null check (length(trim(reason)) > 0),
  proposed text check (proposed in ('select', 'reserve', 'decline')), -- null = there was no proposal
  proposal_id integer references round_proposal (id),
  decided_on text not null check (decided_on is date(decided_on)),
  decided_by text not null check (length(trim(decided_by)) > 0),
  feedback text check (length(trim(feedback)) > 0), -- what the applicant is told
  feedback_sent_on text check (feedback_sent_on is date(feedback_sent_on)),
  check ((decision = 'reserve') = (reserve_rank is not null)),
  check (reserve_until is null or decision = 'reserve')
) strict;

-- A place that opened after the appointment, offered to a reserve, and the answer. A declined offer has no reason.
create table reserve_offer (
  id integer not null primary key autoincrement,
  application_id integer not null references application (id),
  membership_id integer references membership (id), -- whose place it is; null = a place that nobody had
  offered_on text not null check (offered_on is date(offered_on)),
  reply_by text not null check (reply_by is date(reply_by)),
  reason text check (length(trim(reason)) > 0), -- why them: out of order, or though an aim is not kept
  reply text check (reply in ('accepted', 'declined', 'no-reply')), -- null = no answer yet
  replied_on text check (replied_on is date(replied_on)),
  stays integer check (stays in (0, 1)), -- declined, and stays on the list; null = no answer yet, or not asked
  check (reply_by >= offered_on),
  check (replied_on >= offered_on),
  check ((reply is null) = (replied_on is null))
) strict;
create unique index reserve_offer_open on reserve_offer (application_id) where reply is null;

-- What was told in a round, after it was taken away from whose it was: how many gave each equality answer (null = not asked), and
-- how many had each experience, skill and interest. Outside the change record, in which a count that goes up by one would tell
-- whose it was.
create table round_count (
  id integer not null primary key autoincrement,
  round_id integer not null references recruitment_round (id),
  category text not null check (category in ('experience', 'skill', 'interest', 'ethnic_group', 'age_band', 'disability', 'sex',
    'gender_identity', 'sexual_orientation', 'religion')),
  value text check (length(trim(value)) > 0),
  n integer not null check (n > 0),
  unique (round_id, category, value)
) strict;

-- ---------------------------------------------------------------------------------------------------------------
-- Money: bands and rate cards (before meetings, which name a band)
-- ---------------------------------------------------------------------------------------------------------------

-- The lengths of task that have a rate.
create table band (
  id integer not null primary key autoincrement,
  key text not null unique check (length(key) > 0 and key not glob '*[^a-z0-9-]*'),
  label text not null check (length(trim(label)) > 0),
  minutes integer check (minutes > 0), -- how it counts towards an hours ceiling
  by_length integer not null default 1 check (by_length in (0, 1)), -- 0: a meeting is never priced by it because it is long
  position integer not null unique check (position > 0),
  source text not null default 'added by this unit' check (length(trim(source)) > 0)
) strict;

-- Who pays: an institution and its monthly cut-off for claims.
create table payer (
  id integer not null primary key autoincrement,
  key text not null unique check (length(key) > 0 and key not glob '*[^a-z0-9-]*'),
  name text not null check (length(trim(name)) > 0),
  cut_off_day integer check (cut_off_day between 1 and 31), -- null = not known yet
  source text not null default 'added by this unit' check (length(trim(source)) > 0)
) strict;

-- A list of rates; payer_id null = used whoever pays.
create table rate_card (
  id integer not null primary key autoincrement,
  payer_id integer references payer (id),
  key text not null unique check (length(key) > 0 and key not glob '*[^a-z0-9-]*'),
  label text not null check (length(trim(label)) > 0),
  retired_on text check (retired_on is date(retired_on)),
  source text not null default 'added by this unit' check (length(trim(source)) > 0)
) strict;

-- What a band pays from a day to a day. Work is priced by the day of the activity (promise 4).
create table rate (
  id integer not null primary key autoincrement,
  card_id integer not null references rate_card (id),
  band text not null references band (key),
  pence integer not null check (pence > 0),
  from_on text not null check (from_on is date(from_on)),
  to_on text check (to_on is date(to_on)), -- the last day; null = until further notice
  end_set_on text check (end_set_on is date(end_set_on)), -- when the last day was set: lines logged by then keep this rate
  source text not null default 'added by this unit' check (length(trim(source)) > 0),
  unique (card_id, band, from_on),
  check (to_on >= from_on),
  check (end_set_on is null or to_on is not null)
) strict;
create unique index rate_open on rate (card_id, band) where to_on is null;

-- What a mile pays from a day to a day; an expense by mileage is priced by the day of the activity.
create table mileage_rate (
  id integer not null primary key autoincrement,
  pence_per_mile integer not null check (pence_per_mile > 0),
  from_on text not null unique check (from_on is date(from_on)),
  to_on text check (to_on is date(to_on)),
  end_set_on text check (end_set_on is date(end_set_on)), -- as for a rate
  source text not null default 'added by this unit' check (length(trim(source)) > 0),
  check (to_on >= from_on),
  check (end_set_on is null or to_on is not null)
) strict;

-- ---------------------------------------------------------------------------------------------------------------
-- Meetings
-- ---------------------------------------------------------------------------------------------------------------

-- A run of meetings with its own cadence, length and mode. A reflective space records who came and nothing else.
create table meeting_series (
  id integer not null primary key autoincrement,
  key text not null unique check (length(key) > 0 and key not glob '*[^a-z0-9-]*'),
  title text not null check (length(trim(title)) > 0),
  group_id integer not null references involvement_group (id),
  kind text not null check (kind in ('meeting', 'reflective-space', 'training', 'other')),
  cadence_months integer check (cadence_months > 0), -- null = as needed
  band text references band (key), -- null = not paid by a band
  minutes integer check (minutes > 0),
  mode text not null check (mode in ('in-person', 'remote', 'hybrid')),
  source text not null default 'added by this unit' check (length(trim(source)) > 0)
) strict;

-- One meeting of a series, with what differs from the series: its length, band, mode and place.
create table meeting (
  id integer not null primary key autoincrement,
  series_id integer not null references meeting_series (id),
  key text not null unique check (length(key) > 0 and key not glob '*[^a-z0-9-]*'), -- 2026-03, reflective-2026-03
  title text check (length(trim(title)) > 0),
  held_on text not null check (held_on is date(held_on)),
  starts_at text check (starts_at is strftime('%H:%M', starts_at)),
  minutes integer check (minutes > 0),
  band text references band (key),
  mode text check (mode in ('in-person', 'remote', 'hybrid')),
  place text check (length(trim(place)) > 0),
  status text not null default 'planned' check (status in ('planned', 'held', 'cancelled')),
  unique (series_id, held_on)
) strict;

-- Who came. No row = not recorded, which is not the same as absent.
create table attendance (
  id integer not null primary key autoincrement,
  meeting_id integer not null references meeting (id),
  person_id integer not null references person (id),
  state text not null check (state in ('present', 'part', 'apologies', 'absent')),
  mode text check (mode in ('in-person', 'remote')), -- null = not recorded
  unique (meeting_id, person_id)
) strict;

-- What a meeting asked somebody to do, and what became of it.
create table meeting_action (
  id integer not null primary key autoincrement,
  meeting_id integer not null references meeting (id),
  what text not null check (length(trim(what)) > 0),
  owner_person_id integer references person (id),
  owner_staff_id integer references staff (id),
  due_on text check (due_on is date(due_on)),
  done_on text check (done_on is date(done_on)),
  outcome text check (length(trim(outcome)) > 0),
  check (owner_person_id is null or owner_staff_id is null)
) strict;

-- ---------------------------------------------------------------------------------------------------------------
-- Training and clearance (promise 5)
-- ---------------------------------------------------------------------------------------------------------------

-- A course of the training programme. What it opens is in clearance and clearance_rule.
create table course (
  id integer not null primary key autoincrement,
  key text not null unique check (length(key) > 0 and key not glob '*[^a-z0-9-]*'),
  title text not null check (length(trim(title)) > 0),
  status text not null check (status in ('offered', 'planned', 'retired')),
  about text check (length(trim(about)) > 0),
  started_on text check (started_on is date(started_on)), -- nothing of it can be older; null = not known
  source text not null default 'added by this unit' check (length(trim(source)) > 0)
) strict;

-- A part of a course: completion is recorded part by part. A part is asked for from its first day until it is retired, so
-- that what somebody was cleared for on an earlier day does not change when a part is added.
create table course_part (
  id integer not null primary key autoincrement,
  course_id integer not null references course (id),
  key text not null check (length(key) > 0 and key not glob '*[^a-z0-9-]*'),
  title text not null check (length(trim(title)) > 0),
  position integer not null check (position > 0),
  asked_from text check (asked_from is date(asked_from)), -- null = from the beginning
  retired_on text check (retired_on is date(retired_on)),
  source text not null default 'added by this unit' check (length(trim(source)) > 0),
  unique (course_id, key),
  unique (course_id, position),
  unique (course_id, id)
) strict;

-- A date on which a part (or, with part_id null, the whole course) is taught. `revision` goes up with every change that a
-- calendar somebody was given has to hear of. A cancelled session stays on record with its reason.
create table training_session (
  id integer not null primary key autoincrement,
  course_id integer not null references course (id),
  part_id integer,
  held_on text not null check (held_on is date(held_on)),
  starts_at text check (starts_at is strftime('%H:%M', starts_at)),
  minutes integer check (minutes > 0),
  mode text check (mode in ('in-person', 'remote', 'hybrid')),
  place text check (length(trim(place)) > 0),
  trainer text check (length(trim(trainer)) > 0),
  places integer check (places > 0), -- null = no limit
  status text not null default 'planned' check (status in ('planned', 'held', 'cancelled')),
  make_up_of integer references training_session (id),
  revision integer not null default 0 check (revision >= 0),
  cancelled_on text check (cancelled_on is date(cancelled_on)),
  cancelled_because text check (length(trim(cancelled_because)) > 0),
  check ((status = 'cancelled') = (cancelled_on is not null)),
  check ((cancelled_on is null) = (cancelled_because is null)),
  foreign key (course_id, part_id) references course_part (course_id, id)
) strict;

-- Who is to come to a session, waits for a place, came or did not. A freed place goes to whoever waits with the lowest turn.
-- Coming unlocks nothing: completion does.
create table session_enrolment (
  id integer not null primary key autoincrement,
  session_id integer not null references training_session (id),
  person_id integer not null references person (id),
  state text not null check (state in ('enrolled', 'waiting', 'cancelled', 'attended', 'absent')),
  enrolled_on text check (enrolled_on is date(enrolled_on)),
  turn integer not null default 1 check (turn > 0), -- the order in which people asked for a place
  unique (session_id, person_id)
) strict;

-- A part completed. Appended, never edited; taken back only by completion_revocation.
create table completion (
  id integer not null primary key autoincrement,
  person_id integer not null references person (id),
  part_id integer not null references course_part (id),
  completed_on text not null check (completed_on is date(completed_on)),
  session_id integer references training_session (id),
  how text not null default 'recorded' check (how in ('session', 'make-up', 'recorded')),
  recorded_by text not null check (length(trim(recorded_by)) > 0)
) strict;
create index completion_person on completion (person_id, part_id);

-- A completion taken back, with the reason; the completion itself stays on record.
create table completion_revocation (
  id integer not null primary key autoincrement,
  completion_id integer not null unique references completion (id),
  revoked_on text not null check (revoked_on is date(revoked_on)),
  reason text not null check (length(trim(reason)) > 0),
  recorded_by text check (length(trim(recorded_by)) > 0)
) strict;

-- Equivalent earlier experience in place of a part, or (part_id null) of the whole course: with a reason and a name.
create table waiver (
  id integer not null primary key autoincrement,
  person_id integer not null references person (id),
  course_id integer not null references course (id),
  part_id integer,
  reason text not null check (length(trim(reason)) > 0),
  evidence text not null check (length(trim(evidence)) > 0),
  granted_by text not null check (length(trim(granted_by)) > 0),
  granted_on text not null check (granted_on is date(granted_on)),
  expires_on text check (expires_on is date(expires_on)),
  recorded_by text check (length(trim(recorded_by)) > 0),
  revoked_on text check (revoked_on is date(revoked_on)),
  revoked_because text check (length(trim(revoked_because)) > 0),
  revoked_by text check (length(trim(revoked_by)) > 0),
  check (expires_on >= granted_on),
  check (revoked_on >= granted_on),
  check (revoked_on is not null or (revoked_because is null and revoked_by is null)),
  foreign key (course_id, part_id) references course_part (course_id, id)
) strict;

-- Requirements set by others: Good Clinical Practice, research passport, DBS. Retired, it is no longer recorded.
create table external_requirement (
  id integer not null primary key autoincrement,
  key text not null unique check (length(key) > 0 and key not glob '*[^a-z0-9-]*'),
  label text not null check (length(trim(label)) > 0),
  valid_months integer check (valid_months > 0), -- counted when one is recorded; null = does not run out by itself
  retired_on text check (retired_on is date(retired_on)),
  source text not null default 'added by this unit' check (length(trim(source)) > 0)
) strict;

-- When somebody met a requirement set by others, and until when that holds: the end is worked out when it is recorded, so
-- that another validity agreed later changes nobody's past.
create table person_external (
  id integer not null primary key autoincrement,
  person_id integer not null references person (id),
  requirement_id integer not null references external_requirement (id),
  issued_on text not null check (issued_on is date(issued_on)),
  expires_on text check (expires_on is date(expires_on)), -- null = does not run out
  note text check (length(trim(note)) > 0),
  recorded_by text check (length(trim(recorded_by)) > 0),
  revoked_on text check (revoked_on is date(revoked_on)),
  revoked_because text check (length(trim(revoked_because)) > 0),
  revoked_by text check (length(trim(revoked_by)) > 0),
  check (expires_on >= issued_on),
  check (revoked_on >= issued_on),
  check (revoked_on is not null or (revoked_because is null and revoked_by is null))
) strict;
create unique index person_external_once on person_external (person_id, requirement_id, issued_on) where revoked_on is null;

-- A kind of work that people can be cleared for.
create table clearance (
  id integer not null primary key autoincrement,
  key text not null unique check (length(key) > 0 and key not glob '*[^a-z0-9-]*'),
  label text not null check (length(trim(label)) > 0),
  work text not null check (length(trim(work)) > 0), -- what the person may then do
  retired_on text check (retired_on is date(retired_on)),
  source text not null default 'added by this unit' check (length(trim(source)) > 0)
) strict;

-- What a clearance asks for. Every set must be met; one row of a set is enough to meet it. So two courses in sets 1 and 2
-- are "both", two courses in set 1 are "either". A row is asked for from its first day until it is retired, so that a rule
-- that is changed takes back nothing that people were cleared for before. A clearance without rows clears nobody.
create table clearance_rule (
  id integer not null primary key autoincrement,
  clearance_id integer not null references clearance (id),
  set_no integer not null default 1 check (set_no > 0),
  course_id integer references course (id),
  requirement_id integer references external_requirement (id),
  grace_days integer not null default 0 check (grace_days >= 0), -- days after expiry that still count
  asked_from text check (asked_from is date(asked_from)), -- null = from the beginning
  retired_on text check (retired_on is date(retired_on)), -- the first day on which it is no longer asked for
  source text not null default 'added by this unit' check (length(trim(source)) > 0),
  check ((course_id is null) <> (requirement_id is null)),
  check (retired_on >= asked_from)
) strict;
create unique index clearance_rule_course_once on clearance_rule (clearance_id, set_no, course_id) where retired_on is null;
create unique index clearance_rule_requirement_once on clearance_rule (clearance_id, set_no, requirement_id)
  where retired_on is null;

-- ---------------------------------------------------------------------------------------------------------------
-- Projects and matching (promise 6)
-- ---------------------------------------------------------------------------------------------------------------

-- A research project that looks for people with lived experience: its brief, its places and its time.
create table project (
  id integer not null primary key autoincrement, -- P-003 is 3
  title text not null check (length(trim(title)) > 0),
  aims text check (length(trim(aims)) > 0),
  lead_staff_id integer references staff (id),
  starts_on text check (starts_on is date(starts_on)),
  ends_on text check (ends_on is date(ends_on)),
  places integer not null default 1 check (places > 0),
  days_per_month integer check (days_per_month between 0 and 31),
  hours_per_month integer check (hours_per_month between 0 and 744),
  pay_basis text check (length(trim(pay_basis)) > 0),
  content_note text check (length(trim(content_note)) > 0), -- what the work touches on, so that people can choose
  status text not null default 'open' check (status in ('planned', 'open', 'running', 'closed')),
  lewg_first integer not null default 1 check (lewg_first in (0, 1)), -- asked of the working group before the network
  created_on text check (created_on is date(created_on)),
  closed_on text check (closed_on is date(closed_on)), -- from that day on nobody is asked, and nobody is on the team
  check (ends_on >= starts_on),
  check ((status = 'closed') = (closed_on is not null))
) strict;

-- What a project needs. `value` is a key: of a vocabulary term, a clearance, a perspective, or a region.
create table project_need (
  id integer not null primary key autoincrement,
  project_id integer not null references project (id),
  kind text not null check (kind in ('required', 'desired')),
  category text not null check (category in
    ('experience', 'skill', 'interest', 'perspective', 'clearance', 'availability', 'region')),
  value text not null check (length(value) > 0 and value not glob '*[^a-z0-9-]*'),
  level integer check (level between 1 and 4), -- at least this level
  scope text not null default 'every' check (scope in ('every', 'team')), -- every member, or so many of the team
  at_least integer check (at_least > 0), -- for scope team
  at_most integer check (at_most >= 0), -- for scope team
  weight integer not null default 1 check (weight > 0),
  unique (project_id, category, value, scope),
  check (scope = 'team' or (at_least is null and at_most is null)),
  check (scope = 'every' or at_least is not null or at_most is not null),
  check (at_most >= at_least)
) strict;

-- A person who should not be on a project. Read by the management team only.
create table project_conflict (
  id integer not null primary key autoincrement,
  project_id integer not null references project (id),
  person_id integer not null references person (id),
  note text check (length(trim(note)) > 0),
  declared_on text not null check (declared_on is date(declared_on)),
  unique (project_id, person_id)
) strict;

-- The members' own policy for ranking, versioned; agreed_on null = not agreed yet.
create table match_policy (
  id integer not null primary key autoincrement,
  version integer not null unique check (version > 0),
  agreed_on text check (agreed_on is date(agreed_on)),
  about text not null check (length(trim(about)) > 0),
  source text not null default 'added by this unit' check (length(trim(source)) > 0)
) strict;

-- Points for each part of the policy; negative points push down.
create table match_weight (
  id integer not null primary key autoincrement,
  policy_id integer not null references match_policy (id),
  part text not null check (length(part) > 0 and part not glob '*[^a-z0-9-]*'),
  points integer not null,
  about text check (length(trim(about)) > 0),
  unique (policy_id, part)
) strict;

-- One run of the matching, kept so that it can be replayed. project_id null = several projects together.
create table match_run (
  id integer not null primary key autoincrement,
  project_id integer references project (id),
  made_on text not null check (made_on is date(made_on)),
  policy_id integer not null references match_policy (id),
  policy_hash text check (length(trim(policy_hash)) > 0),
  data_hash text not null check (length(trim(data_hash)) > 0),
  seed text check (length(trim(seed)) > 0),
  engine text not null check (length(trim(engine)) > 0),
  objective integer,
  answer text not null check (json_valid(answer)), -- people by ref only
  answer_hash text check (length(trim(answer_hash)) > 0)
) strict;

-- What a run rests on, so that it can be made again when the store has moved on: no name, and of what people bring only what
-- the projects asked about. Outside the change record: it goes when somebody whose experience is part of it takes that use back
-- or is erased, and nothing brings it back.
create table match_run_facts (
  id integer not null primary key autoincrement,
  run_id integer not null unique references match_run (id) on delete cascade,
  facts text not null check (json_valid(facts) and json_type(facts) = 'array')
) strict;

-- An offer of a place. Offers made, not only accepted, are what fairness is measured on.
create table project_offer (
  id integer not null primary key autoincrement,
  project_id integer not null references project (id),
  person_id integer not null references person (id),
  run_id integer references match_run (id), -- the proposal it follows, if any
  offered_on text not null check (offered_on is date(offered_on)),
  reply_by text check (reply_by is date(reply_by)),
  reply text check (reply in ('accepted', 'declined', 'no-reply')), -- null = waiting
  replied_on text check (replied_on is date(replied_on)),
  withdrawn_on text check (withdrawn_on is date(withdrawn_on)), -- when we took the offer back
  departure_reason text check (length(trim(departure_reason)) > 0), -- why people departed from the proposal or a gate
  widened_to text references involvement_group (key), -- null = asked within the working group
  check (reply_by >= offered_on),
  check (replied_on >= offered_on),
  check (withdrawn_on >= offered_on),
  check (reply is not null or replied_on is null)
) strict;
create unique index project_offer_waiting on project_offer (project_id, person_id)
  where reply is null and withdrawn_on is null;

-- What people decided on a proposal: it proposes, they decide, and say why where they decide otherwise.
create table project_decision (
  id integer not null primary key autoincrement,
  project_id integer not null references project (id),
  run_id integer not null references match_run (id),
  decided_on text not null check (decided_on is date(decided_on)),
  decided_by text not null check (length(trim(decided_by)) > 0),
  reason text check (length(trim(reason)) > 0), -- for departures whose offers have none of their own
  unique (project_id, run_id)
) strict;

-- Everybody who could be asked by that proposal, what became of them, and when those not chosen had their feedback.
create table project_decision_person (
  id integer not null primary key autoincrement,
  decision_id integer not null references project_decision (id),
  person_id integer not null references person (id),
  proposed integer not null check (proposed in (0, 1)),
  taken integer not null check (taken in (0, 1)),
  feedback_given_on text check (feedback_given_on is date(feedback_given_on)),
  unique (decision_id, person_id),
  check (taken = 0 or feedback_given_on is null)
) strict;

-- Who is on a project's team, from when to when, and the offer that brought them.
create table team_membership (
  id integer not null primary key autoincrement,
  project_id integer not null references project (id),
  person_id integer not null references person (id),
  offer_id integer references project_offer (id),
  role text not null default 'member' check (length(trim(role)) > 0),
  from_on text not null check (from_on is date(from_on)),
  to_on text check (to_on is date(to_on)), -- released from this day on; not after from_on: they stepped back before it began
  assigned_on text check (assigned_on is date(assigned_on)), -- the place is theirs from this day, where there was no offer
  reason text check (length(trim(reason)) > 0), -- why somebody joined without an offer
  release_reason text check (length(trim(release_reason)) > 0), -- only where one was given; never about a person's life
  check (release_reason is null or to_on is not null)
) strict;
create unique index team_membership_open on team_membership (project_id, person_id) where to_on is null;

-- ---------------------------------------------------------------------------------------------------------------
-- Money: choices, lines, claims, batches, ceilings (promise 4)
-- ---------------------------------------------------------------------------------------------------------------

-- What a person chose about fees, from a day on. Expenses are paid whatever they choose here.
create table payment_preference (
  id integer not null primary key autoincrement,
  person_id integer not null references person (id),
  choice text not null check (choice in ('paid', 'reduced', 'declined', 'donated', 'ask')),
  pence integer check (pence >= 0), -- for reduced: the most they take for one line
  from_on text not null check (from_on is date(from_on)),
  unique (person_id, from_on),
  check ((choice = 'reduced') = (pence is not null))
) strict;

-- Kinds of expense: which need a receipt, which are a flat allowance, which go by the mile.
create table expense_kind (
  id integer not null primary key autoincrement,
  key text not null unique check (length(key) > 0 and key not glob '*[^a-z0-9-]*'),
  label text not null check (length(trim(label)) > 0),
  receipt_needed integer not null check (receipt_needed in (0, 1)),
  flat_pence integer check (flat_pence > 0), -- a flat allowance; null = what it cost
  by_mileage integer not null default 0 check (by_mileage in (0, 1)),
  retired_on text check (retired_on is date(retired_on)),
  source text not null default 'added by this unit' check (length(trim(source)) > 0)
) strict;

-- A claim as it came in: several lines sent together.
create table claim (
  id integer not null primary key autoincrement,
  person_id integer not null references person (id),
  received_on text not null check (received_on is date(received_on)),
  note text check (length(trim(note)) > 0)
) strict;

-- A batch for finance. Once sent it is not sent again; closed when finance has answered every line.
create table payment_batch (
  id integer not null primary key autoincrement,
  payer_id integer not null references payer (id),
  key text not null unique check (length(key) > 0 and key not glob '*[^a-z0-9-]*'),
  cut_off_on text check (cut_off_on is date(cut_off_on)),
  made_on text not null check (made_on is date(made_on)),
  made_by text not null check (length(trim(made_by)) > 0),
  state text not null default 'draft' check (state in ('draft', 'sent')), -- sent and every line answered is called closed
  sent_on text check (sent_on is date(sent_on)),
  sheet_sha256 text check (length(sheet_sha256) = 64 and sheet_sha256 not glob '*[^0-9a-f]*'), -- of the sheet as it was sent
  check ((state = 'draft') = (sent_on is null)),
  check ((sent_on is null) = (sheet_sha256 is null))
) strict;

-- One fee, voucher or expense. The rate is frozen on the line. A paid line never changes: a line with reverses_id
-- balances it. A declined or donated fee is an outcome on record, never a debt.
create table payment_line (
  id integer not null primary key autoincrement,
  stream text not null check (stream in ('fee', 'voucher', 'expense')),
  person_id integer not null references person (id),
  activity_kind text not null check (activity_kind in
    ('meeting', 'project', 'commentary', 'event', 'training', 'recruitment', 'other')),
  activity_key text not null check (length(activity_key) > 0 and activity_key not glob '*[^A-Za-z0-9-]*'),
  activity_on text not null check (activity_on is date(activity_on)),
  band text references band (key),
  quantity integer not null default 1 check (quantity between 1 and 1000), -- so many times the band
  minutes integer check (minutes >= 0), -- time it took, towards an hours ceiling
  rate_id integer references rate (id),
  rate_pence integer check (rate_pence >= 0), -- as it was on the day of the activity, for one
  expense_kind_id integer references expense_kind (id),
  miles_tenths integer check (miles_tenths > 0),
  mileage_rate_id integer references mileage_rate (id),
  claimed_pence integer not null, -- what is asked for, after the person's choice; negative only on a reversing line
  approved_pence integer, -- null until approved
  difference_reason text check (length(trim(difference_reason)) > 0), -- why approved is not what was claimed
  outcome text not null default 'due' check (outcome in ('due', 'reduced', 'declined', 'donated')),
  state text not null default 'logged' check (state in ('offered', 'accepted', 'logged', 'claimed', 'approved', 'sent',
    'paid', 'queried', 'rejected', 'reversed', 'declined', 'donated')),
  state_reason text check (length(trim(state_reason)) > 0), -- why queried, rejected or reversed
  description text check (length(trim(description)) > 0),
  recorded_by text not null check (length(trim(recorded_by)) > 0),
  logged_on text not null check (logged_on is date(logged_on)),
  claimed_on text check (claimed_on is date(claimed_on)),
  approved_on text check (approved_on is date(approved_on)),
  approved_by text check (length(trim(approved_by)) > 0), -- the same as recorded_by is allowed but flagged
  sent_on text check (sent_on is date(sent_on)),
  paid_on text check (paid_on is date(paid_on)),
  payer_id integer references payer (id),
  claim_id integer references claim (id),
  reverses_id integer references payment_line (id), -- the paid line that this one balances
  again_reason text check (length(trim(again_reason)) > 0), -- why the same person and activity a second time
  check (reverses_id is not null or (claimed_pence >= 0 and (approved_pence is null or approved_pence >= 0))),
  check (reverses_id is null or (claimed_pence <= 0 and (approved_pence is null or approved_pence <= 0))),
  check ((stream = 'expense') = (expense_kind_id is not null)),
  check (stream <> 'expense' or (band is null and rate_id is null)),
  check (stream <> 'expense' or outcome = 'due'),
  check (stream = 'expense' or miles_tenths is null),
  check (rate_id is null or (rate_pence is not null and band is not null)),
  check (outcome not in ('declined', 'donated') or state not in ('claimed', 'approved', 'sent', 'paid')),
  check (state not in ('declined', 'donated') or outcome = state), -- settled at once: nothing is to pay
  check (state not in ('approved', 'sent', 'paid')
    or (approved_on is not null and approved_by is not null and approved_pence is not null)),
  check (state not in ('sent', 'paid') or sent_on is not null),
  check (state <> 'paid' or paid_on is not null),
  check (state not in ('queried', 'rejected', 'reversed') or state_reason is not null),
  check (approved_pence is null or approved_pence = claimed_pence or difference_reason is not null),
  check (paid_on >= sent_on)
) strict;
-- The same fee for the same person and activity twice needs a reason.
create unique index payment_line_once on payment_line (person_id, activity_kind, activity_key, activity_on)
  where stream = 'fee' and reverses_id is null and again_reason is null and state not in ('rejected', 'reversed');
-- A line is reversed once.
create unique index payment_line_reversed_once on payment_line (reverses_id) where state not in ('rejected', 'reversed');
create index payment_line_reverses_id on payment_line (reverses_id);
create index payment_line_activity on payment_line (activity_kind, activity_key);
create index payment_line_person on payment_line (person_id, activity_on);
create index payment_line_state on payment_line (state, activity_on);

-- A line in a batch, with what finance was told of it when it was sent (never who it is for) and what finance answered.
-- A line that was queried or rejected may be in a later batch; it waits in one batch and is paid by one batch at most.
create table batch_line (
  id integer not null primary key autoincrement,
  batch_id integer not null references payment_batch (id),
  line_id integer not null references payment_line (id),
  pence integer not null, -- as it was approved
  told text check (json_valid(told) and json_type(told) = 'object'), -- null until the batch is sent
  reply text check (reply in ('paid', 'queried', 'rejected')), -- null = finance has not answered
  replied_on text check (replied_on is date(replied_on)), -- the day it was paid, queried or rejected
  reason text check (length(trim(reason)) > 0),
  unique (batch_id, line_id),
  check ((reply is null) = (replied_on is null)),
  check (reply is null or told is not null),
  check ((reply in ('queried', 'rejected')) = (reason is not null))
) strict;
create unique index batch_line_once on batch_line (line_id) where reply is null or reply = 'paid';
create index batch_line_line_id on batch_line (line_id);

-- The receipt itself stays where it is; its fingerprint is kept, so that the same one twice is noticed.
create table receipt (
  id integer not null primary key autoincrement,
  line_id integer not null references payment_line (id),
  file_name text not null check (length(trim(file_name)) > 0),
  sha256 text not null check (length(sha256) = 64 and sha256 not glob '*[^0-9a-f]*'),
  added_on text not null check (added_on is date(added_on)),
  unique (line_id, sha256)
) strict;
create index receipt_sha256 on receipt (sha256);

-- "Tell me before I pass ...": the figure and the day a person set it, never why.
create table ceiling (
  id integer not null primary key autoincrement,
  person_id integer not null references person (id),
  kind text not null check (kind in ('week-pence', 'month-pence', 'week-minutes')),
  amount integer not null check (amount > 0), -- pence or minutes, as the kind says; exactly this much is within it
  week_starts integer check (week_starts between 1 and 7), -- 1 Monday to 7 Sunday
  month_starts integer check (month_starts between 1 and 31), -- in a shorter month, its last day
  set_on text not null check (set_on is date(set_on)),
  cleared_on text check (cleared_on is date(cleared_on)),
  check (cleared_on >= set_on),
  check ((kind = 'month-pence') = (month_starts is not null)),
  check ((kind <> 'month-pence') = (week_starts is not null))
) strict;
create unique index ceiling_open on ceiling (person_id, kind) where cleared_on is null;

-- A ceiling warning that somebody acknowledged, with the reason they gave.
create table ceiling_warning (
  id integer not null primary key autoincrement,
  ceiling_id integer not null references ceiling (id),
  stage text not null check (stage in ('offer', 'log', 'batch')),
  counted_by text not null check (counted_by in ('activity', 'payment')),
  period_from_on text not null check (period_from_on is date(period_from_on)),
  amount integer not null, -- what it came to, in the ceiling's own measure
  reason text not null check (length(trim(reason)) > 0),
  acknowledged_on text not null check (acknowledged_on is date(acknowledged_on)),
  acknowledged_by text not null check (length(trim(acknowledged_by)) > 0)
) strict;

-- Money set aside for a stretch of days; null project, kind or payer = for all.
create table budget (
  id integer not null primary key autoincrement,
  title text not null check (length(trim(title)) > 0),
  payer_id integer references payer (id),
  project_id integer references project (id),
  activity_kind text check (activity_kind in
    ('meeting', 'project', 'commentary', 'event', 'training', 'recruitment', 'other')),
  year_kind text not null check (year_kind in ('tax', 'ucl-financial', 'nihr', 'calendar', 'range')),
  from_on text not null check (from_on is date(from_on)),
  to_on text not null check (to_on is date(to_on)),
  pence integer not null check (pence >= 0),
  set_on text check (set_on is date(set_on)),
  check (to_on >= from_on)
) strict;

-- ---------------------------------------------------------------------------------------------------------------
-- Papers, authorship, commentaries, naming (promise 1)
-- ---------------------------------------------------------------------------------------------------------------

-- A research paper of the unit, from planned to published.
create table paper (
  id integer not null primary key autoincrement,
  title text not null check (length(trim(title)) > 0),
  journal text check (length(trim(journal)) > 0),
  doi text collate nocase unique check (doi glob '10.[0-9]*/?*' and doi not glob '*[ ]*'), -- without https://doi.org/
  project_id integer references project (id),
  preprint_url text check (length(trim(preprint_url)) > 0),
  year integer check (year between 1900 and 2200),
  volume text check (length(trim(volume)) > 0),
  issue text check (length(trim(issue)) > 0),
  pages text check (length(trim(pages)) > 0), -- or the article number
  status text not null default 'planned' check (status in
    ('planned', 'drafting', 'submitted', 'accepted', 'published', 'withdrawn')),
  status_on text check (status_on is date(status_on)), -- null = the day is not known
  citation text check (json_valid(citation)) -- CSL-JSON of the published record as imported: what is public anyway
) strict;

-- What became of a paper, step by step, also corrections of what is in print. The paper stands as its last step but corrections.
create table paper_step (
  id integer not null primary key autoincrement,
  paper_id integer not null references paper (id),
  position integer not null check (position > 0), -- in the order of time; a day filled in later keeps its place
  step text not null check (step in
    ('planned', 'drafting', 'submitted', 'accepted', 'published', 'corrected', 'withdrawn')),
  on_day text check (on_day is date(on_day)), -- null = the day is not known
  reason text check (length(trim(reason)) > 0),
  notice_doi text collate nocase check (notice_doi glob '10.[0-9]*/?*' and notice_doi not glob '*[ ]*'), -- of a correction
  check (step <> 'corrected' or reason is not null),
  check (notice_doi is null or step in ('corrected', 'withdrawn'))
) strict;

-- The fourteen roles of the Contributor Role Taxonomy.
create table credit_role (
  id integer not null primary key autoincrement,
  key text not null unique check (length(key) > 0 and key not glob '*[^a-z0-9-]*'),
  label text not null unique check (length(trim(label)) > 0),
  position integer not null unique check (position > 0),
  source text not null default 'added by this unit' check (length(trim(source)) > 0)
) strict;

-- What somebody did for a paper: a person or a member of staff.
create table contribution (
  id integer not null primary key autoincrement,
  paper_id integer not null references paper (id),
  person_id integer references person (id),
  staff_id integer references staff (id),
  credit_role_id integer not null references credit_role (id),
  evidence text check (length(trim(evidence)) > 0),
  on_day text not null check (on_day is date(on_day)),
  check ((person_id is null) <> (staff_id is null))
) strict;

-- The four ICMJE criteria for one contributor: drafting and approval must be offered to all who meet the first.
create table authorship (
  id integer not null primary key autoincrement,
  paper_id integer not null references paper (id),
  person_id integer references person (id),
  staff_id integer references staff (id),
  substantial integer check (substantial in (0, 1)),
  drafting_offered_on text check (drafting_offered_on is date(drafting_offered_on)),
  drafting_answer text check (drafting_answer in ('yes', 'no')),
  approval_offered_on text check (approval_offered_on is date(approval_offered_on)),
  approval_answer text check (approval_answer in ('yes', 'no')),
  accountable text check (accountable in ('yes', 'no')),
  concluded text check (concluded in ('author', 'acknowledged', 'neither')),
  reason text check (length(trim(reason)) > 0),
  concluded_on text check (concluded_on is date(concluded_on)),
  agreed integer check (agreed in (0, 1)), -- the contributor agreed to be so listed; null = not asked
  agreed_on text check (agreed_on is date(agreed_on)),
  position integer check (position > 0), -- place in the author list
  affiliation text check (length(trim(affiliation)) > 0), -- as they chose it for this paper; several with ; between
  surname text check (length(trim(surname)) > 0), -- which part of the printed name is the family name, where they said so
  unique (paper_id, person_id),
  unique (paper_id, staff_id),
  check ((person_id is null) <> (staff_id is null)),
  check (drafting_answer is null or drafting_offered_on is not null),
  check (approval_answer is null or approval_offered_on is not null),
  check (concluded <> 'neither' or reason is not null),
  check (concluded <> 'author'
    or (substantial = 1 and drafting_answer = 'yes' and approval_answer = 'yes' and accountable = 'yes'))
) strict;

-- The two co-designed guidance documents, version by version.
create table guidance_version (
  id integer not null primary key autoincrement,
  document text not null check (document in ('authors', 'researchers')),
  version integer not null check (version > 0),
  co_designed_on text check (co_designed_on is date(co_designed_on)), -- the day it was written together; null = it was not
  agreed_on text check (agreed_on is date(agreed_on)),
  body text not null check (length(trim(body)) > 0),
  source text not null default 'added by this unit' check (length(trim(source)) > 0),
  unique (document, version)
) strict;

-- A Lived Experience Commentary on a paper, from proposal to publication. It may disagree with the paper.
create table commentary (
  id integer not null primary key autoincrement, -- C-001 is 1
  paper_id integer not null references paper (id),
  title text not null check (length(trim(title)) > 0),
  state text not null default 'proposed' check (state in
    ('proposed', 'drafting', 'submitted', 'accepted', 'published', 'withdrawn')),
  word_limit integer check (word_limit > 0), -- the journal's; null = the setting
  placement text check (placement in ('in-paper', 'supplement')),
  guidance_version_id integer references guidance_version (id),
  journal_policy text check (length(trim(journal_policy)) > 0), -- what the journal says about naming
  journal_forms text check (json_valid(journal_forms)), -- list of the forms of naming it takes; null = any
  policy_checked_on text check (policy_checked_on is date(policy_checked_on)),
  proposed_on text check (proposed_on is date(proposed_on)),
  submitted_on text check (submitted_on is date(submitted_on)),
  accepted_on text check (accepted_on is date(accepted_on)),
  published_on text check (published_on is date(published_on)),
  withdrawn_on text check (withdrawn_on is date(withdrawn_on)),
  feedback_given_on text check (feedback_given_on is date(feedback_given_on)),
  doi text collate nocase unique check (doi glob '10.[0-9]*/?*' and doi not glob '*[ ]*'), -- its own, where it has one
  check (state not in ('submitted', 'accepted', 'published') or submitted_on is not null),
  check (state <> 'published' or published_on is not null),
  check (state <> 'withdrawn' or withdrawn_on is not null)
) strict;

-- Who writes a commentary, when they were asked and said yes, and the guidance they were given. How they are named is in
-- naming_choice.
create table commentary_author (
  id integer not null primary key autoincrement,
  commentary_id integer not null references commentary (id),
  person_id integer not null references person (id),
  position integer check (position > 0),
  invited_on text check (invited_on is date(invited_on)),
  agreed_on text check (agreed_on is date(agreed_on)), -- null = has not said yes yet
  declined_on text check (declined_on is date(declined_on)),
  left_on text check (left_on is date(left_on)),
  guidance_version_id integer references guidance_version (id), -- the version this author was given
  peer_support_offered_on text check (peer_support_offered_on is date(peer_support_offered_on)),
  peer_support_answer text check (peer_support_answer in ('yes', 'no')), -- null = has not answered yet
  override_reason text check (length(trim(override_reason)) > 0), -- why somebody not on the project team
  unique (commentary_id, person_id),
  check (agreed_on is null or declined_on is null),
  check (peer_support_answer is null or peer_support_offered_on is not null)
) strict;

-- The text, version by version.
create table commentary_text (
  id integer not null primary key autoincrement,
  commentary_id integer not null references commentary (id),
  version integer not null check (version > 0),
  body text not null,
  sha256 text not null check (length(sha256) = 64 and sha256 not glob '*[^0-9a-f]*'),
  words integer not null check (words >= 0),
  made_on text not null check (made_on is date(made_on)),
  unique (commentary_id, version)
) strict;

-- An author's approval of one text. A later text clears it.
create table commentary_approval (
  id integer not null primary key autoincrement,
  text_id integer not null references commentary_text (id),
  person_id integer not null references person (id),
  approved_on text not null check (approved_on is date(approved_on)),
  cleared_on text check (cleared_on is date(cleared_on)),
  check (cleared_on >= approved_on)
) strict;
create unique index commentary_approval_open on commentary_approval (text_id, person_id) where cleared_on is null;

-- A researcher's comment on a version of the text: advisory. The authors accept or decline it and say why.
create table commentary_comment (
  id integer not null primary key autoincrement,
  commentary_id integer not null references commentary (id),
  number integer not null check (number > 0), -- counted within the commentary
  text_id integer not null references commentary_text (id),
  staff_id integer not null references staff (id),
  comment text not null check (length(trim(comment)) > 0),
  response text check (response in ('accepted', 'declined')), -- null = not answered yet
  reason text check (length(trim(reason)) > 0),
  made_on text not null check (made_on is date(made_on)),
  answered_on text check (answered_on is date(answered_on)),
  unique (commentary_id, number),
  check ((response is null) = (answered_on is null)),
  check (response is null or reason is not null)
) strict;

-- How a person wants to be named in one output, or (default) wherever nothing else was said. Never edited: the row with
-- the highest id for the person and output wins. No row, or undecided, means withheld.
create table naming_choice (
  id integer not null primary key autoincrement,
  person_id integer not null references person (id),
  output_kind text not null check (output_kind in ('commentary', 'paper', 'event', 'project', 'report', 'default')),
  output_id integer, -- id in commentary, paper, engagement_event or project; null for default and for reports in general
  form text not null check (form in ('full', 'other', 'initials', 'pen-name', 'group', 'anonymous', 'undecided')),
  wording text check (length(trim(wording)) > 0), -- exactly as it is to be printed
  chosen_on text not null check (chosen_on is date(chosen_on)),
  how text not null check (length(trim(how)) > 0), -- for example: e-mail, on the form, by phone
  recorded_by text check (length(trim(recorded_by)) > 0),
  correction_id integer references naming_correction (id), -- set where it came of a wish after publication
  check (output_kind <> 'default' or output_id is null),
  check (output_kind in ('default', 'report') or output_id is not null),
  check (form not in ('other', 'initials', 'pen-name') or wording is not null),
  check (form not in ('anonymous', 'undecided') or wording is null)
) strict;
create index naming_choice_latest on naming_choice (person_id, output_kind, output_id, id);
create index naming_choice_output on naming_choice (output_kind, output_id);

-- A wish to be named otherwise in what is in print, and what became of it. Our own texts follow the wish at once (its
-- naming_choice points here); print is for whoever published it.
create table naming_correction (
  id integer not null primary key autoincrement,
  person_id integer not null references person (id),
  output_kind text not null check (output_kind in ('commentary', 'paper', 'event', 'report')),
  output_id integer,
  asked_on text not null check (asked_on is date(asked_on)),
  form text not null check (form in ('full', 'other', 'initials', 'pen-name', 'group', 'anonymous')),
  wording text check (length(trim(wording)) > 0),
  how text not null check (length(trim(how)) > 0), -- how they told us
  recorded_by text not null check (length(trim(recorded_by)) > 0),
  done_on text check (done_on is date(done_on)), -- null = open
  done_as text check (done_as in ('corrected', 'refused', 'taken-back')),
  outcome text check (length(trim(outcome)) > 0), -- what came of it, in words
  check ((done_on is null) = (done_as is null)),
  check ((done_on is null) = (outcome is null)),
  check (done_on >= asked_on)
) strict;
create unique index naming_correction_open on naming_correction (person_id, output_kind, output_id) where done_on is null;

-- That an editor was told in confidence who wrote something: to whom and how, never who it was (COPE).
create table naming_disclosure (
  id integer not null primary key autoincrement,
  output_kind text not null check (output_kind in ('commentary', 'paper')),
  output_id integer not null,
  told_to text not null check (length(trim(told_to)) > 0), -- the journal's editor or office
  how text not null check (length(trim(how)) > 0),
  told_on text not null check (told_on is date(told_on)),
  recorded_by text not null check (length(trim(recorded_by)) > 0)
) strict;

-- A warning that an anonymous author could be worked out, and the reason given for going on. The text names nobody.
create table naming_warning (
  id integer not null primary key autoincrement,
  output_kind text not null check (output_kind in ('commentary', 'paper', 'event', 'report')),
  output_id integer not null,
  warning text not null check (length(trim(warning)) > 0),
  reason text not null check (length(trim(reason)) > 0),
  choices text not null, -- how everybody in it was to be named then, as M-003 full; it counts while that stays so
  acknowledged_on text not null check (acknowledged_on is date(acknowledged_on)),
  acknowledged_by text not null check (length(trim(acknowledged_by)) > 0)
) strict;

-- ---------------------------------------------------------------------------------------------------------------
-- Public engagement, evaluation, impact
-- ---------------------------------------------------------------------------------------------------------------

-- Public engagement: an event, a seminar, a podcast or a post, whom it was for and how many it reached.
create table engagement_event (
  id integer not null primary key autoincrement,
  title text not null check (length(trim(title)) > 0),
  kind text not null check (kind in
    ('social-media', 'online-platform', 'public-event', 'seminar', 'networking', 'podcast')),
  held_on text not null check (held_on is date(held_on)),
  audience text check (length(trim(audience)) > 0),
  reach integer check (reach >= 0), -- null = not measured
  reach_method text check (length(trim(reach_method)) > 0), -- how it was counted
  place text check (length(trim(place)) > 0),
  url text check (length(trim(url)) > 0),
  project_id integer references project (id),
  band text references band (key), -- what taking part in it is paid by; null = not said, or not paid
  check (reach is null or reach_method is not null)
) strict;

-- Who took part. How each agreed to be named is a naming_choice for the event.
create table event_contributor (
  id integer not null primary key autoincrement,
  event_id integer not null references engagement_event (id),
  person_id integer not null references person (id),
  role text not null check (length(trim(role)) > 0), -- speaker, panel member, writer ...
  unique (event_id, person_id, role)
) strict;

-- One evaluation of involvement, of a meeting or of a year, and the time in which it is open.
create table evaluation_round (
  id integer not null primary key autoincrement,
  key text not null unique check (length(key) > 0 and key not glob '*[^a-z0-9-]*'),
  title text not null check (length(trim(title)) > 0),
  framework text not null check (framework in ('cube', 'yearly')),
  meeting_id integer references meeting (id), -- for cube: the meeting it is about
  period_from_on text check (period_from_on is date(period_from_on)), -- the time it looks back on
  period_to_on text check (period_to_on is date(period_to_on)),
  opens_on text check (opens_on is date(opens_on)),
  closes_on text check (closes_on is date(closes_on)),
  closed_on text check (closed_on is date(closed_on)), -- null = open
  check (period_to_on >= period_from_on),
  check (closes_on >= opens_on)
) strict;

-- What a round asks: a figure up to scale_max, or free text.
create table evaluation_question (
  id integer not null primary key autoincrement,
  round_id integer not null references evaluation_round (id),
  key text not null check (length(key) > 0 and key not glob '*[^a-z0-9-]*'),
  wording text not null check (length(trim(wording)) > 0),
  scale_max integer check (scale_max between 1 and 100), -- null = free text
  position integer not null check (position > 0),
  unique (round_id, key),
  unique (round_id, position)
) strict;

-- A response belongs to nobody: no person, no time, no sequence. The key is random, so the order of the rows tells
-- nothing either; it is never in the change record; nothing is shown below the small-number threshold.
create table evaluation_response (
  token text not null primary key check (length(token) >= 32 and token not glob '*[^0-9a-f]*'),
  round_id integer not null references evaluation_round (id),
  answers text not null check (json_valid(answers) and json_type(answers) = 'object')
) strict, without rowid;

-- The working-group members who lead the review: LEWG involvement is evaluated by LEWG members.
create table evaluation_reviewer (
  id integer not null primary key autoincrement,
  round_id integer not null references evaluation_round (id),
  person_id integer not null references person (id),
  unique (round_id, person_id)
) strict;

-- What the review found, what will be done, and what became of it.
create table evaluation_finding (
  id integer not null primary key autoincrement,
  round_id integer not null references evaluation_round (id),
  finding text not null check (length(trim(finding)) > 0),
  action text check (length(trim(action)) > 0),
  owner_staff_id integer references staff (id),
  due_on text check (due_on is date(due_on)),
  done_on text check (done_on is date(done_on)),
  outcome text check (length(trim(outcome)) > 0)
) strict;

-- The UK Standards for Public Involvement, by which annual reports are grouped.
create table uk_standard (
  id integer not null primary key autoincrement,
  key text not null unique check (length(key) > 0 and key not glob '*[^a-z0-9-]*'),
  label text not null check (length(trim(label)) > 0),
  about text not null check (length(trim(about)) > 0),
  position integer not null unique check (position > 0),
  source text not null default 'added by this unit' check (length(trim(source)) > 0)
) strict;

-- What involvement changed: also nothing, also for the worse. Both views, the contributor's and the researcher's.
create table impact (
  id integer not null primary key autoincrement,
  on_day text not null check (on_day is date(on_day)),
  activity_kind text not null check (activity_kind in
    ('meeting', 'project', 'paper', 'commentary', 'event', 'training', 'recruitment', 'other')),
  activity_key text not null check (length(activity_key) > 0 and activity_key not glob '*[^A-Za-z0-9-]*'),
  contribution text check (length(trim(contribution)) > 0), -- when and how people contributed
  hoped text check (length(trim(hoped)) > 0), -- what they hoped to influence
  changed text check (length(trim(changed)) > 0),
  direction text not null check (direction in ('positive', 'none', 'negative')),
  why text check (length(trim(why)) > 0), -- why it matters
  person_view text check (length(trim(person_view)) > 0),
  researcher_view text check (length(trim(researcher_view)) > 0),
  standard_id integer references uk_standard (id),
  feedback_given_on text check (feedback_given_on is date(feedback_given_on)),
  person_id integer references person (id),
  staff_id integer references staff (id)
) strict;
create index impact_activity on impact (activity_kind, activity_key);

-- ---------------------------------------------------------------------------------------------------------------
-- Imports (promise 3)
-- ---------------------------------------------------------------------------------------------------------------

-- A file that was taken in: part of the change record, so it stays when what it brought is taken back.
create table import_batch (
  id integer not null primary key autoincrement,
  kind text not null check (length(kind) > 0 and kind not glob '*[^a-z0-9-]*'), -- applications, attendance, members ...
  file_name text not null check (length(trim(file_name)) > 0),
  sha256 text not null check (length(sha256) = 64 and sha256 not glob '*[^0-9a-f]*'),
  rows_new integer not null default 0 check (rows_new >= 0),
  rows_updated integer not null default 0 check (rows_updated >= 0),
  rows_unchanged integer not null default 0 check (rows_unchanged >= 0),
  rows_failed integer not null default 0 check (rows_failed >= 0), -- left out under --partial
  made_on text not null check (made_on is date(made_on)),
  made_by text not null check (length(trim(made_by)) > 0),
  undone_on text check (undone_on is date(undone_on))
) strict;
create index import_batch_sha256 on import_batch (kind, sha256);

-- The file as it came, deflated, until a day; outside the change record, and gone with any erasure of somebody it is about.
create table import_content (
  id integer not null primary key autoincrement,
  import_id integer not null unique references import_batch (id),
  contents blob not null,
  until_on text not null check (until_on is date(until_on)), -- the unit's date; a round's retention date goes before it
  round_id integer references recruitment_round (id)
) strict;

-- A saved answer to "which column is what".
create table csv_mapping (
  id integer not null primary key autoincrement,
  name text not null unique check (length(trim(name)) > 0),
  kind text not null check (length(kind) > 0 and kind not glob '*[^a-z0-9-]*'),
  mapping text not null check (json_valid(mapping) and json_type(mapping) = 'object')
) strict;

-- ---------------------------------------------------------------------------------------------------------------
-- Change record and undo (promise 7). Written by the program and its generated triggers, never by hand.
-- ---------------------------------------------------------------------------------------------------------------

-- One command that wrote something (or revealed an identity): who, when, which.
create table change_set (
  id integer not null primary key autoincrement,
  made_at text not null check (made_at is strftime('%Y-%m-%dT%H:%M:%SZ', made_at)),
  made_by text not null check (length(trim(made_by)) > 0),
  command text not null check (length(trim(command)) > 0), -- noun and verb only: what was typed may hold a name
  about text check (length(trim(about)) > 0), -- in refs, never names
  undoes_id integer references change_set (id),
  undone_by_id integer references change_set (id),
  import_id integer references import_batch (id)
) strict;

-- One row changed. set_id null = edited outside the program.
create table change_row (
  id integer not null primary key autoincrement,
  set_id integer references change_set (id),
  table_name text not null,
  row_id integer not null,
  action text not null check (action in ('insert', 'update', 'delete')),
  before text,
  after text,
  erased integer not null default 0 check (erased in (0, 1)), -- personal data was taken out of both; it cannot be undone
  line_no integer check (line_no > 0), -- the line of the imported file that it came from
  check ((action = 'insert') = (before is null)),
  check ((action = 'delete') = (after is null))
) strict;
create index change_row_row on change_row (table_name, row_id);

-- Where the triggers look for the change_set they are writing for: one row, set inside each transaction.
create table recording (
  id integer not null primary key check (id = 1),
  set_id integer references change_set (id),
  line_no integer check (line_no > 0)
) strict;
insert into recording (id, set_id) values (1, null);

-- ---------------------------------------------------------------------------------------------------------------
-- Indexes on foreign keys that no other index leads with
-- ---------------------------------------------------------------------------------------------------------------

create index person_email_person_id on person_email (person_id);
create index person_term_term_id on person_term (term_id);
create index person_access_need_term_id on person_access_need (term_id);
create index membership_person_id on membership (person_id);
create index membership_pause_membership_id on membership_pause (membership_id);
create index staff_role_held_role_id on staff_role_held (role_id);
create index staff_role_held_staff_id on staff_role_held (staff_id);
create index consent_wording_id on consent (wording_id);
create index consent_person_id on consent (person_id);
create index subject_request_person_id on subject_request (person_id);
create index recruitment_round_group_id on recruitment_round (group_id);
create index reserve_offer_membership_id on reserve_offer (membership_id);
create index round_panel_person_id on round_panel (person_id);
create index round_panel_staff_id on round_panel (staff_id);
create index application_person_id on application (person_id);
create index application_term_term_id on application_term (term_id);
create index round_conflict_application_id on round_conflict (application_id);
create index round_score_panel_id on round_score (panel_id);
create index round_moderation_criterion_id on round_moderation (criterion_id);
create index round_moderation_panel_id on round_moderation (panel_id);
create index round_score_criterion_id on round_score (criterion_id);
create index round_proposal_round_id on round_proposal (round_id);
create index round_decision_proposal_id on round_decision (proposal_id);
create index engagement_event_band on engagement_event (band);
create index rate_card_payer_id on rate_card (payer_id);
create index meeting_series_group_id on meeting_series (group_id);
create index attendance_person_id on attendance (person_id);
create index meeting_action_owner_staff_id on meeting_action (owner_staff_id);
create index meeting_action_owner_person_id on meeting_action (owner_person_id);
create index meeting_action_meeting_id on meeting_action (meeting_id);
create index training_session_course_id on training_session (course_id);
create index training_session_part_id on training_session (part_id);
create index training_session_make_up_of on training_session (make_up_of);
create index session_enrolment_person_id on session_enrolment (person_id);
create index completion_session_id on completion (session_id);
create index completion_part_id on completion (part_id);
create index waiver_course_id on waiver (course_id);
create index waiver_part_id on waiver (part_id);
create index waiver_person_id on waiver (person_id);
create index person_external_person_id on person_external (person_id);
create index person_external_requirement_id on person_external (requirement_id);
create index clearance_rule_clearance_id on clearance_rule (clearance_id);
create index clearance_rule_requirement_id on clearance_rule (requirement_id);
create index clearance_rule_course_id on clearance_rule (course_id);
create index project_lead_staff_id on project (lead_staff_id);
create index project_conflict_person_id on project_conflict (person_id);
create index match_run_policy_id on match_run (policy_id);
create index match_run_project_id on match_run (project_id);
create index project_offer_widened_to on project_offer (widened_to);
create index project_offer_run_id on project_offer (run_id);
create index project_offer_person_id on project_offer (person_id);
create index project_offer_project_id on project_offer (project_id);
create index project_decision_run_id on project_decision (run_id);
create index project_decision_person_person_id on project_decision_person (person_id);
create index team_membership_offer_id on team_membership (offer_id);
create index team_membership_person_id on team_membership (person_id);
create index team_membership_project_id on team_membership (project_id);
create index claim_person_id on claim (person_id);
create index payment_batch_payer_id on payment_batch (payer_id);
create index payment_line_claim_id on payment_line (claim_id);
create index payment_line_payer_id on payment_line (payer_id);
create index payment_line_mileage_rate_id on payment_line (mileage_rate_id);
create index payment_line_expense_kind_id on payment_line (expense_kind_id);
create index payment_line_rate_id on payment_line (rate_id);
create index ceiling_person_id on ceiling (person_id);
create index ceiling_warning_ceiling_id on ceiling_warning (ceiling_id);
create index budget_project_id on budget (project_id);
create index budget_payer_id on budget (payer_id);
create index paper_project_id on paper (project_id);
create index paper_step_paper_id on paper_step (paper_id);
create index contribution_credit_role_id on contribution (credit_role_id);
create index contribution_staff_id on contribution (staff_id);
create index contribution_person_id on contribution (person_id);
create index contribution_paper_id on contribution (paper_id);
create index authorship_staff_id on authorship (staff_id);
create index authorship_person_id on authorship (person_id);
create index commentary_guidance_version_id on commentary (guidance_version_id);
create index commentary_paper_id on commentary (paper_id);
create index commentary_author_guidance_version_id on commentary_author (guidance_version_id);
create index commentary_author_person_id on commentary_author (person_id);
create index commentary_approval_person_id on commentary_approval (person_id);
create index commentary_approval_text_id on commentary_approval (text_id);
create index commentary_comment_staff_id on commentary_comment (staff_id);
create index commentary_comment_commentary_id on commentary_comment (commentary_id);
create index commentary_comment_text_id on commentary_comment (text_id);
create index naming_correction_person_id on naming_correction (person_id);
create index naming_choice_correction_id on naming_choice (correction_id);
create index engagement_event_project_id on engagement_event (project_id);
create index event_contributor_person_id on event_contributor (person_id);
create index evaluation_round_meeting_id on evaluation_round (meeting_id);
create index evaluation_response_round_id on evaluation_response (round_id);
create index evaluation_reviewer_person_id on evaluation_reviewer (person_id);
create index evaluation_finding_owner_staff_id on evaluation_finding (owner_staff_id);
create index evaluation_finding_round_id on evaluation_finding (round_id);
create index impact_staff_id on impact (staff_id);
create index impact_person_id on impact (person_id);
create index impact_standard_id on impact (standard_id);
create index import_content_round_id on import_content (round_id);
create index change_set_import_id on change_set (import_id);
create index change_set_undone_by_id on change_set (undone_by_id);
create index change_set_undoes_id on change_set (undoes_id);
create index change_row_set_id on change_row (set_id);

-- ---------------------------------------------------------------------------------------------------------------
-- Views, for any SQLite browser. People appear as refs; no name, e-mail, phone or note.
-- ---------------------------------------------------------------------------------------------------------------

-- Everybody in a group now.
create view group_now as
select g.key as group_key, m.person_id as person_id, printf('M-%03d', m.person_id) as ref, p.perspective as perspective,
  m.joined_on as joined, m.term_ends_on as term_ends_on,
  exists (select 1 from membership_pause mp where mp.membership_id = m.id and mp.from_on <= date('now')
    and (mp.until_on is null or mp.until_on >= date('now'))) as paused
from membership m
join person p on p.id = m.person_id
join involvement_group g on g.id = m.group_id
where m.left_on is null;

-- The working group now.
create view lewg_now as
select person_id, ref, perspective, joined, term_ends_on, paused from group_now where group_key = 'lewg';

-- How many people came to each meeting. Not recorded = in the group that day and without a row.
create view meeting_attendance as
select mt.key as meeting, mt.held_on as held_on, s.key as series, mt.status as status,
  (select count(*) from attendance a where a.meeting_id = mt.id and a.state = 'present') as present,
  (select count(*) from attendance a where a.meeting_id = mt.id and a.state = 'part') as part,
  (select count(*) from attendance a where a.meeting_id = mt.id and a.state = 'apologies') as apologies,
  (select count(*) from attendance a where a.meeting_id = mt.id and a.state = 'absent') as absent,
  (select count(distinct m.person_id) from membership m
    where m.group_id = s.group_id and m.joined_on <= mt.held_on and (m.left_on is null or m.left_on > mt.held_on)
      and not exists (select 1 from attendance a where a.meeting_id = mt.id and a.person_id = m.person_id)) as not_recorded
from meeting mt
join meeting_series s on s.id = mt.series_id;

-- Part of each course that each person has completed (and not had revoked) or been waived.
-- Waivers count here whether or not they have run out: `training why` works as at a day.
create view training_progress as
with done as (
  select c.person_id as person_id, c.part_id as part_id, c.completed_on as on_day, 0 as waived
  from completion c
  where not exists (select 1 from completion_revocation r where r.completion_id = c.id)
  union all
  select w.person_id, cp.id, w.granted_on, 1
  from waiver w
  join course_part cp on cp.course_id = w.course_id and (w.part_id is null or w.part_id = cp.id)
  where w.revoked_on is null
), best as (
  select person_id, part_id, min(on_day) as on_day, min(waived) as waived from done group by person_id, part_id
)
select b.person_id as person_id, printf('M-%03d', b.person_id) as ref, co.key as course,
  sum(b.waived = 0) as parts_completed, sum(b.waived = 1) as parts_waived,
  (select count(*) from course_part x where x.course_id = co.id and x.retired_on is null) as parts,
  count(*) >= (select count(*) from course_part x where x.course_id = co.id and x.retired_on is null) as finished,
  max(b.on_day) as latest_on
from best b
join course_part cp on cp.id = b.part_id and cp.retired_on is null
join course co on co.id = cp.course_id
group by b.person_id, co.id;

-- What each clearance asks for, in words: all sets, any one row of a set. With the days from which and until which it does.
create view clearance_asks as
select c.key as clearance, r.set_no as set_no, coalesce('course ' || co.key, 'requirement ' || e.key) as asks,
  r.grace_days as grace_days, r.asked_from as asked_from, r.retired_on as retired_on
from clearance_rule r
join clearance c on c.id = r.clearance_id
left join course co on co.id = r.course_id
left join external_requirement e on e.id = r.requirement_id;

-- Consents in force: given and not withdrawn.
create view consent_now as
select c.person_id as person_id, printf('M-%03d', c.person_id) as ref, w.purpose as purpose,
  max(w.version) as version, min(c.given_on) as given_on
from consent c
join consent_wording w on w.id = c.wording_id
where c.withdrawn_on is null
group by c.person_id, w.purpose;

-- Applications of each round by status.
create view round_funnel as
select r.key as round, a.status as status, count(*) as applications
from application a
join recruitment_round r on r.id = a.round_id
group by r.id, a.status;

-- Places, offers and people of each project.
create view project_team_size as
select p.id as project_id, printf('P-%03d', p.id) as ref, p.title as title, p.status as status, p.places as places,
  (select count(*) from project_offer o where o.project_id = p.id) as offers,
  (select count(*) from project_offer o where o.project_id = p.id and o.reply = 'accepted') as accepted,
  (select count(*) from project_offer o
    where o.project_id = p.id and o.reply is null and o.withdrawn_on is null) as waiting,
  (select count(*) from team_membership t where t.project_id = p.id and t.to_on is null) as on_team
from project p;

-- How work has been shared: offers made and active projects of everybody in the working group.
create view project_share as
select l.person_id as person_id, l.ref as ref,
  (select count(*) from project_offer o where o.person_id = l.person_id) as offers,
  (select count(*) from project_offer o where o.person_id = l.person_id and o.reply = 'accepted') as accepted,
  (select max(o.offered_on) from project_offer o where o.person_id = l.person_id) as last_offered_on,
  (select count(*) from team_membership t where t.person_id = l.person_id and t.to_on is null) as active_projects
from lewg_now l;

-- The rates, in order.
create view rate_list as
select rc.key as card, r.band as band, b.label as label, r.pence as pence, r.from_on as from_on, r.to_on as to_on,
  r.source as source
from rate r
join rate_card rc on rc.id = r.card_id
join band b on b.key = r.band
order by rc.key, b.position, r.from_on;

-- What was paid to each person by UK tax year (from 6 April) of the day of payment, by payer; fees and vouchers apart from
-- expenses: the figures of `payment statement --tax-year`. Reversing lines count with their minus. No tax is worked out.
create view payment_totals as
select person_id, ref, tax_year, payer,
  sum(case when stream = 'fee' then pence else 0 end) as fee_pence,
  sum(case when stream = 'voucher' then pence else 0 end) as voucher_pence,
  sum(case when stream = 'expense' then pence else 0 end) as expense_pence
from (
  select l.person_id as person_id, printf('M-%03d', l.person_id) as ref, py.key as payer, l.stream as stream,
    l.approved_pence as pence,
    printf('%d-%02d', cast(substr(l.paid_on, 1, 4) as integer) - (substr(l.paid_on, 6) < '04-06'),
      (cast(substr(l.paid_on, 1, 4) as integer) - (substr(l.paid_on, 6) < '04-06') + 1) % 100) as tax_year
  from payment_line l
  left join payer py on py.id = l.payer_id
  where l.state = 'paid'
)
group by person_id, ref, tax_year, payer;

-- Lines that somebody is still waiting for: not paid, rejected, reversed, declined or donated. Of a commentary or an event it
-- is not said which, for anybody: somebody may be anonymous in it.
create view payment_waiting as
select l.id as line_id, printf('M-%03d', l.person_id) as ref, l.stream as stream,
  case when l.activity_kind not in ('commentary', 'event') then l.activity_kind end as activity_kind,
  case when l.activity_kind not in ('commentary', 'event') then l.activity_key end as activity_key,
  l.activity_on as activity_on, l.state as state,
  coalesce(l.approved_pence, l.claimed_pence) as pence, l.claimed_on as claimed_on, l.sent_on as sent_on,
  py.key as payer, l.approved_by is not null and l.approved_by = l.recorded_by as approved_by_recorder
from payment_line l
left join payer py on py.id = l.payer_id
where l.outcome in ('due', 'reduced') and l.state in ('logged', 'claimed', 'approved', 'sent', 'queried');

-- The standing question: which papers that are in print, or on their way there, have no Lived Experience Commentary?
create view papers_without_commentary as
select p.id as paper_id, p.title as title, p.status as status, p.doi as doi,
  case when p.project_id is not null then printf('P-%03d', p.project_id) end as project
from paper p
where p.status in ('submitted', 'accepted', 'published')
  and not exists (select 1 from commentary c where c.paper_id = p.id and c.state <> 'withdrawn');

-- Where each commentary stands. Neither authors nor their number: both can give somebody away.
create view commentary_progress as
select c.id as commentary_id, printf('C-%03d', c.id) as ref, c.paper_id as paper_id, c.state as state,
  c.word_limit as word_limit,
  (select t.words from commentary_text t where t.commentary_id = c.id order by t.version desc limit 1) as words,
  c.submitted_on as submitted_on, c.published_on as published_on
from commentary c;

-- Public engagement by calendar year and kind; reach only where it was measured.
create view engagement_by_year as
select cast(substr(held_on, 1, 4) as integer) as year, kind, count(*) as events, count(reach) as measured,
  sum(reach) as reach
from engagement_event
group by 1, kind;
