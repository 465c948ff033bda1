import { describe, expect, it } from "vitest";
import { InputError, ShapeError, ops, tensor, variable, type Value } from "../../src/index.ts";

type Untyped = (...args: readonly unknown[]) => unknown;

/** The ops as JavaScript sees them: whatever it gives them has to get a clear answer. */
const untyped = ops as unknown as Readonly<Record<string, Untyped>>;
const [row, pair] = [tensor([[1, 2, 3], [4, 5, 6]]), tensor([1, 2])]; // prettier-ignore

const binary = ["add", "divide", "equal", "greater", "greater_equal", "less", "less_equal", "maximum", "minimum", "multiply", "pow", "subtract"]; // prettier-ignore

describe("shapes that do not fit", () => {
  it.each(binary)("%s names itself, both shapes and the dimension", (name) => {
    const says = `${name}: shapes [2,3] and [2] do not broadcast (dimension 1 is 3 against 2; they must be equal or 1)`;
    for (const [a, b] of [[row, pair], [variable(row), pair]] as const) {
      expect(() => untyped[name]!(a, b)).toThrow(ShapeError);
      expect(() => untyped[name]!(a, b)).toThrow(says);
    } // prettier-ignore
  });

  it("where names the two that do not fit, wherever they stand", () => {
    for (const args of [[pair, row, 1], [pair, 1, row], [1, pair, row], [pair, 1, tensor([1, 2, 3])]] as const) {
      expect(() => untyped["where"]!(...args)).toThrow(ShapeError);
      expect(() => untyped["where"]!(...args)).toThrow(/^where: shapes \[.*\b2\] and \[.*3\] do not broadcast/);
    } // prettier-ignore
  });

  it("leave no trace: the same op works on what fits", () => {
    const v = variable(row);
    expect(() => ops.add(v, pair)).toThrow(ShapeError);
    ops.sum(ops.add(v, 1)).backward();
    expect([...v.grad!.data]).toEqual([1, 1, 1, 1, 1, 1]);
  });
});

describe("a wrong number of inputs", () => {
  it.each([
    { call: (): unknown => untyped["add"]!(row), says: "add: expected 2 inputs (x, y), got 1" },
    { call: (): unknown => untyped["add"]!(row, row, row), says: "add: expected 2 inputs (x, y), got 3" },
    { call: (): unknown => untyped["exp"]!(), says: "exp: expected 1 input (x), got 0" },
    { call: (): unknown => untyped["exp"]!({}), says: "exp: expected 1 input (x), got 0" },
    { call: (): unknown => untyped["where"]!(row, row), says: "where: expected 3 inputs (condition, x, y), got 2" },
    { call: (): unknown => untyped["sum"]!(row, row), says: "sum: expected 1 input (x), got 2" },
    { call: (): unknown => untyped["concat"]!({ axis: 0 }), says: "concat: expected 1 input (xs) or more, got 0" },
  ])("$says", ({ call, says }) => {
    expect(call).toThrow(InputError);
    expect(call).toThrow(says);
  });
});

describe("an input that is none", () => {
  it.each([[[1, 2]], ["1"], [null], [undefined], [true], [new Float64Array(2)]])("%j", (value) => {
    for (const call of [(): unknown => untyped["add"]!(value, row), (): unknown => untyped["add"]!(row, value)]) {
      expect(call).toThrow(InputError);
      expect(call).toThrow(/^add: an input is a tensor, a variable or a number, got .*; wrap it in tensor\(…\)$/);
    }
  });

  it("is found before one too few is", () => {
    expect(() => untyped["sum"]!([1, 2])).toThrow("sum: an input is a tensor, a variable or a number");
  });
});

describe("attributes", () => {
  it.each([
    { call: (): unknown => untyped["sum"]!(row, { axes: 0 }), says: 'sum: no attribute "axes"; did you mean "axis"?' },
    { call: (): unknown => untyped["mean"]!(row, { keepDims: true }), says: 'mean: no attribute "keepDims"; did you mean "keepdims"?' },
    { call: (): unknown => untyped["matmul"]!(row, row, { transposeB: true }), says: 'matmul: no attribute "transposeB"; did you mean "transpose_b"?' },
    { call: (): unknown => untyped["slice"]!(row, { begin: [0, 0] }), says: 'slice: no attribute "begin"; valid: start_indices, limit_indices, strides' },
    { call: (): unknown => untyped["exp"]!(row, { axis: 0 }), says: 'exp: no attribute "axis"; there are none' },
    { call: (): unknown => untyped["sum"]!(row, { constructor: 0 }), says: 'sum: no attribute "constructor"' },
    { call: (): unknown => untyped["permute_dims"]!(row), says: 'permute_dims: attribute "axes" (integer[]) is missing: the axes of x in the order of the result' },
    { call: (): unknown => untyped["reshape"]!(row, {}), says: 'reshape: attribute "shape" (integer[]) is missing' },
    { call: (): unknown => untyped["slice"]!(row, { start_indices: [0, 0] }), says: 'slice: attribute "limit_indices" (integer[]) is missing' },
    { call: (): unknown => untyped["softmax"]!(row, { axis: "1" }), says: 'softmax: attribute "axis" must be integer, got "1"' },
    { call: (): unknown => untyped["softmax"]!(row, { axis: [0] }), says: 'softmax: attribute "axis" must be integer, got [0]' },
    { call: (): unknown => untyped["softmax"]!(row, { axis: 0.5 }), says: 'softmax: attribute "axis" must be integer, got 0.5' },
    { call: (): unknown => untyped["softmax"]!(row, { axis: null }), says: 'softmax: attribute "axis" must be integer, got null' },
    { call: (): unknown => untyped["concat"]!(row, row, { axis: null }), says: 'concat: attribute "axis" must be integer, got null' },
    { call: (): unknown => untyped["sum"]!(row, { axis: [0, 0.5] }), says: 'sum: attribute "axis" must be integer | integer[] | null, got [0,0.5]' },
    { call: (): unknown => untyped["sum"]!(row, { keepdims: 1 }), says: 'sum: attribute "keepdims" must be boolean, got 1' },
    { call: (): unknown => untyped["sum"]!(row, { keepdims: null }), says: 'sum: attribute "keepdims" must be boolean, got null' },
    { call: (): unknown => untyped["reshape"]!(row, { shape: 6 }), says: 'reshape: attribute "shape" must be integer[], got 6' },
    { call: (): unknown => untyped["reshape"]!(row, { shape: null }), says: 'reshape: attribute "shape"' },
    { call: (): unknown => untyped["clip"]!(row, { min: "0" }), says: 'clip: attribute "min" must be number | null, got "0"' },
  ])("$says", ({ call, says }) => {
    expect(call).toThrow(InputError);
    expect(call).toThrow(says);
  }); // prettier-ignore

  it("that are undefined count as left out", () => {
    const call = untyped["sum"]! as (x: Value, attrs: object) => Value;
    expect(call(row, { axis: undefined, keepdims: undefined }).shape).toEqual([]);
  });

  it("are not changed, nor kept", () => {
    const axes = [1, 0];
    const turned = ops.permute_dims(variable(row), { axes });
    axes.reverse();
    ops.sum(ops.multiply(turned, tensor([[1, 2], [3, 4], [5, 6]]))).backward(); // prettier-ignore
    expect(turned.shape).toEqual([3, 2]);
    const shape = [3, 2];
    const x = ops.reshape(row, { shape });
    shape[0] = 9;
    expect(x.shape).toEqual([3, 2]);
    const to = [2, 3];
    const y = ops.broadcast_to(1, { shape: to });
    to[0] = 9;
    expect(y.shape).toEqual([2, 3]);
  });
});
