import { type Day, within } from "../domain/day.ts";
import { pounds } from "../domain/money.ts";
import { type Chosen, choiceInWords, type DatedChoice, datedChoices } from "../domain/preference.ts";
import { ref } from "../domain/ref.ts";
import { type Column, list, type Report, type Row } from "./report.ts";

const columns: readonly Column[] = [
  { key: "member", heading: "Member" },
  { key: "known_as", heading: "Known as" },
  { key: "chose", heading: "About fees" },
  { key: "from_on", heading: "From", kind: "day" },
  { key: "to_on", heading: "To", kind: "day" },
  { key: "counts_today", heading: "Counts today", kind: "yes-no" },
  { key: "choice", heading: "Choice", detail: true },
  { key: "most", heading: "At most", kind: "pence", detail: true },
];

const row = ({ person }: Chosen, choice: DatedChoice, today: Day): Row => ({
  member: ref("member", person.id),
  known_as: person.knownAs,
  chose: choiceInWords(choice.choice, pounds(choice.most ?? 0)),
  from_on: choice.fromOn,
  to_on: choice.toOn,
  counts_today: within(today, choice.fromOn, choice.toOn),
  choice: choice.choice,
  most: choice.most,
});

/** What people chose about fees, each with the days it counts for; without `all`, only what counts today and what is to come. */
export function preferencesReport(chosen: readonly Chosen[], today: Day, all: boolean): Report {
  const rows = chosen.flatMap((one) =>
    datedChoices(one.preferences)
      .filter((c) => all || c.toOn === null || c.toOn >= today)
      .map((c) => row(one, c, today)),
  );
  return list("Choices about fees", columns, rows, "Nobody has said anything about fees: they are paid.", [
    "Whoever is not in this list is paid fees. Expenses are paid whatever somebody chose.",
  ]);
}
