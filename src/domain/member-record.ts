import type { Deed } from "./involvement.ts";
import {
  formFor,
  type NamedOutput,
  type NamingFacts,
  type NamingForm,
  nameOf,
  outputKey,
  printed,
} from "./naming.ts";
import type { OutwardName } from "./person-name.ts";
import { no, type Result, yes } from "./result.ts";

/** For whom a member's record is made: for themselves, or to be shown to anybody. */
export const recordReaders = ["self", "public"] as const;

/** Who reads it, and whether what the member is anonymous in is looked up for them. */
export interface RecordReader {
  readonly for: (typeof recordReaders)[number];
  readonly reveal: boolean;
}

/** Whether what somebody is anonymous in may be looked up: only for themselves. */
export const checkRecordReader = (reader: RecordReader): Result<RecordReader> =>
  reader.reveal && reader.for === "public"
    ? no({
        code: "never-revealed",
        message: "--reveal: what somebody is anonymous in is never shown to anybody else.",
        remedy: "Leave out --reveal, or make the record for themselves: --for self",
      })
    : yes(reader);

/** The ways of being named that say who somebody is: a pen name or the group's name beside their own would give them away. */
const ownNames: readonly NamingForm[] = ["full", "other", "initials"];

/** Somebody's naming choices, and what is out: published, or held, by `outputKey`. */
export interface RecordNaming {
  readonly naming: NamingFacts;
  readonly out: ReadonlySet<string>;
}

/**
 * How an item of somebody's record says they are named in it; null where it is left out. For anybody: only what is out and
 * where they are named as themselves. For themselves: everything, but what they are anonymous in only where that was looked
 * up.
 */
export function namedInRecord(
  { naming, out }: RecordNaming,
  personId: number,
  output: NamedOutput,
  reader: RecordReader,
): OutwardName | null {
  const open = nameOf(naming, personId, output, "public");
  if (reader.for === "public")
    return out.has(outputKey(output)) && open.shown && ownNames.includes(open.form) ? open.name : null;
  const isAnonymous = formFor(personId, naming.choices.get(personId) ?? [], output) === "anonymous";
  return isAnonymous && !reader.reveal ? null : printed(open);
}

/** One thing of a record with everything somebody did in it, in the order of days. */
export interface RecordItem {
  readonly deeds: readonly [Deed, ...Deed[]];
  /** How they are named in it; null where nobody is named in things of its kind. */
  readonly named: OutwardName | null;
}

/** What somebody did in one area, thing by thing, without what their reader may not see. */
export function recordItems(
  deeds: readonly Deed[],
  area: Deed["area"],
  facts: RecordNaming,
  reader: RecordReader,
): RecordItem[] {
  const things = new Map<string, [Deed, ...Deed[]]>();
  for (const deed of deeds.filter((d) => d.area === area)) {
    const known = things.get(deed.ref);
    if (known) known.push(deed);
    else things.set(deed.ref, [deed]);
  }
  return [...things.values()].flatMap((theirs): RecordItem[] => {
    const { output, personId } = theirs[0];
    if (output === null) return [{ deeds: theirs, named: null }];
    const named = namedInRecord(facts, personId, output, reader);
    return named === null ? [] : [{ deeds: theirs, named }];
  });
}

/** The meetings somebody came to, year by year, the latest first; for anybody but themselves without those for support. */
export function meetingYears(
  deeds: readonly Deed[],
  forSupport: ReadonlySet<string>,
  reader: RecordReader,
): { readonly year: string; readonly titles: readonly string[] }[] {
  const came = deeds.filter(
    (d) => d.area === "meetings" && d.took && (reader.for === "self" || !forSupport.has(d.ref)),
  );
  const years = [...new Set(came.map((d) => d.on.slice(0, 4)))].sort((a, b) => b.localeCompare(a, "en"));
  return years.map((year) => ({
    year,
    titles: came.filter((d) => d.on.startsWith(year)).map((d) => d.title),
  }));
}
