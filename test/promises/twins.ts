import {
  copyFileSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { catalogue, typed } from "../../src/cli/catalogue.ts";
import type { Command } from "../../src/cli/command.ts";
import type { Field, Fields } from "../../src/cli/field.ts";
import { loadVerb } from "../../src/cli/program.ts";
import { ref } from "../../src/domain/ref.ts";
import { openStore } from "../../src/store/open.ts";
import { choicesFor } from "../../src/store/refs.ts";
import type { Store } from "../../src/store/store.ts";
import { zipParts } from "./canary.ts";
import { type Answer, ran } from "./year.ts";

/**
 * Two stores that differ in one thing alone: which of two people, in all else alike, stands anonymously behind which of two
 * commentaries, papers and events. Whatever reads the same in both cannot tell who it is.
 */
export interface Twins {
  /** Does a command line on new copies of both stores; answers everything that was said and written in each. */
  both(line: readonly string[], then?: readonly (readonly string[])[]): Promise<[string, string]>;
  /** The ref that the next command to change either store has in the change record. */
  readonly next: string;
  /** The first thing there is to choose from for a word, in both stores. */
  first(source: string): string | undefined;
  remove(): void;
}

const day = "2026-05-04";
const other = (id: number): number => (id === 801 ? 802 : 801);

/** What is the same in both stores: two people alike, a third who is named, and what they have part in. */
function furnishAlike(store: Store): void {
  store.write({ by: "Harriet Osei", at: "2026-05-01T12:00:00Z", command: "member add" }, () => {
    for (const [id, name] of [
      [801, "Xanthe"],
      [802, "Yorick"],
      [803, "Bex"],
    ] as const) {
      store.insert("person", {
        id,
        known_as: name,
        full_name: `${name} Twinwood`,
        perspective: "carer",
        created_on: day,
      });
      store.insert("person_email", {
        person_id: id,
        email: `${name.toLowerCase()}@twin.example`,
        is_primary: 1,
      });
      store.insert("membership", { person_id: id, group_id: 1, joined_on: "2025-01-10" });
    }
    store.insert("staff", { id: 801, name: "Harriet Osei" });
    store.insert("project", { id: 801, title: "Nights", places: 3, created_on: day, starts_on: day });
    for (const id of [801, 802, 803])
      store.insert("team_membership", { project_id: 801, person_id: id, from_on: day });
    for (const id of [801, 802]) {
      store.insert("paper", { id, title: `Paper ${id}`, project_id: 801, status: "submitted" });
      store.insert("commentary", {
        id,
        paper_id: id,
        title: `Commentary ${id}`,
        state: "drafting",
        proposed_on: day,
      });
      store.insert("engagement_event", {
        id,
        title: `Event ${id}`,
        kind: "podcast",
        held_on: day,
        project_id: 801,
      });
      const text = { body: "Nobody asked.", sha256: "a".repeat(64), words: 2, made_on: day };
      store.insert("commentary_text", { id, commentary_id: id, version: 1, ...text });
    }
    for (const id of [803, 804])
      store.insert("paper", { id, title: `Paper ${id}`, status: "published", status_on: day });
    store.insert("meeting_series", {
      id: 801,
      key: "twin",
      kind: "other",
      mode: "remote",
      title: "Twin",
      group_id: 1,
    });
    store.insert("meeting", { id: 801, series_id: 801, key: "twin-2026-05", held_on: day, status: "held" });
    for (const id of [801, 802])
      store.insert("attendance", { meeting_id: 801, person_id: id, state: "present" });
  });
}

/** Who is behind what: the one difference. The payment lines are alike in day and amount, and stand in the same order. */
function furnishApart(store: Store, swap: boolean, said: boolean): void {
  const author = { by: "Harriet Osei", at: "2026-05-05T12:00:00Z" };
  const named = { chosen_on: day, how: "by phone", recorded_by: "Harriet Osei" };
  const anonymous = (person: number, kind: "commentary" | "paper" | "event", id: number) =>
    said &&
    store.insert("naming_choice", {
      person_id: person,
      output_kind: kind,
      output_id: id,
      form: "anonymous",
      ...named,
    });
  for (const id of [801, 802]) {
    const who = swap ? other(id) : id;
    store.write({ ...author, command: "commentary author" }, () => {
      const agreed = { agreed_on: day, peer_support_offered_on: day };
      store.insert("commentary_author", { commentary_id: id, person_id: who, position: 1, ...agreed });
      store.insert("commentary_author", { commentary_id: id, person_id: 803, position: 2, ...agreed });
      store.insert("commentary_approval", { text_id: id, person_id: who, approved_on: day });
      anonymous(who, "commentary", id);
      store.insert("naming_choice", {
        person_id: 803,
        output_kind: "commentary",
        output_id: id,
        form: "full",
        ...named,
      });
    });
    store.write({ ...author, command: "paper contribute" }, () => {
      store.insert("contribution", {
        paper_id: id,
        person_id: who,
        credit_role_id: 1,
        evidence: "told us",
        on_day: day,
      });
      anonymous(who, "paper", id);
    });
    store.write({ ...author, command: "event contribute" }, () => {
      store.insert("event_contributor", { event_id: id, person_id: who, role: "speaker" });
      anonymous(who, "event", id);
    });
  }
  // Somebody who was named in print, and has asked since to be anonymous.
  for (const id of [803, 804]) {
    const asked = { person_id: swap ? other(id - 2) : id - 2, output_kind: "paper", output_id: id };
    const on = { asked_on: day, how: "by phone", recorded_by: "Harriet Osei" };
    store.write({ ...author, command: "naming correct" }, () => {
      store.insert("contribution", {
        paper_id: id,
        person_id: asked.person_id,
        credit_role_id: 1,
        on_day: day,
      });
      if (!said) return;
      store.insert("naming_choice", { ...asked, form: "full", ...named });
      const correction = store.insert("naming_correction", { ...asked, form: "anonymous", ...on });
      store.insert("naming_choice", { ...asked, form: "anonymous", ...named, correction_id: correction });
    });
  }
  store.write({ ...author, command: "payment log" }, () => {
    const line = {
      stream: "fee",
      activity_on: day,
      band: "two-hours",
      rate_pence: 5500,
      claimed_pence: 5500,
    };
    const logged = { recorded_by: "Harriet Osei", logged_on: day };
    for (const person_id of [801, 802]) {
      const of = swap ? other(person_id) : person_id;
      store.insert("payment_line", {
        ...line,
        ...logged,
        person_id,
        activity_kind: "commentary",
        activity_key: `C-${of}`,
      });
      store.insert("payment_line", {
        ...line,
        ...logged,
        person_id,
        activity_kind: "event",
        activity_key: `E-${of}`,
      });
    }
  });
}

/** The files of a folder but for the store, with everything inside them. */
const written = (folder: string): string =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((f) => f.isFile() && !f.name.startsWith("unit.db") && f.name !== "sheet.csv")
    .map((f) => {
      const bytes = readFileSync(join(f.parentPath, f.name));
      const inside = /\.(docx|xlsx)$/.test(f.name)
        ? [...zipParts(bytes)].flat().join("\n")
        : bytes.toString("utf8");
      return `${f.name}\n${inside}`;
    })
    .join("\n");

function opened(path: string): Store {
  const store = openStore(path);
  if (!store.ok) throw new Error("the store cannot be opened");
  return store.value;
}

/** Makes the two stores; where `said` is false nobody in them has said how they wish to be named. */
export async function makeTwins(said = true): Promise<Twins> {
  const folder = mkdtempSync(join(tmpdir(), "involve-twins-"));
  const run = (where: string, line: readonly string[]): Promise<Answer> => ran(where, line);
  await run(folder, ["store", "init"]);
  const common = opened(join(folder, "unit.db"));
  furnishAlike(common);
  common.close();
  for (const [name, swap] of [
    ["one", false],
    ["other", true],
  ] as const) {
    copyFileSync(join(folder, "unit.db"), join(folder, `${name}.db`));
    const store = opened(join(folder, `${name}.db`));
    furnishApart(store, swap, said);
    store.close();
  }
  const inOne = async (name: string, lines: readonly (readonly string[])[]): Promise<string> => {
    const where = join(folder, "here");
    rmSync(where, { recursive: true, force: true });
    mkdirSync(where);
    copyFileSync(join(folder, `${name}.db`), join(where, "unit.db"));
    writeFileSync(join(where, "sheet.csv"), "known_as,email\nAda Quill,ada@quill.example\n");
    const printed: string[] = [];
    for (const line of lines) {
      const { exit, out, err } = await run(where, line);
      printed.push(`${exit}\n${out}\n${err}`);
    }
    return `${printed.join("\n")}\n${written(where)}`;
  };
  const choices = opened(join(folder, "one.db"));
  const [last] = choices.raw<{ id: number }>("select max(id) as id from change_set");
  return {
    next: ref("change", (last?.id ?? 0) + 1),
    both: async (line, then = []) => [
      await inOne("one", [line, ...then]),
      await inOne("other", [line, ...then]),
    ],
    first: (source) => choicesFor(choices, source)[0]?.value,
    remove: () => {
      choices.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** What each kind of word is filled with: one of the twins, or one of the things that one of them is behind. */
const person: Readonly<Record<string, string>> = { member: "M-801", contributor: "M-801", named: "M-801" };
const thing: Readonly<Record<string, string>> = {
  commentary: "C-801",
  paper: "PA-801",
  event: "E-801",
  output: "C-801",
  activity: "commentary:C-801",
};
const plain: Readonly<Record<string, string>> = {
  DATE: "2026-11-20",
  TIME: "10:00",
  AMOUNT: "5.00",
  PERIOD: "2026",
  FILE: "sheet.csv",
  FOLDER: "out",
  N: "2",
  MILES: "3",
};

interface Filled {
  readonly name: string;
  readonly words: readonly string[];
  readonly kind: "person" | "thing" | "else";
}

function filled(name: string, field: Field<unknown>, twins: Twins, positional: boolean): Filled {
  const source = field.source ?? "";
  const kind = source in person ? "person" : source in thing ? "thing" : "else";
  const value =
    person[source] ??
    thing[source] ??
    field.choices?.[0] ??
    twins.first(source) ??
    plain[field.placeholder] ??
    "something";
  const option = `--${name.replace(/[A-Z]/g, (c) => `-${c.toLowerCase()}`)}`;
  const file = name === "output" ? "out.docx" : value;
  return { name, words: positional ? [value] : field.flag ? [option] : [option, file], kind };
}

/** One way of typing a verb. */
export interface Line {
  readonly verb: string;
  readonly words: readonly string[];
  readonly writes: boolean;
  /** Whether it is the verb with no more words than it needs. */
  readonly bare: boolean;
}

/**
 * Every verb of the catalogue, typed with one of the twins or one of the outputs in every place where either fits: bare, and
 * with each of its options by itself. Words that name both a twin and an output are left out, since whoever types them knows
 * already; with `reveal` only what is typed with --reveal. Of a verb that writes, options are tried that take a person or an output.
 */
export async function everyLine(twins: Twins, reveal = false): Promise<{ lines: Line[]; joining: string[] }> {
  const lines: Line[] = [];
  const joining: string[] = [];
  for (const noun of catalogue)
    for (const { name } of noun.verbs) {
      const verb = typed(noun.name, name);
      const command: Command = await loadVerb(noun.name, name);
      const fill = (fields: Fields, positional: boolean): Filled[] =>
        Object.entries(fields).map(([n, f]) => filled(n, f, twins, positional));
      const needed = (f: Filled): boolean => command.options[f.name]?.required === true;
      const options = fill(command.options, false);
      const args = fill(command.args, true);
      const base = [...args, ...options.filter(needed)];
      const more = options.filter((f) => !needed(f) && (f.name === "reveal") === reveal);
      const telling = more.filter((f) => command.writes !== true || f.kind !== "else");
      const ways = [...(reveal ? [] : [base]), ...telling.map((f) => [...base, f])];
      const apart = ways.filter(
        (way) => new Set(way.map((f) => f.kind).filter((k) => k !== "else")).size < 2,
      );
      if (apart.length === 0 && !reveal) joining.push(verb);
      for (const way of apart)
        lines.push({
          verb,
          words: [...verb.split(" "), ...way.flatMap((f) => f.words)],
          writes: command.writes === true,
          bare: way === base,
        });
    }
  return { lines, joining };
}
