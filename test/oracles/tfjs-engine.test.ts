import { beforeAll, describe, expect, it } from "vitest";
import { DomainError, GradientError, ResultError, UnsupportedError } from "../../src/base/errors.ts";
import type { Engine, HvpRequest } from "../../src/oracles/engine.ts";
import { tfjsEngine } from "../../src/oracles/tfjs/engine.ts";
import { failure } from "../../src/oracles/tfjs/failure.ts";
import { loadTensorFlow, type TensorFlow } from "../../src/oracles/tfjs/load.ts";
import { fromTensorFlow } from "../../src/oracles/tfjs/memory.ts";
import type { Program, Step } from "../../src/program/program.ts";
import { tensor } from "../../src/tensor/tensor.ts";

let tf: TensorFlow;
let engine: Engine;
beforeAll(async () => {
  const loaded = await loadTensorFlow("cpu");
  tf = loaded.tf;
  engine = tfjsEngine("cpu", loaded);
});

function chain(op: string, attrs?: Step["attrs"]): Program {
  const step = { out: "y", op, in: ["x"] };
  return { inputs: ["x"], steps: [attrs === undefined ? step : { ...step, attrs }], outputs: ["y"] };
}

/** x·y and x + y, beside an input that is not used. */
const several: Program = {
  inputs: ["x", "y", "unused"],
  steps: [
    { out: "product", op: "multiply", in: ["x", "y"] },
    { out: "sum", op: "add", in: ["x", "y"] },
  ],
  outputs: ["product", "sum", "x"],
};
const at = { program: several, inputs: { x: tensor([1, 2]), y: tensor([3, 4]), unused: tensor(5) } };

describe("the vjp", () => {
  it("adds up what several outputs give, in float64", async () => {
    const big = 2 ** 24;
    const cotangents = { product: tensor([big, 0]), sum: tensor([1, 0]), x: tensor([0, 0]) };
    // An output that is an input has no gradient in TensorFlow.js, so x is left out.
    const { outputs, gradients } = await engine.vjp({ ...at, wrt: ["y"], cotangents });
    expect(outputs).toEqual({ product: tensor([3, 8]), sum: tensor([4, 6]), x: tensor([1, 2]) });
    expect(gradients).toEqual({ y: tensor([big + 1, 0]) });
  });

  it("is zero for an input that leads nowhere", async () => {
    const cotangents = { product: tensor([1, 1]), sum: tensor([1, 1]), x: tensor([1, 1]) };
    expect((await engine.vjp({ ...at, wrt: ["unused"], cotangents })).gradients).toEqual({ unused: tensor(0) });
    const take: Program = {
      inputs: ["x", "i"],
      steps: [{ out: "y", op: "take", in: ["x", "i"] }],
      outputs: ["y"],
    };
    const { gradients } = await engine.vjp({ program: take, inputs: { x: tensor([1, 2]), i: tensor(1) }, wrt: ["i"] });
    expect(gradients).toEqual({ i: tensor(0) });
  });

  it("fails where TensorFlow.js does, though the derivative is plain", async () => {
    const identity = { inputs: ["x"], steps: [], outputs: ["x"] };
    await expect(engine.vjp({ program: identity, inputs: { x: tensor(1) }, wrt: ["x"] })).rejects.toThrow(
      /^Cannot compute gradient of y=f\(x\) with respect to x/,
    );
  });
});

describe("the Jacobian", () => {
  it("has the rows of all elements", async () => {
    const { outputs, jacobians } = await engine.jacobian({ ...at, wrt: ["y", "unused"] });
    expect(outputs["product"]).toEqual(tensor([3, 8]));
    expect(jacobians["product"]!["y"]).toEqual(
      tensor([
        [1, 0],
        [0, 2],
      ]),
    );
    expect(jacobians["sum"]!["unused"]).toEqual(tensor([0, 0]));
  });

  it("of nothing is empty", async () => {
    const inputs = { x: tensor({ shape: [0], data: [] }) };
    const { jacobians } = await engine.jacobian({ program: chain("square"), inputs, wrt: ["x"] });
    expect(jacobians["y"]!["x"]!.shape).toEqual([0, 0]);
  });
});

describe("the second derivative", () => {
  const along = (program: Program, x: number): HvpRequest => ({
    program,
    inputs: { x: tensor([x]) },
    wrt: ["x"],
    cotangents: { y: tensor([10]) },
    tangents: { x: tensor([2]) },
  });

  it("is that of the vjp along the tangents", async () => {
    const { outputs, gradients, products } = await engine.hvp(along(chain("square"), 3));
    expect([outputs["y"], gradients["x"], products["x"]]).toEqual([tensor([9]), tensor([60]), tensor([40])]);
  });

  it("mixes inputs", async () => {
    const cotangents = { product: tensor([1, 1]), sum: tensor([1, 1]), x: tensor([0, 0]) };
    const program = { ...several, outputs: ["product", "sum"] };
    const request = { ...at, program, wrt: ["x", "y"], cotangents, tangents: { y: tensor([5, 6]) } };
    expect((await engine.hvp(request)).products).toEqual({ x: tensor([5, 6]), y: tensor([0, 0]) });
  });

  it("of a linear program is zero", async () => {
    expect((await engine.hvp(along(chain("negative"), 3))).products).toEqual({ x: tensor([0]) });
  });

  it("fails where TensorFlow.js loses the connection, and is not zero", async () => {
    await expect(engine.hvp(along(chain("tanh"), 0.5))).rejects.toThrow(GradientError);
  });
});

it("leaves no tensor behind, also where it fails", async () => {
  const x = tensor([0.5, 1]);
  const cotangents = { y: tensor([1, 1]) };
  const before = tf.memory().numTensors;
  await engine.value({ program: chain("exp"), inputs: { x } });
  await engine.vjp({ program: chain("exp"), inputs: { x }, wrt: ["x"], cotangents });
  await engine.jacobian({ program: chain("exp"), inputs: { x }, wrt: ["x"] });
  await engine.hvp({ program: chain("square"), inputs: { x }, wrt: ["x"], cotangents, tangents: { x } });
  const failing: Program = {
    inputs: ["x"],
    steps: [
      { out: "e", op: "exp", in: ["x"] },
      { out: "s", op: "sign", in: ["e"] },
      { out: "y", op: "greater", in: ["s", "e"] },
    ],
    outputs: ["y"],
  };
  for (let i = 0; i < 2; i++)
    await expect(engine.vjp({ program: failing, inputs: { x }, wrt: ["x"], cotangents })).rejects.toThrow(
      GradientError,
    );
  await expect(
    engine.hvp({ program: chain("tanh"), inputs: { x }, wrt: ["x"], cotangents, tangents: { x } }),
  ).rejects.toThrow(GradientError);
  expect(tf.memory().numTensors).toBe(before);
});

describe("what it does not have", () => {
  it("is no gradient, by the words of TensorFlow.js", async () => {
    const program = { inputs: ["x"], steps: [{ out: "y", op: "greater", in: ["x", "x"] }], outputs: ["y"] };
    await expect(engine.vjp({ program, inputs: { x: tensor(1) }, wrt: ["x"] })).rejects.toThrow(
      new GradientError("Cannot compute gradient: gradient function not found for Greater."),
    );
  });

  it("is unsupported, by the words of TensorFlow.js", async () => {
    const inputs = { x: tensor([[1, 2]]) };
    await expect(engine.value({ program: chain("softmax", { axis: 0 }), inputs })).rejects.toThrow(
      new UnsupportedError("Softmax along a non-last dimension is not yet supported. Logits was rank 2 and dim was 0"),
    );
  });

  it("is a forward mode", async () => {
    expect(engine.description.methods).toEqual(["value", "vjp", "jacobian", "hvp", "derivative", "effects"]);
    await expect(engine.jvp({ ...at, tangents: {} })).rejects.toThrow(UnsupportedError);
  });
});

describe("derivatives of orders 3 and 4", () => {
  const of = (op: string, order: number) =>
    engine.derivative!({ program: chain(op), inputs: { x: tensor(1) }, wrt: ["x"], tangents: { x: tensor(2) }, order });

  it.each([
    [1, Math.cos(1)],
    [2, 2 * -Math.sin(1)],
    [3, 4 * -Math.cos(1)],
    [4, 8 * Math.sin(1)],
  ])("of order %i are nested gradients", async (order, want) => {
    expect((await of("sin", order)).products["x"]!.data[0]).toBeCloseTo(want, 5);
  });

  it("are zero where what is differentiated does not depend on the input any more", async () => {
    expect((await of("square", 3)).products["x"]!.data[0]).toBe(0);
    expect((await of("negative", 4)).products["x"]!.data[0]).toBe(0);
  });

  it("are missing where TensorFlow.js loses what the gradient depends on", async () => {
    await expect(of("tanh", 3)).rejects.toThrow(GradientError);
  });
});

describe("what TensorFlow.js throws", () => {
  it.each([
    ["Kernel 'UnsortedSegmentSum' not registered for backend 'wasm'", 1],
    ["Invalid TF_Status: 12\nMessage: inputs rank not in [0,5]: 6", 1],
    ["Gradient for tile operation is not implemented for rank-5 tensors yet.", 1],
    ["Cannot compute gradient: gradient function not found for StridedSlice.", 4],
    ["Cannot backprop through input y. Available gradients found: x.", 4],
    ["Error in gradient for op Maximum. The gradient of input 'b' has shape '2', which does not match …", 5],
  ])("keeps its message: %s", (message, code) => {
    expect(failure(new Error(message))).toMatchObject({ code, message });
    expect(failure(message)).toMatchObject({ code, message });
  });

  it("is left alone where it is ours", () => {
    const ours = new DomainError("take: …");
    expect(failure(ours)).toBe(ours);
  });

  it("is not a result of another type", () => {
    tf.tidy(() => {
      expect(() => fromTensorFlow(tf.tensor1d([1], "int32"), 'output "y"')).toThrow(
        new ResultError("wrong-dtype", 'wrong dtype: output "y" is int32, expected float32'),
      );
    });
  });
});

describe("what a vjp leaves behind", () => {
  const request = {
    program: chain("square"),
    inputs: { x: tensor([1, 2]) },
    wrt: ["x"],
    cotangents: { y: tensor([1, 1]) },
  };

  /** TensorFlow.js whose square does something else as well. */
  const engineWith = (planted: (x: InstanceType<TensorFlow["Tensor"]>) => void): Engine => {
    const square: TensorFlow["square"] = (x) => {
      const y = tf.square(x);
      if (x instanceof tf.Tensor) planted(x);
      return y;
    };
    return tfjsEngine("cpu", { tf: { ...tf, square }, standsOn: "JavaScript" });
  };

  it("is nothing", async () => {
    const { inputs, cotangents } = request;
    expect(await engine.effects!(request)).toEqual({ inputs, cotangents, tensors: 0, buffers: 0 });
  });

  it("is what an op keeps", async () => {
    const { tensors, buffers } = await engineWith(() => tf.keep(tf.scalar(1))).effects!(request);
    expect([tensors, buffers]).toEqual([1, 1]);
  });

  it("is an input that is gone", async () => {
    const { inputs } = await engineWith((x) => {
      x.dispose();
    }).effects!(request);
    expect(inputs).toEqual({});
  });

  it("is an input that was written on", async () => {
    const { inputs } = await engineWith((x) => {
      x.dataSync()[0] = 7;
    }).effects!(request);
    expect(inputs["x"]).toEqual(tensor([7, 2]));
  });
});
