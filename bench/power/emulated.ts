import { SMALLEST_NORMAL, UNIT_ROUNDOFF } from "../../src/base/ulp.ts";
import { allowances, formulasElsewhere } from "../../src/checks/budget.ts";
import type { Task } from "../../src/checks/tasks.ts";
import { interpreted, valueOf } from "../../src/engine/variable.ts";
import type { Allowance, Op } from "../../src/op/op.ts";
import type { Arithmetic } from "../../src/oracles/arithmetic.ts";
import type { Arrays } from "../../src/oracles/engine.ts";
import { lanesOf } from "../../src/tensor/kernels/reduce.ts";
import { Tensor } from "../../src/tensor/tensor.ts";
import { trace } from "../../src/transforms/trace.ts";

/**
 * What a correct float32 engine might answer: every primitive result is rounded to float32, functions are off by any error
 * that their allowances permit, sums go in any order, derivatives by any formula of the entries, and subnormal numbers
 * are flushed or kept. All choices come from `random`.
 */
export function emulate(task: Task, arithmetic: Arithmetic, random: () => number): Arrays {
  const machine = new Float32(arithmetic, random);
  const compute = task.ways[Math.floor(random() * task.ways.length)]!;
  // An engine has one formula for an op.
  const chosen = new Map<string, Op>();
  const formulaOf = (op: Op): Op => {
    const formulas = formulasElsewhere(op);
    const as = chosen.get(op.name) ?? formulas[Math.floor(random() * formulas.length)]!;
    chosen.set(op.name, as);
    return as;
  };
  const { outputs } = interpreted(
    (op, inputs, attrs) => ({ out: machine.run(op, inputs, attrs), as: formulaOf(op) }),
    () => trace(compute, task.arrays),
    formulaOf,
  );
  return Object.fromEntries(task.names.map((name, i) => [name, valueOf(outputs[i]!)]));
}

/** Whether an op is linear in its first input when the others are held, so that it is a sum of that one's elements. */
function isSumOfFirst(op: Op): boolean {
  if (op.kind === "bilinear" || op.name === "dsoftmax" || op.name === "dlog_softmax") return true;
  return op.kind === "linear" && !op.variadic && op.active.filter((active) => active).length === 1;
}

/** A float32 machine of one arithmetic. */
class Float32 {
  readonly #arithmetic: Arithmetic;
  readonly #random: () => number;
  readonly #flushes: boolean;
  /** Whether errors of functions are as large as they may be, or anything up to it. */
  readonly #extreme: boolean;

  constructor(arithmetic: Arithmetic, random: () => number) {
    this.#arithmetic = arithmetic;
    this.#random = random;
    this.#flushes = random() < 0.5;
    this.#extreme = random() < 0.5;
  }

  run(op: Op, inputs: readonly Tensor[], attrs: object): Tensor {
    const out = op.run(inputs, attrs);
    const { relative = 0, absolute = 0, terms } = op.rounding(inputs, attrs, out);
    if (terms !== undefined) {
      if (isSumOfFirst(op)) return this.#sum(op, inputs, attrs, out);
      const within = allowances(op, inputs, attrs, out, this.#arithmetic);
      return new Tensor(
        out.shape,
        out.data.map((v, i) => this.#within(v, within[i]!)),
      );
    }
    if (relative === 0 && absolute === 0) return out;
    const allowed = this.#arithmetic.measured[op.name] ?? { relative, absolute };
    if (op.name === "softmax" || op.name === "log_softmax")
      return this.#normalized(op.name, inputs[0]!, attrs, allowed);
    return new Tensor(
      out.shape,
      out.data.map((v) => this.#off(v, allowed)),
    );
  }

  /** The nearest float32 number. */
  #round(v: number): number {
    const rounded = Math.fround(v);
    return this.#flushes && Math.abs(rounded) < SMALLEST_NORMAL.float32 ? 0 : rounded;
  }

  /** A value of a function as this machine might give it: rounding is one unit of what is allowed. */
  #off(v: number, { relative, absolute }: Allowance): number {
    return this.#within(v, UNIT_ROUNDOFF.float32 * (relative * Math.abs(v) + absolute));
  }

  /** A value that is off by no more than `allowed`, of which its own rounding is a part. */
  #within(v: number, allowed: number): number {
    if (!Number.isFinite(v)) return v;
    const share = this.#extreme ? Math.sign(this.#random() - 0.5) : 2 * this.#random() - 1;
    return this.#round(v + Math.max(0, allowed - UNIT_ROUNDOFF.float32 * Math.abs(v)) * share);
  }

  /** What an op adds up that is linear in its first input: each product is rounded or not (fused), the sum in any order. */
  #sum(op: Op, inputs: readonly Tensor[], attrs: object, like: Tensor): Tensor {
    const [x, ...others] = inputs as readonly [Tensor, ...Tensor[]];
    const size = x.data.length;
    // Row i holds what one unit of element i adds to each element of the result.
    const units = new Float64Array(size * size);
    for (let i = 0; i < size; i++) units[i * size + i] = 1;
    const weights =
      size === 0 ? new Float64Array(0) : op.run([new Tensor(x.shape, units, size), ...others], attrs).data;
    const fused = this.#random() < 0.5;
    const count = like.data.length;
    // The mean: 1/n is multiplied by, or the sum is divided by n, or each term.
    const way = op.name === "mean" ? this.#random() : 1;
    return new Tensor(
      like.shape,
      like.data.map((_, o) => {
        const terms: number[] = [];
        let n = 1;
        for (let i = 0; i < size; i++) {
          const w = weights[i * count + o]!;
          if (w === 0) continue;
          if (op.name === "mean") n = Math.round(1 / w);
          if (way < 0.33) terms.push(x.data[i]!);
          else if (way < 0.66) terms.push(this.#round(x.data[i]! / n));
          else terms.push(fused ? x.data[i]! * this.#round(w) : this.#round(x.data[i]! * this.#round(w)));
        }
        const total = this.#total(terms);
        return way < 0.33 ? this.#round(total / n) : total;
      }),
    );
  }

  /** A sum in some order: one after another, or the nearest pairs first. */
  #total(terms: readonly number[]): number {
    const shuffled = terms.map((term) => ({ term, key: this.#random() })).toSorted((a, b) => a.key - b.key);
    let rest = shuffled.map(({ term }) => term);
    if (this.#random() < 0.5) return rest.reduce((sum, term) => this.#round(sum + term), 0);
    while (rest.length > 1)
      rest = Array.from({ length: Math.ceil(rest.length / 2) }, (_, i) =>
        2 * i + 1 < rest.length ? this.#round(rest[2 * i]! + rest[2 * i + 1]!) : rest[2 * i]!,
      );
    return this.#round(rest[0] ?? 0);
  }

  /** The softmax or its logarithm, from x less its largest element: what every implementation loses, and its own error. */
  #normalized(name: "softmax" | "log_softmax", x: Tensor, attrs: object, allowed: Allowance): Tensor {
    const { axis } = attrs as { readonly axis: number };
    const { outer, length, inner } = lanesOf(x, [axis < 0 ? axis + x.shape.length : axis]);
    const out = new Float64Array(x.data.length);
    for (let lane = 0; lane < outer * inner; lane++) {
      const first = Math.floor(lane / inner) * length * inner + (lane % inner);
      const places = Array.from({ length }, (_, k) => first + k * inner);
      const most = Math.max(...places.map((p) => x.data[p]!));
      const shifted = places.map((p) => this.#round(x.data[p]! - most));
      const total = this.#total(shifted.map(Math.exp));
      places.forEach((p, k) => {
        const y = name === "softmax" ? Math.exp(shifted[k]!) / total : shifted[k]! - Math.log(total);
        out[p] = this.#off(y, allowed);
      });
    }
    return new Tensor(x.shape, out);
  }
}
