import { arithmetic } from "../domain/arithmetic.ts";
import type { Pool } from "../domain/pool.ts";
import { inPoints } from "../domain/proposal.ts";
import { type AimBound, inWords, nameOf, type Relaxation, standsAt } from "../domain/relaxation.ts";
import type { Round } from "../domain/round.ts";
import type { Report } from "./report.ts";

/** Why no group is possible, and the ways out. */
export interface Impossible {
  readonly round: Round;
  readonly pool: Pool;
  /** Aims that clash, none of which can be spared. */
  readonly clash: readonly AimBound[];
  /** So many more applicants who count towards one aim would mend it too. */
  readonly recruits: readonly { readonly aim: number; readonly people: number }[];
  /** The cheapest first, each with the total of the best group there is then. */
  readonly ways: readonly { readonly relaxation: Relaxation; readonly total: number }[];
}

/** Which aims cannot be met together and why, and what could be relaxed, each with the name it is accepted by. */
export const impossibleReport = ({ round, pool, clash, recruits, ways }: Impossible): Report => ({
  title: `${round.title}: no group of ${pool.places} meets every aim`,
  sections: [
    {
      key: "arithmetic",
      heading: "What counting shows",
      columns: [{ key: "reason", heading: "Reason" }],
      rows: arithmetic(pool).map((reason) => ({ reason })),
      empty: "Each aim could be met on its own; it is their combination that cannot.",
    },
    {
      key: "clash",
      heading: "Aims that cannot be met together; without any one of them the others could",
      columns: [
        { key: "category", heading: "Category" },
        { key: "value", heading: "Value" },
        { key: "aim", heading: "Aim" },
      ],
      rows: clash.map((bound) => ({
        category: pool.aims[bound.aim]?.category ?? null,
        value: pool.aims[bound.aim]?.value ?? null,
        aim: `at ${bound.side} ${standsAt(pool, bound)}`,
      })),
    },
    {
      key: "relaxations",
      heading: "What would make a group possible, the least first",
      columns: [
        { key: "name", heading: "Name" },
        { key: "change", heading: "Change" },
        { key: "cost", heading: "Cost", kind: "decimal" },
        { key: "total", heading: "Best total then" },
      ],
      rows: ways.map(({ relaxation, total }) => ({
        name: nameOf(pool, relaxation),
        change: inWords(pool, relaxation),
        cost: Math.round(relaxation.cost / 10) / 100,
        total: inPoints(total, pool),
      })),
    },
    {
      key: "recruits",
      heading: "Who would make a group possible as the aims are",
      columns: [
        { key: "more", heading: "More applicants", kind: "integer" },
        { key: "value", heading: "Who count towards" },
        { key: "category", heading: "Category" },
      ],
      rows: recruits.map(({ aim, people }) => ({
        more: people,
        value: pool.aims[aim]?.value ?? null,
        category: pool.aims[aim]?.category ?? null,
      })),
      empty: "No few applicants of one kind would.",
    },
  ],
});
