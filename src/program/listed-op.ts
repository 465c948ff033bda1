import type { Attr } from "../op/attrs.ts";
import { functionsCalled } from "../op/names.ts";
import type { Op } from "../op/op.ts";
import { families } from "../ops/families.ts";

/** The libraries that an op has a counterpart in, or has none, and then why. */
export const LIBRARIES = ["tfjs", "torch", "jax"] as const;

type Library = (typeof LIBRARIES)[number];

/** Functions that prepare operands of others: last but for plumbing where another is called. */
const PREPARING =
  /^(gather|tensor1d|torch[.](broadcast_to|clone|tensor)|jnp[.](broadcast_to|flip|swapaxes)|jax[.]lax[.]pad)$/;

/** Functions that counterparts put between what the op is and what is at hand: last where another is called. */
const PLUMBING =
  /^(cast|reshape|transpose|item|slice|torch[.](reshape|permute|transpose|movedim|remainder|Tensor[.]\w+)|jnp[.](asarray|float64|float32|reshape|transpose|moveaxis|permute_dims))$/;

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
  /** Inputs that may be left out, as attributes say. */
  readonly optional: readonly string[];
  readonly attrs: readonly ListedAttr[];
  /** Who has it. */
  readonly engines: Readonly<Record<"cotangent" | Library, boolean>>;
  /** The functions that it is there, the one that it is named by first. */
  readonly names: Readonly<Record<Library, readonly string[]>>;
  /** Why those do not have it that do not. */
  readonly because: Readonly<Partial<Record<Library, string>>>;
}

/** What is told of an op. */
export function listed(op: Op): ListedOp {
  const { name, kind, inputs, variadic } = op;
  const counterparts = op.face!.counterparts;
  const none = LIBRARIES.flatMap((where) => {
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
    optional: Object.keys(op.optional),
    attrs: attributes.flatMap(([attribute, attr]) => (isAttr(attr) ? [listedAttr(attribute, attr)] : [])),
    engines: {
      cotangent: true,
      tfjs: !missing.includes("tfjs"),
      torch: !missing.includes("torch"),
      jax: !missing.includes("jax"),
    },
    names: { tfjs: namesIn(op, "tfjs"), torch: namesIn(op, "torch"), jax: namesIn(op, "jax") },
    because: Object.fromEntries(none),
  };
}

function namesIn(op: Op, library: Library): readonly string[] {
  return functionsCalled(op, library).toSorted((a, b) => rankOf(a) - rankOf(b));
}

function rankOf(name: string): number {
  return PLUMBING.test(name) ? 2 : Number(PREPARING.test(name));
}

function isAttr(attr: unknown): attr is Attr<unknown> {
  return typeof attr === "object" && attr !== null && "type" in attr && "doc" in attr;
}

function listedAttr(name: string, { type, fallback, doc }: Attr<unknown>): ListedAttr {
  return { name, type, ...(fallback === undefined ? {} : { default: fallback }), doc };
}
