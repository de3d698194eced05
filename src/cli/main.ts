import { catalogue, verbsInShort } from "./catalogue.ts";

/** What the program may see and do; the real one is made in `bin/`, tests make their own. */
export interface World {
  readonly argv: readonly string[];
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly cwd: string;
  /** Folder of the program's own files: `schema.sql` and the seed are read from it. */
  readonly root: string;
  readonly version: string;
  readonly login: string;
  readonly platform: string;
  readonly home: string;
  now(): Date;
  readonly stdinIsTerminal: boolean;
  readonly stdoutIsTerminal: boolean;
  readonly stderrIsTerminal: boolean;
  /** Width of the terminal in columns. */
  readonly columns: number;
  stdout(text: string): void;
  stderr(text: string): void;
}

/** Options that every verb takes: how they are written, and what they do. */
export const globalOptions: readonly (readonly [flags: string, about: string])[] = [
  ["--store <file>", "the store to use (else INVOLVE_STORE, else your data folder)"],
  ["--today <date>", "the day to take as today (else INVOLVE_TODAY, else the clock)"],
  ["--by <name>", "who is doing this, for the record (else INVOLVE_BY, else your login)"],
  ["--format <format>", "table, csv, json, md or html (a table on a terminal, CSV when piped)"],
  ["--no-input", "never ask; say what is missing"],
  ["--yes", "answer yes to confirmations"],
  ["--quiet", "say nothing when all is well"],
  ["--plain", "no lines drawn and no colour, for screen readers"],
  ["--no-color", "no colour (NO_COLOR does the same)"],
];

/** The option of every verb that puts out data, but for those that have one of their own. */
export const outputOption = [
  "--output <file>",
  "write the data to a file; its ending chooses the format",
] as const;

/** Words with commas between them, in lines of at most so many characters. */
function inLines(words: readonly string[], width: number): string[] {
  const lines: string[] = [];
  for (const word of words) {
    const longer = `${lines.at(-1)}, ${word}`;
    if (lines.length > 0 && longer.length < width) lines[lines.length - 1] = longer;
    else {
      if (lines.length > 0) lines[lines.length - 1] += ",";
      lines.push(word);
    }
  }
  return lines;
}

/** The help of the whole program, from the catalogue alone. */
export function topHelp(): string {
  const rows = catalogue.map((n) => {
    const verbs = inLines(verbsInShort(n), 84).map((line) => `\n${" ".repeat(14)}${line}`);
    return `  ${n.name.padEnd(12)}${n.about}${verbs.join("")}`;
  });
  const flags = [...globalOptions, outputOption].map(([option, about]) => `  ${option.padEnd(18)}${about}`);
  return [
    "involve: runs lived-experience involvement from one file.",
    "",
    "Usage: involve <noun> <verb> [words] [options]",
    "",
    ...rows,
    "",
    "Options of every verb",
    ...flags,
    "  --dry-run         with a verb that writes: show what would happen, write nothing",
    "",
    'Example: involve member add "Amina Khan" --group lewg --joined 2026-01-12',
    "More:    involve <noun> --help, involve <noun> <verb> --help, or choose from: involve menu",
    "",
  ].join("\n");
}

/** Runs one command line and answers its exit code; never throws. */
export async function main(world: World): Promise<number> {
  const [first, ...rest] = world.argv;
  if (rest.length === 0 && (first === "--version" || first === "-V")) {
    world.stdout(`${world.version}\n`);
    return 0;
  }
  if (
    first === undefined ||
    (rest.length === 0 && (first === "--help" || first === "-h" || first === "help"))
  ) {
    world.stdout(topHelp());
    return 0;
  }
  const { runProgram } = await import("./program.ts");
  return runProgram(world);
}
