import { purposesIn, wordingOn } from "../domain/consent.ts";
import { addMonths, type Day } from "../domain/day.ts";
import { type DraftedLetter, draftLetters } from "../domain/letter-draft.ts";
import { type LetterRequest, planLetters } from "../domain/letter-plan.ts";
import type { LetterFacts, Outcome } from "../domain/outcome-letter.ts";
import { type Result, yes } from "../domain/result.ts";
import type { Round } from "../domain/round.ts";
import type { StaffMember } from "../domain/staff.ts";

import { wordings } from "./consents.ts";
import { unitOf } from "./infrastructure.ts";
import { standingsOf } from "./round-decisions.ts";
import { scoringOf } from "./round-scores.ts";
import { numberSetting, setting } from "./settings.ts";
import { type Store, sql } from "./store.ts";
import { templates } from "./templates.ts";

const decisionRows = (store: Store, roundId: number) =>
  store.all(
    sql
      .selectFrom("round_decision as d")
      .innerJoin("application as a", "a.id", "d.application_id")
      .select(["d.id", "d.application_id", "d.decision", "d.reserve_rank", "d.reserve_until", "d.decided_on"])
      .select(["d.feedback", "d.feedback_sent_on"])
      .where("a.round_id", "=", roundId)
      .orderBy("d.id"),
  );

/** The membership that each appointed applicant of a round got by it: the first one in the group since the decision. */
const termRows = (store: Store, round: Round) =>
  store.all(
    sql
      .selectFrom("application as a")
      .innerJoin("membership as m", "m.person_id", "a.person_id")
      .innerJoin("recruitment_round as r", (join) =>
        join.onRef("r.id", "=", "a.round_id").onRef("r.group_id", "=", "m.group_id"),
      )
      .select(["a.id as application_id", "m.joined_on", "m.inducted_on", "m.term_ends_on"])
      .where("a.round_id", "=", round.id)
      .where("a.status", "=", "appointed")
      .orderBy("m.joined_on", "desc")
      .orderBy("m.id", "desc"),
  );

/** Every application of a round with what its letter says: its decision, its feedback, its term, its offer. */
export function outcomesOf(store: Store, round: Round): Outcome[] {
  const decisions = new Map(decisionRows(store, round.id).map((d) => [d.application_id, d]));
  const terms = new Map(termRows(store, round).map((t) => [t.application_id, t]));
  const offers = new Map(
    store
      .all(
        sql
          .selectFrom("reserve_offer")
          .select(["application_id", "reply_by"])
          .where("reply", "is", null)
          .orderBy("id"),
      )
      .map((o) => [o.application_id, o.reply_by as Day]),
  );
  return standingsOf(store, round, scoringOf(store, round)).map(({ application: a, tally }) => {
    const d = decisions.get(a.id);
    const t = terms.get(a.id);
    return {
      applicationId: a.id,
      code: a.code,
      status: a.status,
      blanked: a.blanked,
      knownAs: a.fields.knownAs,
      fullName: a.fields.fullName,
      email: a.fields.email,
      receivedOn: a.fields.receivedOn,
      tally,
      decision: d
        ? {
            id: d.id,
            decision: d.decision,
            decidedOn: d.decided_on as Day,
            reserveRank: d.reserve_rank,
            reserveUntil: d.reserve_until as Day | null,
            feedback: d.feedback,
            sentOn: d.feedback_sent_on as Day | null,
          }
        : null,
      term: t
        ? {
            joinsOn: t.joined_on as Day,
            inductedOn: t.inducted_on as Day | null,
            endsOn: t.term_ends_on as Day | null,
          }
        : null,
      replyBy: offers.get(a.id) ?? null,
    };
  });
}

const groupLabel = (store: Store, key: string): string =>
  store.first(sql.selectFrom("involvement_group").select("label").where("key", "=", key))?.label ?? key;

/** The words of the consents that whoever joins is asked for. */
function consentWords(store: Store, today: Day): string[] {
  const words = new Map(
    store
      .all(sql.selectFrom("consent_wording").select(["id", "wording"]).orderBy("id"))
      .map((w) => [w.id, w.wording]),
  );
  return purposesIn(setting(store, "consents-at-appointment")).flatMap((purpose) => {
    const wording = wordingOn(wordings(store), purpose, today);
    const text = wording && words.get(wording.id);
    return text ? [text] : [];
  });
}

/** Who writes letters, and when: a member of the management team, or the name of somebody who only looks at what there is. */
interface Writing {
  readonly signer: StaffMember | string;
  readonly today: Day;
}

/** What the letters of a round have in common. */
function letterFacts(
  store: Store,
  round: Round,
  { signer, today, outcomes }: Writing & { readonly outcomes: readonly Outcome[] },
): LetterFacts {
  const unit = unitOf(store);
  const decidedOn = outcomes
    .flatMap((o) => (o.decision ? [o.decision.decidedOn] : []))
    .sort((a, b) => (a < b ? 1 : -1))[0];
  const months = numberSetting(store, "unsuccessful-applicant-retention-months");
  const held = typeof signer === "string" ? [] : signer.roles;
  const role = held.find((r) => r.fromOn <= today && (r.toOn === null || r.toOn >= today));
  return {
    round,
    today,
    unit: unit.name,
    unitShort: unit.shortName,
    group: groupLabel(store, round.group),
    network: groupLabel(store, "lean"),
    signedBy: typeof signer === "string" ? signer : signer.name,
    signedRole: role?.label ?? null,
    retentionOn: round.retentionOn ?? (decidedOn ? addMonths(decidedOn, months) : null),
    scale: {
      strong: numberSetting(store, "feedback-strong-percent"),
      good: numberSetting(store, "feedback-good-percent"),
      most: numberSetting(store, "feedback-points-maximum"),
    },
    consents: consentWords(store, today),
  };
}

/** The letters of a round that are asked for, in the unit's words, and every application of the round. */
export function lettersOf(
  store: Store,
  round: Round,
  request: LetterRequest,
  writing: Writing,
): Result<{ readonly outcomes: readonly Outcome[]; readonly letters: readonly DraftedLetter[] }> {
  const outcomes = outcomesOf(store, round);
  const facts = letterFacts(store, round, { ...writing, outcomes });
  const planned = planLetters(outcomes, request, facts);
  if (!planned.ok) return planned;
  const letters = draftLetters(planned.value, facts, templates(store));
  return letters.ok ? yes({ outcomes, letters: letters.value }) : letters;
}

/** Records the day applicants had their feedback; answers for how many. */
export function feedbackSent(store: Store, decisionIds: readonly number[], on: Day): number {
  for (const id of decisionIds) store.update("round_decision", id, { feedback_sent_on: on });
  return decisionIds.length;
}

/** Keeps what an applicant is told in people's own words; null takes it out. */
export const saveFeedback = (store: Store, decisionId: number, text: string | null): void =>
  store.update("round_decision", decisionId, { feedback: text });
