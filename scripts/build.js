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
/** Libraries that few commands need: each a file of its own, read when it is used. */
const rare = [
  "inquirer",
  "docx",
  "highs",
  "fflate",
  "ical-generator",
  "mammoth",
  "read-excel-file/universal",
  "write-excel-file/node",
  "xmlbuilder2",
];
const fileOf = (name) => `${name.replaceAll("/", "-")}.cjs`;
const onUse = {
  name: "on use",
  setup: (esbuild) =>
    esbuild.onResolve({ filter: new RegExp(`^(${rare.join("|")}|@citation-js/.*)$`) }, ({ path }) => ({
      path: path.startsWith("@citation-js/") ? "./citation-js.cjs" : `./${fileOf(path)}`,
      external: true,
    })),
};
// CommonJS has no import.meta.url; and what is run from V8's cache may not import(), so both become require().
const asRequire = {
  supported: { "dynamic-import": false },
  define: { "import.meta.url": "importMetaUrl" },
  banner: { js: 'const importMetaUrl = require("node:url").pathToFileURL(__filename).href;' },
};
await build({
  ...common,
  ...asRequire,
  entryPoints: ["src/cli/program.ts"],
  outfile: "dist/program.cjs",
  plugins: [onUse],
});
/** This one has a default export and no other: require() gives that, as import() does in the tests. */
const onlyDefault = (name) =>
  name === "write-excel-file/node" ? { footer: { js: "module.exports = module.exports.default;" } } : {};
/** These are bundled from a script of ours that loads them in another way. */
const byScript = { highs: "scripts/highs.cjs" };
for (const name of rare)
  await build({
    ...common,
    ...asRequire,
    ...onlyDefault(name),
    entryPoints: [byScript[name] ?? name],
    outfile: `dist/${fileOf(name)}`,
  });
await build({
  ...common,
  ...asRequire,
  entryPoints: ["scripts/citation-js.cjs"],
  outfile: "dist/citation-js.cjs",
  alias: { "node-fetch": "./scripts/no-network.cjs", "sync-fetch": "./scripts/no-network.cjs" },
});
// The solver is WebAssembly, which scripts/highs.cjs reads from beside itself.
copyFileSync("node_modules/highs/build/highs.wasm", "dist/highs.wasm");
copyFileSync("scripts/load.cjs", "dist/load.cjs");
execFileSync(process.execPath, ["scripts/cache.cjs"], { stdio: "inherit" });
