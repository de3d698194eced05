import { type AuthorOnTheWay, authorWord, type Way } from "./commentary-way.ts";
import { ref } from "./ref.ts";

/** One step of the way of a commentary, and whether it was taken; null where it is not needed. */
export interface Milestone {
  readonly step: string;
  readonly done: boolean;
  readonly on: string | null;
  /** What to type for it. */
  readonly hint: string;
}

const word = (authors: readonly AuthorOnTheWay[]): string => {
  const [first] = authors;
  return first ? authorWord(first) : "MEMBER";
};

/** The steps up to the journal. */
function toTheJournal(way: Way): Milestone[] {
  const { commentary, authors, invited, text, comments } = way;
  const name = ref("commentary", commentary.id);
  const step = (what: string, done: boolean, hint: string, on: string | null = null): Milestone => ({
    step: what,
    done,
    on,
    hint: `involve commentary ${hint}`,
  });
  const answered = invited.length === 0 && authors.length > 0;
  const [waiting] = invited;
  const unanswered = comments.find((c) => !c.answered);
  const unsupported = authors.filter((a) => a.supportOfferedOn === null);
  const unapproved = authors.filter((a) => !a.approved);
  const { takes } = commentary;
  const undecided = authors.filter(
    (a) =>
      a.form === "undecided" || a.consentEndedOn !== undefined || (takes !== null && !takes.includes(a.form)),
  );
  const ask = undecided[0]?.consentEndedOn === undefined ? "full" : "anonymous";
  return [
    step("proposed", true, `show ${name}`, commentary.proposedOn),
    step("authors invited", authors.length + invited.length > 0, `invite ${name}`),
    step(
      "invitations answered",
      answered,
      `author ${name} ${waiting ? authorWord(waiting) : "MEMBER"} --says yes`,
    ),
    step(
      "journal's naming policy checked",
      commentary.policyOn !== null,
      `policy ${name} --says "what it says"`,
      commentary.policyOn,
    ),
    step("drafting", commentary.state !== "proposed", `draft ${name} --output draft.docx`),
    step(
      "peer support offered",
      answered && unsupported.length === 0,
      `author ${name} ${word(unsupported)} --peer-support offered`,
    ),
    step("text in", text !== null, `read ${name} draft.docx`, text?.madeOn ?? null),
    step(
      "comments answered",
      text !== null && unanswered === undefined,
      unanswered
        ? `respond ${name} ${unanswered.number} accepted --reason "why"`
        : `review ${name} S-001 --comment "what they say"`,
    ),
    step(
      "text approved by every author",
      text !== null && answered && unapproved.length === 0,
      `approve ${name} ${word(unapproved)}`,
    ),
    step(
      "naming decided, and taken by the journal",
      answered && undecided.length === 0,
      `naming ${name} ${word(undecided)} --form ${ask} --how e-mail`,
    ),
    step("submitted", commentary.submittedOn !== null, `submit ${name}`, commentary.submittedOn),
  ];
}

/** The steps from the journal into print, and what is owed to the authors then. */
function fromTheJournal({ commentary, authors }: Way): Milestone[] {
  const name = ref("commentary", commentary.id);
  const unlogged = authors.filter((a) => a.fee === null);
  return [
    {
      step: "accepted",
      done: commentary.acceptedOn !== null,
      on: commentary.acceptedOn,
      hint: `involve commentary accept ${name}`,
    },
    {
      step: "published",
      done: commentary.publishedOn !== null,
      on: commentary.publishedOn,
      hint: `involve commentary publish ${name}`,
    },
    {
      step: "authors told what came of it",
      done: commentary.feedbackOn !== null,
      on: commentary.feedbackOn,
      hint: `involve commentary feedback ${name}`,
    },
    {
      step: "authors paid",
      done: authors.length > 0 && authors.every((a) => a.fee === "done"),
      on: null,
      hint:
        unlogged.length > 0
          ? `involve payment log ${word(unlogged)} --for commentary:${name} --band half-day`
          : "involve payment owed",
    },
  ];
}

/** Every step of the way of a commentary, in its order. */
export const milestones = (way: Way): Milestone[] => [...toTheJournal(way), ...fromTheJournal(way)];

/** What to do next with a commentary; null where it is withdrawn or nothing is left to do. */
export const nextStep = (way: Way): Milestone | null =>
  way.commentary.state === "withdrawn" ? null : (milestones(way).find((m) => !m.done) ?? null);

/** The next step as a sentence with what to type; none where nothing is left to do. */
export function nextInWords(way: Way): string[] {
  const next = nextStep(way);
  return next ? [`Next (${next.step}): ${next.hint}`] : [];
}
