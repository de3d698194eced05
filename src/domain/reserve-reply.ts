import type { Day } from "./day.ts";
import { privateTextProblems } from "./private-text.ts";
import { openOffers, type PlaceFacts, type Reply, type ReserveOffer } from "./reserve.ts";
import type { OfferRequest } from "./reserve-offer.ts";
import { type Problem, type Result, unless } from "./result.ts";
import { count } from "./text.ts";

/** The words of `round next`, before anything is looked up. */
export interface NextWords extends Omit<OfferRequest, "replyBy"> {
  readonly offer: boolean;
  readonly accepted: boolean;
  readonly declined: boolean;
  readonly noReply: boolean;
  readonly stays: boolean;
  readonly induction: Day | undefined;
  readonly termEnds: Day | undefined;
  readonly replyBy: Day | undefined;
}

/** What is asked of `round next`: to look, to offer, or to record an answer. */
export type NextAction = "look" | "offer" | Reply;

/** What the words ask for; at most one of an offer and its answers, and only the words that belong to it. */
export function nextAction(words: NextWords): Result<NextAction> {
  const asked: NextAction[] = [
    ...(words.offer ? ["offer" as const] : []),
    ...(words.accepted ? ["accepted" as const] : []),
    ...(words.declined ? ["declined" as const] : []),
    ...(words.noReply ? ["no-reply" as const] : []),
  ];
  const [action = "look", ...more] = asked;
  const problems: Problem[] = privateTextProblems({ "--reason": words.reason });
  const belongs = (given: boolean, option: string, to: readonly NextAction[], says: string): void => {
    if (given && more.length === 0 && !to.includes(action))
      problems.push({
        code: "out-of-place",
        message: `${option} belongs to ${says}.`,
        remedy: "Leave it out.",
      });
  };
  if (more.length > 0)
    problems.push({
      code: "one-at-a-time",
      message: `--${asked.join(" and --")} are two things.`,
      remedy: "Do one at a time.",
    });
  belongs(words.placeOf !== undefined, "--place-of", ["look", "offer"], "an offer");
  belongs(words.reason !== undefined, "--reason", ["offer"], "an offer");
  belongs(words.replyBy !== undefined, "--reply-by", ["offer"], "an offer");
  belongs(words.stays, "--stays", ["declined"], "--declined");
  belongs(words.induction !== undefined, "--induction", ["accepted"], "--accepted");
  belongs(words.termEnds !== undefined, "--term-ends", ["accepted"], "--accepted");
  return unless(problems, () => action);
}

/**
 * The offer that is answered: the only one that waits, or the one to that application. An answer comes on or after the day of the
 * offer, and not in the future; nobody has failed to answer before the last day to do so is over.
 */
export function answeredOffer(
  facts: PlaceFacts,
  answer: { readonly reply: Reply; readonly on: Day; readonly application: string | undefined },
): Result<ReserveOffer> {
  const waiting = openOffers(facts);
  const found = waiting.filter((o) => answer.application === undefined || o.code === answer.application);
  const [offer] = found;
  const problems: Problem[] = [];
  if (!offer)
    problems.push({
      code: "no-offer",
      message: answer.application
        ? `${answer.application} has no offer that waits for an answer.`
        : `No offer of ${facts.round.key} waits for an answer.`,
      remedy:
        waiting.length > 0
          ? `There is one to ${waiting.map((o) => o.code).join(", ")}.`
          : `To offer a place: involve round next ${facts.round.key} --offer`,
    });
  if (found.length > 1)
    problems.push({
      code: "which-offer",
      message: `${count(found.length, "offer waits", "offers wait")} for an answer: to ${found.map((o) => o.code).join(", ")}.`,
      remedy: `Say whose it is: --application ${found[0]?.code}`,
    });
  if (answer.on > facts.today)
    problems.push({
      code: "in-the-future",
      message: `${answer.on} is in the future.`,
      remedy: "Give today or an earlier day.",
    });
  if (offer && answer.on < offer.offeredOn)
    problems.push({
      code: "before-the-offer",
      message: `${answer.on} is before the offer of ${offer.offeredOn}.`,
      remedy: "Give the day of the answer with --on.",
    });
  if (offer && answer.reply === "no-reply" && answer.on <= offer.replyBy)
    problems.push({
      code: "may-still-answer",
      message: `${offer.code} may answer until ${offer.replyBy}.`,
      remedy: "Wait until that day is over.",
    });
  return unless(problems, () => offer as ReserveOffer);
}

/** Where somebody stands after their answer: whoever declines leaves the list unless they asked to stay on it. */
export const statusAfterReply = (reply: Reply, stays: boolean): "appointed" | "withdrawn" | "reserve" =>
  reply === "accepted" ? "appointed" : reply === "declined" && !stays ? "withdrawn" : "reserve";
