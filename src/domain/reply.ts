import { type Day, dayInWords } from "./day.ts";
import { endedProblems, type Offer, type OfferRequest, offerState, type Reply } from "./offer.ts";
import { type Problem, type Result, unless } from "./result.ts";
import { count } from "./text.ts";

/** What `project reply` is asked to record, with what has to be known for it. */
export interface ReplyRequest {
  readonly project: string;
  /** `M-003 Bex Thornton`. */
  readonly name: string;
  /** Every offer of this project to this person, oldest first. */
  readonly offers: readonly Offer[];
  /** `withdrawn`: we took the offer back. */
  readonly reply: Reply | "withdrawn";
  readonly on: Day;
  readonly today: Day;
  readonly late: boolean;
  /** How the project stands on the day they replied. */
  readonly standing: OfferRequest["standing"];
  readonly places: number;
  readonly onTeam: number;
  /** Whether they are no longer a member of any group on the day. */
  readonly left: boolean;
}

function withoutOffer(request: ReplyRequest): Problem {
  const last = request.offers.at(-1);
  const state = last ? offerState(last) : null;
  return {
    code: "no-offer-waiting",
    message:
      last && state
        ? `The offer of ${request.project} to ${request.name} is not waiting: ${state}${last.repliedOn ? ` on ${dayInWords(last.repliedOn)}` : ""}.`
        : `${request.name} has not been offered a place on ${request.project}.`,
    remedy: last
      ? "To take the last reply back: involve undo; to ask again: involve project offer"
      : `To ask: involve project offer ${request.project} ${request.name.split(" ")[0]}`,
  };
}

function acceptProblems(request: ReplyRequest): Problem[] {
  const problems = endedProblems(request.project, request.standing);
  if (request.onTeam >= request.places)
    problems.push({
      code: "no-place-left",
      message: `${request.project} has ${count(request.places, "place")} and ${request.onTeam} on the team.`,
      remedy:
        "Leave the offer waiting, or, when they have been told warmly that the places are taken, record --withdraw.",
    });
  if (request.left)
    problems.push({
      code: "not-active",
      message: `${request.name} is no longer a member of any group.`,
      remedy: "To bring them back: involve member rejoin",
    });
  return problems;
}

/**
 * Whether a reply may be recorded: an offer is waiting, the day is possible, a reply after the day it was asked for by is
 * meant to count, and an acceptance still finds a place on a project that is not over. Answers the offer replied to.
 */
export function checkReply(request: ReplyRequest): Result<Offer> {
  const waiting = request.offers.find((o) => offerState(o) === "waiting");
  const problems: Problem[] = waiting ? [] : [withoutOffer(request)];
  if (request.on > request.today)
    problems.push({
      code: "replies-later",
      message: `${dayInWords(request.on)} is in the future.`,
      remedy: "Give the day they replied, today or earlier.",
    });
  if (waiting && request.on < waiting.offeredOn)
    problems.push({
      code: "before-offer",
      message: `The place was offered on ${dayInWords(waiting.offeredOn)}, after ${dayInWords(request.on)}.`,
      remedy: "Correct the day with --on.",
    });
  const by = waiting?.replyBy ?? null;
  if (
    by !== null &&
    (request.reply === "accepted" || request.reply === "declined") &&
    request.on > by &&
    !request.late
  )
    problems.push({
      code: "reply-after-date",
      message: `A reply was asked for by ${dayInWords(by)}, and this one came on ${dayInWords(request.on)}.`,
      remedy: "If it still counts, add --late; if not, record --no-reply.",
    });
  if (by !== null && request.reply === "no-reply" && request.on <= by)
    problems.push({
      code: "still-time",
      message: `${request.name} has until ${dayInWords(by)} to reply.`,
      remedy: "Record no reply once that day is over.",
    });
  if (waiting && request.reply === "accepted") problems.push(...acceptProblems(request));
  return unless(problems, () => waiting as Offer);
}

/** What a reply did, in a sentence. */
export function replySaid({ reply, name, project, places, on, onTeam }: ReplyRequest): string {
  const when = dayInWords(on);
  if (reply === "declined")
    return `${name} declined ${project} on ${when}. No reason is asked for or kept, and they will not be proposed for it again.`;
  if (reply === "no-reply")
    return `${name} did not reply about ${project}. They can be asked again another time.`;
  if (reply === "withdrawn")
    return `The offer of ${project} to ${name} is taken back. They can be asked again.`;
  return `${name} accepted ${project} on ${when} and is on the team: ${onTeam + 1} of ${count(places, "place")} filled.`;
}
