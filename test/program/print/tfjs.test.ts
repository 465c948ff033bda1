import { describe, expect, it } from "vitest";
import { tensor } from "../../../src/index.ts";
import { printTfjs } from "../../../src/program/print/index.ts";
import { zeros } from "../../../src/tensor/tensor.ts";
import { network, single } from "./samples.ts";

describe("printTfjs", () => {
  it("prints a step in a few lines", () => {
    const text = printTfjs(single("sigmoid", tensor([0.5, -1])), { mode: "vjp", engine: "tfjs-cpu" });
    expect(text).toMatchInlineSnapshot(`
      "import * as tf from "@tensorflow/tfjs";

      await tf.setBackend("cpu");
      const x = tf.tensor([0.5, -1]);
      const f = (x) => tf.sigmoid(x);
      const y = f(x);
      const g = tf.tensor([0.5, -1]);
      const [dx] = tf.grads(f)([x], g);
      console.dir({ outputs: { y: y.arraySync() }, gradients: { x: dx.arraySync() } }, { depth: null });
      "
    `);
  });

  it("prints the worked example", () => {
    expect(printTfjs(network, { mode: "vjp", engine: "tfjs-node" })).toMatchInlineSnapshot(`
      "import tf from "@tensorflow/tfjs-node";

      const W = tf.tensor([[0.06167725846171379, 0.6213173270225525, -0.4519059658050537]]);
      const b = tf.tensor([[0.6613521575927734, 0.266924113035202]]);
      const X = tf.tensor([[0.1, 0.2, 0.3], [0.4, 0.6, 0.8]]);
      const y = tf.tensor([[0, 1]]);
      const f = (W, b) => {
        const Xt = tf.transpose(X, [1, 0]);
        const products = tf.matMul(W, Xt, false, false);
        const z = tf.add(products, b);
        const guess = tf.sigmoid(z);
        const error = tf.sub(y, guess);
        const losses = tf.square(error);
        return losses;
      };
      const losses = f(W, b);
      const g = tf.tensor([[0.5, 0.5]]);
      const [dW, db] = tf.grads(f)([W, b], g);
      console.dir({ outputs: { losses: losses.arraySync() }, gradients: { W: dW.arraySync(), b: db.arraySync() } }, { depth: null });
      "
    `);
  });

  it("nests two gradients for the second order", () => {
    const text = printTfjs(single("square", tensor(3)), { mode: "hvp", engine: "tfjs-wasm" });
    expect(text).toMatchInlineSnapshot(`
      "import * as tf from "@tensorflow/tfjs";
      import "@tensorflow/tfjs-backend-wasm";

      await tf.setBackend("wasm");
      const x = tf.scalar(3);
      const f = (x) => tf.square(x);
      const y = f(x);
      const g = tf.scalar(3);
      const [dx] = tf.grads(f)([x], g);
      const tx = tf.scalar(3);
      const slope = () => {
        const [dx] = tf.grads(f)([x], g);
        return tf.sum(tf.mul(dx, tx));
      };
      // Like tf.grads, but undefined, not thrown, where it finds no dependence on an input, as in a linear function.
      const { grads: [hx] } = tf.engine().gradients(slope, [x], undefined, true);
      console.dir({ outputs: { y: y.arraySync() }, gradients: { x: dx.arraySync() }, products: { x: hx?.arraySync() } }, { depth: null });
      "
    `);
  });

  it("weighs several outputs, and writes out the gradient of an input that leads to none", () => {
    const program = {
      inputs: ["x", "unused"],
      steps: [
        { out: "s", op: "sum", in: ["x"], attrs: { axis: [0, 1] } },
        { out: "t", op: "tanh", in: ["x"] },
      ],
      outputs: ["s", "t"],
    };
    const x = zeros([0, 2]);
    const cotangents = { s: tensor(-0) };
    const text = printTfjs(
      { program, inputs: { x, unused: tensor([NaN, -Infinity]) }, wrt: ["x", "unused"], cotangents },
      { mode: "vjp", engine: "tfjs-cpu" },
    );
    expect(text).toMatchInlineSnapshot(`
      "import * as tf from "@tensorflow/tfjs";

      await tf.setBackend("cpu");
      const x = tf.zeros([0, 2]);
      const unused = tf.tensor([NaN, -Infinity]);
      const f = (x) => {
        const s = tf.sum(x, [0, 1], false);
        const t = tf.tanh(x);
        return [s, t];
      };
      const [s, t] = f(x);
      const g = [tf.scalar(-0), tf.zeros([0, 2])];
      const weighted = (...xs) => tf.addN(f(...xs).map((y, i) => tf.sum(tf.mul(y, g[i]))));
      const [dx] = tf.grads(weighted)([x]);
      console.dir({ outputs: { s: s.arraySync(), t: t.arraySync() }, gradients: { x: dx.arraySync(), unused: tf.zerosLike(unused).arraySync() } }, { depth: null });
      "
    `);
  });
});
