import type { Counterparts } from "../counterparts.ts";
import type { Domain, Excuse, Reals } from "../domain.ts";
import type { Exact } from "../exact.ts";
import type { Face, Op, RoundingRule } from "../op.ts";

/** The public half of an entry, apart from its exact definition: where it is sampled, how it is read, what others call it. */
export interface FaceSpec<N extends readonly string[], A extends object> {
  /** The interval of each input. */
  readonly domain: { readonly [K in N[number]]: Reals };
  /** See {@link Face}. */
  readonly formula: string;
  readonly counterparts: Counterparts<A>;
  readonly excused?: readonly Excuse[];
}

/** {@link FaceSpec} of an op whose shapes and attributes need choosing. */
export interface SampledFaceSpec<N extends readonly string[], A extends object> extends FaceSpec<N, A> {
  readonly sample: Domain<A>["sample"];
}

/** A helper that only rules use has no public half; all of it or nothing. */
export type Helper = {
  readonly domain?: never;
  readonly formula?: never;
  readonly sample?: never;
  readonly exact?: never;
  readonly counterparts?: never;
  readonly excused?: never;
};

/** The face of an entry, from the members that its spec states. */
export function faceOf<A extends object>(
  spec: Partial<Pick<SampledFaceSpec<never, A>, "formula" | "counterparts" | "sample" | "excused">> & {
    readonly domain?: object;
  },
  exact: Exact<A> | null,
  sample: Domain<A>["sample"] | undefined = spec.sample,
): Face<A> | null {
  const { domain, formula, counterparts } = spec;
  if (domain === undefined || formula === undefined || counterparts === undefined) return null;
  if (exact === null || sample === undefined) return null;
  return {
    domain: { inputs: domain as Readonly<Record<string, Reals>>, sample, excused: spec.excused ?? [] },
    exact,
    formula,
    counterparts,
  };
}

/** The `rounding` member of an op, from what its spec states. */
export function roundingOf<A extends object>(rule: RoundingRule<A>): Op<readonly string[], A>["rounding"] {
  return typeof rule === "function" ? rule : () => rule;
}
