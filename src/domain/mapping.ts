import { suggestion } from "./nearest.ts";
import { no, type Result, yes } from "./result.ts";

/** A mapping that was saved: which header of a file is which column of a kind of import. */
export interface Mapping {
  readonly name: string;
  readonly kind: string;
  readonly map: Readonly<Record<string, string>>;
}

/** What a name of a mapping means for an import: the map to read with, and whether it is to be saved. */
export interface ChosenMapping<M extends Mapping> {
  readonly map: Readonly<Record<string, string>>;
  readonly before: M | undefined;
  /** The name to save the map under; null where nothing new is to be saved. */
  readonly save: string | null;
}

const sameMap = (a: Readonly<Record<string, string>>, b: Readonly<Record<string, string>>): boolean =>
  Object.keys({ ...a, ...b }).every((key) => a[key] === b[key]);

/**
 * The map to read a file with: the saved one of a name, with what was said now on top. A name that is not known is a new one
 * where something was said, else a mistake; one that belongs to another kind of import is refused.
 */
export function chosenMapping<M extends Mapping>(
  name: string | undefined,
  said: Readonly<Record<string, string>>,
  saved: readonly M[],
  kind: string,
): Result<ChosenMapping<M>> {
  if (name === undefined) return yes({ map: said, before: undefined, save: null });
  const before = saved.find((m) => m.name.toLowerCase() === name.toLowerCase());
  const own = saved.filter((m) => m.kind === kind).map((m) => m.name);
  if (before && before.kind !== kind)
    return no({
      code: "mapping-of-another-kind",
      message: `The mapping "${before.name}" is for ${before.kind}, not for ${kind}.`,
      remedy: own.length > 0 ? `There are: ${own.join(", ")}.` : "Choose another name.",
    });
  if (!before && Object.keys(said).length === 0)
    return no({
      code: "unknown-mapping",
      message: `There is no mapping "${name}" for ${kind}.`,
      remedy:
        own.length > 0
          ? suggestion(name, own)
          : `To make one, say which column is what: --map "Preferred name=known_as" --mapping ${name}`,
    });
  const map = { ...before?.map, ...said };
  const isNew = !before || !sameMap(before.map, map);
  return yes({ map, before, save: isNew ? (before?.name ?? name) : null });
}

/** The saved mapping of a name, in any letter case. */
export function theMapping<M extends Mapping>(name: string, saved: readonly M[]): Result<M> {
  const found = saved.find((m) => m.name.toLowerCase() === name.trim().toLowerCase());
  if (found) return yes(found);
  const names = saved.map((m) => m.name);
  return no({
    code: "unknown-mapping",
    message: `There is no saved mapping "${name}".`,
    remedy: names.length > 0 ? suggestion(name, names) : "None has been saved yet.",
  });
}
