import { type Day, dayInWords } from "./day.ts";
import { type Problem, type Result, unless } from "./result.ts";
import { count, listed } from "./text.ts";

/** Somebody who is on a team, or whose offer is waiting. */
interface Held {
  readonly id: number;
  /** `M-003 Bex Thornton`. */
  readonly name: string;
  /** The day from which it is theirs: of the offer, or of accepting it. */
  readonly from: Day;
}

/** What `project close` is asked to do, with what has to be known for it. */
export interface CloseRequest {
  readonly project: string;
  readonly closedOn: Day | null;
  readonly isClosed: boolean;
  readonly on: Day;
  readonly today: Day;
  readonly waiting: readonly Held[];
  readonly team: readonly Held[];
}

/** What closing a project does: offers taken back, and people released, each from which day. */
export interface ClosePlan {
  readonly withdrawn: readonly Held[];
  readonly released: readonly { readonly id: number; readonly name: string; readonly on: Day }[];
}

/** Whether a project may be closed from a day on: it is not closed, the day is not to come, and nobody was offered a place or joined after it. */
export function planClose(request: CloseRequest): Result<ClosePlan> {
  const { project, on, today, waiting, team } = request;
  const problems: Problem[] = [];
  if (request.isClosed)
    problems.push({
      code: "closed-already",
      message: `${project} was closed${request.closedOn ? ` on ${dayInWords(request.closedOn)}` : ""}.`,
      remedy: `To open it again: involve project edit ${project} --reopen`,
    });
  if (on > today)
    problems.push({
      code: "in-the-future",
      message: `${dayInWords(on)} is in the future.`,
      remedy: `A project ends by itself on its last day: involve project edit ${project} --ends ${on}`,
    });
  for (const offer of waiting.filter((w) => w.from > on))
    problems.push({
      code: "offered-later",
      message: `${offer.name} was offered a place on ${dayInWords(offer.from)}, after ${dayInWords(on)}.`,
      remedy: "Close it from that day or a later one.",
    });
  for (const member of team.filter((m) => m.from > on && m.from <= today))
    problems.push({
      code: "joined-later",
      message: `${member.name} has a place on ${project} from ${dayInWords(member.from)}, after ${dayInWords(on)}.`,
      remedy: "Close it from that day or a later one.",
    });
  return unless(problems, () => ({
    withdrawn: waiting,
    released: team.map(({ id, name, from }) => ({ id, name, on: from > on ? from : on })),
  }));
}

/** What closing does, before it is done: `1 offer is taken back and 3 people are released`. */
export function closeInShort({ withdrawn, released }: ClosePlan): string {
  const parts = [
    ...(withdrawn.length > 0
      ? [count(withdrawn.length, "offer is taken back", "offers are taken back")]
      : []),
    ...(released.length > 0 ? [count(released.length, "person is released", "people are released")] : []),
  ];
  return parts.length > 0 ? listed(parts) : "nobody is asked or on the team";
}

/** What closing did, in sentences. */
export const closeSaid = (project: string, on: Day, { withdrawn, released }: ClosePlan): string[] => [
  `${project} is closed from ${dayInWords(on)}.`,
  ...(withdrawn.length > 0
    ? [
        `Taken back: the ${withdrawn.length === 1 ? "offer" : "offers"} to ${listed(withdrawn.map((w) => w.name))}. Please tell them.`,
      ]
    : []),
  ...(released.length > 0
    ? [
        `Released from that day: ${listed(released.map((r) => r.name))}. What they did stays on record; please thank them, and tell them what came of it.`,
      ]
    : []),
];
