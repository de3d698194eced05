/** What may stand in a template, by name: what is put in its place. */
type Placeholders = Readonly<Record<string, string>>;

const unit: Placeholders = {
  unit: "the unit's name",
  unit_short: "the unit's short name",
  signed_by: "who signs: whoever writes the letters",
  signed_role: "their role, where they hold one",
  today: "the day the letters are written",
};

const applicant: Placeholders = {
  ...unit,
  known_as: "what the applicant is called",
  code: "the code of their application",
  round: "the title of the round",
  group: "the group that people were chosen for",
  applied_on: "the day their application came in",
};

const feedback: Placeholders = {
  strengths: "what was strong in the application: a list",
  less_strong: "what was less strong: a list",
  feedback: "what people wrote to this applicant",
};

const kept: Placeholders = {
  retention_on: "the day what they sent is due to be deleted",
};

const network: Placeholders = { network: "the wider network that everybody is invited to" };

/**
 * The templates the program fills, each with what may stand in it. The words are rows that the unit edits; a test proves the
 * rows a new store has equal to this list.
 */
export const templateWords: Readonly<Record<string, Placeholders>> = {
  "round-chosen": {
    ...applicant,
    ...feedback,
    joins_on: "the day they join the group",
    inducted_on: "the day of their induction",
    term_ends_on: "the day their term ends",
    consents: "what they will be asked to agree to: a list",
  },
  "round-reserve": {
    ...applicant,
    ...feedback,
    ...network,
    reserve_rank: "their place on the reserve list",
    reserve_until: "the day the reserve list ends",
  },
  "round-unsuccessful": { ...applicant, ...feedback, ...network, ...kept },
  "round-not-shortlisted": { ...applicant, ...feedback, ...network, ...kept },
  "round-place-open": {
    ...applicant,
    reply_by: "the last day to answer",
    reserve_until: "the day the reserve list ends",
  },
  "jobcentre-letter": {
    ...unit,
    full_name: "the member's full name",
    known_as: "what they are called",
    since: "the day they joined",
    until: "the day they left, where they have",
  },
  "project-brief": {
    unit: "the unit's name",
    unit_short: "the unit's short name",
    signed_by: "who signs: whoever writes the brief",
    signed_role: "their role, where they hold one",
    title: "the title of the project",
    aims: "what it wants to find out",
    lead: "who leads it",
    period: "from when to when",
    places: "how many people it looks for",
    time: "how much time it takes",
    pay: "what it pays, at the rate of its first day",
    content_note: "what in it may be hard",
    required: "what everybody on the team needs: a list",
    desired: "what would help: a list",
    of_team: "what the team needs between them: a list",
    reply_by: "the day to answer by",
    benefits_advice: "where to ask about benefits (setting benefits-advice)",
  },
  "project-not-chosen": {
    unit: "the unit's name",
    unit_short: "the unit's short name",
    signed_by: "who signs: whoever writes the letters",
    signed_role: "their role, where they hold one",
    known_as: "what the person is called",
    project: "the title of the project",
    decided_on: "the day it was decided",
    counted: "what counted for them, in general words: a list",
    shared: "what spoke for asking others this time: a list",
  },
  "commentary-draft": {
    title: "the title of the commentary",
    citation: "the paper it is about",
    authors: "the authors as they chose to be named",
    word_limit: "how many words the journal takes",
    journal_policy: "what the journal says about naming",
    guidance: "the version of the guidance for authors",
    guidance_opening: "how the guidance begins",
    prompts: "the questions of the guidance: a list",
    guidance_notes: "what else the guidance says",
  },
  "training-certificate": {
    ...unit,
    full_name: "the person's full name",
    known_as: "what they are called",
    course: "the title of the course",
    completed_on: "the day the last part was completed",
    parts: "the parts they completed, each with its day: a list",
    waived: "the parts for which earlier experience counted: a list",
  },
  "feedback-strong": { criterion: "what was scored" },
  "feedback-good": { criterion: "what was scored" },
  "feedback-room": { criterion: "what was scored" },
  "feedback-less-strong": { criterion: "what was scored" },
};

/** What may stand in the template of that key; nothing for a key the program does not fill. */
export const placeholdersOf = (key: string): Placeholders => templateWords[key] ?? {};
