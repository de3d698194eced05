/** A real request of a writing verb on the furnished store of the demo. */
export interface Request {
  /** What has to be done first, as command lines without the program's name. */
  readonly before?: readonly string[];
  /** The request itself, as it is typed. */
  readonly line: string;
  /** Files beside the store that the request or what comes before it reads. */
  readonly files?: Readonly<Record<string, string>>;
  /** Why undo does not take it back; left out where it does. */
  readonly notUndone?: string;
}

const people =
  "known_as,email,perspective,joined_on\nPetra Vance,petra.vance@post.example,carer,2026-11-02\n";

const round = {
  "criteria.csv":
    "key,label,kind,weight,scale,stage\nown-experience,Draws on own experience,essential,3,4,shortlisting\n",
  "panel.csv": "role,name,kind\nshortlister,Harriet Osei,staff\nmoderator,Tomasz Wilk,staff\n",
  "applications.csv":
    "known_as,email,perspective,statement,received_on\nAda Quill,ada@quill.example,carer,I would like to take part.,2026-10-02\nBo Wren,bo@wren.example,service-user,I write things down.,2026-10-03\n",
  "scores.csv":
    "code,criterion,scorer,score\nA-001,own-experience,Harriet Osei,4\nA-002,own-experience,Harriet Osei,2\n",
};
const opened =
  "round open autumn-2026 --places 1 --opens 2026-10-01 --closes 2026-10-31 --criteria criteria.csv --panel panel.csv";
const imported = "round import autumn-2026 applications.csv";
const scored = "round score autumn-2026 --from-file scores.csv";
const proposedGroup = "round select autumn-2026 --record";
const decided = 'round decide autumn-2026 --reason "Agreed by the panel"';

const proposed = 'commentary propose PA-002 --title "Not only trauma"';
const authored = 'commentary author C-002 M-003 --reason "asked in November" --peer-support offered';
const checkedPolicy = 'commentary policy C-002 --says "any form" --word-limit 600';
const drafted = "commentary draft C-002 --output draft.docx";
const read = "commentary read C-002 text.md";
const textFile = { "text.md": "What helped most was that somebody asked, and asked again.\n" };
const drafting = [proposed, authored, checkedPolicy, drafted];
const approvedText = "commentary approve C-002 M-003";
const named = 'commentary naming C-002 M-003 --form full --how "by phone"';
const sent = "commentary submit C-002";
const commented = 'commentary review C-002 "Dr Sanjay Rao" --comment "Say which finding this is about"';
const toSubmit = [...drafting, read, approvedText, named, sent];
const accepted = "commentary accept C-002";

const planned =
  "training schedule interviewing --part role-play --on 2027-02-02 --at 10:00 --minutes 90 --places 2";

const offered = "payment offer M-003 --for project:P-001 --band two-hours --on 2026-12-04";
const answered = "payment answer PAY-030 reduced --takes 40.00";
const allApproved = 'payment approve --all --by "Tomasz Wilk" --yes';
const batched = "payment batch make --cut-off 2026-12-10 --yes";
const batchSent = "payment batch sent ucl-2026-12-10 --yes";

/**
 * A request for every verb of the catalogue that writes, each of which would change something. When a verb is added to the
 * catalogue, a test asks for its line here.
 */
export const writing: Readonly<Record<string, Request>> = {
  "staff add": { line: 'staff add "Ines Duarte" --role researcher --email ines@unit.example' },
  "staff edit": {
    line: 'staff edit S-005 --institution "King\'s College London" --orcid 0000-0002-1825-0097 --role-ended researcher',
  },
  "vocabulary add": { line: 'vocabulary add skill peer-review --label "Reviewing papers"' },
  "vocabulary retire": { line: "vocabulary retire skill social-media" },
  "member add": {
    line: 'member add "Amina Khan" --group lewg --perspective service-user --email amina@khan.example --joined 2026-01-12',
  },
  "member edit": { line: 'member edit M-011 --phone "07700 900123" --access step-free --clear pronouns' },
  "member experience": { line: "member experience M-003 psychosis talking-therapies" },
  "member skill": { line: "member skill M-003 chairing --level 3" },
  "member interest": { line: "member interest M-003 digital policy" },
  "member availability": {
    line: "member availability M-003 weekends short-notice --hours 6 --from 2026-12-01",
  },
  "member consent": {
    line: 'member consent M-016..M-020 --purpose contact --purpose naming --how "by phone" --yes',
  },
  "member pause": { line: "member pause M-004 --from 2026-12-01 --until 2027-01-31" },
  "member term": { line: "member term M-004 --ends 2028-10-31" },
  "member leave": { line: "member leave M-004 --on 2026-11-20 --as stepped-down" },
  "member rejoin": { line: "member rejoin M-001 --group lean --on 2026-11-20" },
  "member import": { line: "member import people.csv --group lean", files: { "people.csv": people } },
  "import undo": {
    before: ["member import people.csv --group lean"],
    line: "import undo --yes",
    files: { "people.csv": people },
  },
  "import forget": {
    before: ['member import people.csv --group lean --map "perspective=perspective" --mapping ours'],
    line: "import forget ours",
    files: { "people.csv": people },
  },
  "round open": { line: opened, files: round },
  "round import": { before: [opened], line: imported, files: round },
  "round apply": {
    before: [opened],
    line: 'round apply autumn-2026 --known-as "Cy Finch" --email cy@finch.example --skill writing --equality "disability=yes" --on 2026-10-05',
    files: round,
  },
  "round application": {
    before: [opened, imported],
    line: 'round application autumn-2026 A-001 --phone "07700 900321" --clear statement --interest policy --equality "sex=female"',
    files: round,
  },
  "round withdraw": { before: [opened, imported], line: "round withdraw autumn-2026 A-002", files: round },
  "round moderate": {
    before: [opened, imported, scored],
    line: 'round moderate autumn-2026 A-001 --criterion own-experience --moderator "Tomasz Wilk" --score 3 --reason "talked it over"',
    files: round,
  },
  "round score": { before: [opened, imported], line: scored, files: round },
  "round edit": {
    before: [opened],
    line: "round edit autumn-2026 --places 2 --shortlist-by 2026-11-13 --letters-by 2026-12-18 --clear decision-by",
    files: round,
  },
  "round criterion": {
    before: [opened],
    line: 'round criterion autumn-2026 listening --label "Listens" --kind desirable --stage interview',
    files: round,
  },
  "round aim": {
    before: [opened],
    line: "round aim autumn-2026 perspective carer --min 1 --basis tie-break",
    files: round,
  },
  "round panel": {
    before: [opened],
    line: "round panel autumn-2026 M-003 --role shortlister,interviewer",
    files: round,
  },
  "round conflict": {
    before: [opened, imported],
    line: 'round conflict autumn-2026 "Harriet Osei" A-001 A-002 --reason "worked with both"',
    files: round,
  },
  "round shortlist": {
    before: [opened, imported, scored],
    line: 'round shortlist autumn-2026 --interview 1 --with A-002 --record --despite panel --reason "the only two"',
    files: round,
  },
  "round select": { before: [opened, imported, scored], line: proposedGroup, files: round },
  "round decide": { before: [opened, imported, scored, proposedGroup], line: decided, files: round },
  "round appoint": {
    before: [opened, imported, scored, proposedGroup, decided],
    line: "round appoint autumn-2026",
    files: round,
  },
  "round next": {
    before: [`${opened} --group lean`, imported, scored, proposedGroup, decided, "round appoint autumn-2026"],
    line: "round next autumn-2026 --offer",
    files: round,
  },
  "round feedback": { line: 'round feedback autumn-2025 A-054 "You listened closely."' },
  "round letters": {
    line: "round letters autumn-2025 --letter round-chosen --to letters --merge letters.csv --sent 2025-10-22 --yes",
  },
  "meeting plan": { line: "meeting plan --series lewg --from 2027-01-13 --count 3 --at 10:00" },
  "meeting attend": { line: "meeting attend reflective-2025-12 M-002 M-005" },
  "meeting import": {
    line: "meeting import register.csv",
    files: {
      "register.csv": "meeting,ref,state,mode\n2026-05,M-003,apologies,\n2026-05,M-007,part,remote\n",
    },
  },
  "training add": { line: 'training add peer-review --title "Peer review" --part "Reading a paper"' },
  "training schedule": { line: "training schedule interviewing --part role-play --on 2027-02-02 --at 10:00" },
  "training complete": { line: "training complete M-016 M-018 interviewing --on 2026-11-10" },
  "training import": {
    line: "training import completed.csv",
    files: { "completed.csv": "course,part,ref,completed_on\ninterviewing,principles,M-016,2026-11-10\n" },
  },
  "training course": { line: 'training course interviewing role-play --title "Role play, twice"' },
  "training edit": {
    before: [planned],
    line: "training edit T-004 --on 2027-02-09 --at 14:00 --clear minutes",
  },
  "training cancel": {
    before: [planned, "training enrol T-004 M-003 M-016 M-018"],
    line: 'training cancel T-004 --reason "the trainer is ill" --yes',
  },
  "training enrol": { before: [planned], line: "training enrol T-004 M-003 M-016 M-018" },
  "training attend": { line: "training attend T-002 M-016 M-018 --completed" },
  "training waive": {
    line: 'training waive M-016 interviewing --part role-play --reason "did it elsewhere" --evidence "a letter" --granted-by "Dr Maeve Lynch"',
  },
  "training revoke": { line: 'training revoke M-003 interviewing --part role-play --reason "not finished"' },
  "training external add": {
    line: 'training external add safeguarding --label "Safeguarding adults" --valid-months 24',
  },
  "training external record": { line: "training external record M-003 M-005 gcp --issued 2026-03-02" },
  "clearance add": {
    line: 'clearance add pairs --label "Interviewing in pairs" --work "Interview with somebody" --course interviewing --any',
  },
  "clearance edit": { line: 'clearance edit interviewing --work "Interview, alone or in pairs"' },
  "clearance rule": { line: "clearance rule interviewing --requirement gcp --grace 30 --yes" },
  "clearance retire": { line: "clearance retire interviewing --on 2027-04-01 --yes" },
  "project add": { line: 'project add "Waiting for an answer" --lead "Dr Maeve Lynch" --places 2' },
  "project need": { line: "project need P-002 --desired --skill writing --level 2" },
  "project edit": { line: 'project edit P-002 --places 4 --content-note "Some of it touches on restraint."' },
  "project conflict": { line: 'project conflict P-001 M-004 --note "works in the service that is studied"' },
  "project close": { line: "project close P-003 --on 2026-11-20 --yes" },
  "project assign": {
    before: ["project edit P-002 --places 4"],
    line: 'project assign P-002 M-004 --reason "named in the grant" --role co-lead',
  },
  "project release": { line: "project release P-003 M-006 M-015 --on 2026-11-20" },
  "project decide": {
    line: 'project decide P-001 --run R-003 --reason "agreed with the lead" --to letters --on 2026-11-18 --feedback-given 2026-11-20',
  },
  "project naming": { line: 'project naming P-003 M-006 --form other --as "Jo" --how e-mail' },
  "project policy set": { line: 'project policy set rotation=2 --reason "share the work more widely"' },
  "project policy import": {
    line: "project policy import policy.csv",
    files: { "policy.csv": "part,points,about\nrotation,2,\ndesired-need,5,for each desired need met\n" },
  },
  "project policy agree": {
    before: ["project policy set rotation=2"],
    line: 'project policy agree --on 2026-11-18 --source "LEWG meeting of November 2026"',
  },
  "project match": { line: "project match P-001 P-002 --record" },
  "project offer": {
    before: ['project add "Waiting for an answer" --places 2'],
    line: 'project offer P-004 M-002 M-003 --reason "both asked to"',
  },
  "project reply": {
    before: [
      'project add "Waiting for an answer" --places 2',
      'project offer P-004 M-002 --reason "she asked to"',
    ],
    line: "project reply P-004 M-002 --accept",
  },
  "payment log": { line: "payment log --meeting 2026-07 --yes" },
  "payment expense": {
    line: "payment expense M-003 --kind train --amount 24.60 --for meeting:2026-07 --receipt ticket.txt",
    files: { "ticket.txt": "London to Leeds, 8 July 2026: 24.60\n" },
  },
  "payment preference": { line: "payment preference M-013 --donates --from 2026-11-01" },
  "payment offer": { line: offered },
  "payment answer": { before: [offered], line: answered },
  "payment done": {
    before: [offered, answered],
    line: "payment done PAY-030 --on 2026-11-20",
  },
  "payment claim": { line: "payment claim PAY-019 M-013 --received 2026-06-01" },
  "payment edit": { line: 'payment edit PAY-018 --amount 55.00 --note "by the form"' },
  "payment query": { line: 'payment query PAY-018 --reason "for how many hours?"' },
  "payment reject": { line: 'payment reject PAY-020 PAY-021 --reason "logged twice"' },
  "payment reverse": { line: 'payment reverse PAY-004 --reason "that was somebody else"' },
  "payment batch make": { before: [allApproved], line: batched },
  "payment batch drop": {
    before: [allApproved, batched],
    line: "payment batch drop ucl-2026-12-10 PAY-018 PAY-020",
  },
  "payment batch sent": { before: [allApproved, batched], line: batchSent },
  "payment batch paid": {
    before: [allApproved, batched, batchSent],
    line: "payment batch paid ucl-2026-12-10 --on 2026-11-23 --yes",
  },
  "payment batch query": {
    before: [allApproved, batched, batchSent],
    line: 'payment batch query ucl-2026-12-10 PAY-018 --reason "for how many hours?"',
  },
  "payment batch reject": {
    before: [allApproved, batched, batchSent],
    line: 'payment batch reject ucl-2026-12-10 PAY-018 PAY-021 --reason "too late"',
  },
  "payment batch reply": {
    before: [allApproved, batched, batchSent],
    line: "payment batch reply reply.csv",
    files: {
      "reply.csv":
        "reference,status,paid_on,reason\nPAY-018,paid,2026-11-23,\nPAY-020,rejected,2026-11-23,logged twice\n",
    },
  },
  "payment budget set": { line: 'payment budget set "Next year" --amount 9000 --year nihr:2027-28' },
  "payment payer set": { line: "payment payer set kcl --cut-off-day 31" },
  "payment approve": { line: allApproved },
  "payment rates set": { line: "payment rates set half-day 90.00 --from 2027-04-01" },
  "payment rates retire": { line: "payment rates retire full-day --on 2027-03-31" },
  "payment ceiling set": {
    line: "payment ceiling set M-014 --weekly 203.50 --week-starts monday --monthly 427 --month-starts 17 --hours 16",
  },
  "payment ceiling clear": {
    before: ["payment ceiling set M-014 --weekly 203.50"],
    line: "payment ceiling clear M-014",
  },
  "paper add": { line: 'paper add "Asking twice" --journal "BMC Medicine" --year 2026 --status published' },
  "paper import": {
    line: "paper import refs.bib",
    files: { "refs.bib": "@article{a, title={Asking {Twice}}, journal={BMC Medicine}, date={2026-03-14}}\n" },
  },
  "paper edit": {
    line: "paper edit PA-004 --journal Lancet --preprint 10.1101/2026.01.02.26300001 --clear doi",
  },
  "paper status": { line: "paper status PA-004 submitted" },
  "paper contribute": {
    line: 'paper contribute PA-004 M-003 --role "Formal analysis" --naming initials --as "B. T" --how e-mail',
  },
  "paper authorship": {
    line: "paper authorship PA-004 M-006 --substantial yes --drafting-offered 2026-11-01 --drafting yes --approval-offered 2026-11-10 --approval yes --accountable yes --agreed yes --position 1",
  },
  "commentary propose": { line: proposed },
  "commentary invite": {
    before: [proposed],
    line: 'commentary invite C-002 M-003 M-009 --reason "asked in November"',
  },
  "commentary author": { before: [proposed], line: authored },
  "commentary edit": {
    before: [proposed],
    line: 'commentary edit C-002 --title "What nobody asked" --placement supplement',
  },
  "commentary policy": { before: [proposed], line: checkedPolicy },
  "commentary naming": { before: [proposed, authored], line: named },
  "naming choose": { line: 'naming choose M-009 --form initials --as "R. H" --how e-mail' },
  "naming correct": { line: 'naming correct M-003 --for C-001 --form other --as "Tam K." --how e-mail' },
  "naming corrected": {
    before: ['naming correct M-003 --for C-001 --form other --as "Tam K." --how e-mail'],
    line: 'naming corrected NC-001 --outcome refused --note "the journal corrects errors only"',
  },
  "naming tell": { line: 'naming tell C-001 --to "editorial office, BMC Psychiatry" --how "by phone"' },
  "commentary draft": { before: [proposed, authored, checkedPolicy], line: drafted },
  "commentary read": { before: drafting, line: read, files: textFile },
  "commentary review": { before: [...drafting, read], line: commented, files: textFile },
  "commentary respond": {
    before: [...drafting, read, commented],
    line: 'commentary respond C-002 1 declined --reason "the finding is not the point"',
    files: textFile,
  },
  "commentary approve": { before: [...drafting, read], line: approvedText, files: textFile },
  "commentary submit": { before: toSubmit.slice(0, -1), line: sent, files: textFile },
  "commentary accept": { before: toSubmit, line: accepted, files: textFile },
  "commentary publish": {
    before: [...toSubmit, accepted],
    line: "commentary publish C-002 --doi 10.1186/s12888-026-01234-5",
    files: textFile,
  },
  "commentary feedback": {
    before: [...toSubmit, accepted, "commentary publish C-002"],
    line: "commentary feedback C-002",
    files: textFile,
  },
  "commentary withdraw": { before: [proposed, authored], line: "commentary withdraw C-002" },
  "guidance add": {
    line: "guidance add authors --from-file guidance.md --co-designed 2026-10-14 --agreed 2026-11-04",
    files: { "guidance.md": "# Writing together\n\n- What would you ask the authors?\n" },
  },
  "event add": { line: 'event add "Who asks whom?" --kind seminar --on 2026-11-12' },
  "event contribute": { line: "event contribute E-002 M-009 --role listener --naming full" },
  "evaluation open": { line: "evaluation open 2026-winter --framework yearly --closes 2026-12-18" },
  "evaluation respond": {
    before: ["evaluation open 2026-winter --framework cube --closes 2026-12-18"],
    line: "evaluation respond 2026-winter --from-file answers.csv",
    files: { "answers.csv": "voice,contribute,agenda,change,comment\n8,7,6,5,More time.\n9,9,7,6,\n" },
    notUndone: "an answer that could be taken back would have to be kept with who gave it and when",
  },
  "template set": {
    line: "template set round-chosen --from-file letter.md",
    files: { "letter.md": "# Welcome, {{known_as}}\n\nYou will join the {{group}}.\n" },
  },
  "template reset": {
    before: ["template set round-chosen --from-file letter.md"],
    line: "template reset round-chosen",
    files: { "letter.md": "# Welcome, {{known_as}}\n" },
  },
  "privacy retain": {
    line: "privacy retain --blank --yes",
    notUndone: "what is erased is in no record that could bring it back",
  },
  "privacy erase": {
    before: [opened, imported],
    line: "privacy erase autumn-2026 A-002 --yes",
    files: round,
    notUndone: "what is erased is in no record that could bring it back",
  },
  undo: { before: ['member add "Amina Khan"'], line: "undo --yes" },
  "store init": {
    line: "store init --store new.db",
    notUndone: "a new store has nothing before it; the file is there or it is not",
  },
  "store set": { line: "store set late-payment-days 28" },
  "store backup": { line: "store backup copy.db", notUndone: "it writes a copy and leaves the store alone" },
  "store restore": {
    before: ["store backup copy.db", 'member add "Amina Khan"'],
    line: "store restore copy.db --yes",
    notUndone: "the record comes back with the copy; the store that was there is kept beside it",
  },
};

/** The command lines of every verb that reads; `empty` where it needs nothing in the store. */
export const reading: Readonly<
  Record<string, readonly { readonly line: string; readonly empty?: boolean }[]>
> = {
  "store settings": [{ line: "store settings", empty: true }],
  "store info": [{ line: "store info", empty: true }],
  "store check": [{ line: "store check", empty: true }],
  "staff list": [{ line: "staff list --all", empty: true }],
  "vocabulary list": [{ line: "vocabulary list", empty: true }],
  "member list": [
    { line: "member list --all", empty: true },
    { line: "member list --group external", empty: true },
    { line: "member list --to-ask", empty: true },
  ],
  "member record": [
    { line: "member record M-003" },
    { line: "member record M-003 --for public" },
    { line: "member record M-008 --reveal" },
  ],
  "member show": [
    { line: "member show M-011" },
    { line: "member show M-001" },
    { line: "member show M-030" },
  ],
  "round equality": [{ line: "round equality autumn-2025" }],
  "round list": [{ line: "round list", empty: true }],
  "round show": [
    { line: "round show autumn-2025" },
    { line: "round show autumn-2025 A-008" },
    { line: "round show autumn-2025 --sort total --names" },
  ],
  "round aim": [{ line: "round aim autumn-2025" }],
  "round criterion": [{ line: "round criterion autumn-2025" }],
  "round panel": [{ line: "round panel autumn-2025" }],
  "round export": [
    { line: "round export autumn-2025" },
    { line: 'round export autumn-2025 --stage interview --scorer "Tomasz Wilk"' },
  ],
  "round scores": [
    { line: "round scores autumn-2025 A-008" },
    { line: 'round scores autumn-2025 --scorer "Harriet Osei" --stage shortlisting' },
  ],
  "round missing": [{ line: "round missing autumn-2025" }],
  "round shortlist": [{ line: "round shortlist autumn-2025 --interview 24" }],
  "round next": [{ line: "round next autumn-2025" }],
  "round letters": [{ line: "round letters autumn-2025" }],
  "round select": [
    { line: "round select autumn-2025" },
    { line: "round select autumn-2025 --with A-020 --without A-019" },
    { line: "round select autumn-2025 --method lottery" },
  ],
  "round replay": [{ line: "round replay autumn-2025" }],
  "round report": [
    { line: "round report autumn-2025" },
    { line: "round report autumn-2025 --audience public" },
  ],
  "meeting list": [
    { line: "meeting list", empty: true },
    { line: "meeting list --period 2031", empty: true },
  ],
  "meeting show": [{ line: "meeting show 2026-05" }, { line: "meeting show reflective-2025-12" }],
  "meeting export": [{ line: "meeting export", empty: true }],
  "training list": [{ line: "training list --all", empty: true }],
  "training show": [
    { line: "training show", empty: true },
    { line: "training show T-003" },
    { line: "training show M-012" },
    { line: "training show --clearance interviewing", empty: true },
  ],
  "training why": [
    { line: "training why M-012 interviewing" },
    { line: "training why M-016 qualitative-analysis" },
  ],
  "training export": [
    { line: "training export", empty: true },
    { line: "training export --kind sessions", empty: true },
    { line: "training export --kind courses", empty: true },
  ],
  "training gaps": [
    { line: "training gaps", empty: true },
    { line: "training gaps --clearance interviewing" },
  ],
  "training calendar": [
    { line: "training calendar", empty: true },
    { line: "training calendar --period 2026" },
  ],
  "training certificate": [{ line: "training certificate M-003 interviewing --output certificate.docx" }],
  "training external list": [{ line: "training external list --all", empty: true }],
  "clearance list": [{ line: "clearance list --all", empty: true }],
  "clearance show": [{ line: "clearance show interviewing", empty: true }],
  "project brief": [{ line: "project brief P-003 --output brief.docx" }],
  "project match": [
    { line: "project match P-002" },
    { line: "project match P-003 --widen lean --explain M-017" },
    { line: "project match --all --reconsider --alternatives 2 --at-most 1" },
    { line: "project match P-002 --for project" },
    { line: "project match P-002 --explain M-003 --for person" },
  ],
  "project why-not": [
    { line: "project why-not P-002 M-003" },
    { line: "project why-not P-003 M-017 --widen lean" },
  ],
  "project replay": [{ line: "project replay", empty: true }, { line: "project replay R-001" }],
  "project team": [{ line: "project team P-003" }, { line: "project team P-003 --for project" }],
  "project list": [{ line: "project list", empty: true }],
  "project show": [{ line: "project show P-001" }, { line: "project show P-003" }],
  "project fairness": [{ line: "project fairness", empty: true }, { line: "project fairness --group all" }],
  "project policy show": [{ line: "project policy show" }],
  "project policy list": [{ line: "project policy list" }],
  "project policy diff": [
    { line: "project policy diff" },
    { line: "project policy diff --version 1 --rotation 0 --rotation 10" },
  ],
  "payment list": [
    { line: "payment list", empty: true },
    { line: "payment list --due", empty: true },
    { line: "payment list --member M-065" },
  ],
  "payment statement": [
    { line: "payment statement M-012 --period tax:2025-26" },
    { line: "payment statement M-065" },
  ],
  "payment choices": [
    { line: "payment choices", empty: true },
    { line: "payment choices M-012" },
    { line: "payment choices --all" },
  ],
  "payment owed": [{ line: "payment owed", empty: true }],
  "payment speed": [{ line: "payment speed", empty: true }],
  "payment letter": [{ line: "payment letter M-003 --output letter.docx" }],
  "payment remittance": [{ line: "payment remittance ucl-2026-04-10 M-003" }],
  "payment batch list": [{ line: "payment batch list", empty: true }],
  "payment batch show": [{ line: "payment batch show ucl-2026-04-10" }],
  "payment batch export": [{ line: "payment batch export ucl-2026-04-10" }],
  "payment budget show": [
    { line: "payment budget show", empty: true },
    { line: 'payment budget show "Meetings 2026-27"' },
  ],
  "payment payer list": [{ line: "payment payer list", empty: true }],
  "payment rates list": [
    { line: "payment rates list", empty: true },
    { line: "payment rates list --all", empty: true },
  ],
  "payment ceiling show": [
    { line: "payment ceiling show", empty: true },
    { line: "payment ceiling show M-014" },
  ],
  "payment ceiling check": [{ line: "payment ceiling check --all", empty: true }],
  "paper credits": [{ line: "paper credits PA-004" }, { line: "paper credits PA-001" }],
  "paper list": [
    { line: "paper list", empty: true },
    { line: "paper list --without-commentary", empty: true },
  ],
  "paper show": [
    { line: "paper show PA-004 --audience public" },
    { line: "paper show PA-001" },
    { line: "paper show PA-004 --reveal" },
  ],
  "commentary list": [{ line: "commentary list", empty: true }],
  "commentary show": [
    { line: "commentary show C-001" },
    { line: "commentary show C-001 --audience public" },
    { line: "commentary show C-001 --audience editor --reveal" },
  ],
  "naming show": [
    { line: "naming show M-003" },
    { line: "naming show C-001" },
    { line: "naming show M-009 --reveal" },
  ],
  "naming check": [{ line: "naming check C-001" }],
  "naming corrections": [{ line: "naming corrections --all", empty: true }],
  "event list": [
    { line: "event list", empty: true },
    { line: "event list --audience public", empty: true },
  ],
  "evaluation list": [{ line: "evaluation list", empty: true }, { line: "evaluation list 2026" }],
  "privacy retain": [{ line: "privacy retain", empty: true }],
  "commentary diff": [{ line: "commentary diff C-001" }],
  "guidance list": [{ line: "guidance list", empty: true }],
  "guidance show": [
    { line: "guidance show authors", empty: true },
    { line: "guidance show researchers 1", empty: true },
  ],
  "template list": [{ line: "template list", empty: true }],
  "template show": [
    { line: "template show round-chosen", empty: true },
    { line: "template show feedback-good", empty: true },
  ],
  "report involvement": [
    { line: "report involvement --period 2026", empty: true },
    { line: "report involvement --period 2026 --audience public", empty: true },
    { line: "report involvement --period 2031", empty: true },
  ],
  "report infrastructure": [
    { line: "report infrastructure", empty: true },
    { line: "report infrastructure --audience public", empty: true },
  ],
  "import list": [
    { line: "import list", empty: true },
    { line: "import list --kind members", empty: true },
  ],
  "import show": [{ line: "import show I-001" }],
  "import mappings": [{ line: "import mappings", empty: true }],
  "history list": [{ line: "history list --last 500", empty: true }],
  "history show": [{ line: "history show H-002" }, { line: "history show H-012" }],
};

/** Verbs that neither read a report from the store nor write to it, with what they are. */
export const apart: Readonly<Record<string, string>> = {
  menu: "it asks a person what to do and runs another verb",
  completion: "it prints a script",
};
