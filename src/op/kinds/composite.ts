import type { Shape } from "../../base/shape.ts";
import type { Attrs } from "../attrs.ts";
import type { ExactElement } from "../exact.ts";
import type { Kit } from "../kit.ts";
import type { EngineKit, Op } from "../op.ts";
import { inputsTaken } from "../taken.ts";
import { faceOf, type SampledFaceSpec } from "./face.ts";
import { activeInputs } from "./rules.ts";

type CompositeSpec<N extends readonly string[], A extends object, D extends string> = SampledFaceSpec<N, A> & {
  readonly name: string;
  readonly inputs: N;
  /** Inputs that are not differentiated. */
  readonly data?: readonly D[];
  readonly variadic?: boolean;
  /** Of the inputs that may be left out (the last ones), when a call has them. */
  readonly optional?: { readonly [K in N[number]]?: (attrs: Required<A>) => boolean };
  readonly attrs?: Attrs<A>;
  /** The result's shape; throws where inputs or attributes do not fit. */
  readonly shape: (shapes: readonly Shape[], attrs: Required<A>) => Shape;
  readonly exact: ExactElement<A>;
  /** The result, in the words of the kit; shapes were checked by `shape`. Inputs that were left out are undefined. */
  readonly compose: Formula<N, A>;
  /** The formulas by which other engines compute it, where they are not this one; this one among them where some do. */
  readonly variants?: readonly Formula<N, A>[];
};

type Formula<N extends readonly string[], A extends object> = <V>(
  kit: Kit<V>,
  at: { readonly [K in N[number]]: V } & { readonly inputs: readonly V[] },
  attrs: Required<A>,
) => V;

let kit: EngineKit<unknown>;

/** Ties composites to the engine, which entries do not know. */
export function provideKit<V>(provided: EngineKit<V>): void {
  kit = provided as unknown as EngineKit<unknown>;
}

/**
 * An op that is written in other ops. These are what is recorded, so both modes, derivatives of every order and the
 * roundings of an engine follow. Formula and derivatives have to keep their digits, as those of any entry.
 */
export function composite<const N extends readonly string[], A extends object = object, const D extends string = never>(
  spec: CompositeSpec<N, NoInfer<A>, D>,
): Op<N, A> {
  const { name, inputs: all } = spec;
  const optional: Op<N, A>["optional"] = spec.optional ?? {};
  const specs = spec.attrs ?? ({} as Attrs<A>);
  const expandBy =
    (compose: Formula<N, A>) =>
    <V>(inputs: readonly V[], attrs: Required<A>): V => {
      const words = kit as unknown as EngineKit<V>;
      spec.shape(inputs.map(words.shape), attrs);
      const names = inputsTaken({ name, inputs: all, optional: optional as Op["optional"], attrs: specs }, attrs);
      const named = Object.fromEntries(names.map((name, i) => [name, inputs[i]!]));
      return compose(words, { ...(named as { readonly [K in N[number]]: V }), inputs }, attrs);
    };
  const expand = expandBy(spec.compose);
  const op: Op<N, A> = {
    name,
    kind: "composite",
    inputs: all,
    variadic: spec.variadic ?? false,
    optional,
    active: activeInputs(spec.inputs, spec.data),
    attrs: specs,
    shape: spec.shape,
    run: expand,
    expand,
    // Never asked for: it is not recorded itself.
    vjp: (_kit, _at, g) => g,
    jvp: () => null,
    variants: [],
    rounding: () => ({}),
    face: faceOf(spec, { element: spec.exact }),
  };
  return { ...op, variants: (spec.variants ?? []).map((compose) => ({ ...op, expand: expandBy(compose) })) };
}
