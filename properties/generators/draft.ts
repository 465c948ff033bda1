import { valueOf } from "../../src/engine/variable.ts";
import type { Draw, Reals } from "../../src/op/domain.ts";
import type { Op } from "../../src/op/op.ts";
import type { Shape } from "../../src/base/shape.ts";
import type { Step } from "../../src/program/program.ts";
import { runProgram } from "../../src/program/run.ts";
import type { Tensor } from "../../src/tensor/tensor.ts";
import { attrsMember } from "./op-case.ts";

/** The steps that a program has at most. */
const MOST_STEPS = 12;

/** Values that steps may use grow no larger than this, so that little of them is lost when they are moved into a domain. */
const LARGEST = 256;

/** A place of a step that an operand is drawn for. */
export interface Place {
  readonly shape: Shape;
  readonly from: Reals;
  /** Of the step, which may say where its op breaks. */
  readonly attrs: object;
  /** Values that the other operands hold, where the op breaks at ties. */
  readonly taken: number[];
  /** Whether the operand may move with a differentiated input; indices and conditions may not. */
  readonly moves: boolean;
}

/** How many operands of steps were to be values that the program has, and how many of these are new inputs after all. */
export interface Tally {
  wanted: number;
  replaced: number;
}

/** A program while it is drawn, with the value of every name. */
export class Draft {
  readonly inputs: Record<string, Tensor> = {};
  readonly wrt: string[] = [];
  readonly steps: Step[] = [];
  readonly values: Map<string, Tensor> = new Map();
  /** Names that do not move with a differentiated input: what indices and conditions may be. */
  readonly fixed: Set<string> = new Set();
  /** Names of values that rounding does not move off whole numbers: inputs, and results of comparisons, roundings and the like. */
  readonly exact: Set<string> = new Set();
  readonly tally: Tally = { wanted: 0, replaced: 0 };
  readonly draw: Draw;
  readonly #ops: ReadonlyMap<string, Op>;

  constructor(draw: Draw, ops: readonly Op[]) {
    this.draw = draw;
    this.#ops = new Map(ops.map((op) => [op.name, op]));
  }

  /** Steps that there is still room for. */
  get room(): number {
    return MOST_STEPS - this.steps.length;
  }

  /** The names that steps may use, earliest first: those of values that are neither too large nor infinite. */
  get usable(): string[] {
    return [...this.values].filter(([, x]) => x.data.every((v) => Math.abs(v) <= LARGEST)).map(([name]) => name);
  }

  /** The value of a name. */
  at(name: string): Tensor {
    return this.values.get(name)!;
  }

  /** Whether a program may have steps of an op. */
  has(op: string): boolean {
    return this.#ops.has(op);
  }

  /** Does something, or nothing where it comes to null: then what it has added is taken back. */
  attempt(change: () => string | null): string | null {
    const [inputs, steps, wrt] = [Object.keys(this.inputs).length, this.steps.length, this.wrt.length];
    const name = change();
    if (name !== null) return name;
    const added = [...Object.keys(this.inputs).slice(inputs), ...this.steps.splice(steps).map(({ out }) => out)];
    for (const each of added) {
      Reflect.deleteProperty(this.inputs, each);
      this.values.delete(each);
      this.fixed.delete(each);
      this.exact.delete(each);
    }
    this.wrt.splice(wrt);
    return null;
  }

  /** Adds an input. */
  input(x: Tensor, differentiated: boolean): string {
    const name = `x${String(Object.keys(this.inputs).length + 1)}`;
    this.inputs[name] = x;
    this.values.set(name, x);
    this.exact.add(name);
    if (differentiated) this.wrt.push(name);
    else this.fixed.add(name);
    return name;
  }

  /** Adds a step and returns the name of its result. */
  step(op: string, names: readonly string[], attrs: object = {}): string {
    const out = `v${String(this.steps.length + 1)}`;
    const step: Step = { out, op, in: names, ...attrsMember(attrs) };
    const given = [...new Set(names)];
    const [result] = runProgram(
      { inputs: given, steps: [step], outputs: [out] },
      Object.fromEntries(given.map((name) => [name, this.at(name)])),
    );
    this.steps.push(step);
    this.values.set(out, valueOf(result!));
    const isConstant = this.#ops.get(op)!.kind === "constant";
    if (isConstant) this.exact.add(out);
    if (isConstant || names.every((name) => this.fixed.has(name))) this.fixed.add(out);
    return out;
  }
}
