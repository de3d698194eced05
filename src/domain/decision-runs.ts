import type { Day } from "./day.ts";
import type { SavedRun } from "./match-run.ts";
import { idOf, ref } from "./ref.ts";
import { no, type Result, yes } from "./result.ts";

/** How the people of a run stood with one project, from the answer as it was kept; null where the run is of others. */
export function standingIn(
  answer: string,
  project: string,
): readonly { readonly id: number; readonly proposed: boolean }[] | null {
  const kept = JSON.parse(answer) as {
    projects?: { project: string; people: { ref: string; rank: number | null; proposed: boolean }[] }[];
  };
  const own = kept.projects?.find((p) => p.project === project);
  return (
    own?.people
      .filter((p) => p.rank !== null || p.proposed)
      .map((p) => ({ id: idOf("member", p.ref) ?? 0, proposed: p.proposed })) ?? null
  );
}

/** An offer that was not taken back, and the run it rests on; null where none is on record. */
export interface RestingOffer {
  readonly personId: number;
  readonly runId: number | null;
  readonly offeredOn: Day;
  readonly departureReason: string | null;
}

/** A decision of a project that is on record, first to last. */
export interface EarlierDecision {
  readonly runId: number;
  readonly taken: readonly number[];
  /** Somebody who was not chosen has still to hear of it. */
  readonly open: boolean;
}

/** What is on record of a project when it is decided. */
export interface Asking {
  readonly runs: readonly SavedRun[];
  readonly offers: readonly RestingOffer[];
  readonly decisions: readonly EarlierDecision[];
}

const ofProject = (runs: readonly SavedRun[], project: string): SavedRun[] =>
  runs.filter((r) => standingIn(r.answer, project) !== null);

/** The run a decision starts from where none is named: the one places were first offered on, since the last decision that is through. */
function firstRun(own: readonly SavedRun[], { offers, decisions }: Asking): SavedRun | undefined {
  const last = decisions.at(-1);
  const fresh = offers.filter((o) => !decisions.some((d) => d.taken.includes(o.personId)));
  if (last && (last.open || fresh.length === 0)) return own.find((r) => r.id === last.runId);
  return own.find((r) => fresh.some((o) => o.runId === r.id)) ?? own.at(-1);
}

const toRecord = (project: string): string =>
  `To put one on record: involve project match ${project} --record`;

/** The recorded run of a project that somebody names. */
export function runOf(runs: readonly SavedRun[], project: string, named: string): Result<SavedRun> {
  const own = ofProject(runs, project);
  const found = own.find((r) => r.id === idOf("run", named));
  return found
    ? yes(found)
    : no({
        code: "unknown-run",
        message: `${named} is no recorded proposal for ${project}.`,
        remedy:
          own.length > 0 ? `There are: ${own.map((r) => ref("run", r.id)).join(", ")}.` : toRecord(project),
      });
}

/**
 * The run that is decided on: the one named, or the one places were first offered on. A decision that somebody has still to hear of,
 * or after which nobody else was asked, is brought up to date; else another begins.
 */
export function runToDecide(asking: Asking, project: string, named: string | undefined): Result<SavedRun> {
  if (named !== undefined) return runOf(asking.runs, project, named);
  const found = firstRun(ofProject(asking.runs, project), asking);
  return found
    ? yes(found)
    : no({
        code: "no-run",
        message: `No proposal for ${project} is on record.`,
        remedy: toRecord(project),
      });
}

/** What one decision is about: the runs it weighs, the offers that followed them, and the day the next one began. */
export interface Search {
  readonly runs: readonly SavedRun[];
  readonly offers: readonly RestingOffer[];
  /** Whoever joined from this day on belongs to a later decision; null where there is none. */
  readonly until: Day | null;
}

/**
 * The run a decision starts from, those that later offers rest on, and the offers, up to where the next decision begins. An offer
 * that rests on no run, or on an older one that said the same, belongs where its day does.
 */
export function searchFrom(start: SavedRun, project: string, { runs, offers, decisions }: Asking): Search {
  const next = decisions.find((d) => d.runId > start.id)?.runId ?? Number.POSITIVE_INFINITY;
  const until = runs.find((r) => r.id === next)?.madeOn ?? null;
  const sameTime = (o: RestingOffer): boolean =>
    o.offeredOn >= start.madeOn && (until === null || o.offeredOn < until);
  const its = offers.filter(({ runId, ...o }) =>
    runId === null || (runId < start.id && o.offeredOn > start.madeOn)
      ? sameTime({ runId, ...o })
      : runId >= start.id && runId < next,
  );
  const followed = (r: SavedRun): boolean => r.id > start.id && its.some((o) => o.runId === r.id);
  return {
    runs: ofProject(runs, project).filter((r) => r.id === start.id || followed(r)),
    ...{ offers: its, until },
  };
}
