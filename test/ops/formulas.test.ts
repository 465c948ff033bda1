import temml from "temml";
import { describe, expect, it } from "vitest";
import { allOps } from "../../src/program/program.ts";

const ops = allOps.map(({ name, inputs, face }) => ({ name, inputs, formula: face!.formula }));

/** The names in a formula: words set upright, Greek letters by their commands, and all other letters one by one. */
function namesIn(formula: string): readonly string[] {
  const names = formula.matchAll(/\\(?:mathrm|text|operatorname\*?|begin|end)\{([^}]*)\}|\\([a-zA-Z]+)|[a-zA-Z]/g);
  return Array.from(names, ([letter, word, command]) => (word ?? command ?? letter).replaceAll(String.raw`\_`, "_"));
}

describe("formulas", () => {
  it.each(ops)("that of $name is TeX which can be set", ({ formula }) => {
    expect(temml.renderToString(formula, { throwOnError: true, strict: true })).toMatch(/^<math>.*<\/math>$/);
  });

  it.each(ops)("that of $name says what is out, and of which inputs", ({ inputs, formula }) => {
    expect(formula).toMatch(/^\\mathrm\{out\}.* = ./);
    expect(namesIn(formula)).toEqual(expect.arrayContaining([...inputs]));
  });

  it("are of one op each", () => {
    expect(new Set(ops.map(({ formula }) => formula)).size).toBe(ops.length);
  });
});
