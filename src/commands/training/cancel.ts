import { command, type Outcome } from "../../cli/command.ts";
import type { Context } from "../../cli/context.ts";
import { must, usage } from "../../cli/errors.ts";
import { asked, day, fallback, many, member, required, text } from "../../cli/options.ts";
import { opened } from "../../domain/clearance-change.ts";
import type { Day } from "../../domain/day.ts";
import { planGivingUp } from "../../domain/enrolment-change.ts";
import { every, together } from "../../domain/result.ts";
import { noReasonKept, planCancelling } from "../../domain/session-cancel.ts";
import { lostSaid } from "../../domain/team-short.ts";
import {
  cancelQuestion,
  cancelSentences,
  givenUpSentences,
  movedUpSentences,
} from "../../reports/session-words.ts";
import { placesReport } from "../../reports/sessions.ts";
import { attendeeIndex } from "../../store/attendance.ts";
import { clearanceRules, trainingRecords } from "../../store/clearances.ts";
import { revoke } from "../../store/completions.ts";
import { enrolments, saveEnrolments } from "../../store/enrolments.ts";
import { cancelFacts, sessionRecord } from "../../store/session-facts.ts";
import type { Store } from "../../store/store.ts";
import { teamsNeeding } from "../../store/team-short.ts";
import { cancelSession } from "../../store/training.ts";

interface Words {
  readonly session: string;
  readonly member: readonly string[];
  readonly reason: string | undefined;
  readonly on: Day;
}

/** Some people give up their places; those who wait move up. */
function placesGivenUp(store: Store, words: Words, today: Day): Outcome {
  const record = sessionRecord(store, words.session);
  const who = together(words.member.map(attendeeIndex(store)));
  const found = must(every({ record, who }));
  const { session, people } = found.record;
  const { given, moved } = must(planGivingUp(found.record, found.who, today));
  saveEnrolments(store, session.id, [...given, ...moved.up], null);
  return {
    report: placesReport(session, enrolments(store, session.id), people),
    said: [...givenUpSentences(session, given), ...movedUpSentences(session, moved)],
  };
}

/** The session to be cancelled, who has to be told, and what it takes back. */
function planned(store: Store, { session, reason, on }: Words, today: Day) {
  const facts = must(cancelFacts(store, session));
  return { ...facts, ...must(planCancelling(facts, reason, on, today)) };
}

async function sessionCancelled(context: Context, given: Words): Promise<Outcome> {
  const tried = (reason?: string) => planned(context.store, { ...given, reason }, context.today);
  const preview = await context.withReason(given.reason, "reason-needed", tried);
  const words = { ...given, reason: preview.reason };
  if (preview.touched >= 3)
    await context.confirm(cancelQuestion(preview.session, preview.told.length, preview.completions));
  return context.write((store) => {
    const { session, people, records, ...plan } = planned(store, words, context.today);
    const rules = clearanceRules(store);
    cancelSession(store, session, plan.reason, words.on);
    for (const one of plan.back) revoke(store, one, context.by);
    const after = { rules, records: trainingRecords(store) };
    const closed = opened(after, { rules, records }, people.keys(), context.today);
    const said = cancelSentences(session, plan, closed, [...people.values()]);
    const teams = lostSaid(teamsNeeding(store, closed, context.today), closed);
    return {
      report: placesReport(session, enrolments(store, session.id), people),
      said: [...said, ...teams],
    };
  });
}

export default command({
  about: "Cancel a session, or somebody's place at one",
  details: [
    "With members: they give up their place or no longer wait, and a freed place goes to whoever has waited longest. Without: the whole session is cancelled, with a reason; what was completed at it is taken back from that day on, and keeps its row.",
  ],
  examples: [
    "involve training cancel T-001 M-004",
    'involve training cancel T-001 --reason "the trainer is ill"',
    'involve training cancel T-002 --reason "it was not held" --on 2026-02-17',
  ],
  writes: true,
  args: {
    session: required(text("the session, such as T-001", "SESSION", "session")),
    member: many(member("who gives up their place; the whole session where left out")),
  },
  options: {
    reason: asked(text("why the session is cancelled", "REASON")),
    on: fallback(day("the day from which what it granted no longer counts"), "today"),
  },
  run(context, words) {
    if (words.member.length === 0) return sessionCancelled(context, words);
    if (words.reason !== undefined) throw usage(noReasonKept);
    return context.write((store) => placesGivenUp(store, words, context.today));
  },
});
