import fc from "fast-check";

// Where a whole check is run its cases are the same each time, so that a failure is about the change; elsewhere they are new.
if (process.env["CI"]) fc.configureGlobal({ seed: 20261123 });
