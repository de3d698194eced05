// The files that take longest start first, also where no earlier run is remembered: else the last of them keeps one core waiting.
import { basename } from "node:path";
import sequencer from "@jest/test-sequencer";

const long = [
  "golden-processes.test.ts",
  "golden.test.ts",
  "formats.test.ts",
  "writes.test.ts",
  "twins.test.ts",
  "imports.test.ts",
  "naming.test.ts",
  "long-import.test.ts",
  "nonsense.test.ts",
  "leaks.test.ts",
  "processes.test.ts",
  "published.test.ts",
  "sources.test.ts",
  "match-whole-way.test.ts",
  "teams.test.ts",
  "hidden.test.ts",
];

export default class LongestFirst extends (sequencer.default ?? sequencer) {
  sort(tests) {
    const rank = ({ path }) => (long.includes(basename(path)) ? long.indexOf(basename(path)) : long.length);
    return [...super.sort(tests)].sort((a, b) => rank(a) - rank(b));
  }
}
