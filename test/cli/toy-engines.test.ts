import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";
import type { Finding } from "../../src/suite/results.ts";
import { cotangent, folder, resultsOf } from "./support.ts";

const faulty = fileURLToPath(new URL("../engines/faulty.mjs", import.meta.url));

/** What is found in a process that does one thing wrong with gradients. */
const expected: Readonly<Record<string, { readonly kind: string; readonly says: RegExp }>> = {
  hang: { kind: "timeout", says: /no answer to vjp within 300 ms/ },
  exit: { kind: "crash", says: /exit code 3/ },
  signal: { kind: "crash", says: /SIGSEGV/ },
  error: { kind: "throws", says: /no kernel for the backward/ },
  none: { kind: "missing-gradient", says: /no gradient registered/ },
  text: { kind: "protocol", says: /Segmentation fault/ },
  stranger: { kind: "protocol", says: /id/ },
  missing: { kind: "protocol", says: /gradients/ },
  complex: { kind: "protocol", says: /gradients\.x/ },
  short: { kind: "protocol", says: /gradients\.x/ },
  flat: { kind: "wrong-shape", says: /has shape/ },
  nan: { kind: "non-finite", says: /is NaN/ },
  sign: { kind: "wrong-gradient", says: /its sign is the wrong one/ },
  fickle: { kind: "wrong-gradient", says: /right is/ },
};

/** A few laws tell it as well as all do, and without all of them the golden vectors are not asked for. */
const tried = "value-agreement,gradient-shapes,vjp-agreement,zero-cotangent";

/** What a run over these laws finds in a process with a fault. */
async function findingsIn(fault: string, ops: string): Promise<readonly Finding[]> {
  const out = folder();
  const engine = `faulty=${process.execPath} '${faulty}' ${fault}`;
  const flags = ["--ops", ops, "--laws", tried, "--cases", "2", "--timeout", "0.3", "--out", out, "--quiet"] as const;
  const { code } = await cotangent("verify", "--engines", "cotangent", "--engine-command", engine, ...flags);
  expect(code).toBe(1);
  return resultsOf(out).findings;
}

describe("a process that is wrong in one way is found out", () => {
  test.each(Object.entries(expected))("%s", async (fault, { kind, says }) => {
    const findings = await findingsIn(fault, "square");
    expect(findings.map((f) => [f.engine, f.op, f.kind, f.order])).toEqual([["faulty", "square", kind, 1]]);
    expect(findings[0]!.diagnosis).toMatch(says);
    expect(findings[0]!.case.program.steps).toHaveLength(1);
  });

  test("an op that it has by name alone", async () => {
    const findings = await findingsIn("claims", "negative,square,exp");
    expect(findings.map(({ op, kind, order }) => [op, kind, order])).toContainEqual(["exp", "wrong-value", 0]);
    expect(findings.filter(({ op }) => op !== "exp")).toEqual([]);
  });
});
