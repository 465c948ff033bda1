import type { Attr } from "../op/attrs.ts";
import type { Op } from "../op/op.ts";
import { families } from "../ops/families.ts";

/** The engines and frameworks that an op has a counterpart in, or has none, and then why. */
const elsewhere = ["tfjs", "torch", "jax"] as const;

/** An attribute; `default` is left out where it must be given. */
export interface ListedAttr {
  readonly name: string;
  readonly type: string;
  readonly default?: unknown;
  readonly doc: string;
}

/** An op as `cotangent ops --json` lists it: the form is kept from version to version. */
export interface ListedOp {
  readonly name: string;
  /** The ops it stands with: arithmetic, reduction … */
  readonly family: string;
  readonly kind: Op["kind"];
  /** Names of the inputs, in order. */
  readonly inputs: readonly string[];
  /** Whether the last input may be given any number of times. */
  readonly variadic: boolean;
  readonly attrs: readonly ListedAttr[];
  /** Who has it. */
  readonly engines: Readonly<Record<"cotangent" | (typeof elsewhere)[number], boolean>>;
  /** Why those do not have it that do not. */
  readonly because: Readonly<Partial<Record<(typeof elsewhere)[number], string>>>;
}

/** What is told of an op. */
export function listed(op: Op): ListedOp {
  const { name, kind, inputs, variadic } = op;
  const counterparts = op.face!.counterparts;
  const none = elsewhere.flatMap((where) => {
    const there = counterparts[where];
    return typeof there === "function" ? [] : [[where, there.none] as const];
  });
  const attributes = Object.entries<unknown>({ ...op.attrs });
  const missing = none.map(([where]) => where);
  return {
    name,
    family: families[name]!,
    kind,
    inputs,
    variadic,
    attrs: attributes.flatMap(([attribute, attr]) => (isAttr(attr) ? [listedAttr(attribute, attr)] : [])),
    engines: {
      cotangent: true,
      tfjs: !missing.includes("tfjs"),
      torch: !missing.includes("torch"),
      jax: !missing.includes("jax"),
    },
    because: Object.fromEntries(none),
  };
}

function isAttr(attr: unknown): attr is Attr<unknown> {
  return typeof attr === "object" && attr !== null && "type" in attr && "doc" in attr;
}

function listedAttr(name: string, { type, fallback, doc }: Attr<unknown>): ListedAttr {
  return { name, type, ...(fallback === undefined ? {} : { default: fallback }), doc };
}
