import { defineConfig } from "tsdown";

export default defineConfig({
  entry: {
    index: "src/index.ts",
    check: "src/check.ts",
    oracles: "src/oracles.ts",
    vitest: "src/vitest.ts",
    cli: "src/cli/main.ts",
    // The child process that drives TensorFlow.js.
    "tfjs-engine": "src/oracles/tfjs/serve.ts",
    // The worker that computes golden vectors.
    "golden-worker": "src/cli/golden/worker.ts",
    // The worker that tries cases of a run.
    "verify-worker": "src/cli/verify-worker.ts",
    // The worker that runs printed programs.
    "repro-worker": "src/cli/repro/worker.ts",
  },
  format: "esm",
  platform: "node",
  target: "node20.19",
  sourcemap: true,
  tsconfig: "tsconfig.build.json",
  // Declarations of the four libraries; the programs are imported by nobody.
  dts: { entry: ["src/*.ts"] },
  // Without an export a declaration file would declare the module "vitest" anew instead of adding a matcher to it.
  footer: { dts: "export {};" },
  // `sideEffects` of package.json speaks to those who bundle Cotangent; here every `import "./file.ts"` is kept.
  treeshake: { moduleSideEffects: [{ external: false, sideEffects: true }] },
  // Dependencies stay outside; the build fails when one would be copied in (TensorFlow.js above all).
  deps: { onlyBundle: [] },
  failOnWarn: true,
});
