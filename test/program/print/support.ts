import { execFile } from "node:child_process";
import { mkdir, mkdtemp, rm, symlink, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { promisify } from "node:util";
import fc from "fast-check";
import { opCases } from "../../../properties/generators/op-case.ts";
import { programCases } from "../../../properties/generators/program-case.ts";
import type { Case } from "../../../src/checks/case.ts";
import { hvpOfProgram, valueOfProgram, vjpOfProgram } from "../../../src/oracles/cotangent.ts";
import type { Arrays } from "../../../src/oracles/engine.ts";
import { allOps } from "../../../src/program/program.ts";
import type { Mode } from "../../../src/program/print/index.ts";

const root = path.join(import.meta.dirname, "../../..");

/** What a printed program shows: nested lists by name, or how it failed. */
export type Shown = Partial<Record<"outputs" | "gradients" | "products", Record<string, unknown>>> & {
  readonly error?: string;
};

/** A case under a name that says where it is from. */
export interface Sample {
  readonly name: string;
  readonly mode: Mode;
  readonly case: Case;
}

/** Cases of every op, and of programs of several steps, in every mode. */
export function samples(perOp: number, programs: number): Sample[] {
  const cases = [
    ...allOps.flatMap((op) =>
      fc.sample(opCases(op), { seed: 1, numRuns: perOp }).map((c, i) => ({ name: `${op.name}-${String(i)}`, case: c })),
    ),
    ...fc
      .sample(programCases(allOps), { seed: 1, numRuns: programs })
      .map((c, i) => ({ name: `program-${String(i)}`, case: c })),
  ];
  return cases.flatMap((c) =>
    (["value", "vjp", "hvp"] as const).map((mode) => ({ ...c, mode, name: `${c.name}-${mode}` })),
  );
}

/** What our own engine says to a sample. */
export function expected({ case: c, mode }: Sample): Partial<Record<"outputs" | "gradients" | "products", Arrays>> {
  if (mode === "value") return { outputs: valueOfProgram(c) };
  return mode === "vjp" ? vjpOfProgram(c) : hvpOfProgram(c);
}

/** Runs a command on a folder of files, beside which this project's packages can be imported. */
export async function runFiles(
  files: Readonly<Record<string, string>>,
  command: string,
  args: readonly string[],
): Promise<{ readonly stdout: string; readonly stderr: string }> {
  const folder = await mkdtemp(path.join(tmpdir(), "cotangent-print-"));
  try {
    await symlink(path.join(root, "node_modules"), path.join(folder, "node_modules"));
    await mkdir(path.join(folder, "files"));
    for (const [name, text] of Object.entries(files)) await writeFile(path.join(folder, "files", name), text);
    return await promisify(execFile)(command, [...args, path.join(folder, "files")], { maxBuffer: 2 ** 26 });
  } finally {
    await rm(folder, { recursive: true });
  }
}

/** The numbers of nested lists, row-major. */
export function flat(x: unknown): number[] {
  return Array.isArray(x) ? x.flatMap(flat) : [Number(x)];
}

/** Where an answer differs from our own engine's by more than `tolerance`, relative to the larger of 1 and the number. */
export function differences(sample: Sample, shown: Shown | undefined, tolerance: number): string[] {
  if (shown === undefined || shown.error !== undefined) return [`${sample.name}: ${shown?.error ?? "no answer"}`];
  return Object.entries(expected(sample)).flatMap(([part, arrays]) =>
    Object.entries(arrays).flatMap(([name, { data }]) => {
      const list = shown[part as keyof typeof arrays]?.[name];
      // TensorFlow.js leaves out a product that is zero everywhere.
      const got = list === undefined && part === "products" ? Array.from(data, () => 0) : flat(list);
      const near = got.length === data.length && got.every((x, i) => isNear(x, data[i]!, tolerance));
      return near ? [] : [`${sample.name}: ${part}.${name}: got ${String(got)}, want ${String([...data])}`];
    }),
  );
}

function isNear(a: number, b: number, tolerance: number): boolean {
  return Object.is(a, b) || Math.abs(a - b) <= tolerance * Math.max(1, Math.abs(b));
}
