import { InputError } from "../../base/errors.ts";
import { sameShape } from "../../base/shape.ts";
import { broadcastAll, loop1, loop2, map1, map2, map3, type Loop1, type Loop2 } from "../../tensor/kernels/map.ts";
import type { Tensor } from "../../tensor/tensor.ts";
import type { Attrs } from "../attrs.ts";
import type { Domain } from "../domain.ts";
import type { ExactScalar } from "../exact.ts";
import type { Op, RoundingRule } from "../op.ts";
import { faceOf, roundingOf, type FaceSpec, type Helper } from "./face.ts";
import { activeInputs, jvpByInput, vjpByInput, withVariants, type Rules } from "./rules.ts";

/** The scalar function of an elementwise op: one number of each input, and the attributes last. */
export type ScalarKernel<N extends readonly string[], A extends object> = (
  ...args: [...{ readonly [K in keyof N]: number }, Required<A>]
) => number;

/**
 * How an entry computes: a scalar function of one to three inputs, or the loop itself for ops that are met most: a call an
 * element costs more than adding does, and boxes the numbers.
 */
type Computation<N extends readonly string[], A extends object> =
  | { readonly kernel: ScalarKernel<N, A>; readonly loop?: never }
  | {
      readonly loop: N extends readonly [string]
        ? Loop1<Required<A>>
        : N extends readonly [string, string]
          ? Loop2<Required<A>>
          : never;
      readonly kernel?: never;
    };

/** What an elementwise entry states, apart from its derivative. */
export type ScalarSpec<N extends readonly string[], A extends object, D extends string> = {
  readonly name: string;
  readonly inputs: N;
  /** Inputs that are not differentiated. */
  readonly data?: readonly D[];
  readonly attrs?: Attrs<A>;
  /** Correctly rounded (`{ relative: 1 }`) unless it says otherwise. */
  readonly rounding?: RoundingRule<A>;
} & Computation<N, A> &
  ((FaceSpec<N, A> & { readonly sample?: Domain<A>["sample"]; readonly exact: ExactScalar<N, A> }) | Helper);

type ElementwiseSpec<N extends readonly string[], A extends object, D extends string> = ScalarSpec<N, A, D> & {
  /** The product of g with ∂out/∂input, for each input. Both modes follow. */
  readonly partials: Rules<N, A, D>;
  /** The formulas of these that other engines use, where they are not these; each after the first by what differs from it. */
  readonly variants?: readonly Partial<Rules<N, A, D>>[];
};

/**
 * An op that works element by element on inputs broadcast together. It states its partial derivatives; vjp and jvp
 * are both the product with them, and the engine undoes the broadcasting.
 */
export function elementwise<
  const N extends readonly string[],
  A extends object = object,
  const D extends string = never,
>(spec: ElementwiseSpec<N, NoInfer<A>, D>): Op<N, A> {
  return withVariants(
    { ...scalarOp(spec), kind: "elementwise", active: activeInputs(spec.inputs, spec.data) },
    spec.partials,
    spec.variants,
    (partials) => ({ vjp: vjpByInput(spec.inputs, partials), jvp: jvpByInput(spec.inputs, partials) }),
  );
}

/** The members that elementwise and constant ops have in common. */
export function scalarOp<N extends readonly string[], A extends object, D extends string>(
  spec: ScalarSpec<N, NoInfer<A>, D>,
): Omit<Op<N, A>, "kind" | "active" | "vjp" | "jvp" | "variants"> {
  const { name } = spec;
  return {
    name,
    inputs: spec.inputs,
    variadic: false,
    optional: {},
    expand: null,
    attrs: spec.attrs ?? ({} as Attrs<A>),
    shape: (shapes) => broadcastAll(name, shapes),
    run: runner(name, spec.inputs.length, spec as unknown as AnyComputation),
    rounding: roundingOf(spec.rounding ?? { relative: 1 }),
    face: faceOf(
      spec,
      spec.exact === undefined ? null : { scalar: spec.exact as ExactScalar<readonly string[], A> },
      spec.sample ?? ((draw) => ({ shapes: draw.broadcastable(spec.inputs.length), attrs: {} as A })),
    ),
  };
}

/** A computation of any number of inputs: which it is, the arity tells. */
interface AnyComputation {
  readonly kernel?: ((x: number, attrs: object) => number) &
    ((x: number, y: number, attrs: object) => number) &
    ((x: number, y: number, z: number, attrs: object) => number);
  readonly loop?: Loop1<object> & Loop2<object>;
}

/** Chooses the loop for the number of inputs; an entry states a kernel or a loop. */
function runner(name: string, arity: number, { kernel, loop }: AnyComputation): Op["run"] {
  switch (arity) {
    case 1: {
      const run: Loop1<object> = loop ?? loop1<object>(kernel!);
      return (inputs, attrs) => map1(run, inputs[0]!, attrs);
    }
    case 2: {
      const run: Loop2<object> = loop ?? loop2<object>(kernel!);
      return (inputs, attrs) => {
        const x = inputs[0]!;
        const y = inputs[1]!;
        const shape = sameShape(x.shape, y.shape) ? x.shape : broadcastAll(name, [x.shape, y.shape]);
        return map2(run, x, y, shape, attrs);
      };
    }
    case 3: {
      return ([x, y, z], attrs) => map3<object>(kernel!, x!, y!, z!, broadcastAll(name, shapesOf([x!, y!, z!])), attrs);
    }
    default:
      throw new InputError(`${name}: an elementwise op has one to three inputs, this entry states ${String(arity)}`);
  }
}

function shapesOf(xs: readonly Tensor[]): Tensor["shape"][] {
  return xs.map((x) => x.shape);
}
