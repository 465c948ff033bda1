import { describe, expect, it } from "vitest";
import { grad, ops, ShapeError, tensor, type Tensor, type Value } from "../../src/index.ts";

const x = tensor([[1, -2, 4], [0.5, 3, 3]]); // prettier-ignore
const weights = tensor([[1, 2, 3], [4, 5, 6]]); // prettier-ignore
const scale = tensor([2, -1, 0.5]);
const bias = tensor([1, 0, -3]);

function slopes(f: (v: Value) => Value): Tensor {
  return grad((v: Value) => ops.sum(ops.multiply(f(v), weights)))(x);
}

function expectClose(got: { readonly data: Float64Array }, wanted: readonly number[]): void {
  expect(got.data).toHaveLength(wanted.length);
  for (const [i, want] of wanted.entries()) expect(got.data[i]).toBeCloseTo(want, 12);
}

// Numbers of PyTorch 2.15: torch.nn.functional.{layer_norm, rms_norm, normalize}.
describe("layer_norm", () => {
  it("standardizes the last axis, with scale and bias", () => {
    const f = (v: Value): Value => ops.layer_norm(v, scale, bias, { use_scale: true, use_bias: true, epsilon: 0.25 });
    expectClose(
      ops.layer_norm(x, scale, bias, { use_scale: true, use_bias: true, epsilon: 0.25 }),
      [1, 1.2, -2.4, -1.6037782196164767, -0.6509445549041194, -2.6745277225479405],
    );
    expectClose(slopes(f), [0.6, -0.328, -0.272, 0.7149357145387629, -3.4820017208091536, 2.767066006270391]);
  });

  it("standardizes several axes together", () => {
    const f = (v: Value): Value => ops.layer_norm(v, { normalized_rank: 2, epsilon: 0.25 });
    expectClose(
      ops.layer_norm(x, { normalized_rank: 2, epsilon: 0.25 }),
      [
        -0.28180938877996614, -1.7311148167912203, 1.1674960392312879, -0.5233602934485084, 0.6843942298942033,
        0.6843942298942033,
      ],
    );
    expectClose(
      slopes(f),
      [
        -1.0899152651494681, -0.0007829851042742142, -0.7297421171834078, 0.4603952413131376, 0.4384716583934649,
        0.9215734677305494,
      ],
    );
  });

  it("does not overflow on the way", () => {
    expectClose(ops.layer_norm(tensor([2 ** 1023, -(2 ** 1023)])), [1, -1]);
    expectClose(ops.layer_norm(tensor([2 ** 1023, 2 ** 1023])), [0, 0]);
  });

  it("says what does not fit", () => {
    expect(() => ops.layer_norm(x, { normalized_rank: 3 })).toThrow(ShapeError);
    expect(() => ops.layer_norm(x, { normalized_rank: 0 })).toThrow(ShapeError);
    expect(() => ops.layer_norm(x, tensor([1, 2]), { use_scale: true })).toThrow(ShapeError);
  });
});

describe("rms_norm", () => {
  it("divides by the root of the mean of squares", () => {
    expectClose(
      ops.rms_norm(x, scale, { use_scale: true, epsilon: 0.25 }),
      [
        0.7427813527082074, 0.7427813527082074, 0.7427813527082074, 0.3973597071195132, -1.1920791213585396,
        0.5960395606792698,
      ],
    );
    expectClose(
      slopes((v) => ops.rms_norm(v, scale, { use_scale: true, epsilon: 0.25 })),
      [
        0.5378761519611157, -0.33297095121402404, -0.26253478845721123, 3.1997913257518693, -1.8613165228229827,
        1.3175611341331228,
      ],
    );
    expectClose(ops.rms_norm(tensor([2 ** 1020, 7 * 2 ** 1020])), [0.2, 1.4]);
  });
});

describe("l2_normalize", () => {
  it("divides by the norm along an axis or of all", () => {
    expectClose(
      ops.l2_normalize(x, { axis: 1 }),
      [
        0.2182178902359924, -0.4364357804719848, 0.8728715609439696, 0.11704114719613057, 0.7022468831767834,
        0.7022468831767834,
      ],
    );
    expectClose(
      slopes((v) => ops.l2_normalize(v)),
      [
        -0.0193167526176877, 0.677103012809473, -0.2368843873642752, 0.5490024428184916, 0.2612844959339857,
        0.42090187282751024,
      ],
    );
  });

  it("divides by epsilon at the least", () => {
    expectClose(ops.l2_normalize(tensor([0, 3]), { epsilon: 4 }), [0, 0.75]);
    expectClose(grad((v: Value) => ops.sum(ops.l2_normalize(v, { epsilon: 0.5 })))(tensor([0, 0])), [2, 2]);
  });
});
