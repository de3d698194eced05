import type { Day } from "./day.ts";

/** A requirement set by others (Good Clinical Practice, research passport, DBS); it lasts so many months where it runs out. */
export interface ExternalRequirement {
  readonly id: number;
  readonly key: string;
  readonly label: string;
  readonly validMonths: number | null;
}

/** A part completed; it counts until it is revoked. */
export interface Completion {
  readonly partId: number;
  readonly on: Day;
  readonly revokedOn: Day | null;
}

/** Equivalent earlier experience in place of one part, or (partId null) of a whole course. */
export interface Waiver {
  readonly courseId: number;
  readonly partId: number | null;
  readonly reason: string;
  readonly grantedBy: string;
  readonly grantedOn: Day;
  readonly expiresOn: Day | null;
  readonly revokedOn: Day | null;
}

/** A requirement of others that somebody holds from a day. */
export interface HeldRequirement {
  readonly requirementId: number;
  readonly issuedOn: Day;
  readonly expiresOn: Day | null;
}

/** Everything clearances rest on for one person, whenever it happened. */
export interface TrainingRecord {
  readonly personId: number;
  readonly completions: readonly Completion[];
  readonly waivers: readonly Waiver[];
  readonly held: readonly HeldRequirement[];
}
