/** Whether a project cannot do without a need, or is better for it. */
export const needKinds = ["required", "desired"] as const;
export type NeedKind = (typeof needKinds)[number];

/** What a need can be about; availability is when people can usually take part, hours a month are a field of the project itself. */
export const needCategories = [
  "experience",
  "skill",
  "interest",
  "perspective",
  "clearance",
  "region",
  "availability",
] as const;
export type NeedCategory = (typeof needCategories)[number];

/** Whether a need is asked of every member, or of so many of the team. */
export const needScopes = ["every", "team"] as const;
export type NeedScope = (typeof needScopes)[number];

/** One need of a project; `value` is the key of a word, a clearance, a perspective or a region. */
export interface Need {
  readonly kind: NeedKind;
  readonly category: NeedCategory;
  readonly value: string;
  /** For a skill: at least this level, 1 would like to learn to 4 could teach; null = no level asked. */
  readonly level: number | null;
  readonly scope: NeedScope;
  /** For the team: how many people at least; null = no least number. */
  readonly atLeast: number | null;
  /** For the team: how many people at most; null = no most number. */
  readonly atMost: number | null;
  /** How many times a desired need counts; 1 unless said. */
  readonly weight: number;
}

/** What a need asks for, in a few words: `experience trauma: at least 1 of the team`. */
export function needInWords(need: Need): string {
  const level = need.level === null ? "" : `, level ${need.level} or above`;
  const what = `${need.category} ${need.value}${level}`;
  if (need.scope === "every") return what;
  const bounds = [
    need.atLeast === null ? "" : `at least ${need.atLeast}`,
    need.atMost === null ? "" : `at most ${need.atMost}`,
  ].filter(Boolean);
  return `${what}: ${bounds.join(" and ")} of the team`;
}

/** Whether two needs are about the same thing, whatever they ask of it. */
export const sameSubject = (a: Need, b: Need): boolean => a.category === b.category && a.value === b.value;

/** Whether two needs are the same row: about the same thing and of the same people. */
export const sameNeed = (a: Need, b: Need): boolean => sameSubject(a, b) && a.scope === b.scope;
