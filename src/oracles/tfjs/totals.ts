import type { Shape } from "../../base/shape.ts";
import { Tensor, zeros } from "../../tensor/tensor.ts";
import type { Arrays } from "../engine.ts";

/** Sums in float64 of what several outputs give to each input; zero where none gives anything. */
export class Totals {
  readonly #names: readonly string[];
  readonly #shapes: ReadonlyMap<string, Shape>;
  readonly #sums = new Map<string, Tensor>();

  constructor(names: readonly string[], shapes: ReadonlyMap<string, Shape>) {
    this.#names = names;
    this.#shapes = shapes;
  }

  /** Adds to the sum of a name. The first term stays as it is, −0 included. */
  add(name: string, x: Tensor): void {
    const sum = this.#sums.get(name);
    this.#sums.set(
      name,
      sum === undefined
        ? x
        : new Tensor(
            x.shape,
            x.data.map((term, i) => sum.data[i]! + term),
          ),
    );
  }

  /** The sums, by name. */
  get arrays(): Arrays {
    return Object.fromEntries(
      this.#names.map((name) => [name, this.#sums.get(name) ?? zeros(this.#shapes.get(name)!)]),
    );
  }
}
