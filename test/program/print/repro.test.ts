import { beforeAll, describe, expect, it } from "vitest";
import type { Case } from "../../../src/checks/case.ts";
import { tensor } from "../../../src/index.ts";
import { hvpOfProgram, vjpOfProgram } from "../../../src/oracles/cotangent.ts";
import { jaxDialect, printRepro, tfjsDialect, torchDialect } from "../../../src/program/print/repro/index.ts";
import { differences, runIn } from "./running.ts";
import { samples, single, type Answer } from "./samples.ts";

const cpu = tfjsDialect("tfjs-cpu");
const asked = { of: "x", shown: "numbers", remark: "right: 0" } as const;

describe("a repro", () => {
  it("of a value needs no function", () => {
    const text = printRepro(single("sigmoid", tensor([0.5, -1])), { ...asked, order: 0, of: "y" }, cpu);
    expect(text).toMatchInlineSnapshot(`
      "import * as tf from "@tensorflow/tfjs";
      await tf.setBackend("cpu");
      const x = tf.tensor([0.5, -1]);
      console.log(tf.sigmoid(x).arraySync()); // right: 0
      "
    `);
  });

  it("of a gradient leaves cotangents of ones out, unless all is to be written", () => {
    const c = { ...single("sigmoid", tensor([0.5, -1])), cotangents: { y: tensor([1, 1]) } };
    expect(printRepro(c, { ...asked, order: 1 }, cpu)).toMatchInlineSnapshot(`
      "import * as tf from "@tensorflow/tfjs";
      await tf.setBackend("cpu");
      const x = tf.tensor([0.5, -1]);
      const f = (x) => tf.sigmoid(x);
      console.log(tf.grad(f)(x).arraySync()); // right: 0
      "
    `);
    expect(printRepro(c, { ...asked, order: 1, full: true }, cpu)).toContain("tf.grad(f)(x, dy)");
    expect(printRepro(c, { ...asked, order: 1 }, torchDialect)).toMatchInlineSnapshot(`
      "import torch
      torch.set_default_dtype(torch.float64)
      x = torch.tensor([0.5, -1.0])
      f = lambda x: torch.sigmoid(x)
      dy = torch.tensor([1.0, 1.0])
      print(torch.func.vjp(f, x)[1](dy)[0].tolist()) # right: 0
      "
    `);
    expect(printRepro(c, { ...asked, order: 1 }, jaxDialect)).toMatchInlineSnapshot(`
      "import jax
      import jax.numpy as jnp
      jax.config.update("jax_enable_x64", True)
      x = jnp.array([0.5, -1.0])
      f = lambda x: jax.nn.sigmoid(x)
      dy = jnp.array([1.0, 1.0])
      print(jax.vjp(f, x)[1](dy)[0].tolist()) # right: 0
      "
    `);
  });

  it("nests gradients for higher orders", () => {
    const ones = { ...single("exp", tensor(2)), cotangents: { y: tensor(1) }, tangents: { x: tensor(1) } };
    expect(printRepro(ones, { ...asked, order: 4 }, cpu)).toContain("tf.grad(tf.grad(tf.grad(tf.grad(f))))(x)");
    expect(printRepro(ones, { ...asked, order: 3 }, jaxDialect)).toContain("jax.grad(jax.grad(jax.grad(f)))(x)");
    expect(printRepro(single("exp", tensor([2, 3])), { ...asked, order: 3 }, cpu)).toMatchInlineSnapshot(`
      "import * as tf from "@tensorflow/tfjs";
      await tf.setBackend("cpu");
      const x = tf.tensor([2, 3]);
      const f = (x) => tf.exp(x);
      const dy = tf.tensor([2, 3]);
      const t = tf.tensor([2, 3]);
      const d1 = (x) => tf.grad(f)(x, dy);
      const d2 = (x) => tf.grad(d1)(x, t);
      console.log(tf.grad(d2)(x, t).arraySync()); // right: 0
      "
    `);
    expect(printRepro(single("exp", tensor([2, 3])), { ...asked, order: 3 }, torchDialect)).toMatchInlineSnapshot(`
      "import torch
      torch.set_default_dtype(torch.float64)
      x = torch.tensor([2.0, 3.0])
      f = lambda x: torch.exp(x)
      dy = torch.tensor([2.0, 3.0])
      t = torch.tensor([2.0, 3.0])
      d1 = lambda x: torch.func.vjp(f, x)[1](dy)[0]
      d2 = lambda x: torch.func.vjp(d1, x)[1](t)[0]
      print(torch.func.vjp(d2, x)[1](t)[0].tolist()) # right: 0
      "
    `);
  });

  it("shows a shape, a type or a count where that is wrong", () => {
    const c = single("exp", tensor([2, 3]));
    expect(printRepro(c, { ...asked, order: 1, shown: "shape" }, cpu)).toContain("tf.grad(f)(x, dy).shape)");
    expect(printRepro(c, { ...asked, order: 0, of: "y", shown: "type" }, cpu)).toContain("tf.exp(x).dtype)");
    expect(printRepro(c, { ...asked, order: 0, of: "y", shown: "count" }, cpu)).toContain(".dataSync().length)");
  });

  it("leaves out what does not lead to the answer", () => {
    const program = {
      inputs: ["x", "z"],
      steps: [
        { out: "y", op: "exp", in: ["x"] },
        { out: "unasked", op: "sin", in: ["z"] },
      ],
      outputs: ["unasked", "y"],
    };
    const [x, g] = [tensor([1, 2]), tensor([1, 1])];
    const c = { program, inputs: { x, z: x }, wrt: ["x", "z"], cotangents: { y: g, unasked: g } };
    const text = printRepro(c, { ...asked, order: 1 }, cpu);
    expect(text).not.toMatch(/sin|\bz\b/);
  });

  it("takes at most ten lines for an op of up to two inputs", () => {
    const long = samples("tfjs", 2, 0)
      .filter(({ case: { program } }) => program.inputs.length < 3)
      .flatMap(({ name, case: c, mode }) => {
        const order = ["value", "vjp", "hvp"].indexOf(mode);
        const of = order === 0 ? c.program.outputs[0]! : c.wrt[0]!;
        const lines = printRepro(c, { ...asked, of, order }, cpu)
          .trimEnd()
          .split("\n").length;
        return lines > 10 ? [`${name}: ${String(lines)}`] : [];
      });
    expect(long).toEqual([]);
  });

  describe("of several inputs, run by itself", () => {
    // Ops of which TensorFlow.js gets all second derivatives right: those of sigmoid it does not.
    const program = {
      inputs: ["x", "y"],
      steps: [
        { out: "z", op: "multiply", in: ["x", "y"] },
        { out: "out", op: "sin", in: ["z"] },
      ],
      outputs: ["out", "z"],
    };
    const [x, y] = [tensor([0.5, -1]), tensor([1.5, 2])];
    const c: Case = {
      program,
      inputs: { x, y },
      wrt: ["x", "y"],
      cotangents: { out: tensor([1, -2]), z: tensor([0.5, 1]) },
      tangents: { x: tensor([1, 3]), y: tensor([-1, 1]) },
    };
    const alone: Case = { ...c, tangents: { y: tensor([-1, 1]) } };
    const asks = [
      { case: c, order: 1 },
      { case: c, order: 2 },
      { case: alone, order: 2 },
    ];
    let shown: readonly unknown[];
    beforeAll(async () => {
      const texts = asks.flatMap((ask) => ["x", "y"].map((of) => printRepro(ask.case, { ...asked, ...ask, of }, cpu)));
      const files = Object.fromEntries(texts.map((text, i) => [`${String(i)}.mjs`, text]));
      const all = Object.keys(files).map((file) => `await import("./${file}");`);
      const first = "const { log } = console;\nconsole.log = (x) => log(JSON.stringify(x));";
      const stdout = await runIn({ ...files, "all.mjs": [first, ...all].join("\n") }, process.execPath, ["all.mjs"]);
      const lines = stdout.split("\n").filter((line) => line.startsWith("["));
      shown = lines.map((line) => JSON.parse(line) as unknown);
    });

    it("answers what our own engine does", () => {
      const [x1, y1, x2, y2, x2alone, y2alone] = shown;
      expect(differences({ gradients: { x: x1, y: y1 } }, { gradients: vjpOfProgram(c).gradients }, 1e-5)).toEqual([]);
      const products = (one: Case): Answer => ({ products: hvpOfProgram(one).products });
      expect(differences({ products: { x: x2, y: y2 } }, products(c), 1e-5)).toEqual([]);
      expect(differences({ products: { x: x2alone, y: y2alone } }, products(alone), 1e-5)).toEqual([]);
    });
  });
});
