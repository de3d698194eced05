import { no, type Result, yes } from "./result.ts";

/** Whole pence: £82.50 is 8250. Never a fraction, never a float of pounds. */
export type Pence = number;

/**
 * Reads an amount in pounds: `82.50`, `£82.50`, `£1,082.50`, `82`. Refuses negatives, more than two decimals,
 * exponents and empty text.
 */
export function parsePence(text: string): Result<Pence> {
  const trimmed = text.trim();
  const match = /^£?(\d{1,3}(?:,\d{3})+|\d{1,9})(?:\.(\d{2}))?$/.exec(trimmed);
  if (match) return yes(Number((match[1] ?? "").replaceAll(",", "")) * 100 + Number(match[2] ?? "0"));
  const negative = /^£?-/.test(trimmed) || trimmed.startsWith("-£");
  return no({
    code: negative ? "negative-amount" : "not-an-amount",
    message: negative ? `"${text}" is a negative amount.` : `"${text}" is not an amount in pounds.`,
    remedy: "Write pounds and pence, for example 82.50 or £1,082.50.",
  });
}

/** `£1,082.50`: an amount as a person reads it; a reversal has a minus sign in front. */
export function pounds(pence: Pence): string {
  const whole = Math.floor(Math.abs(pence) / 100);
  const rest = String(Math.abs(pence) % 100).padStart(2, "0");
  return `${pence < 0 ? "-" : ""}£${String(whole).replace(/\B(?=(\d{3})+$)/g, ",")}.${rest}`;
}

/** `1082.50`: an amount for a spreadsheet or JSON, without sign of currency or separators. */
export const decimalPounds = (pence: Pence): string =>
  `${pence < 0 ? "-" : ""}${Math.floor(Math.abs(pence) / 100)}.${String(Math.abs(pence) % 100).padStart(2, "0")}`;
