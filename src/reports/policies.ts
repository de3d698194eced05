import { type Day, dayInWords } from "../domain/day.ts";
import { type PolicyVersion, versionState } from "../domain/policy.ts";
import { policyKeys, type Weight } from "../domain/policy-weights.ts";
import { type Column, list, type Report } from "./report.ts";

const weightColumns: readonly Column[] = [
  { key: "part", heading: "Part" },
  { key: "points", heading: "Points", kind: "integer" },
  { key: "about", heading: "What for" },
  { key: "version", heading: "Version", kind: "integer", data: true },
  { key: "agreed_on", heading: "Agreed", kind: "day", data: true },
];

const standing = (version: PolicyVersion, versions: readonly PolicyVersion[], day: Day): string =>
  `Version ${version.version}, ${
    version.agreedOn === null ? "not agreed" : `agreed on ${dayInWords(version.agreedOn)}`
  }: ${versionState(version, versions, day)}. ${version.about}`;

/** One version of the match policy: every part with its points, and how it stands on a day. */
export function policyReport(
  version: PolicyVersion,
  weights: readonly Weight[],
  versions: readonly PolicyVersion[],
  day: Day,
): Report {
  const place = (part: string): number => policyKeys.indexOf(part);
  return list(
    `Match policy, version ${version.version}`,
    weightColumns,
    [...weights]
      .sort((a, b) => place(a.part) - place(b.part))
      .map((w) => ({
        part: w.part,
        points: w.points,
        about: w.about ?? null,
        version: version.version,
        agreed_on: version.agreedOn,
      })),
    "This version has no parts.",
    [
      standing(version, versions, day),
      ...versions
        .filter((v) => v !== version && versionState(v, versions, day) === "draft")
        .map(
          (v) =>
            `Version ${v.version} is a draft; to see it: involve project policy show --version ${v.version}`,
        ),
    ],
  );
}

/** The versions of the match policy, and how each stands on a day. */
export const policiesReport = (versions: readonly PolicyVersion[], day: Day): Report =>
  list(
    "Versions of the match policy",
    [
      { key: "version", heading: "Version", kind: "integer" },
      { key: "agreed_on", heading: "Agreed", kind: "day" },
      { key: "state", heading: "State" },
      { key: "about", heading: "About" },
      { key: "source", heading: "Source" },
    ],
    versions.map((v) => ({
      version: v.version,
      agreed_on: v.agreedOn,
      state: versionState(v, versions, day),
      about: v.about,
      source: v.source,
    })),
    "No version yet.",
  );

/** The points that a change gave, part by part. */
export const weightChangesReport = (
  version: PolicyVersion,
  changed: readonly Weight[],
  before: readonly Weight[],
): Report =>
  list(
    `Changes in version ${version.version} of the match policy`,
    [
      { key: "part", heading: "Part" },
      { key: "before", heading: "Before", kind: "integer" },
      { key: "points", heading: "Points", kind: "integer" },
    ],
    changed.map((w) => ({
      part: w.part,
      before: before.find((b) => b.part === w.part)?.points ?? null,
      points: w.points,
    })),
    "Nothing changed.",
  );
