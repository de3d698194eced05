import { closedGates } from "../domain/gate.ts";
import type { Standing } from "../domain/match.ts";
import type { Solved } from "../domain/match-run.ts";
import { ref } from "../domain/ref.ts";
import { gatesSection, outcomeOf, pointsSection } from "./explain.ts";
import { changeSections } from "./match-change.ts";
import { type MatchTold, runTitle } from "./match-rows.ts";
import type { Report, Section } from "./report.ts";

/** What cannot be answered, and why: they are proposed already, or no reason opens the gate they stand before. */
function noPrice({ person }: Standing): string {
  if (person.proposed) return "They are proposed, so there is no price to pay.";
  return person.gates.some((g) => closedGates.includes(g.code))
    ? "No reason opens this, so there is no team with them."
    : "There is no team with them: no place is left.";
}

/** Why somebody is not proposed for a project, what having them would cost and whom, and what would change it. */
export function whyNotReport(
  id: number,
  standings: readonly Standing[],
  told: MatchTold,
  teams: Pick<Solved, "chosen" | "worth"> | null,
  whatIf: readonly Section[],
): Report {
  const heading = "With them on the team";
  const price = (standing: Standing): Section => ({
    key: "price",
    heading,
    paragraphs: [noPrice(standing)],
    columns: [],
    rows: [],
  });
  return {
    title: `${ref("member", id)} ${told.knownAs.get(id) ?? ""} and ${runTitle(told)}`,
    sections: [
      { key: "outcome", paragraphs: standings.map((s) => outcomeOf(s, told)), columns: [], rows: [] },
      gatesSection(told, standings),
      ...(teams ? changeSections(told, heading, teams) : standings.map(price)),
      ...whatIf,
      pointsSection(told, standings),
    ],
    notes: ["For the Involvement Management team only: it compares people."],
  };
}
