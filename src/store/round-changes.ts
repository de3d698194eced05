import type { AimPlan, KnownAim } from "../domain/aim.ts";
import { aimWarnings } from "../domain/aim-warnings.ts";
import type { CriterionPlan } from "../domain/criterion.ts";
import type { Day } from "../domain/day.ts";
import type { Progress } from "../domain/key-dates.ts";
import type { NewAim, NewCriterion, Round, Stage } from "../domain/round.ts";
import type { EditedRound } from "../domain/round-edit.ts";
import { groupSize } from "./round-appointments.ts";
import { setting } from "./settings.ts";
import { type Store, sql } from "./store.ts";
import { keysOf } from "./vocabulary.ts";

/** The aims of a round with their numbers, in the order they were given. */
export function knownAims(
  store: Store,
  roundId: number,
): (KnownAim & { readonly relaxedOn: Day | null; readonly relaxedReason: string | null })[] {
  const query = sql
    .selectFrom("round_aim")
    .select(["id", "category", "value", "minimum", "maximum", "basis", "relaxed_on", "relaxed_reason"])
    .where("round_id", "=", roundId)
    .orderBy("id");
  return store.all(query).map((a) => ({
    id: a.id,
    category: a.category as NewAim["category"],
    value: a.value,
    minimum: a.minimum ?? undefined,
    maximum: a.maximum ?? undefined,
    basis: a.basis as NewAim["basis"],
    relaxedOn: a.relaxed_on as Day | null,
    relaxedReason: a.relaxed_reason,
  }));
}

/**
 * How many people the aims of a round are about at most: those to be chosen and the members who are in the group on a day, but
 * no more than the group has places.
 */
export function aimsOver(store: Store, round: Pick<Round, "group" | "places">, on: Day): number {
  const { people, places } = groupSize(store, round.group, on);
  return Math.max(round.places, Math.min(round.places + people, places ?? Number.MAX_SAFE_INTEGER));
}

/** What the aims of a round have against each other, in sentences. */
export const aimFindings = (store: Store, roundId: number, places: number): string[] =>
  aimWarnings(knownAims(store, roundId), places, {
    regions: keysOf(store, "region"),
    tieBreakWords: setting(store, "tie-break-words").split(/[\s,;]+/),
  });

/** Writes what becomes of an aim; one that is set anew is not a relaxed one any more. */
export function saveAim(store: Store, roundId: number, plan: AimPlan): void {
  if (plan.kind === "out") {
    store.remove("round_aim", plan.before.id);
    return;
  }
  const { category, value, minimum, maximum, basis } = plan.aim;
  const numbers = { minimum: minimum ?? null, maximum: maximum ?? null, basis };
  if (plan.before === null) store.insert("round_aim", { round_id: roundId, category, value, ...numbers });
  else store.update("round_aim", plan.before.id, { ...numbers, relaxed_on: null, relaxed_reason: null });
}

const columnsOf = (c: NewCriterion) => ({
  label: c.label,
  kind: c.kind,
  weight: c.weight,
  scale_max: c.scaleMax,
  stage: c.stage,
});

/** Writes what becomes of a criterion; a new one comes last. */
export function saveCriterion(store: Store, roundId: number, plan: CriterionPlan): void {
  if (plan.kind === "out") store.remove("round_criterion", plan.before.id);
  else if (plan.before === null) addCriterion(store, roundId, plan.criterion);
  else store.update("round_criterion", plan.before.id, columnsOf(plan.criterion));
}

function addCriterion(store: Store, roundId: number, criterion: NewCriterion): void {
  const last = store.first(
    sql
      .selectFrom("round_criterion")
      .where("round_id", "=", roundId)
      .select((q) => q.fn.max("position").as("position")),
  );
  store.insert("round_criterion", {
    round_id: roundId,
    key: criterion.key,
    ...columnsOf(criterion),
    position: Number(last?.position ?? 0) + 1,
  });
}

/** The stages of a round that somebody has scored. */
export const scoredStages = (store: Store, roundId: number): Stage[] =>
  store
    .all(
      sql
        .selectFrom("round_score as s")
        .innerJoin("round_criterion as c", "c.id", "s.criterion_id")
        .select("c.stage")
        .distinct()
        .where("c.round_id", "=", roundId)
        .orderBy("c.stage"),
    )
    .map((r) => r.stage as Stage);

/** The earliest day on which somebody was scored at interview in a round; null where nobody was. */
export function firstInterviewScore(store: Store, roundId: number): Day | null {
  const row = store.first(
    sql
      .selectFrom("round_score as s")
      .innerJoin("round_criterion as c", "c.id", "s.criterion_id")
      .where("c.round_id", "=", roundId)
      .where("c.stage", "=", "interview")
      .select((q) => q.fn.min("s.scored_on").as("first")),
  );
  return (row?.first ?? null) as Day | null;
}

/** Writes a round as it will be. */
export const saveRound = (store: Store, roundId: number, round: EditedRound): void =>
  store.update("recruitment_round", roundId, {
    title: round.title,
    places: round.places,
    status: round.status,
    retention_on: round.retentionOn,
    opens_on: round.opensOn,
    closes_on: round.closesOn,
    shortlist_by: round.shortlistBy,
    interview_on: round.interviewOn,
    interview_until: round.interviewUntil,
    decision_by: round.decisionBy,
    letters_by: round.lettersBy,
  });

/** How far each round has come, by its id. */
export function progressOf(store: Store): (roundId: number) => Progress {
  const shortlisted = new Set(
    store
      .all(
        sql
          .selectFrom("round_shortlist as s")
          .innerJoin("application as a", "a.id", "s.application_id")
          .select("a.round_id")
          .distinct()
          .orderBy("a.round_id"),
      )
      .map((r) => r.round_id),
  );
  const letters = store.all(
    sql
      .selectFrom("round_decision as d")
      .innerJoin("application as a", "a.id", "d.application_id")
      .groupBy("a.round_id")
      .select(({ fn }) => [
        "a.round_id",
        fn.countAll<number>().as("decided"),
        fn.count<number>("d.feedback_sent_on").as("sent"),
      ])
      .orderBy("a.round_id"),
  );
  const written = new Set(letters.filter((l) => l.sent === l.decided).map((l) => l.round_id));
  return (id) => ({ shortlisted: shortlisted.has(id), lettersSent: written.has(id) });
}
