import { ShapeError } from "../base/errors.ts";
import { checkShape, formatShape, sizeOf, type Shape } from "../base/shape.ts";

/**
 * An n-dimensional array of float64, row-major, of any rank from 0 (a scalar) up; dimensions may be 0.
 *
 * Make one with {@link tensor}. `shape` and `data` are for reading: the engine shares them between tensors.
 */
export class Tensor {
  /**
   * How many directions (rows of a Jacobian, perturbed inputs) this tensor holds, one after another, each of `shape`.
   * 1 means one value, shared by all directions. What the public functions return has a batch of 1.
   */
  readonly batch: number;
  /** The dimensions, outermost first. */
  readonly shape: Shape;
  /** The elements, row-major: `batch` times the size of `shape`. */
  readonly data: Float64Array;

  constructor(shape: Shape, data: Float64Array, batch: number = 1) {
    this.batch = batch;
    this.shape = shape;
    this.data = data;
  }
}

/** Numbers nested as deep as the tensor has dimensions; all rows of a dimension equally long. */
export type Nested = number | readonly Nested[];

/** What a tensor is made from: nested numbers, or a shape and its elements, row-major. */
export type Source = Nested | { readonly shape: Shape; readonly data: ArrayLike<number> };

/**
 * Makes a {@link Tensor} from nested lists of numbers, or from a shape and its elements, which are copied.
 *
 * @param source nested lists (`[[1, 2], [3, 4]]`), a number (a scalar), or `{ shape, data }` with `data` row-major.
 * @throws ShapeError when rows differ in length, an entry is not a number, or `data` does not fill `shape`.
 * @example
 * tensor([[1, 2, 3], [4, 5, 6]]).shape; // [2, 3]
 * tensor({ shape: [0, 3], data: [] }).shape; // [0, 3]
 */
export function tensor(source: Source): Tensor {
  if (typeof source === "object" && source !== null && "shape" in source)
    return fromElements(source.shape, source.data);
  const shape: number[] = [];
  for (let level: Nested | undefined = source; Array.isArray(level); level = level[0] as Nested | undefined)
    shape.push(level.length);
  const data = new Float64Array(sizeOf(shape));
  let filled = 0;
  const fill = (level: Nested, depth: number): void => {
    if (typeof level === "number" && depth === shape.length) {
      data[filled++] = level;
    } else if (Array.isArray(level) && level.length === shape[depth]) {
      for (const entry of level as readonly Nested[]) fill(entry, depth + 1);
    } else {
      throw new ShapeError(
        `tensor: expected numbers nested as ${formatShape(shape)}, got ${describe(level)} at depth ${String(depth)}`,
      );
    }
  };
  fill(source, 0);
  return new Tensor(shape, data);
}

/** A tensor of a shape and its elements, from a caller who may not be type-checked. */
function fromElements(shape: Shape, data: ArrayLike<number> | undefined): Tensor {
  checkShape("tensor", shape);
  if (data?.length !== sizeOf(shape))
    throw new ShapeError(
      `tensor: shape ${formatShape(shape)} holds ${String(sizeOf(shape))} numbers, got ${String(data?.length)}`,
    );
  const wrong = Array.prototype.findIndex.call(data, (x: unknown) => typeof x !== "number");
  if (wrong >= 0)
    throw new ShapeError(`tensor: element ${String(wrong)} of data is ${String(data[wrong])}, not a number`);
  return new Tensor([...shape], Float64Array.from(data));
}

function describe(level: unknown): string {
  return Array.isArray(level) ? `a list of ${String(level.length)}` : String(level);
}

const scalars = new Map<number, Tensor>();

/** The scalar tensor of a number. Those that rules are written with (0, 1, 2, ½ …) are made once. */
export function scalar(x: number): Tensor {
  const known = scalars.get(x);
  if (known !== undefined && !Object.is(x, -0)) return known;
  const made = new Tensor([], Float64Array.of(x));
  if (scalars.size < 64 && !Object.is(x, -0)) scalars.set(x, made);
  return made;
}

/** A tensor of zeros. */
export function zeros(shape: Shape): Tensor {
  return new Tensor(shape, new Float64Array(sizeOf(shape)));
}

/** A copy that shares no memory: what is handed to the user. */
export function copyOf(x: Tensor): Tensor {
  return new Tensor(x.shape, x.data.slice(), x.batch);
}

/** Member `n` of a batch, as a tensor of its own; a shared value is every member. */
export function memberOf(x: Tensor, n: number): Tensor {
  const size = x.data.length / x.batch;
  return x.batch === 1 ? x : new Tensor(x.shape, x.data.subarray(n * size, (n + 1) * size));
}
