import { spawnSync } from "node:child_process";
import {
  closeSync,
  mkdtempSync,
  openSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { words } from "../scripts/words.js";
import { main, type World } from "../src/cli/main.ts";

export const root = new URL("..", import.meta.url).pathname;

/** Where the transcripts are. */
export const golden = join(root, "test", "golden");

/** Every transcript, by its path in that folder. */
export const transcripts = (): string[] =>
  readdirSync(golden, { recursive: true })
    .map((f) => String(f).replaceAll("\\", "/"))
    .filter((f) => f.endsWith(".txt"))
    .sort((a, b) => a.localeCompare(b, "en"));

/** What a command line printed, on both streams in order, and its exit code. */
interface Said {
  readonly text: string;
  readonly exit: number;
}

/** Runs one command line in a folder. */
export type Runner = (argv: readonly string[], folder: string) => Promise<Said>;

/** The environment of every transcript: a store in its folder, a fixed day, an invented co-ordinator. */
export const transcriptEnv = {
  INVOLVE_STORE: "unit.db",
  INVOLVE_TODAY: "2026-11-23",
  INVOLVE_BY: "Harriet Osei",
} as const;

const { version } = JSON.parse(readFileSync(join(root, "package.json"), "utf8")) as { version: string };

/** A world without a terminal, in a folder, that keeps what was printed. */
export function world(
  argv: readonly string[],
  cwd: string,
  print: (text: string) => void,
  changes: Partial<World> = {},
): World {
  return {
    argv,
    cwd,
    env: transcriptEnv,
    root,
    version,
    login: "tester",
    platform: "linux",
    home: cwd,
    now: () => new Date("2026-11-23T12:00:00Z"),
    stdinIsTerminal: false,
    stdoutIsTerminal: false,
    stderrIsTerminal: false,
    columns: 100,
    stdout: print,
    stderr: print,
    ...changes,
  };
}

/** Runs a command line in this process. */
export const inProcess: Runner = async (argv, folder) => {
  let text = "";
  const exit = await main(world(argv, folder, (t) => (text += t)));
  return { text, exit };
};

/** Runs a command line as a process of the built program, both streams into one file so that their order is kept. */
export const spawned: Runner = (argv, folder) => {
  const said = join(folder, ".said");
  const file = openSync(said, "w");
  const { NODE_OPTIONS: _options, ...env } = process.env;
  const { status } = spawnSync(process.execPath, [join(root, "bin", "involve.js"), ...argv], {
    cwd: folder,
    env: { ...env, ...transcriptEnv },
    stdio: ["ignore", file, file],
  });
  closeSync(file);
  const text = readFileSync(said, "utf8");
  rmSync(said);
  return Promise.resolve({ text, exit: status ?? -1 });
};

/** A temporary folder with the fixtures in it; the caller removes it. */
export function folderWithFixtures(): string {
  const folder = mkdtempSync(join(tmpdir(), "involve-"));
  symlinkSync(join(root, "fixtures"), join(folder, "fixtures"));
  return folder;
}

/** What a person sees, without what differs from machine to machine. */
const steady = (text: string, folder: string): string =>
  text
    .replaceAll("\r\n", "\n")
    .replaceAll(folder, "<folder>")
    .replace(/"bytes": \d+/, '"bytes": <n>')
    .replace(/\d+ rules hold/, "<n> rules hold");

const answer = ({ text, exit }: Said, folder: string): string => {
  const said = steady(text, folder);
  return `${said}${said === "" || said.endsWith("\n") ? "" : "\n"}${exit === 0 ? "" : `[exit ${exit}]\n`}`;
};

/**
 * Replays a transcript and answers it as it now reads. `# …` after a blank line is a comment (elsewhere it is
 * Markdown that was printed), `@ name` with `| …` lines writes a file,
 * `$ involve …` is a command followed by what it said and, unless 0, its exit code. Blank lines separate.
 */
async function replay(text: string, run: Runner, folder: string): Promise<string> {
  const out: string[] = [];
  let file: { name: string; lines: string[] } | null = null;
  const finishFile = (): void => {
    if (file) writeFileSync(join(folder, file.name), `${file.lines.join("\n")}\n`);
    file = null;
  };
  let before = "";
  for (const line of text.split("\n")) {
    const first = before === "";
    before = line;
    if (file && (line.startsWith("| ") || line === "|")) {
      (file as { lines: string[] }).lines.push(line.slice(2));
      out.push(`${line}\n`);
      continue;
    }
    finishFile();
    if (line.startsWith("@ ")) {
      file = { name: line.slice(2).trim(), lines: [] };
      out.push(`\n${line}\n`);
    } else if (line.startsWith("# ") && first) out.push(`\n${line}\n`);
    else if (line.startsWith("$ ")) {
      const [program, ...argv] = words(line.slice(2));
      if (program === "cat")
        out.push(`${line}\n${steady(readFileSync(join(folder, argv[0] ?? ""), "utf8"), folder)}`);
      else if (program === "involve") out.push(`${line}\n${answer(await run(argv, folder), folder)}`);
      else throw new Error(`a transcript runs involve or cat, not ${program}`);
    }
  }
  return `${out
    .join("")
    .replace(/^\n/, "")
    .replace(/\n\n\n+/g, "\n\n")}`;
}

/** Replays a transcript in a folder of its own. */
export async function replayAlone(text: string, run: Runner): Promise<string> {
  const folder = folderWithFixtures();
  try {
    return await replay(text, run, folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
