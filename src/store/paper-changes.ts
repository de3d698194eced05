import type { Day } from "../domain/day.ts";
import type { NewPaper } from "../domain/paper.ts";
import type { PaperChanges } from "../domain/paper-edit.ts";
import type { PaperWrite } from "../domain/paper-sheet.ts";
import type { PaperStep, PaperStepName, StepPlan } from "../domain/paper-step.ts";
import { type Store, sql } from "./store.ts";

const steps = (paperId: number) =>
  sql
    .selectFrom("paper_step")
    .select(["id", "step", "on_day", "reason", "notice_doi"])
    .where("paper_id", "=", paperId)
    .orderBy("position")
    .orderBy("id");

/** What became of a paper, in the order of time. */
export const paperHistory = (store: Store, paperId: number): PaperStep[] =>
  store.all(steps(paperId)).map((s) => ({
    step: s.step as PaperStepName,
    on: s.on_day as Day | null,
    reason: s.reason,
    notice: s.notice_doi,
  }));

/** Records a step of a paper at its place in the history, and where the paper stands from now on. */
export function recordStep(store: Store, paperId: number, plan: StepPlan): void {
  const before = store.all(steps(paperId));
  const row = {
    step: plan.step.step,
    on_day: plan.step.on,
    reason: plan.step.reason,
    notice_doi: plan.step.notice,
  };
  const there = plan.replaces ? before[plan.at] : undefined;
  if (there) store.update("paper_step", there.id, row);
  else {
    for (const [i, later] of before.entries())
      if (i >= plan.at) store.update("paper_step", later.id, { position: i + 2 });
    store.insert("paper_step", { paper_id: paperId, position: plan.at + 1, ...row });
  }
  if (plan.stands) store.update("paper", paperId, { status: plan.stands.status, status_on: plan.stands.on });
}

/** Adds a paper with the first step of its history; answers its id. */
export function addPaper(store: Store, paper: NewPaper): number {
  const status = paper.status ?? "planned";
  const id = store.insert("paper", {
    title: paper.title,
    journal: paper.journal ?? null,
    doi: paper.doi ?? null,
    year: paper.year ?? null,
    volume: paper.volume ?? null,
    issue: paper.issue ?? null,
    pages: paper.pages ?? null,
    preprint_url: paper.preprint ?? null,
    status,
    status_on: paper.statusOn ?? null,
    project_id: paper.projectId ?? null,
    citation: paper.citation ?? null,
  });
  store.insert("paper_step", { paper_id: id, position: 1, step: status, on_day: paper.statusOn ?? null });
  return id;
}

const columnOf = { projectId: "project_id", preprint: "preprint_url" } as const;
const column = (field: string): string => columnOf[field as keyof typeof columnOf] ?? field;

/** Changes facts of a paper; null empties one. */
export const editPaper = (store: Store, id: number, changes: PaperChanges): void =>
  store.update("paper", id, Object.fromEntries(Object.entries(changes).map(([f, v]) => [column(f), v])));

/** The step that a row of a file takes a paper to: a new one, or the last one with its day put right. */
function stepOf(store: Store, id: number, { status, statusOn }: NewPaper): StepPlan | null {
  const history = paperHistory(store, id);
  const at = history.findLastIndex((s) => s.step !== "corrected");
  const last = history[at];
  const on = statusOn ?? null;
  const step = status ?? last?.step;
  if (step === undefined || step === "corrected") return null;
  const stands = { status: step, on };
  if (last?.step === step) return { at, replaces: true, step: { ...last, on }, stands };
  return {
    at: history.length,
    replaces: false,
    step: { step, on, reason: null, notice: null },
    stands,
  };
}

/** Writes a row of a file of papers; answers the paper's id. What is undefined stays as it is, what is cleared is emptied. */
export function keepPaper(store: Store, { id, paper, cleared, moved }: PaperWrite): number {
  if (id === undefined) return addPaper(store, paper);
  const { status: _, statusOn: __, citation, ...facts } = paper;
  editPaper(store, id, {
    ...facts,
    ...Object.fromEntries(cleared.map((field) => [field, null])),
  } as PaperChanges);
  store.update("paper", id, { citation });
  const step = moved ? stepOf(store, id, paper) : null;
  if (step) recordStep(store, id, step);
  return id;
}
