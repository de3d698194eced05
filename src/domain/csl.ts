/** A name as CSL-JSON has it: a person in parts, or a body whole. */
interface CslName {
  readonly family?: string;
  readonly given?: string;
  readonly literal?: string;
  readonly suffix?: string;
  readonly "dropping-particle"?: string;
  readonly "non-dropping-particle"?: string;
}

/** A day, month or year as CSL-JSON has it. */
interface CslDate {
  readonly "date-parts"?: readonly (readonly number[])[];
}

/** A published record as CSL-JSON has it, as far as it is used here. */
export interface CslItem {
  readonly type: string;
  /** Where it stands, as far as its publisher says: in press, forthcoming. */
  readonly status?: string;
  readonly title?: string;
  readonly "container-title"?: string;
  readonly DOI?: string;
  readonly URL?: string;
  readonly volume?: string;
  readonly issue?: string;
  readonly page?: string;
  /** The number of an article that has no pages. */
  readonly number?: string;
  readonly publisher?: string;
  readonly issued?: CslDate;
  readonly author?: readonly CslName[];
}

/** A text without markup: publishers put italics and entities into titles. */
const plain = (text: string): string =>
  text
    .replace(/<\/?(?:[ib]|em|strong|su[bp]|sc|scp|span|p|jats:[a-z-]+)(?:\s[^<>]*)?\/?>/gi, "")
    .replace(/&(?:amp|lt|gt|quot|apos|nbsp|#\d{1,6});/g, (e) => entities[e] ?? decimal(e))
    .replace(/\s+/g, " ")
    .trim();

const entities: Readonly<Record<string, string>> = {
  "&amp;": "&",
  "&lt;": "<",
  "&gt;": ">",
  "&quot;": '"',
  "&apos;": "'",
  "&nbsp;": " ",
};

function decimal(entity: string): string {
  const code = Number(entity.slice(2, -1));
  return code > 31 && code <= 0x10ffff ? String.fromCodePoint(code) : entity;
}

type Raw = Readonly<Record<string, unknown>>;

/** A value as one text: a number counts as its digits, and of several (as Crossref has them) the first. */
function oneText(value: unknown): string | undefined {
  if (Array.isArray(value)) return oneText(value[0]);
  if (typeof value === "number") return String(value);
  return typeof value === "string" && plain(value) !== "" ? plain(value) : undefined;
}

const picked = (raw: Raw, fields: readonly string[]): Record<string, string> =>
  Object.fromEntries(
    fields.flatMap((f) => {
      const text = oneText(raw[f]);
      return text === undefined ? [] : [[f, text]];
    }),
  );

const nameParts = ["family", "given", "literal", "suffix", "dropping-particle", "non-dropping-particle"];

/** Authors whom a record does not name: BibTeX writes "and others". */
const others: CslName = { literal: "et al." };

function names(value: unknown): CslName[] {
  if (!Array.isArray(value)) return [];
  return value.flatMap((raw: unknown): CslName[] => {
    if (typeof raw !== "object" || raw === null) return [];
    const name = picked(raw as Raw, nameParts);
    const body = oneText((raw as Raw)["name"]);
    if (name["family"] === "others" && !name["given"]) return [others];
    if (Object.keys(name).length > 0) return [name];
    return body === undefined ? [] : [{ literal: body }];
  });
}

function date(value: unknown): CslDate | undefined {
  if (typeof value !== "object" || value === null) return undefined;
  const parts: unknown = (value as Raw)["date-parts"];
  const first: unknown = Array.isArray(parts) ? parts[0] : undefined;
  const raw = oneText((value as Raw)["raw"] ?? (value as Raw)["literal"]);
  const given: readonly unknown[] = Array.isArray(first) ? first : (raw?.split(/\D+/) ?? []);
  const numbers = given.map(Number);
  const end = numbers.findIndex((n) => !Number.isInteger(n) || n < 1);
  const good = numbers.slice(0, end < 0 ? 3 : end);
  return good.length > 0 && (good[0] ?? 0) >= 1000 ? { "date-parts": [good] } : undefined;
}

/** Types as Crossref has them, in the words of CSL. */
const types: Readonly<Record<string, string>> = {
  "journal-article": "article-journal",
  "posted-content": "article",
  "proceedings-article": "paper-conference",
  "book-chapter": "chapter",
};

const texts = [
  "title",
  "container-title",
  "publisher",
  "DOI",
  "URL",
  "volume",
  "issue",
  "page",
  "number",
  "status",
];

/** A record as it came, of which only what a citation needs is kept: no abstract, no notes, no addresses of authors. */
export function readRecord(raw: Raw): CslItem {
  const type = oneText(raw["type"]) ?? "article-journal";
  const author = names(raw["author"]);
  const issued = date(raw["issued"]) ?? date(raw["published"]);
  const said = picked(raw, texts);
  const [, doi] = /^https?:\/\/(?:dx\.)?doi\.org\/(10\..+)$/i.exec(said["URL"] ?? "") ?? [];
  return {
    type: types[type] ?? type,
    ...(doi ? { DOI: doi } : {}),
    ...said,
    ...(issued ? { issued } : {}),
    ...(author.length > 0 ? { author } : {}),
  };
}
