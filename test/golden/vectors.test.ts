import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { companions, draftsOf, generate, units } from "../../golden/files.ts";
import { flags } from "../../golden/flags.ts";
import { labelsOf } from "../../golden/samples.ts";
import { cotangent } from "../../src/oracles/cotangent.ts";
import { allOps, attrsOf } from "../../src/program/program.ts";
import { checkFile } from "../../src/suite/golden/check-files.ts";
import { storedText, unitOf, vectorsOf } from "./support.ts";

/** Vectors that every op has; the others follow from what its entry declares. */
const EVERYWHERE = ["typical", "full-precision", "tails", "unused-input", "throws-attribute", "throws-arity"];

describe("the golden vectors", () => {
  it("are small enough to be read by anyone", () => {
    expect(units.reduce((size, unit) => size + storedText(unit).length, 0)).toBeLessThan(20e6);
  });

  it("use every flag that is described, and no other", () => {
    const used = new Set(units.flatMap(({ name }) => vectorsOf(name)).flatMap((vector) => vector.flags));
    expect([...used].toSorted()).toEqual(Object.keys(flags).toSorted());
  });

  it("have one id each, in order", () => {
    const ids = units.flatMap(({ name }) => vectorsOf(name).map(({ id }) => id));
    expect(new Set(ids).size).toBe(ids.length);
    for (const { name } of units) {
      const own = vectorsOf(name).map(({ id }) => id);
      expect(own).toEqual(own.toSorted());
    }
  });

  it.each(Object.entries(companions()))("come with %s", (file, text) => {
    expect(readFileSync(new URL(`../../golden/${file}`, import.meta.url), "utf8")).toBe(text);
  });

  // All of them are computed anew by `npm run golden`, which takes a minute.
  it.each(["clip", "concat", "maximum", "take", "rosenbrock-hessian"])(
    "of %s are what the generator writes",
    (name) => {
      expect(generate(unitOf(name))).toBe(storedText(unitOf(name)));
    },
  );

  it.each(units.map(({ name }) => name))("of %s are those that are drafted", (name) => {
    const drafted = draftsOf(name).map((draft) => draft.id);
    expect(vectorsOf(name).map(({ id }) => id.slice(id.lastIndexOf("/") + 1))).toEqual(drafted.toSorted());
  });

  it.each(allOps.map((op) => [op.name, op] as const))("of %s leave nothing out", (name, op) => {
    const vectors = vectorsOf(name);
    const met = new Set(vectors.flatMap((vector) => vector.flags));
    const wanted = [
      ...EVERYWHERE,
      // Whole numbers have no special values.
      ...(Object.values(op.face!.domain.inputs).every(({ whole }) => whole) ? [] : ["special-values"]),
      ...(op.kind === "constant" ? [] : ["second-order"]),
      ...labelsOf(op).map(({ flag }) => flag),
    ];
    expect(wanted.filter((flag) => !met.has(flag))).toEqual([]);
    for (const [attribute, { type }] of Object.entries<{ readonly type: string }>({ ...op.attrs })) {
      const values = vectors
        .filter(({ result }) => result !== "throws")
        .flatMap(({ program }) => program.steps.filter((step) => step.op === name).map(attrsOf))
        .map((attrs) => new Map(Object.entries(attrs)).get(attribute) as unknown);
      const every = [...(type === "boolean" ? [true, false] : []), ...(type.includes("null") ? [null] : [])];
      expect(every.filter((value) => !values.includes(value))).toEqual([]);
    }
    expect(vectors.filter(({ expect: { products } }) => products !== undefined).length).toBeGreaterThan(5);
  });

  it("have boxes for every op with a kink", () => {
    const kinked = units.filter(({ name }) => vectorsOf(name).some(({ result }) => result === "set"));
    // What ties in a dilation is sums, which vectors with equal elements do not show.
    const declared = allOps.filter(
      ({ name, face }) =>
        name !== "dilation2d" && Object.values(face!.domain.inputs).some(({ breaks }) => breaks?.kind === "kink"),
    );
    expect(kinked.map(({ name }) => name)).toEqual(declared.map(({ name }) => name));
  });

  it("are what our engine answers, within its rounding", async () => {
    const engine = cotangent("test");
    let [agree, inconclusive] = [0, 0];
    for (const { name, file } of units) {
      const { counts, misses } = await checkFile(engine, { name, where: file, vectors: vectorsOf(name) }, []);
      expect(misses).toEqual([]);
      agree += counts.agree;
      inconclusive += counts.inconclusive;
    }
    // At the far ends of the numbers the bounds themselves overflow.
    expect(inconclusive).toBeLessThan(agree / 100);
    expect(agree).toBeGreaterThan(5000);
  }, 60_000);
});
