import { command, type Outcome } from "../../cli/command.ts";
import type { Context } from "../../cli/context.ts";
import { must } from "../../cli/errors.ts";
import { choice, day, fallback, required, text } from "../../cli/options.ts";
import type { Day } from "../../domain/day.ts";
import { decisionSaid, nobodyToWriteTo, planDecision, toHear } from "../../domain/project-decision.ts";
import { checkFeedbackDay, feedbackSaid } from "../../domain/project-feedback.ts";
import { type LetterFormat, letterFiles, letterFormats } from "../../output/letter.ts";
import { decisionReport } from "../../reports/project-decision.ts";
import {
  type Deciding,
  decidingOn,
  feedbackGiven,
  keptDecision,
  saveDecision,
} from "../../store/project-decisions.ts";
import { feedbackLetters } from "../../store/project-feedback.ts";
import { findProject } from "../../store/projects.ts";
import type { Store } from "../../store/store.ts";

interface Words {
  readonly project: string;
  readonly run: string | undefined;
  readonly reason: string | undefined;
  readonly on: Day;
  readonly to: string | undefined;
  readonly feedbackGiven: Day | undefined;
}

function deciding(store: Store, { project, run, reason, on }: Words, today: Day): Deciding {
  return must(decidingOn(store, must(findProject(store, project)), run, { reason, on, today }));
}

/** The letters to those not chosen who have not heard yet. */
async function letters(context: Context, decided: Deciding, to: string, as: LetterFormat) {
  const { project, search, request } = decided;
  context.checkNewFolder(to, "--to");
  const made = { by: context.by, today: context.today, decidedOn: request.kept?.decidedOn ?? request.on };
  const people = toHear(request.people, request.kept).map((p) => p.id);
  return letterFiles(must(feedbackLetters(context.store, project, search.runs, people, made)), to, as);
}

/** Puts the decision on record, and the day those not chosen heard of it where one is given. */
function recorded(store: Store, { by, today }: Context, words: Words): Outcome {
  const { project, request } = deciding(store, words, today);
  const { feedbackGiven: heard, to, on, reason } = words;
  const decision = must(planDecision(request));
  saveDecision(store, decision, { projectId: project.id, runId: request.run.id, on, by, reason });
  const kept = keptDecision(store, project.id, request.run.id);
  const given = heard && kept ? must(checkFeedbackDay(kept, heard, today)) : [];
  if (heard && kept) feedbackGiven(store, kept.id, given, heard);
  const unheard = toHear(request.people, kept).length;
  return {
    report: decisionReport(request, keptDecision(store, project.id, request.run.id)),
    said: [
      ...decisionSaid(request, decision, heard || to !== undefined ? 0 : unheard),
      ...(heard && kept ? [feedbackSaid(given.length, kept.notChosen.length, heard)] : []),
      ...(to !== undefined && unheard === 0 ? [nobodyToWriteTo] : []),
    ],
  };
}

export default command({
  about: "Record what people decided on a proposal, and write to those not chosen",
  details: [
    "Whoever was offered a place since the proposal, or put on the team, was taken; the others who could have been asked, then or by a proposal that later offers rest on, were not chosen. Every departure from the proposal needs a reason, with its offer or here. --to writes a letter to each who was not chosen, from the template project-not-chosen: what counted for them in general words, never who else or which experience. Letters are named by ref; whoever has heard already gets none. --feedback-given records the day they heard.",
  ],
  examples: [
    'involve project decide P-003 --reason "the lead asks for a carer who is new to research"',
    "involve project decide P-003 --run R-001 --to letters --as md",
    "involve project decide P-003 --feedback-given 2026-06-12",
  ],
  writes: true,
  args: { project: required(text("the project, by ref or title", "PROJECT", "project")) },
  options: {
    run: text("the proposal, by ref; the one places were first offered on where left out", "RUN", "run"),
    reason: text("why the decision departs from the proposal", "REASON"),
    on: fallback(day("the day it was decided"), "today"),
    to: text("write the letters to this folder; it is made where it is not there", "FOLDER"),
    as: fallback(choice("the kind of document", letterFormats), "docx"),
    feedbackGiven: day("record that those not chosen had their feedback on this day"),
  },
  async run(context, words) {
    const { to, as, reason } = words;
    const first = () => deciding(context.store, words, context.today);
    const files = to === undefined ? [] : await letters(context, first(), to, as);
    return context.withReason(reason, "departure-unexplained", (why) =>
      context.write((store) => ({
        ...recorded(store, context, { ...words, reason: why }),
        ...(to !== undefined && files.length > 0 ? { files, folder: to } : {}),
      })),
    );
  },
});
