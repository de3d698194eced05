import type { NewAim } from "./round.ts";
import { listed } from "./text.ts";

const sum = (numbers: readonly number[]): number => numbers.reduce((a, b) => a + b, 0);

function byRegion(aims: readonly NewAim[], places: number, regions: readonly string[]): string[] {
  const own = aims.filter((a) => a.category === "region");
  const least = own.filter((a) => (a.minimum ?? 0) > 0);
  const most = own.filter((a) => a.maximum !== undefined);
  const [needed, room] = [sum(least.map((a) => a.minimum ?? 0)), sum(most.map((a) => a.maximum ?? 0))];
  return [
    ...(needed > places
      ? [
          `Please note: ${listed(least.map((a) => `at least ${a.minimum} from ${a.value}`))} are ${needed} people for ${places} places, and nobody lives in two regions.`,
        ]
      : []),
    ...(regions.every((r) => most.some((a) => a.value === r)) && room < places
      ? [`Please note: the most there may be of every region are ${room} people for ${places} places.`]
      : []),
  ];
}

function byPerspective(aims: readonly NewAim[], places: number): string[] {
  const of = (value: string): NewAim | undefined =>
    aims.find((a) => a.category === "perspective" && a.value === value);
  const [user, carer, both] = [of("service-user"), of("carer"), of("both")];
  const needed = (user?.minimum ?? 0) + (carer?.minimum ?? 0) - (both?.maximum ?? places);
  const room = (user?.maximum ?? places) + (carer?.maximum ?? places);
  return [
    ...(both?.maximum !== undefined && needed > places
      ? [
          `Please note: at least ${user?.minimum} service users and ${carer?.minimum} carers, of whom at most ${both.maximum} are both, are ${needed} people for ${places} places.`,
        ]
      : []),
    ...(room < places
      ? [
          `Please note: at most ${user?.maximum} service users and ${carer?.maximum} carers are ${room} people for ${places} places.`,
        ]
      : []),
  ];
}

/**
 * Arithmetic that shows, before anybody applies, that aims cannot all be met: minimums that exclude each other, maximums that leave
 * places empty. And aims for words that touch on a protected characteristic (setting tie-break-words) that are not tie-breaks:
 * positive action chooses between people of equal merit and sets no quota. Source: Equality Act 2010, section 159 (M).
 */
export function aimWarnings(
  aims: readonly NewAim[],
  places: number,
  facts: { readonly regions: readonly string[]; readonly tieBreakWords: readonly string[] },
): string[] {
  const quotas = aims.filter(
    (a) => a.category === "experience" && a.basis !== "tie-break" && facts.tieBreakWords.includes(a.value),
  );
  return [
    ...byRegion(aims, places, facts.regions),
    ...byPerspective(aims, places),
    ...quotas.map(
      (a) =>
        `Please note: ${a.value} touches on a protected characteristic; an aim for it should act only between people of equal merit (--basis tie-break), unless the role itself needs it.`,
    ),
  ];
}
