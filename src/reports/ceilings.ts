import { type Ceiling, isOver, type Standing } from "../domain/ceiling.ts";
import { type Agreed, agreedOn } from "../domain/ceiling-agreed.ts";
import { amountInWords, ceilingInWords, partsInWords } from "../domain/ceiling-words.ts";
import { dayInWords } from "../domain/day.ts";
import { ref } from "../domain/ref.ts";
import { type Column, list, type Report, type Row } from "./report.ts";

const ofPerson: readonly Column[] = [
  { key: "member", heading: "Member" },
  { key: "known_as", heading: "Known as" },
  { key: "ceiling", heading: "Asked us to watch" },
];

const cellsOf = (ceiling: Ceiling): Row => ({
  member: ref("member", ceiling.personId),
  known_as: ceiling.knownAs,
  ceiling: ceilingInWords(ceiling),
  kind: ceiling.kind,
  amount: ceiling.amount,
  starts: ceiling.starts,
});

const inData: readonly Column[] = [
  { key: "kind", heading: "Kind", data: true },
  { key: "amount", heading: "Amount in pence or minutes", kind: "integer", data: true },
  { key: "starts", heading: "Starts on day", kind: "integer", data: true },
];

/** The ceilings of some people, those cleared too: what they asked, when, and until when. */
export const ceilingsReport = (ceilings: readonly Ceiling[], advice: string): Report =>
  list(
    "Ceilings",
    [
      ...ofPerson,
      { key: "set_on", heading: "Since", kind: "day" },
      { key: "cleared_on", heading: "Cleared", kind: "day" },
      ...inData,
    ],
    ceilings.map((c) => ({
      ...cellsOf(c),
      set_on: c.setOn,
      cleared_on: c.clearedOn,
    })),
    "Nobody has asked us to watch a ceiling. To set one: involve payment ceiling set M-014 --weekly 203.50",
    ceilings.length === 0 ? [] : [advice],
  );

const agreedInWords = (standing: Standing, agreed: readonly Agreed[]): string[] => [
  ...new Set(agreedOn(standing, agreed).map((a) => `${a.reason} (${a.by}, ${dayInWords(a.on)})`)),
];

const agreedNotes = (standing: Standing, agreed: readonly Agreed[]): string[] =>
  agreedInWords(standing, agreed).map(
    (words) =>
      `Agreed with ${ref("member", standing.ceiling.personId)} about ${standing.period.name}${standing.countedBy === "payment" ? " by the day of payment" : ""}: ${words}.`,
  );

/** How people stand in each week and month: what it comes to, of what, by which work, and what was agreed about it. */
export const standingsReport = (
  standings: readonly Standing[],
  agreed: readonly Agreed[],
  advice: string,
  empty: string,
): Report =>
  list(
    "How people stand with their ceilings",
    [
      ...ofPerson,
      { key: "counted_by", heading: "By day of" },
      { key: "from_on", heading: "From", kind: "day" },
      { key: "to_on", heading: "To", kind: "day" },
      { key: "comes_to", heading: "Comes to" },
      { key: "over", heading: "Over", kind: "yes-no" },
      { key: "work", heading: "By", kind: "lines" },
      { key: "agreed", heading: "Agreed", kind: "lines", detail: true },
      ...inData,
      { key: "total", heading: "Total in pence or minutes", kind: "integer", data: true },
    ],
    standings.map((s) => ({
      ...cellsOf(s.ceiling),
      counted_by: s.countedBy,
      from_on: s.period.from,
      to_on: s.period.to,
      comes_to: amountInWords(s.ceiling, s.total),
      over: isOver(s),
      work: partsInWords(s),
      agreed: agreedInWords(s, agreed),
      total: s.total,
    })),
    empty,
    standings.length === 0 ? [] : [...standings.flatMap((s) => agreedNotes(s, agreed)), advice],
  );
