import type { Chance, MakeUp } from "./draw.ts";
import type { Pool, Worth } from "./pool.ts";
import type { Method } from "./selection.ts";
import { count, decimals, listed } from "./text.ts";

/** What a lottery put on record: everybody's chance, and the ticket that was drawn. */
interface Draw {
  /** Codes by kind: people of one kind count towards the same aims and have the same chance. */
  readonly kinds: readonly (readonly string[])[];
  readonly makeUps: readonly MakeUp[];
  readonly chances: readonly Chance[];
  /** The smallest chance of anybody who can be in a group at all, and what was proved to be possible. */
  readonly least: number;
  readonly bound: number;
  readonly ticket: number;
}

/** Who is proposed, with what was proved about it; by code. */
export interface Answer {
  readonly method: Method;
  readonly chosen: readonly string[];
  /** The reserve list, first to last, with whose place each could take with every aim still met. */
  readonly reserves: readonly { readonly code: string; readonly standsInFor: readonly string[] }[];
  readonly worth: Worth;
  readonly bounds: Worth | null;
  /** Those chosen if it were not for the aims that only tell equals apart; null where they changed nothing. */
  readonly before: readonly string[] | null;
  /** Those chosen whose place a lot decided. */
  readonly byLot: readonly string[];
  readonly draw: Draw | null;
}

/** Steps of a score as points: `50.5`. */
export const inPoints = (steps: number, pool: Pick<Pool, "stepsInAPoint">): string =>
  decimals(Math.round((steps / pool.stepsInAPoint) * 100) / 100);

/** A chance as a percentage: `9.09 %`. */
export const percent = (share: number): string => `${decimals(Math.round(share * 10_000) / 100)} %`;

function lotteryInWords(answer: Answer, draw: Draw): string[] {
  const none = draw.chances.filter((c) => c.over === 0).map((c) => c.code);
  const [least, most] = [draw.least, Math.max(...draw.chances.map((c) => c.over / c.under))];
  const chances =
    percent(least) === percent(most) ? percent(least) : `from ${percent(least)} to ${percent(most)}`;
  return [
    `Drawn by lot: everybody's chance is beside their code, ${chances}. No lottery over allowed groups gives the least chance more; checked.`,
    ...(none.length > 0 ? [`No allowed group has room for ${listed(none)}.`] : []),
    `Ticket ${(draw.ticket + 1).toLocaleString("en-GB")} was drawn for ${count(answer.chosen.length, "place")}; the seed draws it again.`,
  ];
}

/** What was proved, and what told equals apart, in sentences. */
export function provedInWords(answer: Answer, pool: Pool): string[] {
  const { worth, byLot, before, chosen, draw } = answer;
  if (draw) return lotteryInWords(answer, draw);
  const left = before?.filter((code) => !chosen.includes(code)) ?? [];
  const came = before ? chosen.filter((code) => !before.includes(code)) : [];
  return [
    `Total ${inPoints(worth.total, pool)}: no other allowed group scores higher; checked.`,
    ...(before
      ? [`Between people of equal score a tie-break aim decided: ${listed(came)} instead of ${listed(left)}.`]
      : []),
    ...(byLot.length > 0
      ? [
          `A lot decided ${count(byLot.length, "place")} (${listed(byLot)}): other groups have the same total and cover as much rarer experience. The seed draws the same lots again.`,
        ]
      : ["No place was decided by lot."]),
  ];
}
