import { it } from "vitest";
import path from "node:path";
import { printJax, printTfjs, printTorch } from "../../../src/program/print/index.ts";
import { differences, runFiles, samples, type Shown } from "./support.ts";
import { writeFileSync } from "node:fs";
const N = Number(process.env["N"] ?? 3),
  P = Number(process.env["P"] ?? 30);
const all = samples(N, P);
async function go(
  what: string,
  ext: string,
  print: (s: (typeof all)[number]) => string,
  cmd: string,
  args: string[],
  tol: number,
) {
  const files: Record<string, string> = {};
  const bad: string[] = [];
  for (const s of all)
    try {
      files[s.name + ext] = print(s);
    } catch (e) {
      bad.push(s.name + " PRINT " + String(e));
    }
  const { stdout } = await runFiles(files, cmd, args);
  const got = JSON.parse(stdout) as Record<string, Shown>;
  for (const s of all) bad.push(...differences(s, got[s.name + ext], tol));
  writeFileSync(`/tmp/scratch-${what}.txt`, bad.join("\n"));
  writeFileSync(`/tmp/scratch-${what}.json`, JSON.stringify(files, null, 1));
  console.log(
    what,
    all.length,
    "bad",
    bad.length,
    "\n" +
      bad
        .slice(0, 60)
        .map((x) => x.slice(0, 220))
        .join("\n"),
  );
}
const dir = import.meta.dirname;
const which = (process.env["W"] ?? "torch,jax,tfjs").split(",");
if (which.includes("torch"))
  it(
    "torch",
    () =>
      go("torch", ".py", (s) => printTorch(s.case, s), "/tmp/pyv/bin/python", [path.join(dir, "run_all.py")], 1e-12),
    600000,
  );
if (which.includes("jax"))
  it(
    "jax",
    () => go("jax", ".py", (s) => printJax(s.case, s), "/tmp/pyv/bin/python", [path.join(dir, "run_all.py")], 1e-12),
    600000,
  );
if (which.includes("tfjs"))
  it(
    "tfjs",
    () =>
      go(
        "tfjs",
        ".mjs",
        (s) => printTfjs(s.case, { ...s, engine: "tfjs-cpu" }),
        process.execPath,
        [path.join(dir, "run-all.mjs")],
        1e-4,
      ),
    600000,
  );
