import { command } from "../../cli/command.ts";
import type { Context } from "../../cli/context.ts";
import { must } from "../../cli/errors.ts";
import { choice, day, fallback, required, text } from "../../cli/options.ts";
import type { SavedRun } from "../../domain/match-run.ts";
import type { Project } from "../../domain/project.ts";
import {
  type DecisionRequest,
  decisionSaid,
  planDecision,
  runToDecide,
} from "../../domain/project-decision.ts";
import { checkFeedbackDay, feedbackSaid } from "../../domain/project-feedback.ts";
import { ref } from "../../domain/ref.ts";
import { letterFiles, letterFormats } from "../../output/letter.ts";
import { decisionReport } from "../../reports/project-decision.ts";
import { consideredIn, feedbackGiven, keptDecision, saveDecision } from "../../store/project-decisions.ts";
import { feedbackLetters } from "../../store/project-feedback.ts";
import { findProject } from "../../store/projects.ts";
import { savedRuns } from "../../store/runs.ts";
import type { Store } from "../../store/store.ts";

type Asked = Pick<DecisionRequest, "reason" | "on" | "today">;

const requestOf = (store: Store, project: Project, run: SavedRun, asked: Asked): DecisionRequest => ({
  ...{ project: ref("project", project.id), run, ...asked },
  people: consideredIn(store, project, run),
  kept: keptDecision(store, project.id, run.id),
});

/** The letters to those not chosen, where they are asked for. */
async function letters(
  context: Context,
  of: DecisionRequest,
  project: Project,
  run: SavedRun,
  to: string,
  as: "docx" | "md" | "html",
) {
  context.checkNewFolder(to, "--to");
  const { notChosen } = must(planDecision(of));
  const made = { by: context.by, today: context.today, decidedOn: of.kept?.decidedOn ?? of.on };
  const ids = notChosen.map((p) => p.id);
  return letterFiles(must(feedbackLetters(context.store, project, run, ids, made)), to, as);
}

export default command({
  about: "Record what people decided on a proposal, and write to those not chosen",
  details: [
    "Whoever was offered a place since the proposal, or put on the team, was taken; the others who could have been asked were not chosen. Every departure from the proposal needs a reason, with its offer or here. --to writes a letter to each who was not chosen, from the template project-not-chosen: what counted for them in general words, never who else or which experience. Letters are named by ref. --feedback-given records the day they heard.",
  ],
  examples: [
    'involve project decide P-003 --reason "the lead asks for a carer who is new to research"',
    "involve project decide P-003 --run R-001 --to letters --as md",
    "involve project decide P-003 --feedback-given 2026-06-12",
  ],
  writes: true,
  args: { project: required(text("the project, by ref or title", "PROJECT", "project")) },
  options: {
    run: text("the proposal, by ref; the last one of the project where left out", "RUN", "run"),
    reason: text("why the decision departs from the proposal", "REASON"),
    on: fallback(day("the day it was decided"), "today"),
    to: text("write the letters to this folder; it is made where it is not there", "FOLDER"),
    as: fallback(choice("the kind of document", letterFormats), "docx"),
    feedbackGiven: day("record that those not chosen had their feedback on this day"),
  },
  async run(context, { to, as, feedbackGiven: heard, reason, on, ...words }) {
    const { store, today, by } = context;
    const project = must(findProject(store, words.project));
    const run = must(runToDecide(savedRuns(store), ref("project", project.id), words.run));
    const first = requestOf(store, project, run, { reason, on, today });
    const files = to === undefined ? [] : await letters(context, first, project, run, to, as);
    return context.write((now) => {
      const request = requestOf(now, project, run, { reason, on, today });
      const decision = must(planDecision(request));
      saveDecision(now, decision, { projectId: project.id, runId: run.id, on, by, reason });
      const kept = keptDecision(now, project.id, run.id);
      const unheard = kept?.notChosen.filter((n) => n.feedbackOn === null).length ?? 0;
      const given = heard && kept ? must(checkFeedbackDay(kept, heard, today)) : [];
      if (heard && kept) feedbackGiven(now, kept.id, given, heard);
      return {
        report: decisionReport(request, keptDecision(now, project.id, run.id)),
        said: [
          ...decisionSaid(request, decision, heard || to !== undefined ? 0 : unheard),
          ...(heard ? [feedbackSaid(given.length, heard)] : []),
        ],
        files,
        ...(to === undefined ? {} : { folder: to }),
      };
    });
  },
});
