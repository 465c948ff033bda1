import { cp, mkdir, mkdtemp, rm, symlink, writeFile } from "node:fs/promises";
import { existsSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { afterEach, expect, it } from "vitest";
import { UnsupportedError } from "../../src/base/errors.ts";
import { tfjs } from "../../src/oracles/tfjs/index.ts";

const dist = fileURLToPath(new URL("../../dist/", import.meta.url));
const modules = fileURLToPath(new URL("../../node_modules/", import.meta.url));

const made: string[] = [];
afterEach(async () => {
  await Promise.all(made.splice(0).map((folder) => rm(folder, { recursive: true })));
});

/** Somebody's project that has Cotangent and not TensorFlow.js. */
async function project(): Promise<{ readonly root: string; readonly entry: URL }> {
  if (!existsSync(path.join(dist, "tfjs-engine.mjs"))) throw new Error('dist/ is missing: run "npm run build" first');
  const root = await mkdtemp(path.join(tmpdir(), "cotangent-"));
  made.push(root);
  const installed = path.join(root, "node_modules", "cotangent", "dist");
  await cp(dist, installed, { recursive: true });
  await symlink(path.join(modules, "zod"), path.join(root, "node_modules", "zod"));
  return { root, entry: pathToFileURL(path.join(installed, "tfjs-engine.mjs")) };
}

it.each([
  ["cpu", 'tfjs-cpu: @tensorflow/tfjs is not installed; run "npm install @tensorflow/tfjs"'],
  [
    "wasm",
    "tfjs-wasm: @tensorflow/tfjs and @tensorflow/tfjs-backend-wasm are not installed; " +
      'run "npm install @tensorflow/tfjs @tensorflow/tfjs-backend-wasm"',
  ],
  ["node", 'tfjs-node: @tensorflow/tfjs-node is not installed; run "npm install @tensorflow/tfjs-node"'],
] as const)("a %s that is not installed says how to mend it", async (backend, message) => {
  const { entry } = await project();
  await expect(tfjs(backend, { entry })).rejects.toThrow(new UnsupportedError(message));
});

it("a native library that does not load says how to mend it", async () => {
  const { root, entry } = await project();
  const broken = path.join(root, "node_modules", "@tensorflow", "tfjs-node");
  await mkdir(broken, { recursive: true });
  const why = "libtensorflow.so.2: cannot open shared object file: No such file or directory";
  await writeFile(path.join(broken, "index.js"), `throw new Error(${JSON.stringify(`${why}\nmore`)});`);
  await expect(tfjs("node", { entry })).rejects.toThrow(
    new UnsupportedError(
      `tfjs-node: @tensorflow/tfjs-node is not working (${why}); run "npm rebuild @tensorflow/tfjs-node"`,
    ),
  );
});

it("a native library that takes the process down is no end of ours", async () => {
  const { root, entry } = await project();
  const broken = path.join(root, "node_modules", "@tensorflow", "tfjs-node");
  await mkdir(broken, { recursive: true });
  await writeFile(path.join(broken, "index.js"), "process.abort();");
  await expect(tfjs("node", { entry })).rejects.toMatchObject({
    name: "EngineCrashError",
    how: "was ended by SIGABRT",
  });
});
