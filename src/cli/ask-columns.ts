import type { CellSpecs } from "../csv/columns.ts";
import type { ReadRows, TableChoices } from "../csv/table.ts";
import type { Ask } from "./context.ts";

/** What a person answered about how a file is to be read. */
export interface Answered {
  readonly map: Readonly<Record<string, string>>;
  readonly dates: NonNullable<TableChoices["dates"]> | undefined;
  /** The name to save the answers under; undefined where they are not to be kept. */
  readonly name: string | undefined;
}

const nothing: Answered = { map: {}, dates: undefined, name: undefined };

const leaveOut = "-";

/** The first cell of a column that holds something, so that a person can see what it is about. */
function sampleOf(read: ReadRows<unknown>, column: string): string {
  const at = read.header.cells.indexOf(column);
  const [found] = [...read.raw.values()].map((r) => r.cells[at] ?? "").filter(Boolean);
  return found ? ` (for example "${found.length > 40 ? `${found.slice(0, 39)}…` : found}")` : "";
}

async function columnsAsked(
  ask: Ask,
  read: ReadRows<unknown>,
  specs: CellSpecs,
): Promise<Record<string, string>> {
  const map: Record<string, string> = {};
  const taken = new Set(read.placed.map((p) => p.as));
  for (const column of read.unknownColumns) {
    const open = Object.values(specs)
      .map((s) => s.names[0])
      .filter((name) => !taken.has(name));
    const answer = await ask.pick(`The column "${column}"${sampleOf(read, column)} is`, [
      { name: "none of these: leave it out", value: leaveOut },
      ...open.map((name) => ({ name, value: name })),
    ]);
    map[column] = answer;
    taken.add(answer);
  }
  return map;
}

async function daysAsked(ask: Ask, read: ReadRows<unknown>): Promise<Answered["dates"]> {
  const [first] = read.ambiguousDays;
  if (!first) return undefined;
  const answer = await ask.pick(`Days such as ${first.sample} in "${first.column}" are written with`, [
    { name: "the day first, as in Britain", value: "dmy" },
    { name: "the month first, as in America", value: "mdy" },
  ]);
  return answer === "mdy" ? "mdy" : "dmy";
}

/**
 * Asks a person about the columns that could not be placed and the days that can be read two ways, and under what name to keep
 * the answers for the next time. Nothing where nobody can be asked or nothing is open.
 */
export async function askAboutColumns(
  ask: Ask | null,
  read: ReadRows<unknown>,
  specs: CellSpecs,
  named: boolean,
): Promise<Answered> {
  if (!ask || (read.unknownColumns.length === 0 && read.ambiguousDays.length === 0)) return nothing;
  const map = await columnsAsked(ask, read, specs);
  const dates = await daysAsked(ask, read);
  if (named || Object.keys(map).length === 0) return { map, dates, name: undefined };
  const name = await ask.text("Keep this for the next time under a name (blank: no)", "");
  return { map, dates, name: name.trim() || undefined };
}
