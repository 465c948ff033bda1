// @ts-check
// Run by probe.mjs in a process of its own, which may crash. Prints one marked line.
import { createRequire } from "node:module";
import { restoreUtil } from "./restore-util.mjs";

restoreUtil();
// tfjs-node has the face of tfjs-core; its own types would bring the DOM's into this project.
const tf = /** @type {typeof import("@tensorflow/tfjs-core")} */ (
  createRequire(import.meta.url)("@tensorflow/tfjs-node")
);
await tf.ready();

// Σ 3x² at 1, 2, 3, and its gradient 6x: small integers, exact in float32. TopK is where a missing util function shows.
const x = tf.tensor1d([1, 2, 3]);
const f = (/** @type {import("@tensorflow/tfjs-core").Tensor} */ v) => tf.mul(3, tf.sum(tf.square(v)));
const results = [f(x), tf.grad(f)(x), tf.topk(x, 1).values];
const computed = [tf.getBackend(), ...results.flatMap((tensor) => [...tensor.dataSync()])];
const expected = ["tensorflow", 42, 6, 12, 18, 3];
if (computed.join() !== expected.join()) throw new Error(`expected ${expected.join()}, got ${computed.join()}`);

const backend = /** @type {{ binding?: { TF_Version?: string } }} */ (tf.backend());
console.log(`\ncotangent-probe TensorFlow ${backend.binding?.TF_Version}`);
