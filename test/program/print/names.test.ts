import { Script } from "node:vm";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { GradientError, InputError } from "../../../src/base/errors.ts";
import { tensor } from "../../../src/index.ts";
import { printJax, printTfjs, printTorch, type Printable } from "../../../src/program/print/index.ts";
import { Identifiers } from "../../../src/program/print/identifiers.ts";
import { single } from "./samples.ts";

const x = tensor([1, 2]);

/** A program of steps in a row, each named as given. */
function chain(names: readonly string[]): Printable {
  const [first = "x", ...rest] = names;
  return {
    program: {
      inputs: [first],
      steps: rest.map((out, i) => ({ out, op: "tanh", in: [names[i]!] })),
      outputs: [names.at(-1)!],
    },
    inputs: { [first]: x },
    wrt: [first],
    cotangents: { [names.at(-1)!]: x },
    tangents: { [first]: x },
  };
}

describe("names in printed programs", () => {
  it("stay where they are identifiers", () => {
    expect(printTorch(chain(["ŷ", "h_1"]), { mode: "value" })).toContain("\nh_1 = torch.tanh(ŷ)\n");
  });

  it("make way for words of the language", () => {
    expect(printTorch(chain(["lambda", "torch", "const"]), { mode: "value" })).toContain(
      "\nconst = torch.tanh(torch_2)\n",
    );
    const text = printTfjs(chain(["lambda", "tf", "const"]), { mode: "value", engine: "tfjs-cpu" });
    expect(text).toContain("\nconst tf_2 = tf.tanh(lambda);\nconst const_2 = tf.tanh(tf_2);\n");
  });

  it("stay apart", () => {
    const text = printJax(chain(["a b", "a-b", "a_b", "1", ""]), { mode: "value" });
    expect(text).toContain("a_b_2 = jnp.tanh(a_b)\na_b_3 = jnp.tanh(a_b_2)\n_1 = jnp.tanh(a_b_3)\n_ = jnp.tanh(_1)\n");
  });

  it("stay apart from those that are made", () => {
    const text = printTfjs(chain(["f", "g", "df", "slope", "tf"]), { mode: "hvp", engine: "tfjs-cpu" });
    expect(text).toContain("const [df_2] = tf.grads(f_2)([f], g_2);");
  });

  it("are identifiers, whatever they were, each once", () => {
    fc.assert(
      fc.property(fc.array(fc.string({ unit: "grapheme" }), { minLength: 1 }), (names) => {
        const ids = new Identifiers(["tf"]);
        const given = names.map((name) => ids.fresh(name));
        expect(new Set(given.map((id) => id.normalize("NFKC"))).size).toBe(names.length);
        expect(() => new Script(`let ${given.map((id) => `${id}_`).join(", ")}`)).not.toThrow();
      }),
      { seed: 1 },
    );
  });
});

describe("what cannot be printed", () => {
  it("is cotangents that are missing", () => {
    const { cotangents: _, ...c } = single("tanh", x);
    expect(() => printJax(c, { mode: "value" })).not.toThrow();
    expect(() => printJax(c, { mode: "vjp" })).toThrow(
      new GradientError(
        'cotangents: grad can be implicitly created only for scalar outputs; give one for "y" of shape [2]',
      ),
    );
    const { cotangents: __, ...implicit } = single("tanh", tensor(2));
    expect(printTorch(implicit, { mode: "vjp" })).toContain("g = torch.tensor(1.0)\n");
  });

  it("is a derivative by what is no input", () => {
    expect(() => printTorch({ ...single("tanh", x), wrt: ["y"] }, { mode: "vjp" })).toThrow(
      new InputError('the program has no input "y" to differentiate by'),
    );
  });
});
