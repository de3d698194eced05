export default {
  testEnvironment: "node",
  roots: ["<rootDir>/test"],
  setupFiles: ["<rootDir>/test/setup.ts"],
  extensionsToTreatAsEsm: [".ts"],
  transform: { "^.+\\.ts$": ["@swc/jest", { jsc: { target: "es2023", parser: { syntax: "typescript" } } }] },
  // As in the bundle: nothing goes to the network.
  moduleNameMapper: { "^(node|sync)-fetch$": "<rootDir>/scripts/no-network.cjs" },
  // Much of the time is spent in processes that a test starts, so every core gets a worker.
  maxWorkers: "100%",
  testSequencer: "<rootDir>/scripts/test-order.js",
  testTimeout: 60_000,
};
