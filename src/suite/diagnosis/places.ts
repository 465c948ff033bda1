import { sizeOf } from "../../base/shape.ts";
import { Tensor } from "../../tensor/tensor.ts";
import { isNear, type Answered, type Fit } from "./fit.ts";

/** The right entries in other places: transposed, reversed, shifted, or those of another input. */
export const places: Fit = (answered) => {
  const { want } = answered;
  const [rows = 1, columns = 1] = want.shape.slice(-2);
  if (want.shape.length >= 2 && rows * columns === sizeOf(want.shape) && fits(answered, transposed(rows, columns)))
    return "its entries are those of the transpose";
  const n = want.data.length;
  if (fits(answered, (i) => n - 1 - i)) return "its entries are in reverse order";
  for (const by of [1, -1])
    if (n > 2 && fits(answered, (i) => (i + by + n) % n)) return "its entries are shifted by one";
  const right = want.data.toSorted();
  const most = answered.bounds.data.reduce((m, b) => Math.max(m, b), 0);
  const sorted = {
    got: new Tensor(answered.got.shape, answered.got.data.toSorted()),
    want: new Tensor(want.shape, right),
    bounds: new Tensor(
      want.shape,
      right.map(() => most),
    ),
  };
  return n > 2 && n <= MOST_ENTRIES && isNear(sorted, right) ? "its entries are the right ones in wrong places" : null;
};

/** More entries are not sorted to be compared. */
const MOST_ENTRIES = 10_000;

/** Whether the entries are the right ones of other places, and not all alike. */
function fits(answered: Answered, from: (i: number) => number): boolean {
  const { data } = answered.want;
  const moved = data.map((_, i) => data[from(i)]!);
  return moved.some((x, i) => x !== data[i]) && isNear(answered, moved);
}

function transposed(rows: number, columns: number): (i: number) => number {
  return (i) => (i % rows) * columns + Math.floor(i / rows);
}
