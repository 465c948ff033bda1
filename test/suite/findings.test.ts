import { describe, expect, it } from "vitest";
import { cotangent } from "../../src/oracles/cotangent.ts";
import type { Engine } from "../../src/oracles/engine.ts";
import { tensor } from "../../src/tensor/tensor.ts";
import { verified } from "./verified.ts";

const own = cotangent("test");

/** An engine whose values are twice too large, until it is made anew where that helps. */
function spoilt(renewing: "helps" | "does not help" | "is not offered"): Engine {
  let isSpoilt = true;
  const renew = (): Promise<void> => {
    isSpoilt = renewing !== "helps";
    return Promise.resolve();
  };
  return {
    ...own,
    description: { ...own.description, engine: "toy", methods: ["value"] },
    ...(renewing === "is not offered" ? {} : { renew }),
    value: async (request) => {
      const { outputs } = await own.value(request);
      const doubled = Object.entries(outputs).map(([name, { shape, data }]) => {
        return [name, tensor({ shape, data: data.map((x) => (isSpoilt ? 2 * x : x)) })] as const;
      });
      return { outputs: Object.fromEntries(doubled) };
    },
  };
}

async function found(engine: Engine): Promise<readonly string[]> {
  const { results } = await verified({ engines: [engine], ops: ["exp"], cases: 3 });
  return results.findings.map(({ op, kind }) => `${op} ${kind}`);
}

describe("what fails on an engine that may have been spoilt", () => {
  it("is a finding where it fails on one made anew, too", async () => {
    expect(await found(spoilt("does not help"))).toEqual(["exp wrong-value"]);
    expect(await found(spoilt("is not offered"))).toEqual(["exp wrong-value"]);
  });

  it("is none where it does not; the failure still counts in the coverage", async () => {
    const engine = spoilt("helps");
    const { results } = await verified({ engines: [engine], ops: ["exp"], cases: 3 });
    expect(results.findings).toEqual([]);
    expect(results.totals.disagree).toBeGreaterThan(0);
  });
});
