// @ts-check
import { forbidden } from "./scripts/layers.mjs";

/** @type {import("dependency-cruiser").IConfiguration} */
export default {
  forbidden,
  options: {
    // Type-only imports count too, and are told apart.
    tsPreCompilationDeps: true,
    tsConfig: { fileName: "tsconfig.json" },
    doNotFollow: { path: "node_modules" },
    // What tools write, and the root's own configuration files.
    exclude: { path: ["^(dist|reports/latest|test-results)/", "^[^/]+[.](ts|mjs)$"] },
    enhancedResolveOptions: { exportsFields: ["exports"], conditionNames: ["import", "types", "node", "default"] },
  },
};
