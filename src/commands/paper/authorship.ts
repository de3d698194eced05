import { command, type Outcome } from "../../cli/command.ts";
import type { Ask, Context } from "../../cli/context.ts";
import { exits, must } from "../../cli/errors.ts";
import { choice, day, fallback, flag, many, required, text, wholeNumber } from "../../cli/options.ts";
import { answers, type Criteria, type NewAnswers, nextQuestion } from "../../domain/authorship.ts";
import { clearableListing, type Listing, namedFor, planAuthorship } from "../../domain/authorship-change.ts";
import { parseDay } from "../../domain/day.ts";
import { ref } from "../../domain/ref.ts";
import { problemsOf } from "../../domain/result.ts";
import { authorshipReport, concludedSaid } from "../../reports/authorship.ts";
import { authorshipCase, contributorsOf, keepAuthorship } from "../../store/authorship.ts";
import { namingFacts } from "../../store/naming.ts";
import { findPaper } from "../../store/papers.ts";

const yesOrNo = [...answers, ""].map((value) => ({ name: value || "No answer yet", value }));
const dayOrNothing = (typed: string): string | null =>
  typed.trim() ? (problemsOf(parseDay(typed))[0]?.message ?? null) : null;

/** Goes through the criteria with a person at the terminal, from the first that is open until one is left open. */
async function walked(ask: Ask, before: Criteria, contributed: boolean): Promise<NewAnswers> {
  for (let said: NewAnswers = {}; ; ) {
    const question = nextQuestion({ ...before, ...said } as Criteria, contributed);
    if (question === null) return said;
    const answer =
      question.kind === "day"
        ? await ask.text(`${question.text} (a day; Enter: not yet)`, "", dayOrNothing)
        : await ask.pick(question.text, yesOrNo);
    if (answer.trim() === "") return said;
    said = { ...said, [question.key]: question.kind === "day" ? must(parseDay(answer)) : answer };
  }
}

/** Where everybody stands. */
function shown({ store, leaveTrace }: Context, named: string, reveal: boolean): Outcome {
  const paper = must(findPaper(store, named));
  if (reveal) leaveTrace(`showed whose authorship of ${ref("paper", paper.id)} is on record (team)`);
  const report = authorshipReport(paper, contributorsOf(store, paper.id), namingFacts(store), reveal);
  return { report, shown: true };
}

const recorded = (context: Context, named: string, who: string, said: NewAnswers, listing: Listing) =>
  context.write((store) => {
    const { paper, by, facts } = must(authorshipCase(store, named, who, context.today));
    const plan = must(planAuthorship(said, listing, facts));
    keepAuthorship(store, paper.id, by, plan, listing);
    const names = namingFacts(store);
    return {
      report: authorshipReport(paper, contributorsOf(store, paper.id), names, false),
      said: concludedSaid(paper.id, by, plan, names),
    };
  });

export default command({
  about: "Go through the criteria of authorship with everybody who contributed",
  details: [
    "An author contributed substantially, drafted or revised the paper, approved the final version and is accountable for it (ICMJE). Whoever meets the first is offered the second and third: offers and answers are recorded, and what comes of them is never decided by hand. Others are acknowledged, with their permission.",
    "Without WHO it shows where everybody stands. With WHO alone it asks, at a terminal, one criterion after another. An affiliation of a member is printed only where they chose it: a group's name tells of lived experience.",
  ],
  examples: [
    "involve paper authorship PA-004",
    "involve paper authorship PA-004 M-006 --substantial yes --drafting-offered 2026-10-28 --drafting yes",
  ],
  writes: true,
  args: {
    paper: required(text("the paper's ref or DOI", "PAPER", "paper")),
    who: text("a member or somebody on the staff", "WHO", "contributor"),
  },
  options: {
    substantial: choice("whether the contribution was substantial", answers),
    draftingOffered: day("the day they were offered to draft or revise it"),
    drafting: choice("whether they drafted or revised it", answers),
    approvalOffered: day("the day they were offered to approve the final version"),
    approval: choice("whether they approved it", answers),
    accountable: choice("whether they agree to be accountable for the work", answers),
    agreed: choice("whether they agree to be listed as concluded", answers),
    position: wholeNumber("their place among the authors, from 1", 1, 500),
    affiliation: text("as they chose it for this paper; several with ; between", "AFFILIATION"),
    surname: text("which part of their printed name is the family name", "NAME"),
    clear: many(choice("what is printed beside their name, to empty it", clearableListing)),
    on: fallback(day("the day they said so"), "today"),
    reveal: flag("show who is anonymous; puts on record that you looked"),
  },
  async run(context, { paper, who, position, affiliation, surname, clear, on, reveal, ...answered }) {
    const listing = { position, affiliation, surname, clear, on };
    const given = Object.values({ position, affiliation, surname, clear: clear[0], ...answered });
    const nothing = given.every((w) => w === undefined);
    if (nothing && (who === undefined || !context.canAsk)) return shown(context, paper, reveal);
    const whose = must(namedFor(who), exits.usage);
    if (!nothing) return recorded(context, paper, whose, answered, listing);
    const ask = await context.ask();
    const { facts } = must(authorshipCase(context.store, paper, whose, context.today));
    const said = ask ? await walked(ask, facts.before, facts.contributed) : {};
    return recorded(context, paper, whose, said, listing);
  },
});
