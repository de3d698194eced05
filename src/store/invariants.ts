import type { Invariant } from "./invariant.ts";
import { outputInvariants } from "./invariants-outputs.ts";
import { paymentInvariants } from "./invariants-payments.ts";
import { peopleInvariants } from "./invariants-people.ts";
import { upkeepInvariants } from "./invariants-upkeep.ts";
import { workInvariants } from "./invariants-work.ts";

/** Every rule that no single table can keep by itself. */
export const invariants: readonly Invariant[] = [
  ...peopleInvariants,
  ...workInvariants,
  ...paymentInvariants,
  ...outputInvariants,
  ...upkeepInvariants,
];
