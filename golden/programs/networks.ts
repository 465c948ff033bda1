import { reals } from "../../src/op/domain.ts";
import { scalar, tensor } from "../../src/tensor/tensor.ts";
import type { Draft } from "../draft.ts";
import { Elements } from "../elements.ts";
import { atPoint, programFrom } from "./build.ts";

const unit = reals(-1, 1);

/** `mean((σ(tanh(X W₁ + b₁) W₂ + b₂) − y)²)`. */
export function twoLayerNetwork(): Draft[] {
  const program = programFrom(
    "X y W1 b1 W2 b2",
    [
      ["z1", "matmul", "X W1"],
      ["a1", "add", "z1 b1"],
      ["h", "tanh", "a1"],
      ["z2", "matmul", "h W2"],
      ["a2", "add", "z2 b2"],
      ["predicted", "sigmoid", "a2"],
      ["residual", "subtract", "predicted y"],
      ["squares", "square", "residual"],
      ["loss", "mean", "squares"],
    ],
    "loss",
  );
  const e = new Elements("full", "two-layer-network");
  const inputs = {
    X: e.tensor([3, 2], unit),
    y: tensor([[0], [1], [1]]),
    W1: e.tensor([2, 3], unit),
    b1: e.tensor([3], unit),
    W2: e.tensor([3, 1], unit),
    b2: e.tensor([1], unit),
  };
  return [
    atPoint({ id: "parameters", comment: "as in training" }, { program, inputs, wrt: ["W1", "b1", "W2", "b2"] }),
    atPoint({ id: "inputs", comment: "as for saliency" }, { program, inputs, wrt: ["X"] }),
  ];
}

/** `−mean(Σ targets · log_softmax(logits))`. */
export function softmaxCrossEntropy(): Draft[] {
  const program = programFrom(
    "logits targets",
    [
      ["logp", "log_softmax", "logits", { axis: 1 }],
      ["picked", "multiply", "targets logp"],
      ["each", "sum", "picked", { axis: 1 }],
      ["mean", "mean", "each"],
      ["loss", "negative", "mean"],
    ],
    "loss",
  );
  const e = new Elements("full", "softmax-cross-entropy");
  const targets = tensor([
    [0, 1, 0, 0],
    [1, 0, 0, 0],
    [0, 0, 0.25, 0.75],
  ]);
  const at = (id: string, comment: string, size: number): Draft =>
    atPoint(
      { id, comment },
      { program, inputs: { logits: e.tensor([3, 4], reals(-size, size)), targets }, wrt: ["logits"] },
    );
  return [at("moderate", "logits from −4 to 4", 4), at("confident", "logits from −50 to 50", 50)];
}

/** `γ·(x − mean x) / √(var x + ε) + β` over the last axis. */
export function layerNorm(): Draft[] {
  const axis = { axis: -1, keepdims: true };
  const program = programFrom(
    "x gamma beta epsilon",
    [
      ["mu", "mean", "x", axis],
      ["centred", "subtract", "x mu"],
      ["squares", "square", "centred"],
      ["variance", "mean", "squares", axis],
      ["shifted", "add", "variance epsilon"],
      ["deviation", "sqrt", "shifted"],
      ["normal", "divide", "centred deviation"],
      ["scaled", "multiply", "normal gamma"],
      ["y", "add", "scaled beta"],
    ],
    "y",
  );
  const e = new Elements("full", "layer-norm");
  const rest = { gamma: e.tensor([4], unit), beta: e.tensor([4], unit), epsilon: scalar(1e-5) };
  const wrt = ["x", "gamma", "beta"];
  const [spread, close] = [e.tensor([2, 4], reals(-3, 3)), e.tensor([2, 4], reals(1000, 1000.5))];
  return [
    atPoint(
      { id: "spread", comment: "rows of zero mean, or nearly" },
      { program, inputs: { x: spread, ...rest }, wrt },
    ),
    atPoint(
      { id: "close", comment: "rows whose numbers differ little: the mean cancels", flags: ["program", "tails"] },
      { program, inputs: { x: close, ...rest }, wrt },
    ),
  ];
}

/** `x + softmax(x W_q (x W_k)ᵀ / √d) x W_v`. */
export function attention(): Draft[] {
  const program = programFrom(
    "x Wq Wk Wv root_d",
    [
      ["q", "matmul", "x Wq"],
      ["k", "matmul", "x Wk"],
      ["v", "matmul", "x Wv"],
      ["products", "matmul", "q k", { transpose_b: true }],
      ["scores", "divide", "products root_d"],
      ["weights", "softmax", "scores", { axis: -1 }],
      ["mixed", "matmul", "weights v"],
      ["y", "add", "x mixed"],
    ],
    "y",
  );
  const e = new Elements("full", "attention");
  const weights = { Wq: e.tensor([2, 2], unit), Wk: e.tensor([2, 2], unit), Wv: e.tensor([2, 2], unit) };
  const inputs = { x: e.tensor([3, 2], unit), ...weights, root_d: scalar(Math.SQRT2) };
  return [
    atPoint(
      { id: "one-head", comment: "three tokens of two numbers" },
      { program, inputs, wrt: ["x", "Wq", "Wk", "Wv"] },
    ),
  ];
}

/** The two numbers of gate number `i`. */
function gate(i: number): object {
  return { start_indices: [0, 2 * i], limit_indices: [1, 2 * i + 2] };
}

/** One step of an LSTM; gates in the order input, forget, cell, output. */
export function lstmCell(): Draft[] {
  const program = programFrom(
    "x h c Wx Wh b",
    [
      ["fromX", "matmul", "x Wx"],
      ["fromH", "matmul", "h Wh"],
      ["both", "add", "fromX fromH"],
      ["z", "add", "both b"],
      ["zi", "slice", "z", gate(0)],
      ["zf", "slice", "z", gate(1)],
      ["zg", "slice", "z", gate(2)],
      ["zo", "slice", "z", gate(3)],
      ["i", "sigmoid", "zi"],
      ["f", "sigmoid", "zf"],
      ["g", "tanh", "zg"],
      ["o", "sigmoid", "zo"],
      ["kept", "multiply", "f c"],
      ["new", "multiply", "i g"],
      ["c_next", "add", "kept new"],
      ["shown", "tanh", "c_next"],
      ["h_next", "multiply", "o shown"],
    ],
    "h_next c_next",
  );
  const e = new Elements("full", "lstm-cell");
  const inputs = {
    x: e.tensor([1, 2], unit),
    h: e.tensor([1, 2], unit),
    c: e.tensor([1, 2], unit),
    Wx: e.tensor([2, 8], unit),
    Wh: e.tensor([2, 8], unit),
    b: e.tensor([8], unit),
  };
  return [atPoint({ id: "step", comment: "two outputs" }, { program, inputs, wrt: ["x", "h", "c", "Wx", "Wh", "b"] })];
}

/** The places of each 2×2 window of a square image. */
function windows(size: number): number[][] {
  return Array.from({ length: (size - 1) ** 2 }, (_, k) => {
    const corner = Math.floor(k / (size - 1)) * size + (k % (size - 1));
    return [corner, corner + 1, corner + size, corner + size + 1];
  });
}

/** Image [4, 4], two 2×2 filters by im2col, relu, 2×2 maximum pooling of stride 1, a dense layer, cross-entropy. */
export function convolutionalNet(): Draft[] {
  const program = programFrom(
    "image patches filters bias pools dense target",
    [
      ["pixels", "reshape", "image", { shape: [16] }],
      ["columns", "take", "pixels patches", { axis: 0 }],
      ["filtered", "matmul", "columns filters"],
      ["shifted", "add", "filtered bias"],
      ["active", "relu", "shifted"],
      ["pooled_from", "take", "active pools", { axis: 0 }],
      ["pooled", "max", "pooled_from", { axis: 1 }],
      ["flat", "reshape", "pooled", { shape: [1, 8] }],
      ["logits", "matmul", "flat dense"],
      ["logp", "log_softmax", "logits", { axis: -1 }],
      ["picked", "multiply", "logp target"],
      ["total", "sum", "picked"],
      ["loss", "negative", "total"],
    ],
    "loss",
  );
  const e = new Elements("full", "convolutional-net");
  const inputs = {
    image: e.tensor([4, 4], unit),
    patches: tensor(windows(4)),
    filters: e.tensor([4, 2], unit),
    bias: e.tensor([2], reals(0.5, 1)),
    pools: tensor(windows(3)),
    dense: e.tensor([8, 3], unit),
    target: tensor([[0, 1, 0]]),
  };
  return [
    atPoint({ id: "parameters", comment: "as in training" }, { program, inputs, wrt: ["filters", "bias", "dense"] }),
    atPoint({ id: "image", comment: "pixels that several windows read" }, { program, inputs, wrt: ["image"] }),
  ];
}
