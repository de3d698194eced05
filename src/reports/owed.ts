import { pounds } from "../domain/money.ts";
import { type Owed, type OwedStep, owedSteps } from "../domain/owed.ts";
import { type FlagFacts, flagsOf, whatOf } from "../domain/payment-words.ts";
import { ref } from "../domain/ref.ts";
import { count } from "../domain/text.ts";
import { lineColumns } from "./line-cells.ts";
import type { Column, Report, Row } from "./report.ts";

const words: Readonly<Record<OwedStep, { readonly heading: string; readonly empty: string }>> = {
  "not-logged": {
    heading: "Attended or done, not logged",
    empty: "Everything on record as done is logged.",
  },
  "not-claimed": { heading: "Logged, not claimed", empty: "Nothing waits for a claim." },
  queried: { heading: "Queried, not answered", empty: "No question is open." },
  "not-approved": { heading: "Claimed, not approved", empty: "Nothing waits for approval." },
  "not-sent": { heading: "Approved, not sent", empty: "Nothing approved waits for a batch." },
  "not-paid": { heading: "Sent, not paid", empty: "Nothing waits with finance." },
};

const columns: readonly Column[] = [
  ...lineColumns,
  { key: "amount", heading: "Amount", kind: "pence" },
  { key: "age", heading: "Days", kind: "integer" },
  { key: "flags", heading: "Flags" },
  { key: "since", heading: "Since", kind: "day", detail: true },
  { key: "days_since_activity", heading: "Days since the work", kind: "integer", detail: true },
  { key: "batch", heading: "Batch", detail: true },
  { key: "payer", heading: "Payer", detail: true },
];

function flags({ line, step }: Owed, facts: FlagFacts): string[] {
  if (line === null) return [];
  return [...(step === "not-logged" ? ["accepted"] : []), ...flagsOf(line, facts)];
}

const row = (o: Owed, facts: FlagFacts): Row => ({
  ref: o.line === null ? null : ref("payment", o.line.id),
  member: ref("member", o.personId),
  known_as: o.knownAs,
  what: o.line === null ? null : whatOf(o.line),
  activity: o.activity,
  activity_on: o.on,
  amount: o.pence,
  age: o.age,
  flags: flags(o, facts),
  since: o.since,
  days_since_activity: o.days,
  batch: o.line?.batch ?? null,
  payer: o.line?.payer ?? null,
});

const sum = (some: readonly Owed[]): number => some.reduce((total, o) => total + (o.pence ?? 0), 0);

/** What is not logged yet, and what that comes to as far as a band says. */
function notLogged(all: readonly Owed[]): string[] {
  const own = all.filter((o) => o.step === "not-logged");
  if (own.length === 0) return [];
  const [priced, open] = [own.filter((o) => o.pence !== null), own.filter((o) => o.pence === null)];
  const known =
    open.length === 0 ? "" : `${priced.length === 0 ? "none" : priced.length} with a band on record, `;
  return [
    `Not logged, and not in the sum: ${count(own.length, "fee")}, ${known}${pounds(sum(priced))} at the rates of those days. To log them: involve payment log; what was accepted: involve payment done`,
  ];
}

const lineSum = (logged: readonly Owed[]): string[] => [
  `${count(logged.length, "line")}: ${pounds(sum(logged))}. Days count from when a line came to where it stands.`,
];

/** What is owed and not paid, by the step it stands at, each with how many days it has stood there. */
export const owedReport = (all: readonly Owed[], facts: FlagFacts): Report => ({
  title: "What is owed",
  sections: owedSteps.map((step) => {
    const own = all.filter((o) => o.step === step);
    return {
      key: step,
      heading: own.length === 0 ? words[step].heading : `${words[step].heading} (${own.length})`,
      columns,
      rows: own.map((o) => row(o, facts)),
      empty: words[step].empty,
    };
  }),
  notes: [
    ...lineSum(all.filter((o) => o.step !== "not-logged")),
    ...notLogged(all),
    "Fees that were declined or given to charity are not owed, and are not in this list.",
  ],
});
