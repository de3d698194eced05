import type { Need } from "../../src/domain/need.ts";

/** A need of a project: somebody interested in digital care would be good, where nothing else is said. */
export const need = (changes: Partial<Need> = {}): Need => ({
  kind: "desired",
  category: "interest",
  value: "digital",
  level: null,
  scope: "every",
  atLeast: null,
  atMost: null,
  weight: 1,
  ...changes,
});
