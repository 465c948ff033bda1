import { it } from "vitest";
import path from "node:path";
import { printJax, printTfjs, printTorch } from "../../../src/program/print/index.ts";
import { tensor } from "../../../src/index.ts";
import { zeros } from "../../../src/tensor/tensor.ts";
import type { Case } from "../../../src/checks/case.ts";
import { differences, runFiles, type Sample, type Shown } from "./support.ts";
const x = tensor([[0.5, -1.5], [25, 3.25]]);
const one = (op: string, inputs: Case["inputs"], attrs: Record<string, unknown>, g: Case["cotangents"][string], extra: Partial<Case> = {}): Case => ({ program: { inputs: Object.keys(inputs), steps: [{ out: "out", op, in: Object.keys(inputs), attrs }], outputs: ["out"] }, inputs, wrt: ["x"], cotangents: { out: g }, tangents: { x: tensor([[1, 2], [3, -0.5]]) }, ...extra });
const cases: Record<string, Case> = {
  ...Object.fromEntries(["sum", "mean", "max"].flatMap((op) => [[op + "-none", one(op, { x }, { axis: [] }, x)], [op + "-none-keep", one(op, { x }, { axis: [], keepdims: true }, x)], [op + "-null", one(op, { x }, { axis: null }, tensor(2))], [op + "-two", one(op, { x }, { axis: [-1, 0], keepdims: true }, tensor([[2]]))]])),
  clip: one("clip", { x }, {}, x),
  softplus: one("softplus", { x }, {}, x),
  take: one("take", { x, indices: tensor([-1, 0, -2]) }, { axis: -1 }, tensor([[1, 2, 3], [4, 5, 6]])),
  names: { program: { inputs: ["class", "tf", "a b", "a-b", "1", "ŷ", "lambda", "dŷ", "f", "g", "__proto__"], steps: [{ out: "torch", op: "concat", in: ["class", "tf", "a b", "a-b", "1", "ŷ", "lambda", "dŷ", "f", "g", "__proto__"] }, { out: "print", op: "square", in: ["torch"] }], outputs: ["print"] }, inputs: Object.fromEntries(["class", "tf", "a b", "a-b", "1", "ŷ", "lambda", "dŷ", "f", "g", "__proto__"].map((n, i) => [n, tensor([i + 0.5])])), wrt: ["class", "ŷ", "1"], cotangents: { print: tensor(Array.from({ length: 11 }, (_, i) => i)) }, tangents: { class: tensor([1]), "ŷ": tensor([2]), f: tensor([3]) } },
  special: one("multiply", { x: tensor([[NaN, Infinity], [-0, 1e300]]), y: tensor([[1, 2], [3, 1e-320]]) }, {}, tensor([[1, -Infinity], [-0, 5e-324]]), { tangents: { x: tensor([[1, 2], [3, 4]]), y: tensor([[1, 2], [3, 4]]) } }),
  unconnected: { program: { inputs: ["x", "y", "z"], steps: [{ out: "u", op: "sigmoid", in: ["x"] }, { out: "c", op: "square", in: ["y"] }, { out: "d", op: "multiply", in: ["y", "u"] }], outputs: ["u", "c"] }, inputs: { x, y: x, z: tensor([1, 2]) }, wrt: ["x", "z"], cotangents: { u: x }, tangents: { x, z: tensor([1, 1]) } },
  inputout: { program: { inputs: ["x"], steps: [], outputs: ["x"] }, inputs: { x }, wrt: ["x"], cotangents: { x }, tangents: { x } },
  noWrt: one("square", { x }, {}, x, { wrt: [], tangents: {} }),
  along: { program: { inputs: ["x", "y"], steps: [{ out: "o", op: "multiply", in: ["x", "y"] }, { out: "p", op: "multiply", in: ["o", "y"] }], outputs: ["p"] }, inputs: { x, y: x }, wrt: ["x"], cotangents: { p: x }, tangents: { y: x } },
  empty: one("multiply", { x: zeros([2, 0, 3]), y: zeros([3]) }, {}, zeros([2, 0, 3]), { tangents: { x: zeros([2, 0, 3]) } }),
  implicit: (() => { const { cotangents: _, ...c } = one("mean", { x }, {}, x); return c as Case; })(),
};
const all: Sample[] = Object.entries(cases).flatMap(([name, c]) => (["value", "vjp", "hvp"] as const).map((mode) => ({ name: `${name}-${mode}`, mode, case: c })));
async function go(what: string, ext: string, print: (s: (typeof all)[number]) => string, cmd: string, args: string[], tol: number) {
  const files: Record<string, string> = {}; const bad: string[] = [];
  for (const s of all) try { files[s.name + ext] = print(s); } catch (e) { bad.push(s.name + " PRINT " + String(e)); }
  const { stdout } = await runFiles(files, cmd, args);
  const got = JSON.parse(stdout) as Record<string, Shown>;
  for (const s of all) bad.push(...differences(s, got[s.name + ext], tol));
  console.log(what, all.length, "bad", bad.length, "\n" + bad.join("\n"));
  if (what !== "tfjs") console.log(files["names-hvp" + ext]);
  else console.log(files["names-hvp" + ext], files["special-vjp" + ext], files["unconnected-hvp" + ext]);
}
const dir = import.meta.dirname;
it("torch", () => go("torch", ".py", (s) => printTorch(s.case, s), "/tmp/pyv/bin/python", [path.join(dir, "run_all.py")], 1e-12), 600000);
it("jax", () => go("jax", ".py", (s) => printJax(s.case, s), "/tmp/pyv/bin/python", [path.join(dir, "run_all.py")], 1e-12), 600000);
it("tfjs", () => go("tfjs", ".mjs", (s) => printTfjs(s.case, { ...s, engine: "tfjs-cpu" }), process.execPath, [path.join(dir, "run-all.mjs")], 1e-4), 600000);
