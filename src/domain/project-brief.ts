import { type Day, longDay } from "./day.ts";
import type { LetterBlock } from "./letter.ts";
import { type Pence, pounds } from "./money.ts";
import type { Need, NeedCategory } from "./need.ts";
import { levelInWords } from "./person-words.ts";
import type { Project } from "./project.ts";
import { ref } from "./ref.ts";
import type { Letter, OutwardFillings } from "./template.ts";
import { count, sentence } from "./text.ts";

/** What a brief is made of; nobody with lived experience is in it. */
export interface BriefFacts {
  readonly project: Project;
  readonly needs: readonly Need[];
  /** The label people read for a key of a category; the key itself where there is none. */
  readonly label: (category: NeedCategory, key: string) => string;
  /** The project's band and what it pays on the day; null where none is named or none has a rate. */
  readonly pay: { readonly band: string; readonly pence: Pence } | null;
  readonly replyBy: Day | undefined;
  readonly unit: string;
  readonly unitShort: string;
  readonly signedBy: string;
  readonly signedRole: string | null;
  readonly advice: string;
}

const perspectiveWords: Readonly<Record<string, string>> = {
  "service-user": "Being or having been a service user",
  carer: "Being or having been a carer",
  both: "Being both a service user and a carer",
};

/** A need in words for people who are asked: what it is, and not which column it stands in. */
function needForReaders(need: Need, label: BriefFacts["label"]): string {
  const name = label(need.category, need.value);
  switch (need.category) {
    case "experience":
      return `Lived experience: ${name}`;
    case "perspective":
      return perspectiveWords[need.value] ?? need.value;
    case "skill":
      return need.level === null ? `Skill: ${name}` : `Skill: ${name}, ${levelInWords(need.level)} or more`;
    case "interest":
      return `An interest in: ${name}`;
    case "clearance":
      return `Training completed for: ${name}`;
    case "region":
      return `Living in: ${name}`;
    case "availability":
      return `Able to take part: ${name}`;
  }
}

/** A need of the team in words: of how many people it is asked. */
function teamNeedForReaders(need: Need, label: BriefFacts["label"]): string {
  const people = [
    ...(need.atLeast === null ? [] : [`at least ${need.atLeast}`]),
    ...(need.atMost === null ? [] : [`at most ${need.atMost}`]),
  ].join(" and ");
  return `${needForReaders(need, label)} (${people} of the team)`;
}

function period({ startsOn, endsOn }: Project): string | null {
  if (startsOn && endsOn) return `${longDay(startsOn)} to ${longDay(endsOn)}`;
  if (startsOn) return `from ${longDay(startsOn)}`;
  return endsOn ? `until ${longDay(endsOn)}` : null;
}

/** What a project's brief is filled with; what is not on record is left out of it. */
export function briefFillings(facts: BriefFacts): OutwardFillings {
  const { project, needs, pay, label } = facts;
  const ofEvery = (kind: Need["kind"]): string[] =>
    needs.filter((n) => n.scope === "every" && n.kind === kind).map((n) => needForReaders(n, label));
  const ofTeam = (kind: Need["kind"]): string[] =>
    needs.filter((n) => n.scope === "team" && n.kind === kind).map((n) => teamNeedForReaders(n, label));
  return {
    title: project.title,
    aims: project.aims,
    lead: project.leadName,
    period: period(project),
    places: count(project.places, "person", "people"),
    time: project.hoursPerMonth === null ? null : `about ${count(project.hoursPerMonth, "hour")} a month`,
    pay: pay && `${pounds(pay.pence)} for each ${pay.band.toLowerCase()}`,
    content_note: project.contentNote && sentence(project.contentNote),
    required: ofEvery("required"),
    desired: [...ofEvery("desired"), ...ofTeam("desired")],
    of_team: ofTeam("required"),
    reply_by: facts.replyBy ? longDay(facts.replyBy) : null,
    unit: facts.unit,
    unit_short: facts.unitShort,
    signed_by: facts.signedBy,
    signed_role: facts.signedRole,
    benefits_advice: facts.advice,
  };
}

/** What people would want to know and the project does not say yet, in a sentence; nothing where it says all. */
export function unsaidInBrief({ project, pay }: BriefFacts): string[] {
  const unsaid = [
    ...(project.aims === null ? ["its aims"] : []),
    ...(project.leadName === null ? ["who leads it"] : []),
    ...(project.startsOn === null ? ["when it starts"] : []),
    ...(project.hoursPerMonth === null ? ["how much time it takes"] : []),
    ...(pay === null ? ["what it pays"] : []),
    ...(project.contentNote === null ? ["what in it may be hard"] : []),
  ];
  return unsaid.length === 0
    ? []
    : [
        `Not in the brief, since it is not on record: ${unsaid.join(", ")}. To add it: involve project edit ${ref("project", project.id)}`,
      ];
}

/** Points of height that a block takes on the page as briefs are set: 87 letters fit on a line. */
function heightOf(block: LetterBlock): number {
  const text = block.spans.map((s) => s.text).join("");
  const lines = text.split("\n").reduce((sum, line) => sum + Math.max(1, Math.ceil(line.length / 87)), 0);
  return lines * (block.kind === "heading" ? 16 : 14) + (block.kind === "heading" ? 10 : 3);
}

/** That a brief may be longer than the one page it is meant to be, in a sentence; nothing where it fits. */
export function tooLongForAPage({ blocks }: Pick<Letter, "blocks">): string[] {
  const height = blocks.reduce((sum, b) => sum + heightOf(b), 0);
  return height <= 725
    ? []
    : [
        "This may be more than one page. Shorter aims or a shorter note would make it fit, or a shorter template.",
      ];
}
