import type { Facts, Hashes } from "../domain/basis.ts";
import { composition } from "../domain/composition.ts";
import { proposedFor } from "../domain/departures.ts";
import type { Swap } from "../domain/exchange.ts";
import { rounded } from "../domain/fraction.ts";
import type { Pool } from "../domain/pool.ts";
import { type Answer, percent, provedInWords } from "../domain/proposal.ts";
import { brings, whyNot } from "../domain/reasons.ts";
import type { NewAim, Round } from "../domain/round.ts";
import { choosable, type Entrant, type Profile, rank } from "../domain/selection.ts";
import { count } from "../domain/text.ts";
import { compositionSection } from "./composition.ts";
import { missingSection, unrankedSection } from "./missing-scores.ts";
import type { Cell, Report, Section } from "./report.ts";
import { swapSection } from "./swap.ts";

/** Everything a proposal is told with. */
export interface Told {
  readonly round: Round;
  readonly entrants: readonly Entrant[];
  readonly aims: readonly NewAim[];
  readonly stayers: readonly Profile[];
  readonly facts: Facts;
  /** With the lots drawn. */
  readonly pool: Pool;
  readonly answer: Answer;
  readonly seed: string;
  readonly hashes: Hashes;
  /** The solver and its version. */
  readonly engine: string;
  /** A change by hand that was asked about. */
  readonly swap: Swap | null;
}

const words = { select: "choose", reserve: "reserve", decline: "not placed" } as const;

/** Those who can be chosen in the order of lists; the proposed first where they were drawn by lot. */
function inOrder({ entrants, answer, facts }: Told): Entrant[] {
  if (answer.method === "score") return rank(entrants);
  const place = (e: Entrant): number =>
    ["select", "reserve", "decline"].indexOf(proposedFor({ answer }, e.code));
  return choosable(entrants, facts.ask.method).sort(
    (a, b) => place(a) - place(b) || (a.code < b.code ? -1 : 1),
  );
}

function ranking(told: Told): Section {
  const { answer } = told;
  const chances = new Map(answer.draw?.chances.map((c) => [c.code, c.over / c.under]));
  const place = new Map(answer.reserves.map((r, i) => [r.code, i + 1]));
  return {
    key: "ranking",
    columns: [
      { key: "rank", heading: "Rank", kind: "integer" },
      { key: "code", heading: "Code" },
      { key: "total", heading: "Total", kind: "decimal" },
      { key: "shortlisting", heading: "Shortlisting", kind: "decimal" },
      { key: "interview", heading: "Interview", kind: "decimal" },
      { key: "essential", heading: "Essential", kind: "decimal", detail: true },
      { key: "perspective", heading: "Perspective" },
      { key: "region", heading: "Region" },
      { key: "chance", heading: "Chance", detail: answer.draw === null },
      { key: "proposed", heading: "Proposed" },
      { key: "reserve_rank", heading: "Reserve", kind: "integer", detail: true },
      { key: "by_lot", heading: "By lot", kind: "yes-no", detail: true },
    ],
    rows: inOrder(told).map(({ code, tally, perspective, region }, i) => ({
      rank: i + 1,
      code,
      total: tally.n > 0 ? rounded(tally.total) : null,
      shortlisting: tally.shortlisting ? rounded(tally.shortlisting) : null,
      interview: tally.interview ? rounded(tally.interview) : null,
      essential: tally.n > 0 ? rounded(tally.essential) : null,
      perspective,
      region,
      chance: chances.has(code) ? percent(chances.get(code) ?? 0) : null,
      proposed: words[proposedFor(told, code)],
      reserve_rank: place.get(code) ?? null,
      by_lot: answer.byLot.includes(code),
    })),
  };
}

/** For each of the chosen what they bring, for each of the others why they are not among them. */
function why({ pool, answer }: Told): Section[] {
  const chosen = pool.candidates.filter((c) => answer.chosen.includes(c.code));
  const brought = brings(pool, chosen);
  const reasons: Section = {
    key: "why-not",
    heading: "Why the others are not among them",
    columns: [
      { key: "code", heading: "Code" },
      { key: "because", heading: "Because of" },
      { key: "reason", heading: "Reason" },
    ],
    rows: whyNot(pool, chosen).map((r) => ({ code: r.code, because: r.because, reason: r.said })),
    empty: "Everybody who can be chosen is.",
  };
  return [
    {
      key: "brings",
      heading: "What those chosen bring",
      columns: [
        { key: "code", heading: "Code" },
        { key: "aims", heading: "Counts towards", detail: pool.aims.length === 0 },
        { key: "only", heading: "The only one with" },
        { key: "experience", heading: "Experience" },
      ],
      rows: [...brought].map(([code, b]) => ({ code, aims: b.aims, only: b.only, experience: b.rarer })),
    },
    ...(answer.method === "score" ? [reasons] : []),
  ];
}

const reserves = ({ answer }: Told): Section => ({
  key: "reserves",
  heading: "The reserve list",
  columns: [
    { key: "place", heading: "Place", kind: "integer" },
    { key: "code", heading: "Code" },
    { key: "can_replace", heading: "Whose place they can take", kind: "integer" },
    { key: "stands_in_for", heading: "With every aim still met, that of" },
  ],
  rows: answer.reserves.map((r, i) => ({
    place: i + 1,
    code: r.code,
    can_replace: r.standsInFor.length,
    stands_in_for: r.standsInFor.length === answer.chosen.length ? ["anybody"] : r.standsInFor,
  })),
  empty: "Nobody is left for it.",
});

const record = ({ answer, facts, seed, hashes, engine }: Told): Section => {
  const points = (steps: number): number => steps / facts.pool.stepsInAPoint;
  const row: Record<string, Cell> = {
    method: answer.method,
    ...(facts.ask.staying === null ? {} : { members_who_stay: facts.staying }),
    ...(answer.bounds
      ? { total: points(answer.worth.total), no_group_has_more_than: points(answer.bounds.total) }
      : {}),
    ...(answer.draw ? { least_chance: percent(answer.draw.least), ticket: answer.draw.ticket + 1 } : {}),
    seed,
    solver: engine,
    policy_hash: hashes.policy,
    aims_hash: hashes.aims,
    scores_hash: hashes.scores,
  };
  return {
    key: "run",
    heading: "For the record",
    single: true,
    columns: Object.keys(row).map((key) => ({
      key,
      heading: `${key[0]?.toUpperCase()}${key.slice(1).replaceAll("_", " ")}`,
      data: key.endsWith("_hash"),
    })),
    rows: [row],
  };
};

/** Who is proposed and why, the composition against each aim, the reserve list, what is missing, and what it rests on. */
export function proposalReport(told: Told): Report {
  const { round, entrants, aims, stayers, answer, facts, swap, pool } = told;
  const able = choosable(entrants, facts.ask.method);
  const chosen = able.filter((e) => answer.chosen.includes(e.code));
  const how = answer.method === "lottery" ? "drawn by lot" : "proposed by total score";
  return {
    title: `${round.title}: ${count(facts.pool.places, "place")} and ${count(answer.reserves.length, "reserve")}, ${how}`,
    sections: [
      ranking(told),
      compositionSection(composition(aims, { chosen, staying: stayers, pool: able })),
      ...why(told),
      reserves(told),
      ...(swap ? [swapSection(swap, pool)] : []),
      missingSection(entrants),
      unrankedSection(entrants.filter((e) => !e.tally.complete).map((e) => e.code)),
      record(told),
    ],
    notes: provedInWords(answer, facts.pool),
  };
}
