import type { Problem } from "./result.ts";
import { keyOf } from "./text.ts";

interface Kind {
  readonly what: string;
  readonly shape: RegExp;
  readonly real?: (found: string) => boolean;
}

/** Whether letters and digits are an IBAN: ISO 13616, remainder 1 modulo 97. */
function isIban(text: string): boolean {
  const compact = text.replace(/[\s.-]/g, "").toUpperCase();
  const digits = [...(compact.slice(4) + compact.slice(0, 4))].map((c) => Number.parseInt(c, 36)).join("");
  let rest = 0;
  for (const digit of digits) rest = (rest * 10 + Number(digit)) % 97;
  return rest === 1;
}

/** The part of older DOIs that stands for an article, full of digits: ANSI/NISO Z39.56, with ISSN, day, volume and page. */
const articleCode =
  /\(SICI\)\d{4}-\d{3}[\dX]\(\d{4,8}[^()\s]*\)[^\s<]{1,20}<[^\s>]{1,20}>\d\.0\.[A-Z]{2};2-[\dA-Z#]/gi;

/** A text as it is looked at: one kind of space, hyphen and digit, whatever a word processor made of them. */
const plain = (text: string): string =>
  text
    .normalize("NFKC")
    .replace(articleCode, "")
    .replace(/[\u2010-\u2015\u2212]/g, "-")
    .replace(/[\u00ad\u200b-\u200d\u2060\ufeff]/g, "");

/** Whether three pairs of digits are a day as people write it short: 14-03-26. */
const isShortDay = (pairs: string): boolean => {
  const [day = 0, month = 0] = (pairs.match(/\d{2}/g) ?? []).map(Number);
  return day >= 1 && day <= 31 && month >= 1 && month <= 12;
};

/** `on 14-03-26 a train`: a day in a sentence has the shape of a National Insurance number. */
const isDayInSentence = (found: string): boolean =>
  /^(?:as|at|by|in|is|of|on|or|to) /i.test(found) && / [a-d]$/i.test(found) && isShortDay(found);

/** Three pairs of digits that begin as sort codes do, and eight digits that are no day in one run, as phones name photographs. */
const sortCode = String.raw`(?!00)\d{2}[- .]?\d{2}[- .]?\d{2}(?!-?\d)`;
const account = String.raw`(?!(?:19|20)\d{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])(?!\d))\d{4}[- ]?\d{4}(?![ -]?\d)`;
const either = (...shapes: readonly string[]): RegExp => new RegExp(shapes.join("|"), "gi");

/**
 * What has no place in the store. A sort code is three pairs of digits and an account number eight digits, within a few
 * words of each other or in one run, and neither is part of a date or a telephone number; a National Insurance number is two
 * letters, six digits and A to D, which is missing at times where it is called by its name. Source: the published form of National Insurance numbers (M).
 */
const kinds: readonly Kind[] = [
  {
    what: "an IBAN",
    shape:
      /(?<![a-z0-9])(?:IBAN)?[a-z]{2}\d{2}(?:[ .-]?[a-z0-9]{4}){2,7}(?:[ .-]?[a-z0-9]{1,3})?(?![a-z0-9])/gi,
    real: (found) => isIban(found.replace(/^iban/i, "")),
  },
  {
    what: "a sort code and an account number",
    shape: either(
      String.raw`(?<![\d+])${sortCode}\D{1,60}${account}`,
      String.raw`(?<!\d[ -]?)${account}\D{1,60}${sortCode}`,
      String.raw`(?<![\d+./-])(?!00|(?:19|20)\d{2}[01]\d[0-3]\d)(?:\d{14}|\d{2}-\d{2}-\d{10})(?![\d./-])`,
    ),
  },
  {
    what: "a National Insurance number",
    shape: either(
      String.raw`(?<![a-z0-9])[a-z]{2}[ .-]{0,2}(?:\d{2}[ .-]?){3}[a-d](?![a-z0-9])`,
      String.raw`(?<![a-z0-9])[a-z]{2} ?\d{3} \d{3} ?[a-d](?![a-z0-9])`,
      String.raw`(?<![a-z0-9])(?:NI|NINO|national insurance)\W{1,3}(?:number|no)?\W{0,4}[a-z]{2} ?(?:\d{2} ?){3}(?![a-z0-9])`,
    ),
    real: (found) => !isDayInSentence(found),
  },
];

const foundIn = ({ shape, real }: Kind, text: string): string[] =>
  (text.match(shape) ?? []).filter((match) => real === undefined || real(match));

/** What a text looks like that must not be kept: a bank detail or a National Insurance number; null where it looks like neither. */
export function privateDetailIn(text: string): string | null {
  // Nothing of the kind is shorter; and most long cells of a register are days.
  if (text.length < 9 || /^\d{4}-\d{2}-\d{2}$/.test(text)) return null;
  const looked = plain(text);
  return kinds.find((kind) => foundIn(kind, looked).length > 0)?.what ?? null;
}

/** A text with what must not be kept taken out, so that a message about it does not say it again. */
export function withoutPrivate(text: string): string {
  if (privateDetailIn(text) === null) return text;
  return kinds.reduce(
    (left, kind) => foundIn(kind, left).reduce((rest, match) => rest.replaceAll(match, "…"), left),
    plain(text),
  );
}

/**
 * What two cells beside each other hold together: a sort code in the one and an account number in the other; null where they
 * do not. Three pairs of digits that are a day are a day, for sheets have days beside numbers.
 */
export function privateDetailBeside(left: string, right: string): string | null {
  const isSortCode = (text: string): boolean => /^\d{2}[- ]\d{2}[- ]\d{2}$/.test(text) && !isShortDay(text);
  const isAccount = (text: string): boolean => /^\d{4}[- ]?\d{4}$/.test(text);
  const [a, b] = [plain(left).trim(), plain(right).trim()];
  return (isSortCode(a) && isAccount(b)) || (isAccount(a) && isSortCode(b))
    ? "a sort code and an account number"
    : null;
}

/**
 * The names of benefits as people write them, abbreviations in capitals only: `Pip` may be a name. Somebody's notes and the
 * reasons for what was agreed with them are no place for any; titles and applications are not looked at, for papers are
 * written about benefits too. Source: the names in use (M).
 */
const benefits =
  /\b(?:universal credit|employment (?:and|&) support allowance|personal independence payment|disability living allowance|attendance allowance|carer[’']?s'? allowance|job ?seeker[’']?s'? allowance|income support|housing benefit|pension credit|tax credits?|council tax (?:reduction|support)|incapacity benefit|severe disablement allowance|industrial injuries disablement benefit|adult disability payment|carer support payment)\b/i;
const benefitLetters = /\b(?:ESA|PIP|DLA|JSA|UC)\b/;

/** A problem for each text about a person that names a benefit, without repeating it. */
export const benefitProblems = (texts: Readonly<Record<string, string | null | undefined>>): Problem[] =>
  Object.entries(texts).flatMap(([name, text]) =>
    text && (benefits.test(text) || benefitLetters.test(text))
      ? [
          {
            code: "private-detail",
            message: `${name} names a benefit; it was not kept.`,
            remedy: "Which benefits somebody has is never kept here. Say what was agreed without it.",
          },
        ]
      : [],
  );

/**
 * A problem for each free text that looks like a bank detail or a National Insurance number, without repeating it.
 * Texts come by the name they have for the person who typed them, for example `{ "--how": words.how }`.
 */
export function privateTextProblems(texts: Readonly<Record<string, string | null | undefined>>): Problem[] {
  return Object.entries(texts).flatMap(([name, text]) => {
    const what = text ? privateDetailIn(text) : null;
    return what === null
      ? []
      : [
          {
            code: "private-detail",
            message: `${name} looks as if it held ${what}; it was not kept.`,
            remedy:
              "Bank details and National Insurance numbers belong with the payer only. Leave them out here.",
          },
        ];
  });
}

const privateColumn =
  /^(?:bank|sort_?code|account_?(?:number|no|name)?$|bank_?account|iban|bic|swift|ni_?(?:no|number)?$|nino|national_?insurance)/;

/** A problem for each column of a file whose name says that it holds a bank detail or a National Insurance number. */
export const privateColumnProblems = (columns: readonly string[], line = 1): Problem[] =>
  columns
    .filter((c) => privateColumn.test(keyOf(c).replaceAll("-", "_")))
    .map((c) => ({
      code: "private-column",
      line,
      column: c,
      message: `The column "${c}" is for details that are never kept here.`,
      remedy: "Take the column out of the file, and keep such details with the payer only.",
    }));
