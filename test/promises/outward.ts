/**
 * Commands whose output leaves the unit, or is seen by people who may not know who an anonymous contributor is. Each is run
 * in every format on the store of `canary.ts`, where M-937413 is anonymous as an author of C-001, as a contributor to
 * PA-001 and at E-001. To watch another noun: furnish `canary.ts` with what it needs, and add its lines here.
 */
export const outward: readonly string[] = [
  "paper list",
  "paper list --without-commentary",
  "paper show PA-001",
  "paper show PA-001 --audience team",
  "paper show PA-001 --audience project",
  "paper show PA-001 --audience editor",
  "paper show PA-001 --audience public",
  "commentary list",
  "commentary show C-001",
  "commentary show C-001 --audience team",
  "commentary show C-001 --audience project",
  "commentary show C-001 --audience editor",
  "commentary show C-001 --audience public",
  "commentary show C-001 --audience public --reveal",
  "event list",
  "event list --audience public",
  "payment list --for commentary:C-001",
  "payment list --for event",
  "report involvement --period 2026 --audience public",
  "report involvement --period 2026",
  "report infrastructure",
  "history list",
  "history show H-002",
  "history show H-003",
  "history show H-004",
  "history show H-005",
  "history show H-006",
  "history show H-007",
  "history show H-008",
  "history show H-009",
  "history show H-010",
  "history show H-011",
  "history show H-012",
];

/** Commands that write something down; run once each, in this order, after those above. */
export const outwardOnce: readonly string[] = [
  "commentary draft C-001 --output draft.docx --dry-run",
  "commentary draft C-001 --output draft.docx",
  "commentary draft C-001 --output draft.md",
  "commentary submit C-001 --dry-run",
  "commentary submit C-001 --format json",
  "commentary draft C-001 --output again.docx --format json",
  "commentary publish C-001 --format json",
];
