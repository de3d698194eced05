import { formFor, type NamingFacts, nameOf, printed, refMayShow, withheldLast } from "../domain/naming.ts";
import { type TeamName, teamName } from "../domain/person-name.ts";
import { ref } from "../domain/ref.ts";
import type { OutputRow } from "../store/named-outputs.ts";
import type { ChoiceRow, Disclosure } from "../store/naming-history.ts";
import { usual } from "./naming-words.ts";
import type { Column, Report, Row, Section } from "./report.ts";

const column = (key: string, heading: string, more: Partial<Column> = {}): Column => ({
  key,
  heading,
  ...more,
});

const historyColumns: readonly Column[] = [
  column("chosen_on", "On", { kind: "day" }),
  column("for", "For"),
  column("ref", "Ref"),
  column("known_as", "Known as"),
  column("form", "Form"),
  column("wording", "Exactly as"),
  column("how", "How they said so"),
  column("recorded_by", "Recorded by", { detail: true }),
];

/** What the team calls somebody. */
const called = (facts: NamingFacts, id: number): TeamName | null => {
  const person = facts.people.get(id);
  return person ? teamName(person) : null;
};

const outputName = ({ outputKind, outputId }: ChoiceRow): string =>
  outputKind === "default" || outputKind === "report" || outputId === null
    ? outputKind === "default"
      ? "by default"
      : "reports"
    : ref(outputKind, outputId);

const historyRow = (facts: NamingFacts, choice: ChoiceRow): Row => ({
  chosen_on: choice.on,
  for: outputName(choice),
  ref: ref("member", choice.personId),
  known_as: called(facts, choice.personId),
  form: choice.form,
  wording: choice.wording,
  how: choice.how,
  recorded_by: choice.recordedBy,
});

/** Whether the team may read who somebody is in what a choice is about: not where they are anonymous, unless they look. */
const seen = (facts: NamingFacts, choice: ChoiceRow, reveal: boolean): boolean =>
  choice.outputKind === "default" ||
  choice.outputKind === "report" ||
  nameOf(facts, choice.personId, { kind: choice.outputKind, id: choice.outputId }, "team", reveal).shown;

const history = (facts: NamingFacts, choices: readonly ChoiceRow[], reveal: boolean): Section => ({
  key: "history",
  heading: "Every choice, oldest first",
  columns: historyColumns,
  rows: choices.filter((c) => seen(facts, c, reveal)).map((c) => historyRow(facts, c)),
  empty: "Nothing that may be shown here.",
});

const leftOut =
  "What somebody is anonymous in is left out here. --reveal shows it, and puts on record that you looked.";

const namedColumns: readonly Column[] = [
  column("ref", "Ref"),
  column("title", "Title"),
  column("form", "Form"),
  column("printed_as", "Outside the team"),
  column("in_print", "In print", { kind: "yes-no" }),
  column("in_print_since", "Since", { kind: "day" }),
];

/** How one person wishes to be named: by default, in each output they are in, and every choice they made. */
export function personNaming(
  person: { readonly id: number; readonly knownAs: TeamName },
  made: {
    readonly naming: NamingFacts;
    readonly outputs: readonly OutputRow[];
    readonly choices: readonly ChoiceRow[];
  },
  reveal: boolean,
): Report {
  const { naming, outputs, choices } = made;
  const own = naming.choices.get(person.id) ?? [];
  const theirs = outputs.filter((o) => o.people.includes(person.id));
  const shown = theirs.filter((o) => nameOf(naming, person.id, o.output, "team", reveal).shown);
  return {
    title: `How ${ref("member", person.id)} ${person.knownAs} wishes to be named`,
    sections: [
      {
        key: "default",
        single: true,
        columns: [
          column("ref", "Ref"),
          column("known_as", "Known as"),
          column("form", "By default"),
          column("printed_as", "Outside the team"),
        ],
        rows: [
          {
            ref: ref("member", person.id),
            known_as: person.knownAs,
            form: formFor(person.id, own, usual),
            printed_as: printed(nameOf(naming, person.id, usual, "public")),
          },
        ],
      },
      {
        key: "outputs",
        heading: "What they are in",
        columns: namedColumns,
        rows: shown.map((o) => ({
          ref: o.ref,
          title: o.title,
          form: formFor(person.id, own, o.output),
          printed_as: printed(nameOf(naming, person.id, o.output, "public")),
          in_print: o.inPrint,
          in_print_since: o.inPrintOn,
        })),
        empty: "Nothing that may be shown here.",
      },
      history(naming, choices, reveal),
    ],
    notes: reveal ? [] : [leftOut],
  };
}

/** How everybody in one output is named, every choice made for it, and when an editor was told who they are. */
export function outputNaming(
  row: OutputRow,
  made: {
    readonly naming: NamingFacts;
    readonly choices: readonly ChoiceRow[];
    readonly told: readonly Disclosure[];
  },
  reveal: boolean,
): Report {
  const { naming, choices, told } = made;
  const inOrder = withheldLast(row.people, (id) => nameOf(naming, id, row.output, "public"));
  const people = inOrder.map((id): Row => {
    const name = nameOf(naming, id, row.output, "team", reveal);
    if (!name.shown) return { ref: null, name: name.placeholder, form: null, printed_as: null };
    return {
      ref: refMayShow(name, "team") ? ref("member", id) : null,
      name: name.name,
      form: formFor(id, naming.choices.get(id) ?? [], row.output),
      printed_as: printed(nameOf(naming, id, row.output, "public")),
    };
  });
  return {
    title: `How people are named in ${row.ref} ${row.title}`,
    sections: [
      {
        key: "people",
        heading: "People",
        columns: [
          column("ref", "Ref"),
          column("name", "Known as"),
          column("form", "Form"),
          column("printed_as", "Outside the team"),
        ],
        rows: [...new Map(people.map((p) => [JSON.stringify(p), p])).values()],
        empty: "Nobody with lived experience is in it yet.",
      },
      history(naming, choices, reveal),
      {
        key: "told",
        heading: "Who was told in confidence",
        columns: [
          column("on", "On", { kind: "day" }),
          column("told_to", "Who was told"),
          column("how", "How"),
          column("recorded_by", "Recorded by"),
        ],
        rows: told.map((d) => ({ on: d.on, told_to: d.toldTo, how: d.how, recorded_by: d.recordedBy })),
        empty: "Nobody.",
      },
    ],
    notes: reveal ? [] : [leftOut],
  };
}
