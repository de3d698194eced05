/** Somebody who may be asked for at least one project, by code: never by name. */
export interface TeamCandidate {
  readonly code: string;
  /** How many more places they can take in this proposal. */
  readonly most: number;
  /** Recent offers and active projects: the k-th place given to them here costs `rotation × (2 × (load + k − 1) + 1)` points. */
  readonly load: number;
}

/** A need of a team as a count over the people placed. */
export interface TeamCover {
  readonly required: boolean;
  /** What one person too few or too many counts, where the need is desired. */
  readonly weight: number;
  /** How many bring it who hold or await a place already. */
  readonly already: number;
  readonly atLeast: number;
  /** At most so many; Infinity = no bound. */
  readonly atMost: number;
}

/** A project with places to fill. */
interface TeamProject {
  readonly code: string;
  readonly places: number;
  readonly covers: readonly TeamCover[];
}

/** Somebody who passes every gate of a project. */
export interface TeamPair {
  /** Their place in `people`. */
  readonly person: number;
  /** Its place in `projects`. */
  readonly project: number;
  /** Points of the policy, whole; without what rotation costs. */
  readonly points: number;
  /** The recorded lot, from 0 to 1,000,002: where all else is equal, the greater goes first. */
  readonly lot: number;
  /** Whether they would be asked from beyond the working group, where that group comes first. */
  readonly beyond: boolean;
  /** Whether they accepted this place before and it is being looked at again. */
  readonly held: boolean;
  /** Which of the project's covers they count towards, by place in `covers`, ascending. */
  readonly brings: readonly number[];
}

/**
 * Who might be placed where, in whole numbers and places in lists. People, projects and pairs are in order of their codes, so
 * that the same facts make the same problem whatever order their rows came in.
 */
export interface TeamProblem {
  readonly people: readonly TeamCandidate[];
  readonly projects: readonly TeamProject[];
  /** By person, then project; each pair once. */
  readonly pairs: readonly TeamPair[];
  /** Points that rotation costs, as above: what the members' policy says, 0 or more. */
  readonly rotation: number;
}

/** How good teams are, most important first; a smaller number is better but for `net` and `lot`. */
export interface TeamsWorth {
  /** People too few or too many over all required needs of teams. */
  readonly requiredUnmet: number;
  readonly unfilled: number;
  /** People asked from beyond the working group, where it comes first. */
  readonly beyond: number;
  /** The same as `requiredUnmet` for desired needs, times their weights. */
  readonly desiredUnmet: number;
  /** Points less what rotation costs. */
  readonly net: number;
  /** Places accepted before that are not given again. */
  readonly changes: number;
  readonly lot: number;
}
