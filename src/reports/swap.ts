import type { Swap } from "../domain/exchange.ts";
import type { Pool } from "../domain/pool.ts";
import { inPoints } from "../domain/proposal.ts";
import type { Section } from "./report.ts";

const brokenInWords = ({ broken }: Swap, pool: Pool): string[] =>
  broken.map(({ aim, off }) => {
    const { value, category } = pool.aims[aim] ?? {};
    return `${value} (${category}): ${Math.abs(off)} too ${off < 0 ? "few" : "many"}`;
  });

/** What a change by hand would cost: the total, the aims it would break, the coverage. */
export const swapSection = (swap: Swap, pool: Pool): Section => ({
  key: "swap",
  heading: "What that change would cost",
  single: true,
  columns: [
    { key: "with", heading: "With" },
    { key: "without", heading: "Without" },
    { key: "total", heading: "Total" },
    { key: "aims_broken", heading: "Aims broken", kind: "lines" },
    { key: "rarer_experience", heading: "Rarer experience covered" },
  ],
  rows: [
    {
      with: swap.with,
      without: swap.without,
      total: `${swap.change.total > 0 ? "+" : ""}${inPoints(swap.change.total, pool)}`,
      aims_broken: brokenInWords(swap, pool),
      rarer_experience: swap.change.coverage === 0 ? "as much" : swap.change.coverage < 0 ? "less" : "more",
    },
  ],
});
