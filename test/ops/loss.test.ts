import { describe, expect, it } from "vitest";
import { grad, InputError, ops, ShapeError, tensor, type Tensor, type Value } from "../../src/index.ts";

type Nested = Parameters<typeof tensor>[0];

interface Known {
  readonly name: string;
  readonly loss: (labels: Value, predictions: Value) => Value;
  readonly labels: Nested;
  readonly predictions: Nested;
  /** What PyTorch 2 gives in float64, and its gradients in labels and predictions of the sum of that. */
  readonly values: readonly number[];
  readonly slopes: readonly [readonly number[], readonly number[]];
}

const regression = { labels: [0.25, -1.5, 2], predictions: [1, 0.5, -0.75] };
const classes = {
  labels: [
    [0.2, 0.3, 0.5],
    [1, 0, 0],
  ],
  predictions: [
    [1, -2, 0.5],
    [0, 3, -1],
  ],
};
const binary = { labels: [0, 1, 0.25], predictions: [-3, 2, 40] };

const known: readonly Known[] = [
  {
    name: "mse_loss",
    loss: (labels, predictions) => ops.mean_squared_error(labels, predictions),
    ...regression,
    values: [4.041666666666667],
    slopes: [
      [-0.5, -1.3333333333333333, 1.8333333333333333],
      [0.5, 1.3333333333333333, -1.8333333333333333],
    ],
  },
  {
    name: "mse_loss, reduction none",
    loss: (labels, predictions) => ops.mean_squared_error(labels, predictions, { reduction: "none" }),
    ...regression,
    values: [0.5625, 4, 7.5625],
    slopes: [
      [-1.5, -4, 5.5],
      [1.5, 4, -5.5],
    ],
  },
  {
    name: "huber_loss",
    loss: (labels, predictions) => ops.huber_loss(labels, predictions),
    ...regression,
    values: [1.34375],
    slopes: [
      [-0.25, -0.3333333333333333, 0.3333333333333333],
      [0.25, 0.3333333333333333, -0.3333333333333333],
    ],
  },
  {
    name: "huber_loss, delta ½, reduction sum",
    loss: (labels, predictions) => ops.huber_loss(labels, predictions, { delta: 0.5, reduction: "sum" }),
    ...regression,
    values: [2.375],
    slopes: [
      [-0.5, -0.5, 0.5],
      [0.5, 0.5, -0.5],
    ],
  },
  {
    name: "cross_entropy",
    loss: (labels, predictions) => ops.softmax_cross_entropy(labels, predictions),
    ...classes,
    values: [2.3602404030498563],
    slopes: [
      [
        0.25229845117114175, 1.7522984511711417, 0.5022984511711417, 1.5329419518787146, 0.03294195187871456,
        2.0329419518787146,
      ],
      [
        0.2018744480743129, -0.13497055621521298, -0.0669038918590999, -0.47669368871101303, 0.4681197759382529,
        0.008573912772760194,
      ],
    ],
  },
  {
    name: "cross_entropy, label_smoothing ¼, reduction none",
    loss: (labels, predictions) =>
      ops.softmax_cross_entropy(labels, predictions, { label_smoothing: 0.25, reduction: "none" }),
    ...classes,
    values: [1.65876356900895, 2.8992172370907627],
    slopes: [
      [
        0.37844767675671265, 2.6284476767567124, 0.7534476767567125, 2.299412927818072, 0.049412927818071835,
        3.049412927818072,
      ],
      [
        0.3704155628152925, -0.27827444576375926, -0.0921411170515331, -0.7867207107553594, 0.8529062185431724,
        -0.06618550778781294,
      ],
    ],
  },
  {
    name: "binary_cross_entropy_with_logits",
    loss: (labels, predictions) => ops.sigmoid_cross_entropy(labels, predictions),
    ...binary,
    values: [10.058505120872239],
    slopes: [
      [1, -0.6666666666666666, -13.333333333333334],
      [0.01580862439252226, -0.0397343073407059, 0.25],
    ],
  },
  {
    name: "binary_cross_entropy_with_logits, reduction none",
    loss: (labels, predictions) => ops.sigmoid_cross_entropy(labels, predictions, { reduction: "none" }),
    ...binary,
    values: [0.048587351573742055, 0.1269280110429725, 30],
    slopes: [
      [3, -2, -40],
      [0.04742587317756678, -0.11920292202211769, 0.75],
    ],
  },
];

describe("losses are those of PyTorch, with their gradients", () => {
  it.each(known)("$name", ({ loss, labels, predictions, values, slopes }) => {
    const [l, p] = [tensor(labels), tensor(predictions)];
    expectClose(loss(l, p), values);
    expectClose(grad((x: Value) => ops.sum(loss(x, p)))(l), slopes[0]);
    expectClose(grad((x: Value) => ops.sum(loss(l, x)))(p), slopes[1]);
  });
});

describe("losses are weighted", () => {
  const [labels, predictions] = [tensor([0, 0, 0]), tensor([1, 2, 3])];
  const weights = tensor([1, 2, 0]);
  const loss = (reduction: "none" | "mean" | "sum" | "sum_by_nonzero_weights", p: Value = predictions): Value =>
    ops.mean_squared_error(labels, p, weights, { use_weights: true, reduction });

  it("and added, and divided by the weights' sum or by how many are not 0", () => {
    expectClose(loss("none"), [1, 8, 0]);
    expectClose(loss("sum"), [9]);
    expectClose(loss("mean"), [3]);
    expectClose(loss("sum_by_nonzero_weights"), [4.5]);
    expectClose(grad((p: Value) => loss("mean", p))(predictions), [2 / 3, 8 / 3, 0]);
  });

  it("and the mean of nothing is NaN, its sum 0, whatever the weights are", () => {
    const nothing: Tensor = tensor([]);
    const weighted = { use_weights: true } as const;
    for (const reduction of ["mean", "sum_by_nonzero_weights"] as const) {
      expect(ops.mean_squared_error(nothing, nothing, { reduction }).data[0]).toBeNaN();
      for (const w of [nothing, tensor(2)])
        expect(ops.mean_squared_error(nothing, nothing, w, { ...weighted, reduction }).data[0]).toBeNaN();
    }
    expectClose(ops.mean_squared_error(nothing, nothing, { reduction: "sum" }), [0]);
  });

  it("unless shapes do not fit", () => {
    expect(() => ops.huber_loss(labels, tensor([1]))).toThrow(
      "huber_loss: expected labels and predictions of one shape, got [3] and [1]",
    );
    expect(() => ops.huber_loss(labels, predictions, tensor([1, 2]), { use_weights: true })).toThrow(
      "huber_loss: expected weights that broadcast to the losses [3], got [2]",
    );
    expect(() => ops.softmax_cross_entropy(tensor(1), tensor(1))).toThrow(ShapeError);
    expect(() => ops.huber_loss(labels, predictions, { use_weights: true } as never)).toThrow(InputError);
  });
});

function expectClose(got: Value, want: readonly number[]): void {
  expect(got.data).toHaveLength(want.length);
  want.forEach((x, i) => {
    expect(got.data[i]).toBeCloseTo(x, 14 - Math.ceil(Math.log10(Math.abs(x) + 1)));
  });
}
