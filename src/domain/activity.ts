import type { Day } from "./day.ts";
import { suggestion } from "./nearest.ts";
import { privateTextProblems } from "./private-text.ts";
import { idOf, type RefKind, ref } from "./ref.ts";
import { no, type Problem, type Result, yes } from "./result.ts";

/** What people are paid for; every kind but `other` has a table of its own, in which the activity must be. */
export const activityKinds = [
  "meeting",
  "project",
  "commentary",
  "event",
  "training",
  "recruitment",
  "other",
] as const;

/** One of the kinds of activity. */
export type ActivityKind = (typeof activityKinds)[number];

/** Something a person did: `meeting:2026-03`, `project:P-001`, `other:interview-panel`. */
export interface Activity {
  readonly kind: ActivityKind;
  /** A ref for projects, commentaries and events; else a lower-case key. */
  readonly key: string;
}

/** What the store knows of an activity. */
export interface KnownActivity {
  readonly exists: boolean;
  /** The day it is held, where it has one day of its own. */
  readonly heldOn: Day | null;
  /** The band it is paid by, where it says so: of the meeting or its series, or the pay basis of a project. */
  readonly band: string | null;
  readonly cancelled: boolean;
  /** The keys there are of this kind, for a suggestion. */
  readonly known: readonly string[];
}

/** An activity as it is typed and shown: `meeting:2026-03`. */
export const activityName = (activity: Activity): string => `${activity.kind}:${activity.key}`;

const refKinds: Readonly<Partial<Record<ActivityKind, RefKind>>> = {
  project: "project",
  commentary: "commentary",
  event: "event",
};

const remedy =
  "Write kind:key, for example meeting:2026-03, project:P-001, commentary:C-001, event:E-001, training:interviewing, recruitment:autumn-2025 or other:interview-panel.";

function parseKind(text: string): Result<ActivityKind> {
  const found = activityKinds.find((k) => k === text.trim().toLowerCase());
  return found
    ? yes(found)
    : no({
        code: "not-an-activity",
        message: `"${text}" is not a kind of activity.`,
        remedy: suggestion(text, activityKinds),
      });
}

/**
 * Reads `kind:key`; refs are written as the program writes them (`project:p-1` is `project:P-001`), and bank details are
 * refused without being repeated.
 */
export function parseActivity(text: string): Result<Activity> {
  const asText = [text, text.replaceAll("-", " ")];
  const [hidden] = asText.flatMap((t) => privateTextProblems({ "What it was for": t }));
  if (hidden) return no(hidden);
  const at = text.indexOf(":");
  if (at < 0) return no({ code: "not-an-activity", message: `"${text}" is not an activity.`, remedy });
  const kind = parseKind(text.slice(0, at));
  if (!kind.ok) return kind;
  const key = text.slice(at + 1).trim();
  const refKind = refKinds[kind.value];
  const id = refKind === undefined ? null : idOf(refKind, key);
  if (refKind !== undefined && id !== null) return yes({ kind: kind.value, key: ref(refKind, id) });
  if (refKind === undefined && /^[a-z0-9]+(-[a-z0-9]+)*$/i.test(key))
    return yes({ kind: kind.value, key: key.toLowerCase() });
  return no({ code: "not-an-activity", message: `"${text}" is not an activity.`, remedy });
}

/** What a list is narrowed to: a kind of activity, or one activity of it. */
export interface ActivityFilter {
  readonly kind: ActivityKind;
  readonly key?: string;
}

/** Reads what a list is narrowed to: a kind of activity (`meeting`) or one activity (`meeting:2026-03`). */
export function parseActivityFilter(text: string): Result<ActivityFilter> {
  if (text.includes(":")) return parseActivity(text);
  const kind = parseKind(text);
  return kind.ok ? yes({ kind: kind.value }) : kind;
}

const listVerbs: Readonly<Record<ActivityKind, string>> = {
  meeting: "involve meeting list",
  project: "involve project list",
  commentary: "involve commentary list",
  event: "involve event list",
  training: "involve training list",
  recruitment: "involve round list",
  other: "",
};

/** A problem for an activity that is not in the store, or was cancelled; else none. */
export function activityProblems(activity: Activity, known: KnownActivity): Problem[] {
  const name = activityName(activity);
  if (!known.exists)
    return [
      {
        code: "unknown-activity",
        message: `There is no ${name}.`,
        remedy:
          known.known.length === 0
            ? `See: ${listVerbs[activity.kind]}`
            : `${suggestion(activity.key, known.known)} See: ${listVerbs[activity.kind]}`,
      },
    ];
  return known.cancelled
    ? [
        {
          code: "cancelled-activity",
          message: `${name} was cancelled.`,
          remedy: "If work was done for it all the same, log it as other:… with a note.",
        },
      ]
    : [];
}

/**
 * The day of an activity: its own where it has one, else the day given. A day that is missing, in the future, or not the
 * activity's own is refused.
 */
export function activityDay(
  activity: Activity,
  known: KnownActivity,
  given: Day | undefined,
  today: Day,
): Result<Day> {
  const name = activityName(activity);
  const on = given ?? known.heldOn;
  if (on === null)
    return no({
      code: "no-day",
      message: `${name} has no day of its own.`,
      remedy: "Add the day the work was done: --on DATE",
    });
  if (known.heldOn !== null && on !== known.heldOn)
    return no({
      code: "another-day",
      message: `${name} was on ${known.heldOn}, not on ${on}.`,
      remedy: "Leave --on out; it is priced by its own day.",
    });
  return on > today
    ? no({
        code: "future-activity",
        message: `${on} is in the future.`,
        remedy: "Log it when it has been done.",
      })
    : yes(on);
}
