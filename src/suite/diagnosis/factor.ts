import { sizeOf } from "../../base/shape.ts";
import { isNear, type Answered, type Fit } from "./fit.ts";

/** Factors that mistakes are known to make. */
const SIMPLE = [-1, 2, 0.5, -2, -0.5, 3, 1 / 3, 4, 0.25] as const;

/** Every entry is the right one times a number: a simple one, or a count of elements or of a dimension. */
export const factor: Fit = (answered) => {
  const { got, want } = answered;
  if (want.data.every((w) => w === 0)) return null;
  if (got.data.every((g) => g === 0)) return "it is 0, as if the way to it were cut";
  if (isTimes(answered, -1)) return "its sign is the wrong one";
  for (const by of SIMPLE) if (isTimes(answered, by)) return `it is ${words(by)} times the right one`;
  for (const [n, what] of counts(answered)) {
    if (isTimes(answered, n)) return `it is multiplied by ${what}, ${String(n)}`;
    if (isTimes(answered, 1 / n)) return `it is divided by ${what}, ${String(n)}`;
  }
  return null;
};

function isTimes(answered: Answered, by: number): boolean {
  return isNear(
    answered,
    answered.want.data.map((w) => by * w),
  );
}

/** Numbers of elements that are worth telling: more than 1. */
function counts({ case: { inputs, cotangents } }: Answered): Map<number, string> {
  const all = new Map<number, string>();
  for (const [arrays, word] of [
    [inputs, "input"],
    [cotangents, "output"],
  ] as const)
    for (const [name, { shape }] of Object.entries(arrays)) {
      all.set(sizeOf(shape), `the number of elements of ${word} "${name}"`);
      shape.forEach((d, axis) =>
        all.set(d, all.get(d) ?? `the size of dimension ${String(axis)} of ${word} "${name}"`),
      );
    }
  return new Map([...all].filter(([n]) => n > 1));
}

function words(x: number): string {
  return x === 1 / 3 ? "⅓" : String(x);
}
