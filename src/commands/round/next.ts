import { command } from "../../cli/command.ts";
import type { Context } from "../../cli/context.ts";
import { exits, must } from "../../cli/errors.ts";
import { day, fallback, flag, required, text } from "../../cli/options.ts";
import { codeOf } from "../../domain/applicant.ts";
import { termProblems } from "../../domain/appointment.ts";
import { addDays, type Day } from "../../domain/day.ts";
import { ref } from "../../domain/ref.ts";
import type { Reply } from "../../domain/reserve.ts";
import { planOffer } from "../../domain/reserve-offer.ts";
import { answeredOffer, type NextWords, nextAction } from "../../domain/reserve-reply.ts";
import { answerInWords, lookInWords, offerInWords } from "../../domain/reserve-words.ts";
import { problemsOf, withProblems } from "../../domain/result.ts";
import { reservesReport } from "../../reports/reserves.ts";
import { findPerson } from "../../store/people.ts";
import { placeFacts, saveAnswer, saveOffer } from "../../store/reserves.ts";
import { findRound } from "../../store/rounds.ts";
import { numberSetting } from "../../store/settings.ts";
import type { Store } from "../../store/store.ts";

type Words = NextWords & { readonly round: string; readonly on: Day };

const factsOf = (store: Store, words: Words, today: Day) =>
  placeFacts(store, must(findRound(store, words.round)), today);

/** Offers a place to the next reserve, or the one that is named. */
function offer(store: Store, words: Words, { today }: Context) {
  const facts = factsOf(store, words, today);
  const placeOf = words.placeOf && ref("member", must(findPerson(store, words.placeOf)).id);
  const replyBy = words.replyBy ?? addDays(today, numberSetting(store, "offer-reply-days"));
  const plan = must(planOffer(facts, { ...words, placeOf, replyBy }));
  saveOffer(store, plan, today);
  return { report: reservesReport(factsOf(store, words, today)), said: offerInWords(facts.round, plan) };
}

/** Records the answer to an offer. */
function answer(store: Store, words: Words, { today }: Context, reply: Reply) {
  const facts = factsOf(store, words, today);
  const days = { ...words, round: facts.round, today };
  const wrong = reply === "accepted" ? termProblems(days) : [];
  const found = answeredOffer(facts, { ...words, reply });
  const codes = new Set(problemsOf(found).map((p) => p.code));
  const other = wrong.filter((p) => !(p.code === "appointed-later" && codes.has("in-the-future")));
  const answered = must(withProblems(other, found));
  const appointed = saveAnswer(store, facts.round, answered, { ...words, reply });
  const now = factsOf(store, words, today);
  return { report: reservesReport(now), said: answerInWords(now, answered, reply, appointed, words.stays) };
}

export default command({
  about: "Offer a place that opened to the next reserve",
  details: [
    "It shows the reserve list as it stands: whose time on it has ended, and which aims for the group would be missed with whom. With --offer the next in order is offered the place of whoever left first; --accepted makes them a member, --declined and --no-reply leave the place to the next. A reserve out of order, or one with whom an aim is missed that another would keep, needs a --reason. The letter comes from round letters.",
  ],
  examples: [
    "involve round next autumn-2025",
    "involve round next autumn-2025 --offer --place-of M-004",
    "involve round next autumn-2025 --accepted --on 2026-03-02 --induction 2026-03-11",
    "involve round next autumn-2025 --declined --stays",
  ],
  writes: true,
  args: { round: required(text("the round", "ROUND", "round")) },
  options: {
    offer: flag("offer the place to the next reserve"),
    placeOf: text("whose place it is; the first to leave where left out", "MEMBER", "member"),
    application: text("the code of another reserve, or of whoever answers", "CODE"),
    reason: text("why somebody else than the next, or though an aim is missed", "TEXT"),
    replyBy: day("the last day to answer"),
    accepted: flag("they accept: they become a member"),
    declined: flag("they decline; no reason is asked for"),
    noReply: flag("they did not answer in time"),
    stays: flag("they decline this place and stay on the list"),
    on: fallback(day("the day of the answer, from which they are a member"), "today"),
    induction: day("the day of their induction"),
    termEnds: day("the day their term ends"),
  },
  run(context, given) {
    const application = given.application === undefined ? undefined : codeOf(given.application);
    const words = { ...given, application };
    const action = must(nextAction(words), exits.usage);
    if (action === "look") {
      const facts = factsOf(context.store, words, context.today);
      return { report: reservesReport(facts), shown: true, said: lookInWords(facts) };
    }
    return context.write((store) =>
      action === "offer" ? offer(store, words, context) : answer(store, words, context, action),
    );
  },
});
