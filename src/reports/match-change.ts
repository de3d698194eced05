import { priceSentence } from "../domain/match-price.ts";
import { placeOf } from "../domain/match-problem.ts";
import type { Solved } from "../domain/match-run.ts";
import { ref } from "../domain/ref.ts";
import { listed } from "../domain/text.ts";
import { type MatchTold, projectColumn } from "./match-rows.ts";
import type { Section } from "./report.ts";

type Teams = Pick<Solved, "chosen" | "worth">;

const comesTo = (before: readonly number[], after: readonly number[]): number[] =>
  after.filter((pair) => !before.includes(pair));

/** Who it is and where: `M-009 Gus`, with the project where there are several. */
function inWords(told: MatchTold, pair: number): string {
  const { id, project } = placeOf(told.run.posed, pair);
  const name = `${ref("member", id)} ${told.knownAs.get(id) ?? ""}`;
  return told.run.facts.length === 1 ? name : `${name} (${told.run.facts[project]?.project})`;
}

/** Runner-up teams: the next best in order, what they would cost, and who would come and go. */
const alternativesSection = (told: MatchTold, others: readonly Teams[]): Section => ({
  key: "alternatives",
  heading: others.length === 1 ? "The next best team" : "The next best teams",
  columns: [
    { key: "place", heading: "No.", kind: "integer" },
    { key: "comes", heading: "In" },
    { key: "goes", heading: "Out" },
    { key: "price", heading: "Compared with the proposal" },
    { key: "points", heading: "Points", kind: "integer" },
  ],
  rows: others.map((teams, i) => ({
    place: i + 1,
    comes: listed(comesTo(told.run.solved.chosen, teams.chosen).map((p) => inWords(told, p))) || "nobody",
    goes: listed(comesTo(teams.chosen, told.run.solved.chosen).map((p) => inWords(told, p))) || "nobody",
    price: priceSentence(told.run.solved.worth, teams.worth),
    points: teams.worth.net,
  })),
  empty: "There are no other teams: whoever may be asked is proposed already.",
});

/** Somebody's own points for a project, as they would be for a first place. */
const pointsOf = (told: MatchTold, project: number, id: number): number | null =>
  told.run.posed.stands[project]?.find((s) => s.id === id)?.points ?? null;

/** A change by hand: what it would cost, and for whom. */
export function changeSections(told: MatchTold, heading: string, teams: Teams): Section[] {
  const { chosen, worth } = told.run.solved;
  const row = (change: string) => (pair: number) => {
    const { id, project } = placeOf(told.run.posed, pair);
    return {
      project: told.run.facts[project]?.project ?? "",
      ref: ref("member", id),
      known_as: told.knownAs.get(id) ?? "",
      change,
      points: pointsOf(told, project, id),
    };
  };
  const coming = comesTo(chosen, teams.chosen).map(row("comes in"));
  const going = comesTo(teams.chosen, chosen).map(row("goes out"));
  return [
    {
      key: "price",
      heading,
      paragraphs: [`Compared with the proposal: ${priceSentence(worth, teams.worth)}.`],
      columns: [],
      rows: [],
    },
    {
      key: "by_hand",
      columns: [
        projectColumn(told),
        { key: "ref", heading: "Ref" },
        { key: "known_as", heading: "Known as" },
        { key: "change", heading: "Change" },
        { key: "points", heading: "Points", kind: "integer" },
      ],
      rows: [...coming, ...going],
      empty: "Nobody comes or goes.",
    },
  ];
}

/** What looking again at accepted places would change for whom. */
function heldSection(told: MatchTold): Section[] {
  const { posed, solved } = told.run;
  const held = posed.problem.pairs.flatMap((p, i) => (p.held ? [i] : []));
  if (held.length === 0) return [];
  return [
    {
      key: "accepted",
      heading: "Places accepted and not begun",
      columns: [
        projectColumn(told),
        { key: "ref", heading: "Ref" },
        { key: "known_as", heading: "Known as" },
        { key: "kept", heading: "Kept", kind: "yes-no" },
      ],
      rows: held.map((pair) => {
        const { id, project } = placeOf(posed, pair);
        return {
          project: told.run.facts[project]?.project ?? "",
          ref: ref("member", id),
          known_as: told.knownAs.get(id) ?? "",
          kept: solved.chosen.includes(pair),
        };
      }),
    },
  ];
}

/** Whatever was asked about beside the proposal: accepted places, a change by hand, the next best teams. */
export const besideSections = (
  told: MatchTold,
  found: { readonly changed: Teams | null; readonly others: readonly Teams[] | null },
): Section[] => [
  ...heldSection(told),
  ...(found.changed ? changeSections(told, "Changed by hand", found.changed) : []),
  ...(found.others ? [alternativesSection(told, found.others)] : []),
];
