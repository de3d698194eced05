import { type Day, daysBetween, within } from "./day.ts";
import { type Pence, pounds } from "./money.ts";
import { suggestion } from "./nearest.ts";
import { no, type Problem, type Result, yes } from "./result.ts";

/** A band that fees are named by, such as `half-day`. */
export interface Band {
  readonly key: string;
  readonly label: string;
  /** How many minutes it counts as, where that is known. */
  readonly minutes: number | null;
  /** False where more than its length makes it: a gathering is never priced by it because it is long. */
  readonly byLength?: boolean;
}

/** A figure in force from a day to a day, both included; a null end is until further notice. */
interface Dated {
  readonly id: number;
  readonly pence: Pence;
  readonly fromOn: Day;
  readonly toOn: Day | null;
}

/** The fee for one band in a stretch of days. */
export interface Rate extends Dated {
  readonly band: string;
}

/** Pence for a mile in a stretch of days. */
export type MileageRate = Dated;

const onDay = <R extends Dated>(rates: readonly R[], day: Day): R | undefined =>
  rates.find((r) => within(day, r.fromOn, r.toOn));

const daysAway = (rate: Dated, day: Day): number =>
  day < rate.fromOn ? daysBetween(day, rate.fromOn) : daysBetween(rate.toOn ?? day, day);

/** The rate nearest to a day, in words; without any, what `none` says. */
function nearestTo<R extends Dated>(rates: readonly R[], day: Day, asIs: string, none: string): string {
  const [near] = [...rates].sort((a, b) => daysAway(a, day) - daysAway(b, day));
  return near
    ? `The nearest is ${pounds(near.pence)}, ${near.toOn === null ? `from ${near.fromOn}` : `from ${near.fromOn} to ${near.toOn}`}. ${asIs}`
    : none;
}

/** The rate of a band on the day of the activity; where there is none, the refusal names the nearest, and the card if it is known. */
export function rateOn(rates: readonly Rate[], band: string, day: Day, card?: string): Result<Rate> {
  const own = rates.filter((r) => r.band === band);
  const rate = onDay(own, day);
  return rate
    ? yes(rate)
    : no({
        code: "no-rate",
        message: `There is no rate for ${band} on ${card === undefined ? "" : `the card ${card} for `}${day}.`,
        remedy: nearestTo(
          own,
          day,
          "A fee is priced by the day of the activity only; check the day.",
          `This card has none for any day. Set one (involve payment rates set ${band} AMOUNT --from DAY${card === undefined ? "" : ` --card ${card}`}), or name another card (--card; see: involve payment rates list).`,
        ),
      });
}

/** The mileage rate on the day of the activity; where there is none, the refusal names the nearest. */
export function mileageRateOn(rates: readonly MileageRate[], day: Day): Result<MileageRate> {
  const rate = onDay(rates, day);
  return rate
    ? yes(rate)
    : no({
        code: "no-rate",
        message: `There is no mileage rate on ${day}.`,
        remedy: nearestTo(
          rates,
          day,
          "Check the day.",
          "There is none for any day. Set one: involve payment rates set mileage AMOUNT --from DAY",
        ),
      });
}

/** A problem for a band that nobody knows, with the nearest one; else none. */
export const bandProblems = (band: string, bands: readonly Band[]): Problem[] =>
  bands.some((b) => b.key === band)
    ? []
    : [
        {
          code: "unknown-band",
          message: `"${band}" is not a band.`,
          remedy: suggestion(
            band,
            bands.map((b) => b.key),
          ),
        },
      ];

/** The one payer meant by a key; an unknown one is refused with the nearest. */
export function payerNamed(
  key: string,
  payers: readonly { readonly id: number; readonly key: string }[],
): Result<number> {
  const found = payers.find((p) => p.key === key.trim().toLowerCase());
  return found
    ? yes(found.id)
    : no({
        code: "unknown-payer",
        message: `"${key}" is not a payer here.`,
        remedy: suggestion(
          key,
          payers.map((p) => p.key),
        ),
      });
}

/**
 * The band of a gathering by its length: the usual one where it is as long as that says, else the shortest band that is at
 * least so long. Null where it has no usual band, or is longer than every band that goes by length: then somebody has to say.
 */
export function bandByLength(
  minutes: number | null,
  usual: string | null,
  bands: readonly Band[],
): string | null {
  const own = bands.find((b) => b.key === usual)?.minutes ?? null;
  if (usual === null || minutes === null || own === null || own === minutes) return usual;
  const long = bands.filter((b) => b.byLength !== false && b.minutes !== null && b.minutes >= minutes);
  return long.sort((a, b) => (a.minutes ?? 0) - (b.minutes ?? 0))[0]?.key ?? null;
}
