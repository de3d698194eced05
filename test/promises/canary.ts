import { readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { inflateRawSync } from "node:zlib";
import { words } from "../../scripts/words.js";
import { must } from "../../src/cli/errors.ts";
import { main } from "../../src/cli/main.ts";
import { openStore } from "../../src/store/open.ts";
import type { Store } from "../../src/store/store.ts";
import { world } from "../transcript.ts";

/** Somebody whose every detail can be told from everything else that is ever printed. */
export const canary = {
  id: 937_413,
  knownAs: "Quillfeather",
  fullName: "Zephyrine Quillfeather-Oxenbould",
  email: "zephyrine@oxenbould.example",
  phone: "01632 960 777",
  orcid: "0000-0009-3741-3018",
} as const;

const tell: readonly string[] = [
  "937413",
  "quillfeather",
  "zephyrine",
  "oxenbould",
  "01632960777",
  "960777",
  "0000-0009-3741-3018",
  "3741-3018",
];

/** People who are not to be named either: undecided, under a pen name, and one who took back their consent to be named. */
const others = [
  {
    id: 941_287,
    known: "Brackenthorpe",
    first: "Isolde",
    last: "Nunehame",
    form: "undecided",
    wording: null,
  },
  {
    id: 952_364,
    known: "Vexleigh",
    first: "Ottoline",
    last: "Scrimshaw",
    form: "pen-name",
    wording: "Wren Marlowe",
  },
  { id: 963_418, known: "Marchbanke", first: "Thaddeus", last: "Yewdale", form: "full", wording: null },
] as const;

const orcidOf = (id: number): string => `0000-0009-${String(id).slice(0, 4)}-${String(id).slice(2)}`;

/** What gives one of the others away: names, the number of their ref, e-mail, telephone, ORCID iD. */
const tellOthers = others.flatMap((o) => [
  String(o.id),
  orcidOf(o.id),
  o.known.toLowerCase(),
  o.first.toLowerCase(),
  o.last.toLowerCase(),
]);

/** A text as it reads: in lower case, entities as the letters they stand for, without soft hyphens. */
const readAs = (text: string): string =>
  text
    .replace(/&#x([0-9a-f]+);/gi, (_, n: string) => String.fromCodePoint(Number.parseInt(n, 16)))
    .replace(/&#(\d{1,6});/g, (_, n: string) => String.fromCodePoint(Number(n)))
    .replace(/&shy;|\u00ad/g, "")
    .toLowerCase();

function found(text: string, words: readonly string[]): string[] {
  const plain = readAs(text);
  const dense = plain.replace(/<[^>]*>/g, "").replace(/[\s.()]/g, "");
  return words.filter((t) => plain.includes(t) || dense.includes(t));
}

/**
 * Which of the canary's details a text gives away, whatever its letter case, spacing, markup, entities and soft hyphens; initials
 * count as a detail.
 */
export const leaksIn = (text: string): string[] => [
  ...found(text, tell),
  ...(/\bZ\. ?Q\b/.test(text) ? ["initials"] : []),
];

/** Which details of anybody who is not to be named a text gives away. */
export const leaksOfAnybody = (text: string): string[] => [...leaksIn(text), ...found(text, tellOthers)];

/** C-003, in whose way everything stands: the canary writes it, anonymous, was offered nothing and approved nothing. */
function anonymousOnTheWay(store: Store, day: string): void {
  store.insert("commentary", {
    id: 3,
    paper_id: 1,
    title: "On the way",
    state: "drafting",
    proposed_on: day,
  });
  store.insert("commentary_author", { commentary_id: 3, person_id: canary.id, agreed_on: day });
  const text = { body: "Nobody asked.", sha256: "0".repeat(64), words: 2, made_on: day };
  store.insert("commentary_text", { commentary_id: 3, version: 1, ...text });
  const named = { person_id: canary.id, form: "anonymous", chosen_on: day, how: "form", recorded_by: "test" };
  store.insert("naming_choice", { ...named, output_kind: "commentary", output_id: 3 });
}

/** Adds the others to a furnished store: as authors of C-002, contributors to PA-001, and at E-001. */
export function furnishOthers(folder: string): void {
  const store = must(openStore(join(folder, storeFile)));
  const day = "2026-01-05";
  store.insert("commentary", {
    id: 2,
    paper_id: 1,
    title: "Again",
    state: "drafting",
    proposed_on: day,
    journal_policy: "any",
    policy_checked_on: day,
  });
  for (const { id, known, first, last, form, wording } of others) {
    store.insert("person", {
      id,
      known_as: known,
      full_name: `${first} ${last}`,
      phone: `01632 ${id}`,
      orcid: orcidOf(id),
      created_on: day,
    });
    store.insert("person_email", { person_id: id, email: `${first}@${last}.example`, is_primary: 1 });
    store.insert("membership", { person_id: id, group_id: 1, joined_on: day });
    store.insert("commentary_author", { commentary_id: 2, person_id: id, agreed_on: day });
    store.insert("contribution", { paper_id: 1, person_id: id, credit_role_id: 2, on_day: day });
    store.insert("event_contributor", { event_id: 1, person_id: id, role: "speaker" });
    store.insert("authorship", {
      ...{ paper_id: 1, person_id: id, substantial: 1, accountable: "yes" },
      ...{
        drafting_offered_on: day,
        drafting_answer: "yes",
        approval_offered_on: day,
        approval_answer: "yes",
      },
      ...{ concluded: "author", concluded_on: day, agreed: 1, agreed_on: day, surname: last },
    });
    const named = { person_id: id, form, wording, chosen_on: day, how: "form", recorded_by: "test" };
    for (const [output_kind, output_id] of [
      ["commentary", 2],
      ["paper", 1],
      ["event", 1],
    ] as const)
      store.insert("naming_choice", { ...named, output_kind, output_id });
  }
  anonymousOnTheWay(store, day);
  const [wording] = store.raw<{ id: number }>("select id from consent_wording where purpose = 'naming'");
  store.insert("consent", {
    person_id: others[2].id,
    wording_id: wording?.id ?? 0,
    given_on: day,
    how: "form",
    withdrawn_on: "2026-02-01",
    recorded_by: "test",
  });
  store.close();
}

/** Plants a leak that no gate could stop: the name stands in the titles of a paper, a commentary and an event, and in the unit's name. */
export function plantInTitles(folder: string): void {
  const store = must(openStore(join(folder, storeFile)));
  store.update("paper", 1, { title: canary.fullName });
  store.update("commentary", 1, { title: canary.fullName });
  store.update("engagement_event", 1, { title: canary.fullName });
  store.rawRun("update unit set name = ?, short_name = ?", canary.fullName, canary.knownAs);
  store.close();
}

/** The parts of a ZIP file by name: an independent reader of its directory, for Word files. */
export function zipParts(bytes: Uint8Array): Map<string, string> {
  const zip = Buffer.from(bytes);
  const end = zip.lastIndexOf(Buffer.from([0x50, 0x4b, 0x05, 0x06]));
  const parts = new Map<string, string>();
  let at = zip.readUInt32LE(end + 16);
  for (let n = zip.readUInt16LE(end + 10); n > 0; n--) {
    const [name, extra, comment] = [28, 30, 32].map((o) => zip.readUInt16LE(at + o)) as [
      number,
      number,
      number,
    ];
    const local = zip.readUInt32LE(at + 42);
    const data = local + 30 + zip.readUInt16LE(local + 26) + zip.readUInt16LE(local + 28);
    const packed = zip.subarray(data, data + zip.readUInt32LE(at + 20));
    const content = zip.readUInt16LE(at + 10) === 8 ? inflateRawSync(packed) : packed;
    const tail = zip.subarray(at + 46 + name, at + 46 + name + extra + comment).toString("latin1");
    parts.set(zip.subarray(at + 46, at + 46 + name).toString(), content.toString("utf8") + tail);
    at += 46 + name + extra + comment;
  }
  return parts;
}

/** Everything a file says: its name, its contents, and every part of it where it is a Word file or a workbook. */
function told(folder: string, name: string): string[] {
  const bytes = readFileSync(join(folder, name));
  if (!/\.(docx|xlsx)$/.test(name)) return [name, bytes.toString("utf8")];
  return [name, bytes.toString("latin1"), ...[...zipParts(bytes)].flat()];
}

const storeFile = "unit.db";

/** The files beside the store, as they are now. */
const filesIn = (folder: string): string[] =>
  readdirSync(folder).filter((name) => !name.startsWith(storeFile) && statSync(join(folder, name)).isFile());

/** What one command said and wrote, on both streams and in files; the files are removed again. */
export async function everythingSaid(
  line: string,
  folder: string,
): Promise<{ said: string[]; exit: number }> {
  const before = new Set(filesIn(folder));
  const printed: string[] = [];
  const exit = await main(world(words(line), folder, (text) => printed.push(text)));
  const files = filesIn(folder).filter((name) => !before.has(name));
  const written = files.flatMap((name) => told(folder, name));
  for (const name of files) rmSync(join(folder, name));
  return { said: [printed.join(""), ...written], exit };
}

/** Runs a command that must succeed. */
async function ran(line: string, folder: string): Promise<void> {
  const { said, exit } = await everythingSaid(line, folder);
  if (exit !== 0) throw new Error(`${line} ended with ${exit}: ${said[0]}`);
}

/** Makes the store of the promise in a folder: the canary among others, anonymous in a commentary and in its paper. */
export async function furnish(folder: string): Promise<void> {
  writeFileSync(join(folder, "unit.db.text-1.md"), "What helped was that somebody asked.\n");
  writeFileSync(join(folder, "unit.db.text-2.md"), "What helped was that somebody asked again.\n");
  await ran("store init", folder);
  const store = must(openStore(join(folder, storeFile)));
  store.insert("person", {
    id: canary.id,
    known_as: canary.knownAs,
    full_name: canary.fullName,
    phone: canary.phone,
    orcid: canary.orcid,
    created_on: "2025-10-20",
  });
  store.insert("person_email", { person_id: canary.id, email: canary.email, is_primary: 1 });
  store.insert("membership", { person_id: canary.id, group_id: 1, joined_on: "2025-10-20" });
  const session = store.insert("training_session", {
    ...{ course_id: 1, part_id: 1, held_on: "2027-01-12", starts_at: "10:00", trainer: canary.fullName },
  });
  store.insert("session_enrolment", { session_id: session, person_id: canary.id, state: "enrolled" });
  store.insert("recruitment_round", {
    id: 1,
    key: "autumn",
    title: "Autumn",
    group_id: 1,
    places: 1,
    status: "appointed",
  });
  const application = store.insert("application", {
    round_id: 1,
    code: "A-001",
    known_as: canary.knownAs,
    full_name: canary.fullName,
    email: canary.email,
    phone: canary.phone,
    statement: `I am ${canary.fullName}.`,
    perspective: "carer",
    received_on: "2025-08-10",
    status: "appointed",
    person_id: canary.id,
  });
  store.insert("round_decision", {
    application_id: application,
    decision: "select",
    reason: "agreed",
    decided_on: "2025-10-06",
    decided_by: "test",
    feedback: `${canary.knownAs}, you listened closely.`,
  });
  store.insert("person", { id: 3, known_as: "Bex", full_name: "Bex Thornton", created_on: "2025-10-20" });
  store.insert("membership", { person_id: 3, group_id: 1, joined_on: "2025-10-20" });
  store.close();
  for (const line of [
    'paper add "What helps at home" --journal "BMC Psychiatry" --status published',
    `paper contribute PA-001 M-${canary.id} --role "Formal analysis" --evidence "told us about Oxenbould ward" --naming anonymous --how phone`,
    'commentary propose PA-001 --title "What was not asked"',
    `commentary author C-001 M-${canary.id} --reason "Quillfeather is a carer"`,
    `commentary naming C-001 M-${canary.id} --form anonymous --how phone`,
    'event add "What helps, out loud" --kind podcast --on 2026-06-01',
    `event contribute E-001 M-${canary.id} --role speaker --naming anonymous`,
    `payment log M-${canary.id} --for commentary:C-001 --band two-hours --on 2026-07-20 --note "for Oxenbould"`,
    `payment expense M-${canary.id} --kind remote-allowance --for event:E-001`,
    'payment query PAY-001 --reason "how many words did Oxenbould write?"',
    'commentary author C-001 M-003 --reason "asked"',
    `commentary author C-001 M-${canary.id} --peer-support offered`,
    "commentary author C-001 M-003 --peer-support offered",
    'commentary policy C-001 --says "any form"',
    'commentary naming C-001 M-003 --form initials --as "B. T" --how e-mail',
    'staff add "Harriet Osei" --role co-ordinator',
    "round open spring-2026 --places 1 --opens 2026-03-02 --closes 2026-04-10",
    'round criterion spring-2026 why --label "Why they apply" --kind essential --stage shortlisting',
    'round criterion spring-2026 how --label "How they listen" --kind essential --stage interview',
    'round panel spring-2026 "Harriet Osei" --role shortlister,interviewer,moderator',
    `round apply spring-2026 --known-as ${canary.knownAs} --full-name "${canary.fullName}" --email ${canary.email} --phone "${canary.phone}" --statement "I keep bees." --equality "religion=${canary.knownAs}ism" --late`,
    'round score spring-2026 A-001 --criterion why --scorer "Harriet Osei" --score 3',
    'paper contribute PA-001 M-003 --role validation --naming initials --as "B. T" --how e-mail',
    `paper authorship PA-001 M-${canary.id} --substantial yes --drafting-offered 2026-03-01 --drafting yes --approval-offered 2026-04-01 --approval yes --accountable yes --agreed yes --position 1 --affiliation "Oxenbould ward" --surname ${canary.fullName.split(" ").at(-1)}`,
    "paper authorship PA-001 M-003 --substantial no --agreed yes",
    'project add "Home again" --places 2 --ends 2030-12-31',
    "project need P-001 --desired --interest digital",
    'project add "What helps at home" --places 3 --starts 2027-01-04',
    `project assign P-002 M-${canary.id} --role "${canary.knownAs}, carer" --reason "Oxenbould knows the ward"`,
    `project conflict P-002 M-${canary.id} --note "Oxenbould works there"`,
  ])
    await ran(line, folder);
  importRecord(folder);
}

/** The published record of PA-001 as a list of references brings it, with the canary among its authors. */
function importRecord(folder: string): void {
  const store = must(openStore(join(folder, storeFile)));
  const [given, family] = canary.fullName.split(" ");
  store.update("paper", 1, {
    citation: JSON.stringify({
      type: "article-journal",
      author: [
        { family, given },
        { family: "Lynch", given: "Maeve" },
      ],
    }),
  });
  store.close();
}

/** Plants a leak: the canary is suddenly to be printed by their full name, without having said so. */
export function plantLeak(folder: string): void {
  const store = must(openStore(join(folder, storeFile)));
  store.insert("naming_choice", {
    person_id: canary.id,
    output_kind: "commentary",
    output_id: 1,
    form: "full",
    chosen_on: "2026-01-01",
    how: "planted",
  });
  store.close();
}
