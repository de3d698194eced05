import { type Day, dayInWords } from "./day.ts";
import { type Problem, problem, type Result, unless } from "./result.ts";

/** One version of the members' policy for ranking; `agreedOn` null is a draft, or the starting point nobody agreed yet. */
export interface PolicyVersion {
  readonly id: number;
  readonly version: number;
  readonly agreedOn: Day | null;
  readonly about: string;
  readonly source: string;
}

/**
 * The version that counts on a day: of those agreed by then the one agreed last, and before any was agreed the first one, which is
 * the starting point. A draft counts for nothing until it is agreed: the policy is the members' own.
 */
export function policyOn<V extends Pick<PolicyVersion, "version" | "agreedOn">>(
  versions: readonly V[],
  day: Day,
): V | undefined {
  const inOrder = [...versions].sort((a, b) => a.version - b.version);
  const agreed = inOrder
    .filter((v) => v.agreedOn !== null && v.agreedOn <= day)
    .sort((a, b) => (a.agreedOn ?? "").localeCompare(b.agreedOn ?? "", "en") || a.version - b.version);
  return agreed.at(-1) ?? inOrder[0];
}

/** The draft that changes go into: the newest version, where it is not agreed yet and is not the starting point. */
export function draftOf<V extends Pick<PolicyVersion, "version" | "agreedOn">>(
  versions: readonly V[],
): V | undefined {
  const inOrder = [...versions].sort((a, b) => a.version - b.version);
  const newest = inOrder.at(-1);
  return newest !== inOrder[0] && newest?.agreedOn === null ? newest : undefined;
}

/** What `project policy agree` is asked to do: the version, or the newest that is not agreed yet. */
export interface Agreement {
  readonly version: number | undefined;
  readonly on: Day;
  readonly today: Day;
}

/** Whether a version may be agreed on a day: it is there and not agreed yet, and the day is neither to come nor before the last agreement. */
export function checkAgreement(versions: readonly PolicyVersion[], asked: Agreement): Result<PolicyVersion> {
  const { version, on, today } = asked;
  const last = [...versions]
    .filter((v) => v.agreedOn !== null)
    .sort((a, b) => a.version - b.version)
    .at(-1);
  const meant =
    version === undefined
      ? (draftOf(versions) ?? (last ? undefined : versions[0]))
      : versions.find((v) => v.version === version);
  const problems: Problem[] = [];
  if (!meant)
    problems.push(
      version === undefined
        ? problem(
            "nothing-to-agree",
            "There is no draft to agree.",
            "To change the policy: involve project policy set desired-need=5",
          )
        : problem("unknown-version", `There is no version ${version}.`, "See: involve project policy list"),
    );
  if (meant?.agreedOn)
    problems.push(
      problem(
        "agreed-already",
        `Version ${meant.version} was agreed on ${dayInWords(meant.agreedOn)}.`,
        "An agreed version stays as it is; to change the policy: involve project policy set desired-need=5",
      ),
    );
  if (on > today)
    problems.push(
      problem("in-the-future", `${dayInWords(on)} is in the future.`, "Record it once it is agreed."),
    );
  if (last?.agreedOn && on < last.agreedOn && meant?.agreedOn === null)
    problems.push(
      problem(
        "before-last-agreement",
        `Version ${last.version} was agreed on ${dayInWords(last.agreedOn)}, after ${dayInWords(on)}.`,
        `Give that day or a later one: --on ${last.agreedOn}`,
      ),
    );
  return unless(problems, () => meant as PolicyVersion);
}

/** How a version stands on a day. */
export const versionState = (
  version: PolicyVersion,
  versions: readonly PolicyVersion[],
  day: Day,
): "counts now" | "agreed before" | "agreed" | "draft" | "starting point" => {
  if (policyOn(versions, day) === version) return "counts now";
  if (version.agreedOn !== null) return version.agreedOn <= day ? "agreed before" : "agreed";
  return version === draftOf(versions) ? "draft" : "starting point";
};
