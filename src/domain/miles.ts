import type { Pence } from "./money.ts";
import { no, type Result, yes } from "./result.ts";

/** Reads miles with at most one decimal as tenths of a mile: `12.4` is 124. Refuses nothing, negatives and finer figures. */
export function parseMiles(text: string): Result<number> {
  const match = /^(\d{1,5})(?:\.(\d))?$/.exec(text.trim());
  const tenths = match ? Number(match[1]) * 10 + Number(match[2] ?? "0") : 0;
  return tenths > 0
    ? yes(tenths)
    : no({
        code: "not-miles",
        message: `"${text}" is not a number of miles.`,
        remedy: "Write miles with at most one decimal, for example 12.4.",
      });
}

/**
 * What miles come to, in whole pence: tenths of a mile × pence for a mile, half a penny rounded up. Whole-number arithmetic
 * throughout: 12.1 miles at 45p are 544.5p, so £5.45.
 */
export const mileagePence = (tenths: number, pencePerMile: Pence): Pence =>
  Math.floor((tenths * pencePerMile + 5) / 10);

/** `12.4 miles`: tenths of a mile as a person reads them. */
export const milesInWords = (tenths: number): string =>
  `${tenths % 10 === 0 ? tenths / 10 : `${Math.floor(tenths / 10)}.${tenths % 10}`} ${tenths === 10 ? "mile" : "miles"}`;
