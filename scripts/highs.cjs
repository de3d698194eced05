// HiGHS as the program loads it: compiled from the file beside it at once, which takes less time than by way of promises.
const { readFileSync } = require("node:fs");
const { join } = require("node:path");
const load = require("highs");

/** Emscripten's own hook: whoever instantiates hands the instance over. */
function instantiateWasm(imports, done) {
  const compiled = new WebAssembly.Module(readFileSync(join(__dirname, "highs.wasm")));
  done(new WebAssembly.Instance(compiled, imports), compiled);
  return {};
}

module.exports = () => load({ instantiateWasm });
