import type { Problem } from "./result.ts";
import { keyOf } from "./text.ts";

interface Kind {
  readonly what: string;
  readonly shape: RegExp;
  readonly real?: (found: string) => boolean;
}

/** Whether letters and digits are an IBAN: ISO 13616, remainder 1 modulo 97. */
function isIban(text: string): boolean {
  const compact = text.replace(/[\s-]/g, "").toUpperCase();
  const digits = [...(compact.slice(4) + compact.slice(0, 4))].map((c) => Number.parseInt(c, 36)).join("");
  let rest = 0;
  for (const digit of digits) rest = (rest * 10 + Number(digit)) % 97;
  return rest === 1;
}

/**
 * What has no place in the store. A sort code is three pairs of digits and an account number eight digits, within a few
 * words of each other, and neither is part of a date or a telephone number; a National Insurance number is two letters,
 * six digits and A to D. Source: the published form of National Insurance numbers (M).
 */
const kinds: readonly Kind[] = [
  {
    what: "an IBAN",
    shape: /\b[a-z]{2}\d{2}(?:[ -]?[a-z0-9]{4}){2,7}(?:[ -]?[a-z0-9]{1,3})?\b/gi,
    real: isIban,
  },
  {
    what: "a sort code and an account number",
    shape: /(?<!\d)\d{2}[- ]?\d{2}[- ]?\d{2}(?!-?\d)\D{1,40}\d{4}[- ]?\d{4}(?![ -]?\d)/g,
  },
  {
    what: "a sort code and an account number",
    shape: /(?<!\d[ -]?)\d{4}[- ]?\d{4}(?![ -]?\d)\D{1,40}\d{2}[- ]?\d{2}[- ]?\d{2}(?!-?\d)/g,
  },
  {
    what: "a National Insurance number",
    shape: /\b[A-Z]{2} ?-?(?:\d{2}[ -]?){3}[A-D]\b/gi,
  },
];

/** What a text looks like that must not be kept: a bank detail or a National Insurance number; null where it looks like neither. */
export function privateDetailIn(text: string): string | null {
  // Nothing of the kind is shorter; and most long cells of a register are days.
  if (text.length < 9 || /^\d{4}-\d{2}-\d{2}$/.test(text)) return null;
  const found = kinds.find(({ shape, real }) =>
    (text.match(shape) ?? []).some((match) => real === undefined || real(match)),
  );
  return found?.what ?? null;
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
