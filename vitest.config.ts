import { defineConfig } from "vitest/config";

const ci = process.env["CI"] !== undefined && process.env["CI"] !== "";

export default defineConfig({
  test: {
    include: ["test/**/*.test.ts", "properties/**/*.test.ts"],
    pool: "forks",
    testTimeout: 20_000,
    hookTimeout: 60_000,
    // Tests run in any order. The seed is printed; `npx vitest run --sequence.seed=N` repeats it.
    sequence: { shuffle: true },
    allowOnly: !ci,
    // `.ci/run` counts from the JSON file.
    reporters: ci ? ["default", "json", "junit"] : ["default"],
    outputFile: { json: "test-results/vitest.json", junit: "test-results/vitest.xml" },
  },
});
