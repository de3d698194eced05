import { type Day, dayInWords } from "./day.ts";
import { endedProblems, namedTwice, type OfferRequest, type OfferTo, ownWay, shutProblems } from "./offer.ts";
import { type Problem, type Result, unless } from "./result.ts";
import { count, listed } from "./text.ts";

/** What `project assign` is asked to do, with what has to be known for it. */
export interface AssignRequest extends Pick<OfferRequest, "project" | "standing" | "to"> {
  readonly reason: string;
  /** The day they join, or the project's first day where that is later. */
  readonly from: Day;
  readonly endsOn: Day | null;
  readonly places: number;
  readonly onTeam: number;
}

/**
 * Whether people may be put on a team without an offer: the project is not over, there are places, nobody has left, is on the team
 * or has an offer that waits. The reason opens every other gate, as with an offer.
 */
export function checkAssign(request: AssignRequest): Result<readonly OfferTo[]> {
  const { project, to, from, endsOn, places, onTeam } = request;
  const problems: Problem[] = [
    ...endedProblems(project, request.standing),
    ...namedTwice(to),
    ...to.filter((t, i) => to.findIndex((o) => o.id === t.id) === i).flatMap(shutProblems),
  ];
  const joining = new Set(to.map((t) => t.id)).size;
  if (onTeam + joining > places)
    problems.push({
      code: "no-place-left",
      message: `${project} has ${count(places, "place")} and ${onTeam} on the team.`,
      remedy: `For more places: involve project edit ${project} --places ${onTeam + joining}`,
    });
  if (endsOn !== null && from > endsOn)
    problems.push({
      code: "after-the-end",
      message: `${project} ends on ${dayInWords(endsOn)}, before ${dayInWords(from)}.`,
      remedy: "Give an earlier day with --from.",
    });
  return unless(problems, () => to);
}

/** What putting people on a team did, in sentences; gates that were opened by the reason are named. */
export const assignSaid = ({ project, to, from, onTeam, places }: AssignRequest): string[] => [
  `${listed(to.map((t) => t.name))} ${to.length === 1 ? "is" : "are"} on the team of ${project} from ${dayInWords(from)}: ${onTeam + to.length} of ${count(places, "place")} filled.`,
  ...to.flatMap((t) =>
    t.gates
      .filter((g) => !ownWay.includes(g.code))
      .map((g) => `${t.name} ${g.sentence}: the reason is kept.`),
  ),
];

/** Somebody's time on a team, as far as a release needs it. */
interface OnTeam {
  readonly id: number;
  /** `M-003 Bex Thornton`. */
  readonly name: string;
  readonly fromOn: Day;
  readonly toOn: Day | null;
  /** The day they accepted or were put on the team; null where that is not on record. */
  readonly acceptedOn: Day | null;
}

/** The day from which a place is somebody's: when they accepted, which may be before the work begins. */
export const theirsFrom = ({ fromOn, acceptedOn }: Pick<OnTeam, "fromOn" | "acceptedOn">): Day =>
  acceptedOn !== null && acceptedOn < fromOn ? acceptedOn : fromOn;

/** What `project release` is asked to do: for each person, every time they were on the team. */
export interface ReleaseRequest {
  readonly project: string;
  readonly people: readonly { readonly name: string; readonly times: readonly OnTeam[] }[];
  readonly on: Day;
}

/** Whether people may be released from a day on; answers their times on the team that end. */
export function checkRelease({ project, people, on }: ReleaseRequest): Result<readonly OnTeam[]> {
  const problems: Problem[] = [];
  const ended = people.flatMap(({ name, times }) => {
    const last = times.find((t) => t.toOn === null || t.toOn > on) ?? times.at(-1);
    if (!last) {
      problems.push({
        code: "not-on-the-team",
        message: `${name} was never on the team of ${project}.`,
        remedy: `Who is: involve project team ${project}`,
      });
    } else if (last.toOn !== null && last.toOn <= on) {
      problems.push({
        code: "released-already",
        message: `${name} was released from ${project} on ${dayInWords(last.toOn)}.`,
        remedy: "Nothing is left to do.",
      });
    } else if (on < theirsFrom(last)) {
      problems.push({
        code: "before-joining",
        message: `${name} has a place on ${project} from ${dayInWords(theirsFrom(last))}, after ${dayInWords(on)}.`,
        remedy: `Give that day or a later one: --on ${theirsFrom(last)}`,
      });
    }
    return last ? [last] : [];
  });
  return unless(problems, () => ended);
}

/** What releasing people did, in sentences; whoever had not begun took no part, and no record of theirs will say so. */
export const releaseSaid = (project: string, released: readonly OnTeam[], on: Day, today: Day): string[] => [
  ...[released.filter((r) => r.fromOn < on)].flatMap((began) =>
    began.length === 0
      ? []
      : `${listed(began.map((r) => r.name))} ${began.length === 1 ? "is" : "are"} released from ${project} from ${dayInWords(on)}. What they did stays on record.`,
  ),
  ...released
    .filter((r) => r.fromOn >= on)
    .map(
      (r) =>
        `${r.name} no longer has a place on ${project} from ${dayInWords(on)}; they were to begin on ${dayInWords(r.fromOn)}.`,
    ),
  `${count(released.length, "place is", "places are")} free again from that day: involve project match ${project}${on > today ? ` --as-at ${on}` : ""}`,
];
