import { CotangentError } from "../../base/errors.ts";
import type { Counterparts, Expression } from "../../op/counterparts.ts";
import type { Tensor } from "../../tensor/tensor.ts";

/** How a language of the printed programs is written. */
export interface Language {
  /** Which counterparts its programs call. */
  readonly library: keyof Counterparts<object>;
  /** Words that name nothing new in its programs. */
  readonly reserved: readonly string[];
  /** A call of a dotted name, as the counterparts make it. */
  call(name: string, args: readonly unknown[]): string;
  /** An array, written out. */
  tensor(x: Tensor): string;
}

/** Source text that counterparts handle as an expression. */
export class Code {
  readonly text: string;

  constructor(text: string) {
    this.text = text;
  }
}

/** Source text in the hands of a counterpart. */
export function expression(text: string): Expression {
  const code: unknown = new Code(text);
  if (isExpression(code)) return code;
  throw new CotangentError(`no source text: ${text}`);
}

/** The source text that a counterpart made. */
export function textOf(x: Expression): string {
  if (x instanceof Code) return x.text;
  throw new CotangentError("a counterpart gave something else than a call or one of its inputs");
}

function isExpression(x: unknown): x is Expression {
  return x instanceof Code;
}

/** The elements of an array as lists nested as deep as it has dimensions; a number alone for a scalar. */
export function nested({ shape, data }: Tensor, element: (x: number) => string): string {
  let level = Array.from(data, element);
  for (const length of shape.toReversed()) {
    const rows: string[] = [];
    for (let i = 0; i < level.length; i += length) rows.push(`[${level.slice(i, i + length).join(", ")}]`);
    level = rows;
  }
  return level[0]!;
}
