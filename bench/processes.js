// What the benches of whole processes share: a script bundled like the program itself, its time, and where CBC is.
import { spawnSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { build } from "esbuild";

const dist = join(import.meta.dirname, "..", "dist");
/** The certificates of a machine would make every start slower, and the ratio to a bare start smaller. */
const { NODE_EXTRA_CA_CERTS: _, ...env } = process.env;

/** CBC (Debian: apt-get install coinor-cbc), where it is installed. */
export const cbc = ["/usr/bin/cbc", "/usr/local/bin/cbc", "/opt/homebrew/bin/cbc"].find((path) =>
  existsSync(path),
);

export const median = (list) => list.toSorted((a, b) => a - b)[Math.floor(list.length / 2)];

/** How long a process takes by the clock and of the processor, in milliseconds; null where it was stopped after so many seconds. */
export function timed(command, args, seconds) {
  const words = ['TIMEFORMAT="%U"; time "$@"', "bench", command, ...args];
  const started = process.hrtime.bigint();
  const { status, signal, stdout, stderr } = spawnSync("bash", ["-c", ...words], {
    env: { ...env, LC_ALL: "C" },
    encoding: "utf8",
    maxBuffer: 1 << 28,
    ...(seconds ? { timeout: Math.ceil(seconds * 1000), killSignal: "SIGKILL" } : {}),
  });
  const clock = Number(process.hrtime.bigint() - started) / 1e6;
  if (signal) return null;
  if (status !== 0) throw new Error(`${command} ended with ${status}: ${stderr}`);
  return { clock, user: Number(stderr.trim().split("\n").at(-1)) * 1000, stdout };
}

/** Bundles a script of this folder into another one, the solver beside it as it is in the program; answers where it is. */
export async function bundled(name, folder) {
  const source = readFileSync(join(import.meta.dirname, name), "utf8");
  const imports = source.match(/^import .*$/gm).join("\n");
  const outfile = join(folder, name.replace(/js$/, "cjs"));
  await build({
    stdin: {
      contents: `${imports}\n(async () => {${source.replace(/^import .*$/gm, "")}})();`,
      resolveDir: import.meta.dirname,
    },
    bundle: true,
    platform: "node",
    format: "cjs",
    minify: true,
    supported: { "dynamic-import": false },
    plugins: [
      {
        name: "highs",
        setup: (esbuild) =>
          esbuild.onResolve({ filter: /^highs$/ }, () => ({ path: join(dist, "highs.cjs"), external: true })),
      },
    ],
    outfile,
  });
  return outfile;
}
