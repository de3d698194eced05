// Loads the bundled program with the code that V8 compiled when it was built; where another version of node refuses that
// cache, it is compiled anew. Copied to dist/ by the build.
const { readFileSync, existsSync } = require("node:fs");
const { createRequire } = require("node:module");
const { dirname, join } = require("node:path");
const vm = require("node:vm");

const filename = join(__dirname, "program.cjs");
const cacheFile = join(__dirname, "program.cache");
const script = new vm.Script(
  `(function (exports, require, module, __filename, __dirname) {${readFileSync(filename, "utf8")}\n})`,
  {
    filename,
    ...(existsSync(cacheFile) ? { cachedData: readFileSync(cacheFile) } : {}),
  },
);
script.runInThisContext()(module.exports, createRequire(filename), module, filename, dirname(filename));

/** What V8 has compiled so far; the build keeps it. */
module.exports.createCache = () => script.createCachedData();
