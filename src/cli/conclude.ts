import { mkdirSync } from "node:fs";
import { count, listed } from "../domain/text.ts";
import type { Command, Outcome } from "./command.ts";
import { type Format, formats } from "./context.ts";
import { usage } from "./errors.ts";
import { writeWhole } from "./files.ts";
import type { World } from "./main.ts";
import type { GlobalWords, Run } from "./run.ts";

const endings: Readonly<Record<string, Format>> = {
  ".csv": "csv",
  ".json": "json",
  ".md": "md",
  ".html": "html",
  ".htm": "html",
  ".svg": "svg",
  ".ics": "ics",
};

/** Files that a library writes: a report goes into them whole, and never to stdout. */
const written: Readonly<Record<string, "docx" | "xlsx">> = { ".docx": "docx", ".xlsx": "xlsx" };

/** Endings of files for a report that is printed in a paper. */
const printedEndings: Readonly<Record<string, Format>> = { ".xml": "jats", ".txt": "text" };

const endingOf = (path: string): string => /\.[a-z0-9]+$/i.exec(path)?.[0].toLowerCase() ?? "";

const formatOf = (path: string, command: Command): Format =>
  (command.printed ? printedEndings[endingOf(path)] : undefined) ?? endings[endingOf(path)] ?? "csv";

/** Endings of files that only other programs write: text under such a name is a file that they refuse to open. */
const otherPrograms: ReadonlySet<string> = new Set([".xls", ".ods", ".numbers", ".doc", ".odt", ".pdf"]);

/** Stops before anything is done where a file's ending promises what cannot be written, or a verb has no such format. */
export function checkOutput(command: Command, words: GlobalWords): void {
  const ending = endingOf(words.output ?? "");
  if (words.format === undefined && otherPrograms.has(ending))
    throw usage({
      code: "unknown-ending",
      message: `--output: data cannot be written as ${ending}.`,
      remedy: `End the name in one of: ${[...Object.keys(endings), ...Object.keys(written)].join(", ")}.`,
    });
  const asked = words.format ?? (words.output === undefined ? undefined : formatOf(words.output, command));
  const others = formats.filter((f) => f !== "svg" && f !== "ics").join(", ");
  if ((asked === "text" || asked === "jats") && !command.printed)
    throw usage({
      code: "not-printed",
      message: `This is not printed in a paper, so it cannot be had as ${asked}.`,
      remedy: `Choose one of: ${others}. Who is credited in a paper: involve paper credits PA-001`,
    });
  if (asked === "svg" && !command.draws)
    throw usage({
      code: "no-picture",
      message: "This has no picture.",
      remedy: `Choose one of: ${others}. A picture comes from: involve report infrastructure`,
    });
  if (asked === "ics" && !command.calendar)
    throw usage({
      code: "no-calendar",
      message: "This is no calendar.",
      remedy: `Choose one of: ${others}. A calendar comes from: involve training calendar`,
    });
}

function colorAllowed(world: World, words: GlobalWords): boolean {
  if (words.plain || words.color === false || world.env["NO_COLOR"]) return false;
  return world.stdoutIsTerminal && world.env["TERM"] !== "dumb";
}

/** As many files of one folder are named; more are counted. */
const fewFiles = 4;

/** What was written: each file by name, those of one folder together, and by their number alone where they are many. */
function filesSaid({ files = [], folder }: Outcome, wrote: string): string[] {
  const start = folder === undefined ? undefined : `${folder.replace(/[\\/]+$/, "")}/`;
  const inside = files.filter((f) => start !== undefined && f.path.startsWith(start));
  const names = inside.length > fewFiles ? [] : inside.map((f) => f.path.slice(start?.length));
  const where = start === "./" ? "this folder" : folder;
  const which = names.length === 0 ? "" : `: ${listed(names)}`;
  return [
    ...(where === undefined ? [] : [`${wrote} ${count(inside.length, "file")} to ${where}${which}.`]),
    ...files.filter((f) => !inside.includes(f)).map((f) => `${wrote} ${f.path}.`),
  ];
}

/** Puts out what a verb found: data on stdout or in a file, documents where they were asked for, talk on stderr. */
export async function conclude(
  world: World,
  words: GlobalWords,
  run: Run,
  command: Command,
  outcome: Outcome,
): Promise<number> {
  const { context } = run;
  const isData =
    !command.writes ||
    outcome.shown === true ||
    (outcome.plan === true && context.dryRun) ||
    context.format !== undefined ||
    words.output !== undefined;
  if (outcome.report && isData) {
    const { render } = await import("../output/render.ts");
    const format =
      context.format ??
      (words.output ? formatOf(words.output, command) : world.stdoutIsTerminal ? "table" : "csv");
    const look = {
      columns: world.columns,
      color: colorAllowed(world, words) && !words.output,
      plain: words.plain === true,
    };
    const file = context.format === undefined ? written[endingOf(words.output ?? "")] : undefined;
    const content = file
      ? await (await import("../output/file.ts")).reportFile(outcome.report, file)
      : await render(outcome.report, format, look);
    if (!words.output) world.stdout(String(content));
    else if (!context.dryRun)
      writeWhole(run.resolvePath(words.output), !file && format === "csv" ? `\uFEFF${content}` : content);
  }
  if (outcome.text !== undefined) world.stdout(outcome.text);
  if (outcome.folder !== undefined && !context.dryRun)
    mkdirSync(run.resolvePath(outcome.folder), { recursive: true, mode: 0o700 });
  for (const file of outcome.files ?? [])
    if (!context.dryRun) writeWhole(run.resolvePath(file.path), file.content);
  const wrote = context.dryRun ? "Would write" : "Wrote";
  const said = [
    ...(context.dryRun && !outcome.shown ? ["Dry run: nothing is written. This would happen:"] : []),
    ...(outcome.said ?? []),
    ...(words.output && outcome.report ? [`${wrote} ${words.output}.`] : []),
    ...filesSaid(outcome, wrote),
  ];
  if (!words.quiet) for (const sentence of said) world.stderr(`${sentence}\n`);
  return outcome.findings ? 1 : 0;
}
