import { defineConfig } from "vitest/config";

/** The tests that have to catch every mutation of `npm run mutation`. */
export default defineConfig({ test: { include: ["test/checks/{compare,budget}.test.ts"], pool: "forks" } });
