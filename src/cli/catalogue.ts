/** A verb's name, of one word or of two (`rates list`), and its one-line summary. */
interface Verb {
  readonly name: string;
  readonly about: string;
}

/** A noun, what it is about, and its verbs; a word that stands alone (`undo`) has one verb with an empty name. */
export interface Noun {
  readonly name: string;
  readonly about: string;
  readonly verbs: readonly Verb[];
}

const noun = (name: string, about: string, verbs: Readonly<Record<string, string>>): Noun => ({
  name,
  about,
  verbs: Object.entries(verbs).map(([verb, summary]) => ({ name: verb, about: summary })),
});

const alone = (name: string, about: string): Noun => noun(name, about, { "": about });

/**
 * Every noun and verb in the order of help. It only lists: the verb itself is in `commands/<noun>/<verb>.ts` and is loaded
 * when it runs; a verb of two words (`rates list`) is in `commands/<noun>/rates/list.ts`. A test proves this list equal to
 * those files, to help and to the README.
 */
export const catalogue: readonly Noun[] = [
  noun("store", "the one file everything is kept in", {
    init: "Make a new store",
    info: "Show where the store is and what is in it",
    check: "Check the file and every rule it should keep",
    backup: "Write a checked copy of the store",
    restore: "Bring a copy back in place of the store",
    settings: "List the unit's figures and sentences that are policy",
    set: "Change a figure or a sentence that is the unit's policy",
  }),
  noun("staff", "the management team, researchers and finance", {
    add: "Add a member of staff with a role",
    edit: "Change the details of a member of staff, or record that a role ended",
    list: "List staff and their roles",
  }),
  noun("vocabulary", "the words for experience, skills and interests", {
    list: "List the words in use",
    add: "Add a word",
    retire: "Retire a word, so that it is no longer offered",
  }),
  noun("member", "people in the LEWG, in LEAN or from outside both", {
    add: "Add a person to a group",
    list: "List people",
    show: "Show one person",
    record: "Write what somebody contributed to, for a CV or a reference",
    edit: "Change a person's details",
    experience: "Record lived experience",
    skill: "Record a skill and its level",
    interest: "Record an interest",
    availability: "Record when somebody can take part, and for how long",
    consent: "Record a consent given or withdrawn",
    pause: "Pause somebody's membership; no reason is kept",
    term: "Change when somebody's term in a group ends",
    leave: "Record that somebody left a group",
    rejoin: "Bring somebody back from a pause or after leaving",
    import: "Bring in people from a file",
  }),
  noun("round", "recruitment, from applications to appointment", {
    open: "Open a recruitment round",
    edit: "Change a round's places, days or title; close, reopen or cancel it",
    criterion: "Add, change or take out a criterion that applicants are scored against",
    aim: "Set, change or take out an aim for the group as a whole",
    panel: "Put somebody on a round's panel, or take them off",
    conflict: "Record a panel member's conflict of interest, or that they have none",
    apply: "Take in one application",
    import: "Bring in applications from a file",
    application: "Change what an application says",
    withdraw: "Record that somebody withdrew their application",
    equality: "Count the equality answers, anonymously",
    list: "List recruitment rounds",
    show: "Show a round and its applications",
    export: "Write the applications as those who score may see them",
    score: "Record scores, one at a time or from a file",
    scores: "List every scorer's scores, each apart",
    missing: "List the scores that are still to come, by scorer",
    moderate: "Record what came of talking about scores that are far apart",
    shortlist: "Propose who goes to interview, and record it",
    select: "Propose who to choose and a reserve list, with reasons",
    decide: "Record who people decided to choose, with a reason for every departure",
    replay: "Make a recorded proposal again and compare the two",
    appoint: "Make the chosen applicants members",
    next: "Offer a place that opened to the next reserve",
    feedback: "Write what one applicant is told, in the panel's own words",
    letters: "Write each applicant's letter, with feedback",
    report: "Report a round in numbers, also for the public",
  }),
  noun("meeting", "meetings and who came", {
    plan: "Plan one meeting, a series, or the meetings of a file",
    list: "List meetings and how many came",
    show: "Show a meeting and who came",
    attend: "Record who came to a meeting",
    import: "Bring in attendance from a CSV file",
    export: "Write attendance as a CSV file that imports again unchanged",
  }),
  noun("training", "courses, parts, and the work they open", {
    list: "List courses, their parts and the sessions planned",
    add: "Add a course or a part",
    course: "Change a course, or one of its parts",
    schedule: "Plan a training session",
    edit: "Move a session, or change its place, trainer or number of places",
    cancel: "Cancel a session, or somebody's place at one",
    enrol: "Give people a place at a session, or put them on its waiting list",
    attend: "Record who came to a training session",
    complete: "Record that somebody completed a part or a whole course",
    waive: "Count somebody's earlier experience in place of a part or a whole course",
    revoke: "Take back what somebody completed, a waiver, or a requirement they held",
    import: "Bring in completed parts, sessions or courses from a file",
    export: "Write completed parts, sessions or courses as a sheet that imports again unchanged",
    show: "Show what people have completed and are cleared for, or one session",
    why: "Explain why somebody is or is not cleared for work",
    gaps: "Show who is one part away, and which single session would clear the most people",
    calendar: "Show the sessions ahead, as a list or for a calendar program",
    certificate: "Write somebody's certificate of a course they completed",
    "external list": "List the requirements that others set, and who holds them",
    "external add": "Add or change a requirement that others set",
    "external record": "Record that somebody holds a requirement that others set",
  }),
  noun("clearance", "kinds of work, and what each asks for", {
    list: "List the kinds of work and what each asks for",
    show: "Show what a kind of work asks for, since when, and who is cleared",
    add: "Add a kind of work and what it asks for",
    edit: "Change what a kind of work is called, or use it again",
    rule: "Change what a kind of work asks for, from a day on",
    retire: "Retire a kind of work: from a day on nobody is cleared for it",
  }),
  noun("project", "research project teams", {
    add: "Add a project",
    edit: "Change what a project says of itself",
    need: "Add a need to a project, change one, or take one out",
    conflict: "Record somebody's conflict of interest with a project, or take it back",
    brief: "Write the one-page brief that people are sent before they choose",
    match: "Propose teams for one project or several, with reasons",
    "why-not": "Say why somebody is not proposed, and what having them would cost",
    replay: "Make a recorded match again and compare the two",
    offer: "Offer a place on a project",
    reply: "Record the answer to an offer",
    decide: "Record what people decided on a proposal, and write to those not chosen",
    assign: "Put people on a project team without an offer",
    release: "Release people from a project team from a day on",
    team: "Show who is on a project team, also as the project team may see it",
    naming: "Record how somebody wishes to be named to a project team",
    list: "List projects",
    show: "Show a project, its needs, offers, team and conflicts of interest",
    fairness: "Show how work was shared: offers, acceptances, projects and fees of each person",
    close: "Close a project: offers are taken back, and the team is released",
    "policy show": "Show the members' policy for matching: its parts and their points",
    "policy list": "List the versions of the match policy, with when each was agreed",
    "policy set": "Change the points of the match policy; it counts once it is agreed",
    "policy import": "Change the points of the match policy from a file",
    "policy agree": "Record that the members agreed a version of the match policy",
    "policy diff": "What another policy would have done to past runs, and what rotation gives and costs",
  }),
  noun("payment", "fees and expenses", {
    log: "Log a fee at the rate of the day",
    expense: "Log an expense",
    preference: "Record whether somebody takes fees, less, none, or is asked each time",
    choices: "Show what people chose about their fees",
    offer: "Offer a fee for work that is still to be done",
    answer: "Record what somebody answered to a fee they were offered",
    done: "Log accepted work as done",
    claim: "Record that a claim came in",
    approve: "Approve logged lines",
    edit: "Change a line that is not with finance and not paid",
    query: "Record a question about lines that has to be answered first",
    reject: "Reject lines, with the reason",
    reverse: "Take a line back, by a line of its own where it was paid",
    list: "List payment lines",
    statement: "Show what one person was paid in a period",
    owed: "Show what is owed and where it stands, with how long it has stood there",
    speed: "Show how many days payments take, and every line that takes too long",
    letter: "Write the letter that says what involvement is, for a Jobcentre or whoever asks",
    remittance: "Write what a batch paid to one person, or to each",
    "batch make": "Put approved lines together for one payer's finance office",
    "batch list": "List the batches for finance and how far each is",
    "batch show": "Show a batch, what each person's lines come to, and what finance answered",
    "batch drop": "Take lines out of a batch that was not sent, or take it away whole",
    "batch export": "Write a batch for finance: CSV, Excel, and a claim form for each person",
    "batch sent": "Record that a batch went to finance",
    "batch paid": "Record that finance paid a batch, or lines of it",
    "batch query": "Record that finance has a question about lines of a batch",
    "batch reject": "Record that finance refuses lines of a batch",
    "batch reply": "Bring in finance's reply: what was paid, queried and rejected",
    "budget set": "Set a budget for a year, a project or a kind of activity",
    "budget show": "Show budgets: what is spent, committed and left",
    "payer list": "List who pays, and by which day of the month claims have to be there",
    "payer set": "Set a payer's cut-off day or name, or begin a payer",
    "rates list": "List the rates in force, with where they come from",
    "rates set": "Set a rate from a day on, on the NIHR card or one of your own",
    "rates retire": "End a rate, or a whole card, on its last day",
    "ceiling set": "Set a ceiling that somebody asked us to watch",
    "ceiling show": "Show the ceilings that people asked us to watch",
    "ceiling clear": "Stop watching a ceiling",
    "ceiling check": "Show the weeks and months that go over a ceiling",
  }),
  noun("paper", "research papers and who contributed", {
    add: "Add a paper",
    import: "Bring in papers from a list of references or a sheet",
    edit: "Change the facts of a paper",
    status: "Record where a paper stands and since when, or show its history",
    contribute: "Record a contribution to a paper",
    authorship: "Go through the criteria of authorship with everybody who contributed",
    credits: "Write the authors, the CRediT statement and the acknowledgements of a paper",
    list: "List papers",
    show: "Show a paper and its contributors",
  }),
  noun("commentary", "Lived Experience Commentaries", {
    propose: "Propose a commentary on a paper",
    invite: "Invite people to write a commentary",
    author: "Record an author's answer, add an author, or record that one leaves",
    edit: "Change the title of a commentary, where it appears, or its DOI",
    policy: "Record what the journal says about naming and length",
    naming: "Record how an author wishes to be named",
    draft: "Write the Word document to draft in",
    read: "Take the text back in, as the next version",
    diff: "Show what changed between two versions of the text",
    review: "Record what a researcher says about the text",
    respond: "Record what the authors answered to a comment",
    approve: "Record that an author approves the text, or takes that back",
    submit: "Record that a commentary went to the journal",
    accept: "Record that the journal accepted a commentary",
    publish: "Record that a commentary was published",
    feedback: "Record that the authors were told what came of their commentary",
    withdraw: "Record that the authors withdrew a commentary",
    list: "List commentaries",
    show: "Show a commentary and its authors",
  }),
  noun("guidance", "the two documents on writing commentaries", {
    add: "Add a new version of a guidance document",
    list: "List the versions, and who was given which",
    show: "Show a guidance document",
  }),
  noun("naming", "how people wish to be named in what goes out", {
    choose: "Record how somebody wishes to be named, by default or in one output",
    show: "Show how somebody wishes to be named, or how people are named in an output",
    check: "Show how somebody anonymous in an output could be worked out",
    tell: "Record that a journal's editor was told in confidence who wrote something",
    correct: "Record that somebody wishes to be named otherwise in what is in print",
    corrections: "List corrections of how people are named that publishers still have to make",
    corrected: "Record what became of a correction",
  }),
  noun("event", "public engagement", {
    add: "Record a public event, seminar, podcast or post",
    contribute: "Record who took part in it, or who is asked to",
    list: "List public engagement",
  }),
  noun("evaluation", "involvement evaluated by members", {
    open: "Open an evaluation round",
    respond: "Record anonymous responses",
    list: "Show evaluation rounds and their results",
  }),
  noun("template", "letters and phrases that the unit can edit", {
    list: "List the letters and phrases that the unit can edit",
    show: "Show a template and what can be filled in",
    set: "Give a template the unit's own words",
    reset: "Take a template back to the words it came with",
  }),
  noun("report", "reports from the record", {
    involvement: "Report who did what over a period",
    infrastructure: "Draw the involvement structure with its numbers",
  }),
  noun("import", "the files that were brought in", {
    list: "List the files that were brought in",
    show: "Show what each line of a file changed",
    undo: "Take back what a file brought in",
    mappings: "List the saved mappings of columns",
    forget: "Forget a saved mapping of columns",
  }),
  noun("privacy", "what is kept for how long, and erasure", {
    retain: "List what is kept past its date, and blank it",
    erase: "Erase what an applicant told us, because they ask",
  }),
  noun("history", "every change on record", {
    list: "List the commands that changed the store",
    show: "Show what one command changed",
  }),
  alone("undo", "Take the last command back"),
  alone("menu", "Choose what to do with the arrow keys"),
  alone("completion", "Print a completion script for bash, zsh or fish"),
];

/** How a verb is typed: `member add`, or `undo` for a word that stands alone. */
export const typed = (noun_: string, verb: string): string => (verb ? `${noun_} ${verb}` : noun_);

/** Every verb as it is typed. */
export const everyVerb = (): string[] => catalogue.flatMap((n) => n.verbs.map((v) => typed(n.name, v.name)));

/** The verb that the words behind a noun begin with, if the noun has one. */
export const verbFor = (noun_: Noun, words: readonly string[]): Verb | undefined =>
  noun_.verbs.find((v) => v.name === "" || v.name === words.slice(0, v.name.split(" ").length).join(" "));

/** The verbs of two words that begin with this one; none where it begins none. */
export const verbsUnder = (noun_: Noun, first: string): readonly Verb[] =>
  noun_.verbs.filter((v) => v.name.startsWith(`${first} `));

/** What may stand behind a noun, each first word once: `log`, or `rates list|set|retire`. */
export function verbsInShort(noun_: Noun): string[] {
  const firsts = [...new Set(noun_.verbs.map((v) => v.name.split(" ")[0] ?? ""))].filter(Boolean);
  return firsts.map((first) => {
    const under = verbsUnder(noun_, first).map((v) => v.name.slice(first.length + 1));
    return [first, under.join("|")].filter(Boolean).join(" ");
  });
}
