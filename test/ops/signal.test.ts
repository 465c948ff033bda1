import { describe, expect, it } from "vitest";
import { grad, ops, tensor, type Value } from "../../src/index.ts";
import { expectTensor } from "./support.ts";

const signal = tensor([1, 2, 3, 4, 5]);

describe("frame", () => {
  it("leaves out what reaches beyond the end", () => {
    const frames = tensor([
      [1, 2, 3],
      [3, 4, 5],
    ]);
    expectTensor(ops.frame(signal, { frame_length: 3, frame_step: 2 }), frames);
    expectTensor(ops.frame(signal, { frame_length: 1, frame_step: 4 }), tensor([[1], [5]]));
    expectTensor(ops.frame(signal, { frame_length: 6, frame_step: 1 }), tensor({ shape: [0, 6], data: [] }));
  });

  it("or fills it, and zeros in the tangent", () => {
    const attrs = { frame_length: 3, frame_step: 2, pad_end: true, pad_value: 7 };
    const frames = tensor([
      [1, 2, 3],
      [3, 4, 5],
      [5, 7, 7],
    ]);
    expectTensor(ops.frame(signal, attrs), frames);
    // Each element has the slope of as many frames as it is in.
    expectTensor(grad((x: Value) => ops.sum(ops.frame(x, attrs)))(signal), tensor([1, 1, 2, 1, 2]));
  });

  it("is of vectors, in steps of 1 or more", () => {
    expect(() => ops.frame(tensor(1), { frame_length: 1, frame_step: 1 })).toThrow("frame: expected a vector, got []");
    expect(() => ops.frame(signal, { frame_length: 0, frame_step: 1 })).toThrow(
      'frame: expected "frame_length" to be 1 or more, got 0',
    );
    expect(() => ops.frame(signal, { frame_length: 1, frame_step: 0 })).toThrow('"frame_step"');
  });
});

describe("moving_average", () => {
  const [v, x, decay, step] = [tensor([1, -2]), tensor([0.5, 3]), tensor(0.75), tensor(3)];

  it("goes from v to x by 1 − decay", () => {
    expectTensor(ops.moving_average(v, x, decay, { zero_debias: false }), tensor([0.875, -0.75]));
  });

  it("is x itself at step 1", () => {
    expectTensor(ops.moving_average(v, x, decay, tensor(1)), x);
  });

  it("has the value and the gradients of PyTorch's lerp", () => {
    const out = ops.moving_average(v, x, decay, step).data;
    expect(out[0]).toBeCloseTo(0.7837837837837838, 14);
    expect(out[1]).toBeCloseTo(0.16216216216216228, 14);
    const total = (...args: [Value, Value, Value, Value]): Value => ops.sum(ops.moving_average(...args));
    const [dv, dx, ddecay, dstep] = grad(total)(v, x, decay, step);
    for (const [got, want] of [
      [dv, 0.5675675675675675],
      [dx, 0.43243243243243246],
      [ddecay, -2.1037253469685906],
      [dstep, -0.40851274568755447],
    ] as const)
      for (const slope of got.data) expect(slope).toBeCloseTo(want, 13);
  });

  it("is refused where shapes differ or decay is no scalar", () => {
    expect(() => ops.moving_average(v, step, decay, step)).toThrow("expected v and x of one shape, got [2] and []");
    expect(() => ops.moving_average(v, x, v, step)).toThrow("expected decay to be a scalar, got [2]");
    expect(() => ops.moving_average(v, x, decay, v)).toThrow("expected step to be a scalar, got [2]");
  });
});
