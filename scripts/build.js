// Bundles src/ into dist/: a small entry that answers --version and --help by itself, one file with everything else, and
// the code V8 makes of that file. Libraries that few commands need stay outside and are loaded when they are used.
import { execFileSync } from "node:child_process";
import { copyFileSync, rmSync } from "node:fs";
import { build } from "esbuild";

rmSync("dist", { recursive: true, force: true });

const common = {
  bundle: true,
  platform: "node",
  target: "node20.19",
  format: "cjs",
  minify: true,
  keepNames: true,
  legalComments: "none",
  logLevel: "warning",
};

/** The entry reaches the rest of the program by file, so that it is read only when it is needed. */
const apart = {
  name: "apart",
  setup: (esbuild) =>
    esbuild.onResolve({ filter: /\/program\.ts$/ }, () => ({ path: "./load.cjs", external: true })),
};

await build({
  ...common,
  entryPoints: ["src/cli/main.ts"],
  outfile: "dist/main.cjs",
  plugins: [apart],
  supported: { "dynamic-import": false },
});
await build({
  ...common,
  entryPoints: ["src/cli/program.ts"],
  outfile: "dist/program.cjs",
  external: ["inquirer", "docx"],
  define: { "import.meta.url": "importMetaUrl" },
  banner: { js: 'const importMetaUrl = require("node:url").pathToFileURL(__filename).href;' },
});
copyFileSync("scripts/load.cjs", "dist/load.cjs");
execFileSync(process.execPath, ["scripts/cache.cjs"], { stdio: "inherit" });
