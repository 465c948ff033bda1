import type { EngineKit, Op, Point, Rule } from "../op.ts";

/** Rules by the name of the input. */
export type Rules<N extends readonly string[], A extends object, D extends string> = {
  readonly [K in Exclude<N[number], D>]: Rule<N, A>;
};

type AnyRule = Rule<readonly string[], object>;

/** Names the inputs of a point, as rules read them. */
function named<V>(names: readonly string[], at: Point<V>): Record<string, V> & Point<V> {
  const args: Record<string, unknown> = { inputs: at.inputs, out: at.out, index: at.index };
  for (let i = 0; i < names.length; i++) args[names[i]!] = at.inputs[i];
  return args as Record<string, V> & Point<V>;
}

/** The rule of an input by its place; a variadic op's last rule serves all after it. */
function ruleAt(names: readonly string[], rules: object, index: number): AnyRule {
  const name = names[Math.min(index, names.length - 1)]!;
  return (rules as Readonly<Record<string, AnyRule>>)[name]!;
}

/** A vjp that applies the rule of the input that is differentiated. */
export function vjpByInput(names: readonly string[], rules: object): Op["vjp"] {
  return (kit, at, g, attrs) => ruleAt(names, rules, at.index)(kit, named(names, at), g, attrs);
}

/** A jvp that adds up what each input's rule makes of its tangent. */
export function jvpByInput(names: readonly string[], rules: object): Op["jvp"] {
  return <V>(
    kit: EngineKit<V>,
    at: Omit<Point<V>, "index">,
    tangents: readonly (V | null)[],
    attrs: object,
  ): V | null => {
    let total: V | null = null;
    for (let index = 0; index < tangents.length; index++) {
      const d = tangents[index];
      if (d === null || d === undefined) continue;
      const point = { inputs: at.inputs, out: at.out, index };
      const term = ruleAt(names, rules, index)(kit, named(names, point), d, attrs);
      total = total === null ? term : kit.add(total, term);
    }
    return total;
  };
}

/**
 * An op, with the formulas that other engines compute its derivative by as ops of their own.
 *
 * @param rules its own.
 * @param variants what each of the others differs in: the first from its own, the next ones from the first.
 * @param formulas makes the formulas from complete rules.
 */
export function withVariants<N extends readonly string[], A extends object, R extends object>(
  op: Omit<Op<N, A>, "variants" | "vjp" | "jvp">,
  rules: R,
  variants: readonly Partial<R>[] | undefined,
  formulas: (rules: R) => Pick<Op<N, A>, "vjp" | "jvp">,
): Op<N, A> {
  const first = { ...rules, ...variants?.[0] };
  const others = (variants ?? []).map((variant) => formulas({ ...first, ...variant }));
  return { ...op, ...formulas(rules), variants: others.map((other) => ({ ...op, ...other, variants: [] })) };
}

/** Which inputs are differentiated: all but those that are data. */
export function activeInputs(names: readonly string[], data: readonly string[] | undefined): readonly boolean[] {
  return names.map((name) => !(data?.includes(name) ?? false));
}
