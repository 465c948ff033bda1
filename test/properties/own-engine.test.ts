import { describe, expect, it } from "vitest";
import { laws } from "../../properties/laws/index.ts";
import { allOps } from "../../src/program/program.ts";
import { PROGRAMS } from "../../src/suite/plan.ts";
import { breaches } from "./breaches.ts";

describe("every law holds on our own engine", () => {
  it.each(allOps.map((op) => op.name))("at cases of %s", async (op) => {
    const { found, conclusive } = await breaches(op, 30);
    expect(found).toEqual([]);
    for (const law of laws.filter((l) => l.applies !== "others" && (l.order < 2 || op !== "max")))
      expect(conclusive.get(law.name), `${law.name} never came to a conclusion`).toBeGreaterThan(0);
  });

  it("at random programs", async () => {
    const { found, conclusive } = await breaches(PROGRAMS, 300);
    expect(found).toEqual([]);
    for (const count of conclusive.values()) expect(count).toBeGreaterThan(200);
  });
});
