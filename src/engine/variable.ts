import { CotangentError } from "../base/errors.ts";
import type { Shape } from "../base/shape.ts";
import type { Op } from "../op/op.ts";
import type { Tensor } from "../tensor/tensor.ts";

/** A tensor, or a variable that holds one. */
export type Value = Tensor | Variable;

/** Options of {@link Variable.backward}. */
export interface BackwardOptions {
  /** Keeps the history, so that `backward` can go through it again. */
  readonly retainGraph?: boolean;
}

type Backward = (y: Variable, gradient: Value | undefined, options: BackwardOptions) => void;

let made = 0;
let runBackward: Backward;

/** Ties {@link Variable.backward} to the op set, which the engine does not know. */
export function provideBackward(run: Backward): void {
  runBackward = run;
}

/** The elements were read of a variable that holds many directions at once; the reader has to be called one by one. */
export class BatchedDataError extends CotangentError {
  override readonly name = "BatchedDataError";

  constructor() {
    super("the elements of a batch of directions were read");
  }
}

/**
 * A tensor whose history is recorded: the op that made it, and from what. Ops on variables give variables.
 *
 * Make one to differentiate with `variable(x)`; the functions given to `grad`, `jacobian` … get theirs from these.
 */
export class Variable {
  /** The tensor, with all directions that it holds. @internal */
  readonly value: Tensor;
  /** The sum of the gradients of all `backward` calls so far, or null before the first; set it to null to start anew. */
  grad: Tensor | null = null;

  /** What made it; null for a leaf. @internal */
  readonly op: Op | null;
  /** @internal */
  inputs: readonly Value[];
  /** @internal */
  readonly attrs: object;
  /** Variables made later have larger numbers, so inputs come before results. @internal */
  readonly id: number;
  /** Whether it was made by `variable`, so that `backward` adds to its `grad`. @internal */
  readonly parameter: boolean;
  /** Whether `backward` went through it and let its history go. @internal */
  freed = false;

  // The sweeps' notes on this node, valid while `visit` is the sweep's own number.
  /** @internal */
  visit = 0;
  /** Whether it depends on what the sweep differentiates by. @internal */
  active = false;
  /** Its cotangent or tangent so far. @internal */
  derivative: Value | null = null;

  /** @internal */
  constructor(value: Tensor, op: Op | null, inputs: readonly Value[], attrs: object, parameter: boolean = false) {
    this.value = value;
    this.op = op;
    this.inputs = inputs;
    this.attrs = attrs;
    this.parameter = parameter;
    this.id = ++made;
  }

  /** The dimensions, outermost first. */
  get shape(): Shape {
    return this.value.shape;
  }

  /** The elements, row-major. */
  get data(): Float64Array {
    if (this.value.batch > 1) throw new BatchedDataError();
    return this.value.data;
  }

  /**
   * Adds the gradient of this value to `grad` of every variable that it was computed from, as PyTorch does.
   *
   * @param gradient the cotangent: how much each element of this value counts, in its shape. It may be left out only
   * for a value of one element; then it is 1.
   * @throws GradientError without `gradient` on a value of more elements, and on a second call through a history that
   * the first one let go (give `retainGraph` to the first).
   * @throws ShapeError when `gradient` has another shape.
   * @example
   * const w = variable([1, 2]);
   * ops.sum(ops.square(w)).backward();
   * w.grad; // [2, 4]
   */
  backward(gradient?: Value, options: BackwardOptions = {}): void {
    runBackward(this, gradient, options);
  }
}

/** The tensor of a value, without its history. */
export function valueOf(x: Value): Tensor {
  return x instanceof Variable ? x.value : x;
}

/** Applies an op; the result is a variable where any input is. `attrs` are complete. Of a composite its parts are recorded. */
export function apply(op: Op, inputs: readonly Value[], attrs: object): Value {
  if (op.expand !== null) return (formulaOf?.(op) ?? op).expand!(inputs, attrs);
  for (let i = 0; i < inputs.length; i++) {
    if (inputs[i] instanceof Variable) return record(op, inputs, attrs);
  }
  return op.run(inputs as readonly Tensor[], attrs);
}

function record(op: Op, inputs: readonly Value[], attrs: object): Variable {
  const values = inputs.map(valueOf);
  if (interpretation === null) return new Variable(op.run(values, attrs), op, inputs, attrs);
  const { out, as } = interpretation(op, values, attrs);
  return new Variable(out, as, inputs, attrs);
}

/**
 * Another reading of the ops that are recorded: the result, and the op whose rules differentiate it. It is how the error
 * budget looks beside the point at hand and at other formulas, and how other arithmetics are emulated.
 */
export type Interpretation = (
  op: Op,
  inputs: readonly Tensor[],
  attrs: object,
) => { readonly out: Tensor; readonly as: Op };

let interpretation: Interpretation | null = null;
let formulaOf: ((op: Op) => Op) | null = null;

/**
 * Runs `body` with every op on variables read by `by`.
 *
 * @param formulas by which formula of its variants a composite is expanded; its own unless given.
 */
export function interpreted<T>(by: Interpretation, body: () => T, formulas: ((op: Op) => Op) | null = null): T {
  const before = { interpretation, formulaOf };
  interpretation = by;
  formulaOf = formulas;
  try {
    return body();
  } finally {
    ({ interpretation, formulaOf } = before);
  }
}
