import type { Attrs } from "../op/attrs.ts";
import { attrsOf, inferShapes, opNamed, type Program } from "../program/program.ts";
import { sizeOf, type Shape } from "../base/shape.ts";
import type { Case } from "../checks/case.ts";
import type { ConditionValue, KnownDifference } from "./known-schema.ts";
import type { Finding } from "./results.ts";

/** What conditions of known differences may speak of: a step's attributes, and facts about its shapes. */
export type Facts = Readonly<Record<string, ConditionValue>>;

/**
 * The facts of the step of `op` in a program (the first one): what of its shapes and attributes
 * tends to matter, the most general first.
 */
export function factsOf(
  op: string,
  program: Program,
  inputs: Readonly<Record<string, { readonly shape: Shape }>>,
): Facts {
  const step = program.steps.find((s) => s.op === op);
  if (step === undefined) return {};
  const shapes = inferShapes(program, Object.fromEntries(Object.entries(inputs).map(([name, x]) => [name, x.shape])));
  const own = step.in.map((name) => shapes.get(name)!);
  const out = shapes.get(step.out)!;
  const attrs = attrsOf(step) as Readonly<Record<string, ConditionValue>>;
  return {
    ...Object.fromEntries(Object.entries(attrs).flatMap(([name, value]) => attributeFacts(op, name, value))),
    broadcasts: own.some((shape) => shape.join() !== out.join()),
    "broadcasts stack": own.some((shape) => shape.slice(0, -2).join() !== out.slice(0, -2).join()),
    "stretches 1 to 0": sizeOf(out) === 0 && own.some((shape) => sizeOf(shape) > 0),
    "zero-size": [...own, out].some((shape) => shape.includes(0)),
    "sums nothing": sizeOf(out) > 0 && own.some((shape) => shape.includes(0)),
    "same input twice": new Set(step.in).size < step.in.length,
    rank: Math.max(...own.map((shape) => shape.length)),
    ...attrs,
  };
}

function attributeFacts(op: string, name: string, value: ConditionValue): [string, ConditionValue][] {
  const optional = Object.entries(opNamed(op).attrs as Attrs<Record<string, unknown>>).some(
    ([n, a]) => n === name && a.fallback === null,
  );
  if (optional) return [[`${name} given`, value !== null]];
  return typeof value === "number" ? [[`${name} negative`, value < 0]] : [];
}

/** Whether every fact that a condition names is so. */
export function meets(condition: KnownDifference["condition"], facts: Facts): boolean {
  return Object.entries(condition).every(([name, value]) => JSON.stringify(facts[name]) === JSON.stringify(value));
}

/** The known difference that a finding is, or undefined. */
export function knownFor(
  finding: Pick<Finding, "engine" | "op" | "kind" | "order">,
  facts: Facts,
  known: readonly KnownDifference[],
): KnownDifference | undefined {
  return known.find(
    (k) =>
      k.engines.includes(finding.engine) &&
      k.op === finding.op &&
      k.kind === finding.kind &&
      k.order === finding.order &&
      meets(k.condition, facts),
  );
}

/** A case may meet a condition and pass by luck (a tangent of zeros); so many in a row do not. */
const ENOUGH_TRIES = 4;

/**
 * Keeps count of which known differences a run could have met, so that those that no longer occur are told: the
 * engine, op and order were tried at a case that meets the condition.
 */
export class Strictness {
  private readonly tried = new Map<string, number>();
  private readonly known: readonly KnownDifference[];

  constructor(known: readonly KnownDifference[]) {
    this.known = known;
  }

  /** Notes one case of a single op, and the engines and orders it was tried on. */
  note(op: string, c: Case, tried: readonly { readonly engine: string; readonly order: number }[]): void {
    this.known.forEach((k, i) => {
      if (k.op !== op || !meets(k.condition, factsOf(op, c.program, c.inputs))) return;
      const once = new Map(tried.map((t) => [`${t.engine} ${String(t.order)}`, t]));
      for (const { engine, order } of once.values())
        if (order === k.order && k.engines.includes(engine)) {
          const key = `${String(i)} ${engine}`;
          this.tried.set(key, (this.tried.get(key) ?? 0) + 1);
        }
    });
  }

  /** The known differences that did not occur though they were tried, each for the engines it is gone from. */
  gone(occurred: ReadonlySet<string>): KnownDifference[] {
    return this.known.flatMap((k, i) => {
      const engines = k.engines.filter((engine) => {
        const key = `${String(i)} ${engine}`;
        return (this.tried.get(key) ?? 0) >= ENOUGH_TRIES && !occurred.has(key);
      });
      return engines.length === 0 ? [] : [{ ...k, engines }];
    });
  }
}
