import { addDays, type Day, isDay } from "./day.ts";
import { no, type Result, yes } from "./result.ts";

/** A named stretch of days, both ends included. */
export interface Period {
  readonly name: string;
  readonly from: Day;
  readonly to: Day;
}

interface YearKind {
  readonly prefix: string;
  readonly label: string;
  readonly startsOn: string;
}

/**
 * The years that involvement is counted in. Sources: HMRC tax year from 6 April; UCL financial year from
 * 1 August; NIHR year from 1 April.
 */
const taxYear: YearKind = { prefix: "tax", label: "UK tax year", startsOn: "04-06" };
const yearKinds: readonly YearKind[] = [
  taxYear,
  { prefix: "ucl", label: "UCL financial year", startsOn: "08-01" },
  { prefix: "nihr", label: "NIHR year", startsOn: "04-01" },
];

const remedy =
  "Write a year (2026), a month (2026-03), tax:2026-27, ucl:2026-27, nihr:2026-27, or two days (2026-01-01..2026-06-30).";

const unknown = (text: string): Result<never> =>
  no({ code: "not-a-period", message: `"${text}" is not a period.`, remedy });

function straddlingYear(kind: YearKind, year: number): Period {
  const from = `${year}-${kind.startsOn}` as Day;
  const next = `${year + 1}-${kind.startsOn}` as Day;
  return {
    name: `${kind.label} ${year}-${String((year + 1) % 100).padStart(2, "0")}`,
    from,
    to: addDays(next, -1),
  };
}

/**
 * Reads a period: `2026`, `2026-03`, `tax:2026-27`, `ucl:2026-27`, `nihr:2026-27` or `FROM..TO` with ISO days.
 */
export function parsePeriod(text: string): Result<Period> {
  const trimmed = text.trim();
  if (/^\d{4}$/.test(trimmed))
    return yes({ name: trimmed, from: `${trimmed}-01-01` as Day, to: `${trimmed}-12-31` as Day });
  const month = /^(\d{4})-(0[1-9]|1[0-2])$/.exec(trimmed);
  if (month) {
    const from = `${trimmed}-01` as Day;
    const last = new Date(Date.UTC(Number(month[1]), Number(month[2]), 0)).getUTCDate();
    return yes({ name: trimmed, from, to: `${trimmed}-${String(last).padStart(2, "0")}` as Day });
  }
  const year = /^(tax|ucl|nihr):(\d{4})-(\d{2})$/.exec(trimmed);
  const kind = yearKinds.find((k) => k.prefix === year?.[1]);
  if (year && kind && (Number(year[2]) + 1) % 100 === Number(year[3]))
    return yes(straddlingYear(kind, Number(year[2])));
  const [from, to, ...rest] = trimmed.split("..");
  if (from && to && rest.length === 0 && isDay(from) && isDay(to) && from <= to)
    return yes({ name: `${from} to ${to}`, from, to });
  return unknown(text);
}

/** The UK tax year that a day lies in: 2026-04-05 is the last day of 2025-26, 2026-04-06 the first of 2026-27. */
export function taxYearOf(day: Day): Period {
  const year = Number(day.slice(0, 4)) - (day.slice(5) < taxYear.startsOn ? 1 : 0);
  return straddlingYear(taxYear, year);
}

/** Whether a period is one whole UK tax year. */
export const isTaxYear = (period: Period): boolean => {
  const year = taxYearOf(period.from);
  return year.from === period.from && year.to === period.to;
};
