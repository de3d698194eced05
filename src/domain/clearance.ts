import { type Ask, type ClearanceRules, setsOn } from "./clearance-rules.ts";
import { type Course, type CoursePart, partsOn } from "./course.ts";
import { addDays, type Day, dayInWords } from "./day.ts";
import { type ExternalRequirement, inForce, partAsAt, type TrainingRecord } from "./training.ts";

export type { ClearanceRules } from "./clearance-rules.ts";
export type { TrainingRecord } from "./training.ts";

/** Whether somebody may do a kind of work on a day, and why: each item is a short phrase a person can read. */
export interface ClearanceAnswer {
  readonly key: string;
  readonly label: string;
  readonly cleared: boolean;
  /** Something of what is asked for is there, or was and has run out. */
  readonly begun: boolean;
  readonly met: readonly string[];
  readonly missing: readonly string[];
  /** What is missing as keys: `interviewing/role-play` a part, `interviewing` a course not begun, `gcp` a requirement. */
  readonly missingKeys: readonly string[];
  /** The same for each thing asked for that is not met: the ways it could be, each with all of its keys. */
  readonly lacking: readonly (readonly (readonly string[])[])[];
  readonly waived: readonly string[];
  readonly expiring: readonly string[];
  /** The parts whose completion would mend what is missing, to look for a session. */
  readonly missingParts: readonly { readonly course: Course; readonly part: CoursePart }[];
}

/** How one way of meeting a set stands. */
interface Standing {
  readonly ok: boolean;
  /** Something of it was there and has run out. */
  readonly lapsed: boolean;
  readonly met: string[];
  readonly missing: string[];
  readonly missingKeys: string[];
  readonly waived: string[];
  /** What counts now and ends, with its last day, and the last day of its grace. */
  readonly ends: { readonly what: string; readonly on: Day; readonly counts: Day }[];
  readonly missingParts: { readonly course: Course; readonly part: CoursePart }[];
}

const endsOn = (what: string, on: Day | null, grace: number): Standing["ends"] =>
  on === null ? [] : [{ what, on, counts: addDays(on, grace) }];

const standing = (changes: Partial<Standing>): Standing => ({
  ok: false,
  lapsed: false,
  met: [],
  missing: [],
  missingKeys: [],
  waived: [],
  ends: [],
  missingParts: [],
  ...changes,
});

function partStanding(
  course: Course,
  part: CoursePart,
  record: TrainingRecord,
  grace: number,
  day: Day,
): Standing {
  const what = `${course.title}: ${part.title}`;
  const { done, waiver, over } = partAsAt(course, part, record, grace, day);
  if (done) return standing({ ok: true, met: [`${what}, completed ${dayInWords(done.on)}`] });
  if (!waiver)
    return standing({
      lapsed: Boolean(over),
      missing: [over ? `${what}, whose waiver ran out ${dayInWords(over)}` : what],
      missingKeys: [`${course.key}/${part.key}`],
      missingParts: [{ course, part }],
    });
  return standing({
    ok: true,
    waived: [`${what}, waived by ${waiver.grantedBy} on ${dayInWords(waiver.grantedOn)}: ${waiver.reason}`],
    ends: endsOn(`${what} (waiver)`, waiver.expiresOn, grace),
  });
}

function courseStanding(course: Course, record: TrainingRecord, grace: number, day: Day): Standing {
  const parts = partsOn(course, day).map((p) => partStanding(course, p, record, grace, day));
  if (parts.length === 0)
    return standing({ missing: [`${course.title}: it has no parts yet`], missingKeys: [course.key] });
  return {
    ok: parts.every((p) => p.ok),
    lapsed: parts.some((p) => p.lapsed),
    met: parts.flatMap((p) => p.met),
    missing: parts.flatMap((p) => p.missing),
    missingKeys: parts.some((p) => p.ok) ? parts.flatMap((p) => p.missingKeys) : [course.key],
    waived: parts.flatMap((p) => p.waived),
    ends: parts.flatMap((p) => p.ends),
    missingParts: parts.flatMap((p) => p.missingParts),
  };
}

function requirementStanding(
  requirement: ExternalRequirement,
  record: TrainingRecord,
  grace: number,
  day: Day,
): Standing {
  const all = record.held
    .filter((h) => h.requirementId === requirement.id && h.issuedOn <= day)
    .filter((h) => (h.revokedOn ?? null) === null || (h.revokedOn as Day) > day)
    .sort((a, b) => (b.expiresOn ?? "9999").localeCompare(a.expiresOn ?? "9999", "en"));
  const [best] = all;
  if (!best) return standing({ missing: [requirement.label], missingKeys: [requirement.key] });
  if (!inForce(best.issuedOn, best.expiresOn, null, grace, day))
    return standing({
      lapsed: true,
      missing: [`${requirement.label}, which ran out ${dayInWords(best.expiresOn as Day)}`],
      missingKeys: [requirement.key],
    });
  return standing({
    ok: true,
    met: [`${requirement.label}, since ${dayInWords(best.issuedOn)}`],
    ends: endsOn(requirement.label, best.expiresOn, grace),
  });
}

const askStanding = (ask: Ask, record: TrainingRecord, day: Day): Standing =>
  ask.course
    ? courseStanding(ask.course, record, ask.graceDays, day)
    : requirementStanding(ask.requirement, record, ask.graceDays, day);

/** The last day on which a way still counts; far away where nothing of it ends. */
const lasts = ({ ends }: Standing): string =>
  ends.reduce((first: string, e) => (e.counts < first ? e.counts : first), "9999");

/** A set and the ways in which it could still be met. */
interface SetStanding extends Standing {
  readonly ways: readonly (readonly string[])[];
}

/** The way that meets a set for longest, else every way with what each lacks, as one item where there is more than one way. */
function setStanding(set: readonly Ask[], record: TrainingRecord, day: Day): SetStanding {
  const ways = set.map((ask) => askStanding(ask, record, day));
  const [met] = ways.filter((w) => w.ok).sort((a, b) => lasts(b).localeCompare(lasts(a), "en"));
  if (met) return { ...met, ways: [] };
  const [only, ...others] = ways;
  if (!only || others.length === 0)
    return { ...(only ?? standing({})), ways: only ? [only.missingKeys] : [] };
  return {
    ok: false,
    lapsed: ways.some((w) => w.lapsed),
    ways: ways.map((w) => w.missingKeys),
    met: ways.flatMap((w) => w.met),
    missing: [`either ${ways.map((w) => w.missing.join(" and ")).join(", or ")}`],
    missingKeys: ways.flatMap((w) => w.missingKeys),
    waived: ways.flatMap((w) => w.waived),
    ends: ways.flatMap((w) => w.ends),
    missingParts: ways.flatMap((w) => w.missingParts),
  };
}

const unique = (items: readonly string[]): string[] => [...new Set(items)];

/**
 * Whether somebody is cleared for a kind of work as at a day, and why. Completion of every part (or a waiver in force)
 * unlocks, never attendance; what happened after the day, or was revoked by it, does not count; a clearance that asks for
 * nothing clears nobody. Source: MHPRU involvement page, all parts completed → able to carry out that work.
 */
export function evaluateClearance(
  clearance: ClearanceRules,
  record: TrainingRecord,
  day: Day,
): ClearanceAnswer {
  const asked = setsOn(clearance, day);
  const sets = asked.map((set) => setStanding(set, record, day));
  const retired = clearance.retiredOn !== null && clearance.retiredOn <= day;
  const general = [
    ...(retired ? [`${clearance.label} was retired ${dayInWords(clearance.retiredOn as Day)}`] : []),
    ...(sets.length === 0
      ? [
          `${clearance.label} has no rules ${clearance.sets.length === 0 ? "yet" : `on ${dayInWords(day)}`}, so it clears nobody`,
        ]
      : []),
  ];
  const horizon = addDays(day, clearance.warningDays);
  return {
    key: clearance.key,
    label: clearance.label,
    cleared: general.length === 0 && sets.every((s) => s.ok),
    begun: sets.some((s) => s.lapsed || s.met.length + s.waived.length > 0),
    met: unique(sets.flatMap((s) => s.met)),
    missing: unique([...general, ...sets.flatMap((s) => s.missing)]),
    missingKeys: unique(sets.flatMap((s) => s.missingKeys)),
    lacking: sets.filter((s) => !s.ok).map((s) => s.ways),
    waived: unique(sets.flatMap((s) => s.waived)),
    expiring: unique(
      sets
        .flatMap((s) => s.ends)
        .filter((e) => e.on <= horizon)
        .map((e) =>
          e.on < day
            ? `${e.what} ran out ${dayInWords(e.on)}, and counts until ${dayInWords(e.counts)}`
            : `${e.what} runs out ${dayInWords(e.on)}`,
        ),
    ),
    missingParts: sets.flatMap((s) => s.missingParts),
  };
}
