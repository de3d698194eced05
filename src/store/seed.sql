-- The rows a new store starts with. Run once, after schema.sql and in the same transaction. No person and no member of
-- staff is in here. Everything is a row so that the unit can change it; `source` says where it comes from:
-- V read in an official page, S in a secondary one, D derived by arithmetic, M from memory.

insert into unit (id, name, short_name, paying_institution, group_name, founded_year, web, source) values
  (1, 'NIHR Mental Health Policy Research Unit', 'MHPRU', 'UCL', 'MHPRU Lived Experience Working Group', 2017, null,
    'MHPRU involvement page (V); paying institution (S); year founded (M)');

insert into setting (key, value, about, source) values
  ('small-number-threshold', '5', 'Counts under this are not shown outside the team; 10 is the stricter choice',
    'usual disclosure control in UK health data (M)'),
  ('claim-window-months', '3', 'Expenses are to be claimed within so many months of the activity',
    'university expense guidance (S)'),
  ('claim-cut-off-rule', 'submit by the payer''s cut-off day, or it waits for the next run',
    'Shown beside lines that are due', 'university finance practice (S)'),
  ('late-payment-days', '30', 'A line sent to finance and unpaid for longer is listed as late',
    'involvement bodies'' good practice (S)'),
  ('receipt-rule', 'a receipt for everything except flat allowances', 'Said where a receipt is missing',
    'university expense guidance (S)'),
  ('default-payer', 'ucl', 'Key of the payer of a line when none is named', 'MHPRU pages (S)'),
  ('default-rate-card', 'nihr', 'Key of the rate card used when none is named', 'starting point of this program'),
  ('calendar-domain', 'mhpru.involve', 'Ends the identifiers of calendar entries: once a calendar was given out, another would put every entry in twice',
    'starting point of this program'),
  ('tax-soft-flag-pence', '100000', 'Fees and vouchers of a tax year above this are pointed out, without any tax sum',
    'trading allowance of 1,000 pounds (M)'),
  ('benefits-advice', 'For advice on benefits, please speak to an independent adviser, for example Citizens Advice.',
    'Printed with every ceiling message and on statements', 'starting point of this program'),
  ('commentary-word-limit', '700', 'For a commentary whose journal gives no limit', 'commentaries of 300 to 700 words (M)'),
  ('commentary-word-minimum', '300', 'Fewer words than this are pointed out', 'commentaries of 300 to 700 words (M)'),
  ('citation-style', 'vancouver', 'How papers are cited: vancouver, apa or harvard', 'usual in medical journals (M)'),
  ('commentary-authors-maximum', '3', 'More authors than this are pointed out', 'commentaries by 1 to 3 authors (M)'),
  ('elimination-minimum', '5', 'Where fewer people than this could be meant by "Anonymous" or a pen name, it is pointed out',
    'as counts under 5 are not shown outside the team (D)'),
  ('unsuccessful-applicant-retention-months', '6', 'After a round is decided, unsuccessful applicants'' data is blanked',
    'usual recruitment retention (M)'),
  ('feedback-strong-percent', '75', 'A criterion with a mean of so much of its scale is called strong in letters',
    'starting point of this program'),
  ('feedback-points-maximum', '3', 'A letter names at most so many strengths, and so many things that were less strong',
    'starting point of this program'),
  ('feedback-good-percent', '50', 'A criterion with a mean of so much of its scale is called good in letters; below it, less strong',
    'starting point of this program'),
  ('consents-at-appointment', 'contact, matching, profile-sharing, naming',
    'What everybody who joins is asked to agree to, each by itself', 'starting point of this program'),
  ('reserve-list-months', '12', 'How long a reserve stays a reserve', 'reserve lists of 6 to 12 months (M)'),
  ('import-contents-months', '6', 'How long the contents of an imported file are kept; a round''s retention date goes before it',
    'as unsuccessful applicants'' data (M)'),
  ('import-contents-megabytes', '10', 'The contents of a longer file are not kept when it is imported',
    'starting point of this program'),
  ('import-plan-rows', '10000', 'The plan of a longer file counts the rows that are only new or unchanged, and lists the others',
    'starting point of this program'),
  ('payment-retention-years', '7', 'Payment rows are kept for the financial year (to 31 July) and so many years more',
    'UCL retention schedule (V)'),
  ('committee-paper-retention-years', '6', 'Meeting papers: academic year and so many years, then review',
    'UCL retention schedule (V)'),
  ('score-spread-flag', '2', 'Scorers this far apart on a criterion are flagged for moderation',
    'usual shortlisting practice (M)'),
  ('shortlisters-minimum', '2', 'At least so many shortlisters, one of them a member of the working group',
    'usual shortlisting practice (M)'),
  ('panel-group', 'lewg', 'Key of the group of which somebody should be among the shortlisters and on the interview panel',
    'open recruitment of lived-experience groups (M)'),
  ('tie-break-words', 'racialised-community', 'Experience that touches on a protected characteristic: an aim for it should be a tie-break',
    'Equality Act 2010, section 159 (M)'),
  ('offer-reply-days', '14', 'Days to reply to an offer when none are given', 'starting point of this program'),
  ('fairness-months', '12', 'Offers of so many months back count as recent', 'starting point of this program'),
  ('clearance-warning-days', '60', 'What a clearance rests on and runs out within so many days is pointed out',
    'starting point of this program'),
  ('evaluation-interval-months', '12', 'Involvement is evaluated and reviewed by its members once in so many months',
    'MHPRU involvement page (V); yearly (M)');

insert into bank_holiday (on_day, label, source) values
  ('2025-01-01', 'New Year''s Day', 'England and Wales bank holidays (M)'),
  ('2025-04-18', 'Good Friday', 'England and Wales bank holidays (M)'),
  ('2025-04-21', 'Easter Monday', 'England and Wales bank holidays (M)'),
  ('2025-05-05', 'Early May bank holiday', 'England and Wales bank holidays (M)'),
  ('2025-05-26', 'Spring bank holiday', 'England and Wales bank holidays (M)'),
  ('2025-08-25', 'Summer bank holiday', 'England and Wales bank holidays (M)'),
  ('2025-12-25', 'Christmas Day', 'England and Wales bank holidays (M)'),
  ('2025-12-26', 'Boxing Day', 'England and Wales bank holidays (M)'),
  ('2026-01-01', 'New Year''s Day', 'England and Wales bank holidays (M)'),
  ('2026-04-03', 'Good Friday', 'England and Wales bank holidays (M)'),
  ('2026-04-06', 'Easter Monday', 'England and Wales bank holidays (M)'),
  ('2026-05-04', 'Early May bank holiday', 'England and Wales bank holidays (M)'),
  ('2026-05-25', 'Spring bank holiday', 'England and Wales bank holidays (M)'),
  ('2026-08-31', 'Summer bank holiday', 'England and Wales bank holidays (M)'),
  ('2026-12-25', 'Christmas Day', 'England and Wales bank holidays (M)'),
  ('2026-12-28', 'Boxing Day (substitute day)', 'England and Wales bank holidays (M)'),
  ('2027-01-01', 'New Year''s Day', 'England and Wales bank holidays (M)'),
  ('2027-03-26', 'Good Friday', 'England and Wales bank holidays (M)'),
  ('2027-03-29', 'Easter Monday', 'England and Wales bank holidays (M)'),
  ('2027-05-03', 'Early May bank holiday', 'England and Wales bank holidays (M)'),
  ('2027-05-31', 'Spring bank holiday', 'England and Wales bank holidays (M)'),
  ('2027-08-30', 'Summer bank holiday', 'England and Wales bank holidays (M)'),
  ('2027-12-27', 'Christmas Day (substitute day)', 'England and Wales bank holidays (M)'),
  ('2027-12-28', 'Boxing Day (substitute day)', 'England and Wales bank holidays (M)');

-- Vocabularies: a starting list for the unit and its members to make their own.
insert into vocabulary_term (kind, key, label, source) values
  ('experience', 'inpatient-care', 'Inpatient care', 'starting list, for the unit to edit (M)'),
  ('experience', 'detention-under-the-act', 'Detention under the Mental Health Act', 'starting list, for the unit to edit (M)'),
  ('experience', 'crisis-services', 'Crisis services', 'starting list, for the unit to edit (M)'),
  ('experience', 'community-team', 'Community mental health team', 'starting list, for the unit to edit (M)'),
  ('experience', 'talking-therapies', 'Talking therapies', 'starting list, for the unit to edit (M)'),
  ('experience', 'trauma', 'Trauma', 'starting list, for the unit to edit (M)'),
  ('experience', 'psychosis', 'Psychosis', 'starting list, for the unit to edit (M)'),
  ('experience', 'eating-disorder', 'Eating disorder', 'starting list, for the unit to edit (M)'),
  ('experience', 'complex-emotional-needs', 'Complex emotional needs', 'starting list, for the unit to edit (M)'),
  ('experience', 'perinatal', 'Perinatal mental health', 'starting list, for the unit to edit (M)'),
  ('experience', 'young-adult-services', 'Young adult services', 'starting list, for the unit to edit (M)'),
  ('experience', 'older-adult', 'Older adult services', 'starting list, for the unit to edit (M)'),
  ('experience', 'racialised-community', 'Being from a racialised community', 'starting list, for the unit to edit (M)'),
  ('experience', 'peer-support', 'Peer support', 'starting list, for the unit to edit (M)'),
  ('experience', 'caring-for-a-relative', 'Caring for a relative or friend', 'starting list, for the unit to edit (M)'),
  ('skill', 'interviewing', 'Interviewing', 'starting list, for the unit to edit (M)'),
  ('skill', 'qualitative-analysis', 'Qualitative analysis', 'starting list, for the unit to edit (M)'),
  ('skill', 'facilitation', 'Facilitating groups', 'starting list, for the unit to edit (M)'),
  ('skill', 'public-speaking', 'Public speaking', 'starting list, for the unit to edit (M)'),
  ('skill', 'writing', 'Writing', 'starting list, for the unit to edit (M)'),
  ('skill', 'chairing', 'Chairing meetings', 'starting list, for the unit to edit (M)'),
  ('skill', 'survey-design', 'Survey design', 'starting list, for the unit to edit (M)'),
  ('skill', 'systematic-reviewing', 'Systematic reviewing', 'starting list, for the unit to edit (M)'),
  ('skill', 'teaching', 'Teaching', 'starting list, for the unit to edit (M)'),
  ('skill', 'social-media', 'Social media', 'starting list, for the unit to edit (M)'),
  ('interest', 'acute-care', 'Acute and crisis care', 'starting list, for the unit to edit (M)'),
  ('interest', 'community-care', 'Community care', 'starting list, for the unit to edit (M)'),
  ('interest', 'young-people', 'Children and young people', 'starting list, for the unit to edit (M)'),
  ('interest', 'inequalities', 'Inequalities', 'starting list, for the unit to edit (M)'),
  ('interest', 'peer-support', 'Peer support', 'starting list, for the unit to edit (M)'),
  ('interest', 'trauma-informed-approaches', 'Trauma-informed approaches', 'starting list, for the unit to edit (M)'),
  ('interest', 'digital', 'Digital and remote care', 'starting list, for the unit to edit (M)'),
  ('interest', 'policy', 'Policy and legislation', 'starting list, for the unit to edit (M)'),
  ('interest', 'carers', 'Carers and families', 'starting list, for the unit to edit (M)'),
  ('region', 'north-east', 'North East', 'regions of England (M)'),
  ('region', 'north-west', 'North West', 'regions of England (M)'),
  ('region', 'yorkshire-and-the-humber', 'Yorkshire and The Humber', 'regions of England (M)'),
  ('region', 'east-midlands', 'East Midlands', 'regions of England (M)'),
  ('region', 'west-midlands', 'West Midlands', 'regions of England (M)'),
  ('region', 'east-of-england', 'East of England', 'regions of England (M)'),
  ('region', 'london', 'London', 'regions of England (M)'),
  ('region', 'south-east', 'South East', 'regions of England (M)'),
  ('region', 'south-west', 'South West', 'regions of England (M)'),
  ('region', 'outside-england', 'Outside England', 'starting list, for the unit to edit (M)'),
  ('access', 'step-free', 'Step-free access', 'starting list, for the unit to edit (M)'),
  ('access', 'bsl-interpreter', 'British Sign Language interpreter', 'starting list, for the unit to edit (M)'),
  ('access', 'captions', 'Captions', 'starting list, for the unit to edit (M)'),
  ('access', 'easy-read', 'Easy Read papers', 'starting list, for the unit to edit (M)'),
  ('access', 'large-print', 'Large print', 'starting list, for the unit to edit (M)'),
  ('access', 'papers-by-post', 'Papers by post', 'starting list, for the unit to edit (M)'),
  ('access', 'regular-breaks', 'Regular breaks', 'starting list, for the unit to edit (M)'),
  ('access', 'camera-off', 'Camera off in remote meetings', 'starting list, for the unit to edit (M)'),
  ('access', 'supporter-present', 'A supporter present', 'starting list, for the unit to edit (M)'),
  ('access', 'travel-booked', 'Travel booked and paid ahead', 'starting list, for the unit to edit (M)'),
  ('availability', 'weekday-mornings', 'Weekday mornings', 'starting list, for the unit to edit (M)'),
  ('availability', 'weekday-afternoons', 'Weekday afternoons', 'starting list, for the unit to edit (M)'),
  ('availability', 'weekday-evenings', 'Weekday evenings', 'starting list, for the unit to edit (M)'),
  ('availability', 'weekends', 'Weekends', 'starting list, for the unit to edit (M)'),
  ('availability', 'short-notice', 'At short notice', 'starting list, for the unit to edit (M)');

insert into involvement_group (key, label, places, term_months, about, source) values
  ('lewg', 'Lived Experience Working Group', 14, 36,
    'Chosen by open recruitment and interview for a range of lived experience and research-involvement skills',
    'MHPRU involvement page (V); length of a term (M)'),
  ('lean', 'Lived Experience Advisory Network', null, null,
    'A wider network of service users, carers or both; about 50 people', 'MHPRU involvement page (V); size (S)'),
  ('external', 'From outside both', null, null,
    'People who join a project because its experience is represented in neither group', 'practice of research units (S)');

insert into staff_role (key, label, in_management_team, source) values
  ('service-user-and-carer-involvement-co-ordinator', 'Service User and Carer Involvement Co-ordinator', 1,
    'MHPRU involvement page (V)'),
  ('involvement-lead', 'Involvement Lead', 1, 'MHPRU involvement page (V)'),
  ('director', 'Director', 0, 'MHPRU involvement page (V)'),
  ('deputy-director', 'Deputy Director', 0, 'MHPRU involvement page (V)'),
  ('researcher', 'Researcher', 0, 'MHPRU involvement page (V)'),
  ('finance-officer', 'Finance Officer', 0, 'starting list, for the unit to edit (M)');

insert into consent_wording (purpose, version, wording, effective_on, source) values
  ('contact', 1, 'You may keep my contact details and write to me or ring me about my involvement.', '2022-01-01',
    'draft of this program, for the unit to agree; date (M)'),
  ('lean-mailing', 1, 'You may send me the mailings of the Lived Experience Advisory Network. I can stop them at any time.',
    '2022-01-01', 'draft of this program, for the unit to agree; date (M)'),
  ('matching', 1, 'What I have told you of my lived experience may be used to match me to projects.', '2022-01-01',
    'draft of this program, for the unit to agree; date (M)'),
  ('profile-sharing', 1, 'What I have told you of my lived experience may be told to the project team.', '2022-01-01',
    'draft of this program, for the unit to agree; date (M)'),
  ('naming', 1, 'I may be named in outputs, in the form I choose for each one. Until it is published I can change my mind.',
    '2022-01-01', 'draft of this program, for the unit to agree; date (M)'),
  ('quotes', 1, 'You may quote what I say or write. I will see each quotation before it is used.', '2022-01-01',
    'draft of this program, for the unit to agree; date (M)'),
  ('photo', 1, 'You may use photographs or recordings of me that I have seen and agreed to.', '2022-01-01',
    'draft of this program, for the unit to agree; date (M)'),
  ('equality', 1, 'You may keep my answers to the equality questions, apart from everything else, to report on groups and never on me.',
    '2022-01-01', 'draft of this program, for the unit to agree; date (M)');

-- Money ---------------------------------------------------------------------------------------------------------

insert into band (key, label, minutes, by_length, position, source) values
  ('half-hour', 'half hour', 30, 1, 1, 'NIHR payment guidance (S)'),
  ('one-hour', 'one hour', 60, 1, 2, 'NIHR payment guidance (S)'),
  ('two-hours', 'two hours', 120, 1, 3, 'NIHR payment guidance (S)'),
  ('half-day', 'half day', 240, 1, 4, 'NIHR payment guidance (S); minutes (M)'),
  ('full-day', 'full day', 480, 1, 5, 'NIHR payment guidance (S); minutes (M)'),
  ('full-day-heavy-preparation', 'full day, heavy preparation', 960, 0, 6, 'NIHR payment guidance (S); minutes (M)');

insert into payer (key, name, cut_off_day, source) values
  ('ucl', 'University College London', null, 'MHPRU pages (S); cut-off day not known: ask finance'),
  ('kcl', 'King''s College London', null, 'MHPRU pages (S); cut-off day not known: ask finance');

insert into rate_card (payer_id, key, label, source) values
  (null, 'nihr', 'NIHR public involvement payment rates', 'NIHR payment guidance (S)');

insert into rate (card_id, band, pence, from_on, to_on, source)
select c.id, v.column1, v.column2, v.column3, v.column4, v.column5
from rate_card c, (values
  ('half-hour', 1250, '2022-01-01', '2025-12-15', 'NIHR payment guidance, to 2025-12-15 (M); first day (M)'),
  ('one-hour', 2500, '2022-01-01', '2025-12-15', 'NIHR payment guidance, to 2025-12-15 (M); first day (M)'),
  ('two-hours', 5000, '2022-01-01', '2025-12-15', 'NIHR payment guidance, to 2025-12-15 (M); first day (M)'),
  ('half-day', 7500, '2022-01-01', '2025-12-15', 'NIHR payment guidance, to 2025-12-15 (M); first day (M)'),
  ('full-day', 15000, '2022-01-01', '2025-12-15', 'NIHR payment guidance, to 2025-12-15 (M); first day (M)'),
  ('full-day-heavy-preparation', 30000, '2022-01-01', '2025-12-15',
    'NIHR payment guidance, to 2025-12-15 (M); first day (M)'),
  ('half-hour', 1380, '2025-12-16', null, 'NIHR payment guidance, from 2025-12-16 (S)'),
  ('one-hour', 2750, '2025-12-16', null, 'NIHR payment guidance, from 2025-12-16, +10 % (D)'),
  ('two-hours', 5500, '2025-12-16', null, 'NIHR payment guidance, from 2025-12-16, +10 % (D)'),
  ('half-day', 8250, '2025-12-16', null, 'NIHR payment guidance, from 2025-12-16, +10 % (D)'),
  ('full-day', 16500, '2025-12-16', null, 'NIHR payment guidance, from 2025-12-16, +10 % (D)'),
  ('full-day-heavy-preparation', 33000, '2025-12-16', null, 'NIHR payment guidance, from 2025-12-16 (S)')
) v
where c.key = 'nihr';

insert into mileage_rate (pence_per_mile, from_on, to_on, source) values
  (45, '2011-04-06', null, 'HMRC approved mileage rate for cars (M)');

insert into expense_kind (key, label, receipt_needed, flat_pence, by_mileage, source) values
  ('public-transport', 'Train, bus or tube', 1, null, 0, 'involvement payment guidance (S)'),
  ('taxi', 'Taxi', 1, null, 0, 'involvement payment guidance (S)'),
  ('mileage', 'Mileage', 0, null, 1, 'involvement payment guidance (S); no receipt, the miles are the evidence (M)'),
  ('parking', 'Parking', 1, null, 0, 'involvement payment guidance (S)'),
  ('accommodation', 'Accommodation', 1, null, 0, 'involvement payment guidance (S)'),
  ('subsistence', 'Subsistence', 1, null, 0, 'involvement payment guidance (S)'),
  ('childcare', 'Childcare', 1, null, 0, 'involvement payment guidance (S)'),
  ('replacement-carer', 'Replacement carer, for the person cared for', 1, null, 0, 'involvement payment guidance (S)'),
  ('personal-assistant', 'Personal assistant or support worker, for the member', 1, null, 0,
    'involvement payment guidance (S)'),
  ('remote-allowance', 'Remote-meeting allowance', 0, 500, 0, 'University of York (V)'),
  ('access', 'Access: interpreter, captions, Easy Read', 1, null, 0, 'involvement payment guidance (S)'),
  ('printing', 'Printing', 1, null, 0, 'involvement payment guidance (S)'),
  ('training-fee', 'Training or conference fee', 1, null, 0, 'involvement payment guidance (S)');

-- Meetings ------------------------------------------------------------------------------------------------------

insert into meeting_series (key, title, group_id, kind, cadence_months, band, minutes, mode, source)
select 'lewg', 'Lived Experience Working Group meeting', id, 'meeting', 2, 'half-day', 240, 'hybrid',
  'MHPRU involvement page, half a day every two months (V); minutes and mode (M)'
from involvement_group where key = 'lewg';
insert into meeting_series (key, title, group_id, kind, cadence_months, band, minutes, mode, source)
select 'reflective', 'Reflective space', id, 'reflective-space', 1, null, 60, 'remote',
  'newer MHPRU page, monthly (S); minutes (M); whether it is paid is for the unit to say'
from involvement_group where key = 'lewg';

-- Training ------------------------------------------------------------------------------------------------------

insert into course (key, title, status, about, source) values
  ('interviewing', 'Interviewing', 'offered', 'Interview training for research interviews', 'MHPRU involvement page (V)'),
  ('qualitative-analysis', 'Qualitative analysis', 'offered', 'Analysis training', 'MHPRU involvement page (V)'),
  ('introduction-to-qualitative-research', 'Introduction to qualitative research', 'offered', null,
    'MHPRU involvement page (V)'),
  ('systematic-reviewing', 'Systematic reviewing', 'planned', null, 'MHPRU involvement page (V)'),
  ('writing-for-publication', 'Writing for publication', 'planned', 'Including Lived Experience Commentaries',
    'MHPRU involvement page (V)');

insert into course_part (course_id, key, title, position, source)
select c.id, v.column2, v.column3, v.column4, v.column5
from (values
  ('interviewing', 'principles', 'Introduction to principles', 1, 'MHPRU involvement page (V)'),
  ('interviewing', 'disclosure', 'User involvement and disclosure', 2, 'MHPRU involvement page (V)'),
  ('interviewing', 'role-play', 'Role play', 3, 'MHPRU involvement page (V)'),
  ('interviewing', 'challenges', 'Anticipating challenges', 4, 'MHPRU involvement page (V)'),
  ('qualitative-analysis', 'approaches', 'Introduction to approaches to qualitative analysis', 1, 'MHPRU involvement page (V)'),
  ('qualitative-analysis', 'peer-involvement', 'Peer involvement in analysis', 2, 'MHPRU involvement page (V)'),
  ('qualitative-analysis', 'coding-exercise', 'Coding exercise', 3, 'MHPRU involvement page (V)'),
  ('qualitative-analysis', 'coder-disagreement', 'What to do when coders disagree', 4, 'MHPRU involvement page (V)'),
  ('introduction-to-qualitative-research', 'introduction', 'Introduction to qualitative research', 1,
    'MHPRU involvement page (V); as one part (M)'),
  ('systematic-reviewing', 'systematic-reviewing', 'Systematic reviewing skills', 1,
    'MHPRU involvement page (V); as one part (M)'),
  ('writing-for-publication', 'writing', 'Writing for publication, including Lived Experience Commentaries', 1,
    'MHPRU involvement page (V); as one part (M)')
) v
join course c on c.key = v.column1;

insert into external_requirement (key, label, valid_months, source) values
  ('gcp', 'Good Clinical Practice', 36, 'usual validity (M)'),
  ('research-passport', 'Research passport or honorary contract', 36, 'usual validity (M)'),
  ('dbs', 'Disclosure and Barring Service check', 36, 'usual renewal; the certificate itself has no end (M)');

insert into clearance (key, label, work, source) values
  ('interviewing', 'Interviewing', 'Carry out research interviews', 'MHPRU involvement page (V)'),
  ('qualitative-analysis', 'Qualitative analysis', 'Analyse qualitative data', 'MHPRU involvement page (V)'),
  ('qualitative-research', 'Qualitative research', 'Carry out qualitative research from interview to analysis',
    'MHPRU involvement page: all those completing the training (V)'),
  ('systematic-reviewing', 'Systematic reviewing', 'Screen, extract and appraise in systematic reviews',
    'starting point, for the unit to agree (M)'),
  ('commentary-writing', 'Commentary writing',
    'Write a Lived Experience Commentary; suggested to authors, not required of them',
    'starting point, for the unit to agree (M)');

insert into clearance_rule (clearance_id, set_no, course_id, requirement_id, grace_days, source)
select cl.id, v.column2, c.id, null, 0, v.column4
from (values
  ('interviewing', 1, 'interviewing', 'MHPRU involvement page (V)'),
  ('qualitative-analysis', 1, 'qualitative-analysis', 'MHPRU involvement page (V)'),
  ('qualitative-research', 1, 'interviewing', 'MHPRU involvement page (V); that both courses are meant (M)'),
  ('qualitative-research', 2, 'qualitative-analysis', 'MHPRU involvement page (V); that both courses are meant (M)'),
  ('systematic-reviewing', 1, 'systematic-reviewing', 'starting point, for the unit to agree (M)'),
  ('commentary-writing', 1, 'writing-for-publication', 'starting point, for the unit to agree (M)')
) v
join clearance cl on cl.key = v.column1
join course c on c.key = v.column3;

-- Matching ------------------------------------------------------------------------------------------------------

insert into match_policy (version, agreed_on, about, source) values
  (1, null, 'Required needs first, then desired needs, level, interest and wish to learn, less what rotation asks',
    'starting point, to be agreed by LEWG members');

insert into match_weight (policy_id, part, points, about)
select p.id, v.column1, v.column2, v.column3
from match_policy p, (values
  ('required-need', 10, 'for each required need met'),
  ('desired-need', 4, 'for each desired need met, times its weight'),
  ('level', 1, 'for each level above the one asked for'),
  ('interest', 3, 'for an interest the project touches on'),
  ('development', 2, 'for a skill asked for that the person would like to learn'),
  ('recent-offer', -3, 'for each offer in the recent months (setting fairness-months)'),
  ('active-project', -4, 'for each project the person is on'),
  ('months-since-offer', 1, 'for each whole month since the last offer, up to waiting-months; as many if never asked'),
  ('rotation', 1, 'the price of a place in rotation: so many points × (2 × load + 1), load being recent offers and active projects; solver trials (S)'),
  ('waiting-months', 12, 'not points: so many months since the last offer count at most, and for somebody never asked')
) v
where p.version = 1;

-- Papers and commentaries ---------------------------------------------------------------------------------------

insert into credit_role (key, label, position, source) values
  ('conceptualization', 'Conceptualization', 1, 'ANSI/NISO Z39.104-2022, CRediT (S)'),
  ('data-curation', 'Data curation', 2, 'ANSI/NISO Z39.104-2022, CRediT (S)'),
  ('formal-analysis', 'Formal analysis', 3, 'ANSI/NISO Z39.104-2022, CRediT (S)'),
  ('funding-acquisition', 'Funding acquisition', 4, 'ANSI/NISO Z39.104-2022, CRediT (S)'),
  ('investigation', 'Investigation', 5, 'ANSI/NISO Z39.104-2022, CRediT (S)'),
  ('methodology', 'Methodology', 6, 'ANSI/NISO Z39.104-2022, CRediT (S)'),
  ('project-administration', 'Project administration', 7, 'ANSI/NISO Z39.104-2022, CRediT (S)'),
  ('resources', 'Resources', 8, 'ANSI/NISO Z39.104-2022, CRediT (S)'),
  ('software', 'Software', 9, 'ANSI/NISO Z39.104-2022, CRediT (S)'),
  ('supervision', 'Supervision', 10, 'ANSI/NISO Z39.104-2022, CRediT (S)'),
  ('validation', 'Validation', 11, 'ANSI/NISO Z39.104-2022, CRediT (S)'),
  ('visualization', 'Visualization', 12, 'ANSI/NISO Z39.104-2022, CRediT (S)'),
  ('writing-original-draft', 'Writing – original draft', 13, 'ANSI/NISO Z39.104-2022, CRediT (S)'),
  ('writing-review-editing', 'Writing – review & editing', 14, 'ANSI/NISO Z39.104-2022, CRediT (S)');

insert into guidance_version (document, version, agreed_on, body, source) values
  ('authors', 1, null,
'# Writing a Lived Experience Commentary

A commentary is your critical reflection on the paper. You may agree with it, disagree with it, or say what it left out.

- What stood out to you in this paper, and why?
- How do its findings compare with what you and people you know have lived through?
- What is missing? Whose experience was not heard?
- Which words, measures or assumptions would you question?
- What should change in services, policy or research because of it?
- What should readers not take from it?

You decide what to share about yourself, and how you are named: full name, another form, initials, a pen name,
the group''s name, or not at all. You can change your mind until it is published. Researchers may comment; you may accept or decline each
comment. Nothing is sent to the journal until every author has approved the same text. Support from another member is there
if you want it.',
    'draft of this program in its own words, until the unit adds its co-designed text'),
  ('researchers', 1, null,
'# Working with authors of a Lived Experience Commentary

- Invite early, with the paper, the time it needs, the pay, and a note on what the paper touches.
- Check the journal''s word limit and its policy on pen names and anonymous authors before drafting starts.
- Explain the paper where asked; do not steer what is said about it.
- Your comments are advice. Give them once, kindly and in writing, and accept the answer.
- Never pass on an author''s name, initials or details other than as they chose. Look at contribution statements,
  acknowledgements, file names and document properties too.
- Tell the editor in confidence who an anonymous author is, if the journal needs to know.
- Wait for every author''s approval of the final text, at proof as well.
- Tell the authors when it is accepted and published, see that they are paid, and say what came of it.',
    'draft of this program in its own words, until the unit adds its co-designed text');

insert into uk_standard (key, label, about, position, source) values
  ('inclusive-opportunities', 'Inclusive opportunities',
    'Offers to take part that people can reach and that research needs', 1,
    'UK Standards for Public Involvement (S); summary in our own words'),
  ('working-together', 'Working together',
    'Working in a way that values every contribution and keeps relations respectful', 2,
    'UK Standards for Public Involvement (S); summary in our own words'),
  ('support-and-learning', 'Support and learning',
    'Support and learning that build confidence and skills for involvement', 3,
    'UK Standards for Public Involvement (S); summary in our own words'),
  ('communications', 'Communications',
    'Plain language, in good time, as part of involvement', 4,
    'UK Standards for Public Involvement (S); summary in our own words'),
  ('impact', 'Impact',
    'Finding out, recording and sharing the difference that involvement makes', 5,
    'UK Standards for Public Involvement (S); summary in our own words'),
  ('governance', 'Governance',
    'Involving the public in how research is managed, led and decided', 6,
    'UK Standards for Public Involvement (S); summary in our own words');

-- Letters and phrases, for the unit to make its own. `original` keeps the text as it came.
insert into document_template (key, title, purpose, body, original, source, original_source)
with seeded (key, title, purpose, body) as (values
  ('round-chosen', 'Joining us', 'To somebody who was chosen in a round',
'Dear {{known_as}},

# We would like you to join the {{group}}

Thank you for applying, and for what you shared with us. We are very glad to offer you a place in the {{group}} of the
{{unit}}.

{{#joins_on}}Your time in the group begins on **{{joins_on}}**.{{/joins_on}}
{{#term_ends_on}}It runs until {{term_ends_on}}; you may step down or pause earlier, whenever you like and without a reason.{{/term_ends_on}}
{{#inducted_on}}Your induction is on **{{inducted_on}}**. We will write to you about the time and the place, and we would like to
hear before then what would make it easy for you to take part.{{/inducted_on}}

{{#strengths}}
What the panel valued in your application:

- {{strengths}}
{{/strengths}}

{{#feedback}}
{{feedback}}
{{/feedback}}

{{#consents}}
At the start we will ask you about each of these. You are free to say no to any of them, and to change your mind later:

- {{consents}}
{{/consents}}

Please tell us whether you would like to take the place. If you would rather not, or not now, that is fine too.

With best wishes,\
{{signed_by}}\
{{#signed_role}}{{signed_role}}, {{/signed_role}}{{unit_short}}

Your application: {{code}}, {{round}}'),

  ('round-reserve', 'Your application', 'To somebody on the reserve list of a round',
'Dear {{known_as}},

# You are on our reserve list

Thank you for applying to the {{group}}, and for what you shared with us. There were more people we would have liked to work with
than places. We could not offer you a place now, and we would like to keep you on our reserve list.

{{#reserve_rank}}You are number **{{reserve_rank}}** on the list.{{/reserve_rank}}
When a place opens we offer it in the order of the list, looking also at which experiences the group needs.
{{#reserve_until}}The list runs until {{reserve_until}}.{{/reserve_until}}
If you would rather not be on it, tell us at any time and we will take you off.

{{#strengths}}
What the panel valued in your application:

- {{strengths}}
{{/strengths}}

{{#less_strong}}
What came across less strongly this time:

- {{less_strong}}
{{/less_strong}}

{{#feedback}}
{{feedback}}
{{/feedback}}

In the meantime you are warmly invited to join the {{network}}: its members hear about our projects, events and training, and choose
what they would like to take part in. Just answer this letter.

With best wishes,\
{{signed_by}}\
{{#signed_role}}{{signed_role}}, {{/signed_role}}{{unit_short}}

Your application: {{code}}, {{round}}'),

  ('round-unsuccessful', 'Your application', 'To somebody who was shortlisted in a round and was not chosen',
'Dear {{known_as}},

# About your application

Thank you for applying to the {{group}}, for the time you took, and for talking with us. I am sorry that we cannot offer you a
place this time. There were many more good applications than places, and the panel also looked at the group as a whole, so that
it brings together different experiences.

{{#strengths}}
What the panel valued in your application:

- {{strengths}}
{{/strengths}}

{{#less_strong}}
What came across less strongly this time:

- {{less_strong}}
{{/less_strong}}

{{#feedback}}
{{feedback}}
{{/feedback}}

You are warmly invited to join the {{network}}. Its members hear about our projects, events and training, and choose what they would
like to take part in. You need not apply again: just answer this letter.

{{#retention_on}}We keep what you sent us until {{retention_on}} and then delete it. If you would like us to delete it sooner, tell us.{{/retention_on}}

With best wishes,\
{{signed_by}}\
{{#signed_role}}{{signed_role}}, {{/signed_role}}{{unit_short}}

Your application: {{code}}, {{round}}'),

  ('round-not-shortlisted', 'Your application', 'To somebody who was not asked to an interview in a round',
'Dear {{known_as}},

# About your application

Thank you for applying to the {{group}}, and for what you shared with us. I am sorry that we cannot ask you to an interview this
time. There were many more applications than we could meet people. This says nothing about what you have lived through or what
it is worth.

{{#strengths}}
What was valued in your application:

- {{strengths}}
{{/strengths}}

{{#less_strong}}
What came across less strongly on paper:

- {{less_strong}}
{{/less_strong}}

{{#feedback}}
{{feedback}}
{{/feedback}}

You are warmly invited to join the {{network}}. Its members hear about our projects, events and training, and choose what they would
like to take part in. You need not apply again: just answer this letter.

{{#retention_on}}We keep what you sent us until {{retention_on}} and then delete it. If you would like us to delete it sooner, tell us.{{/retention_on}}

With best wishes,\
{{signed_by}}\
{{#signed_role}}{{signed_role}}, {{/signed_role}}{{unit_short}}

Your application: {{code}}, {{round}}'),

  ('round-place-open', 'A place is open', 'To a reserve, when a place in the group opens',
'Dear {{known_as}},

# A place in the {{group}} is open

When you applied we asked to keep you on our reserve list. A place has opened, and we would be very glad if you took it.

Please let us know by **{{reply_by}}** whether you would like it. If we have not heard from you by then, or if it does not suit you
now, we will offer it to the next person. Saying no needs no reason.

With best wishes,\
{{signed_by}}\
{{#signed_role}}{{signed_role}}, {{/signed_role}}{{unit_short}}

Your application: {{code}}, {{round}}'),

  ('feedback-strong', 'Feedback: strong',
    'One line of feedback, for a criterion at or above the setting feedback-strong-percent',
'{{criterion}}: this came across very clearly'),

  ('feedback-good', 'Feedback: good',
    'One line of feedback, for a criterion at or above the setting feedback-good-percent',
'{{criterion}}: this came across well'),

  ('feedback-room', 'Feedback: most room',
    'One line of feedback, for the weakest part of an application of which nothing was less strong',
'{{criterion}}: good, and the part with most room to say more'),

  ('feedback-less-strong', 'Feedback: less strong', 'One line of feedback, for a criterion below both settings',
'{{criterion}}: we would have liked to hear more about this'))
select key, title, purpose, body, body, source, source
from seeded, (select 'draft of this program in its own words, until the unit adds its own (M)' as source);

insert into document_template (key, title, purpose, body, original, source, original_source)
with seeded (key, title, purpose, body) as (values
  ('commentary-draft', 'Lived Experience Commentary',
    'The front page of the document that authors write a commentary in',
'Lived Experience Commentary

# {{title}}

**On the paper:** {{citation}}

**Authors:** {{authors}}

**Length:** up to {{word_limit}} words, headings not counted

{{#guidance}}**Guidance for authors:** {{guidance}}{{/guidance}}

> ## Notes for you
>
> These notes are left out when your text is read back in; you can leave them, or take them out as you go.
>
> {{#journal_policy}}How the journal names authors: {{journal_policy}}{{/journal_policy}}
>
> {{#guidance_opening}}{{guidance_opening}}{{/guidance_opening}}
>
> {{#prompts}}
> - {{prompts}}
> {{/prompts}}
>
> {{#guidance_notes}}{{guidance_notes}}{{/guidance_notes}}'))
select key, title, purpose, body, body, source, source
from seeded, (select 'draft of this program in its own words, until the unit adds its own (M)' as source);

insert into document_template (key, title, purpose, body, original, source, original_source)
with seeded (key, title, purpose, body) as (values
  ('jobcentre-letter', 'Involvement in research',
    'To a Jobcentre or whoever else asks a member, on headed paper and signed by staff',
'{{today}}

To whom it may concern

# {{full_name}}: involvement in research

{{full_name}} has taken part in the work of the {{unit}} as somebody with lived experience since
{{since}}{{#until}}, until {{until}}{{/until}}. This letter says what that is and what it is not.

## What involvement is

People who have used services, or who have cared for somebody who did, know things that research needs and cannot find
out in any other way. They come to meetings, comment on plans and drafts, and help us to say clearly what we have found.
Publicly funded research in this country is asked to involve people in this way.

## How it differs from employment

- It is voluntary. Nobody has to take on any task, and anybody can stop at any time, without notice and without a reason.
- There is no contract of employment, there are no set hours, and nobody is at our disposal between tasks.
- Tasks are short and are fitted to the person: with breaks, with support, at their own pace, and put off on a bad day.
  Taking part in one says nothing about whether somebody could hold a job.
- For some tasks we offer a fee, to thank people for their time and for what they know. It is offered task by task. It may
  be declined, and people may take less.

## Expenses

We pay back what it costs to take part: travel, somebody to care for a relative meanwhile, support, access. Expenses that
are paid back are what somebody has spent for us; they are not earnings.

If there is anything you would like to know about this, please ask us rather than {{full_name}}. With their agreement we are
glad to say what they did and when.

Yours faithfully

\
\
\
{{signed_by}}{{#signed_role}}\
{{signed_role}}{{/signed_role}}\
{{unit}}'),
  ('training-certificate', 'Certificate of training',
    'To somebody who completed a course, for them to keep',
'# Certificate of training

**{{full_name}}**

completed the course **{{course}}** of the {{unit}} on {{completed_on}}.

## What it covered

- {{parts}}

{{#waived}}Their earlier experience counted in place of:

- {{waived}}

{{/waived}}{{today}}

\
\
\
{{signed_by}}{{#signed_role}}\
{{signed_role}}{{/signed_role}}\
{{unit}}'))
select key, title, purpose, body, body, source, source
from seeded, (select 'draft of this program in its own words, until the unit adds its own (M)' as source);

insert into document_template (key, title, purpose, body, original, source, original_source)
with seeded (key, title, purpose, body) as (values
  ('project-brief', 'A project brief',
    'One page about a project, for people who are asked whether they would like to take part',
'# {{title}}

The {{unit}} is looking for **{{places}}** with lived experience to join the team of this project.
{{#aims}}

## What it is about

{{aims}}{{/aims}}

## What it involves

{{#period}}
- **When:** {{period}}{{/period}}
{{#time}}
- **Time:** {{time}}{{/time}}
{{#pay}}
- **Fee:** {{pay}}. You may take less, give it to charity or decline it. Expenses are paid on top.{{/pay}}
{{#lead}}
- **Led by:** {{lead}}{{/lead}}
{{#required}}

## What everybody on the team needs

- {{required}}{{/required}}
{{#desired}}

## What would help, and is not needed

- {{desired}}{{/desired}}
{{#of_team}}

## What the team needs between them

- {{of_team}}{{/of_team}}
{{#content_note}}

## Please note

{{content_note}} You choose what you share, and you can stop at any time.{{/content_note}}

## If you would like to take part

{{#reply_by}}Please answer by **{{reply_by}}**. {{/reply_by}}Tell us what would make it easy for you: breaks, captions, papers by post, travel that is
booked for you. Saying no needs no reason, and you will be asked again another time. {{benefits_advice}}

{{signed_by}}{{#signed_role}}, {{signed_role}}{{/signed_role}}, {{unit_short}}'))
select key, title, purpose, body, body, source, source
from seeded, (select 'draft of this program in its own words, until the unit adds its own (M)' as source);

insert into document_template (key, title, purpose, body, original, source, original_source)
with seeded (key, title, purpose, body) as (values
  ('project-not-chosen', 'About a project',
    'To somebody who could have been asked to join a project and was not, this time',
'Dear {{known_as}},

# {{project}}

When we looked for people for this project, you were among those who could have been asked. On {{decided_on}} the places went to
others. This is not a judgement of you or of what you bring: there are fewer places than people.

{{#counted}}
What counted for you:

- {{counted}}
{{/counted}}

{{#shared}}
We also try to share work fairly, and this counted for asking others this time:

- {{shared}}
{{/shared}}

The longer somebody has not been asked, the more it counts for them next time. If anything we have on record about you has
changed, or if you would like to talk about training or other work, please tell me.

With best wishes,\
{{signed_by}}\
{{#signed_role}}{{signed_role}}, {{/signed_role}}{{unit_short}}'))
select key, title, purpose, body, body, source, source
from seeded, (select 'draft of this program in its own words, until the unit adds its own (M)' as source);
