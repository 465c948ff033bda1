import type { Attrs } from "../op/attrs.ts";
import { worksByElement } from "../op/op.ts";
import { attrsOf, inferShapes, opNamed, type Program } from "../program/program.ts";
import { sizeOf, type Shape } from "../base/shape.ts";
import type { Case } from "../checks/case.ts";
import { wrongAnswers, type Kind } from "../checks/kinds.ts";
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
  const alone = program.steps.length === 1;
  const step = program.steps.find((s) => s.op === op);
  if (step === undefined) return { alone };
  const shapes = inferShapes(program, Object.fromEntries(Object.entries(inputs).map(([name, x]) => [name, x.shape])));
  const own = step.in.map((name) => shapes.get(name)!);
  const out = shapes.get(step.out)!;
  const stacks = own.map((shape) => shape.slice(0, -2));
  const stack = stacks.reduce(stretched, []);
  const attrs = attrsOf(step) as Readonly<Record<string, ConditionValue>>;
  return {
    alone,
    ...Object.fromEntries(Object.entries(attrs).flatMap(([name, value]) => attributeFacts(op, name, value))),
    [worksByElement(opNamed(op)) ? "broadcasts" : "result of another shape"]: own.some(
      (shape) => shape.join() !== out.join(),
    ),
    "broadcasts stack": stacks.some((own) => own.join() !== stack.join()),
    "broadcasts inside the stack": stacks.some((own) => !repeatsWhole(own, stack)),
    "stretches 1 to 0": own.some((shape) => stretchesToNothing(shape, out)),
    "zero-size": [...own, out].some((shape) => shape.includes(0)),
    "sums nothing": sizeOf(out) > 0 && own.some((shape) => shape.includes(0)),
    "same input twice": new Set(step.in).size < step.in.length,
    rank: Math.max(...own.map((shape) => shape.length)),
    ...attrs,
  };
}

/** Whether a dimension of 1 becomes one of 0, or elements become none in another way. */
function stretchesToNothing(shape: Shape, out: Shape): boolean {
  const offset = out.length - shape.length;
  return out.some((d, i) => d === 0 && (shape[i - offset] ?? 1) === 1) || (sizeOf(out) === 0 && sizeOf(shape) > 0);
}

/** The larger of two shapes in every dimension, aligned at the end: what they broadcast to, where they do. */
function stretched(a: Shape, b: Shape): Shape {
  const [long, short] = a.length >= b.length ? [a, b] : [b, a];
  const offset = long.length - short.length;
  return long.map((d, i) => (i < offset ? d : Math.max(d, short[i - offset]!)));
}

/** Whether a stack of matrices repeats as a whole: apart from dimensions of 1 in front it is the end of the other. */
function repeatsWhole(stack: Shape, of: Shape): boolean {
  const first = stack.findIndex((d) => d !== 1);
  const own = first < 0 ? [] : stack.slice(first);
  return own.join() === of.slice(of.length - own.length).join();
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

/** What an engine may do where its answers differ from one time to the next: where it reads memory that is not its own. */
const BY_CHANCE: readonly Kind[] = [...wrongAnswers, "throws", "nondeterministic"];

/**
 * The known difference that a finding is, or undefined. Where values are known to be wrong under a condition, a derivative
 * that is wrong there, or throws, is part of that; where answers are known to differ from one time to the next, so is any wrong
 * one. No other failure is.
 */
export function knownFor(
  finding: Pick<Finding, "engine" | "op" | "kind" | "order">,
  facts: Facts,
  known: readonly KnownDifference[],
): KnownDifference | undefined {
  const { engine, op, kind, order } = finding;
  const met = known.filter((k) => k.engines.includes(engine) && k.op === op && meets(k.condition, facts));
  const own = met.find((k) => k.kind === kind && k.order === order);
  if (own !== undefined || !BY_CHANCE.includes(kind)) return own;
  const chance = met.find((k) => k.kind === "nondeterministic" && k.order === order);
  if (chance !== undefined || order === 0 || kind === "nondeterministic") return chance;
  const ofValues = met.filter((k) => k.order === 0 && Object.keys(k.condition).length > 0);
  return ofValues.find((k) => k.kind === "nondeterministic" || wrongAnswers.includes(k.kind));
}

/**
 * A case may meet a condition and pass by luck (a tangent of zeros); so many in a row do not. With dimensions of 0 it often
 * hangs on what memory holds; in a program an op's defect shows only where something else depends on it, and answers that
 * differ from one time to the next may be alike for long.
 */
const ENOUGH_TRIES = { alone: 4, empty: 12, seldom: 200 } as const;
/** Facts that speak of dimensions of 0. */
const EMPTY = ["zero-size", "stretches 1 to 0", "sums nothing"] as const;

function enoughTries({ kind, condition }: KnownDifference, c: Case): number {
  if (kind === "nondeterministic" || c.program.steps.length > 1) return ENOUGH_TRIES.seldom;
  return EMPTY.some((fact) => condition[fact] === true) ? ENOUGH_TRIES.empty : ENOUGH_TRIES.alone;
}

/** An engine and an order that came to a conclusion at a case, and whether by what is judged at kinks. */
export interface Tried {
  readonly engine: string;
  readonly order: number;
  readonly atKinks: boolean;
}

/**
 * Keeps count of which known differences a run could have met, so that those that no longer occur are told: the
 * engine, op and order were tried at cases that meet the condition.
 */
export class Strictness {
  private readonly tried = new Map<string, number>();
  private readonly known: readonly KnownDifference[];

  constructor(known: readonly KnownDifference[]) {
    this.known = known;
  }

  /** Notes one case, and the engines and orders on which it came to a conclusion. */
  note(c: Case, tried: readonly Tried[]): void {
    this.known.forEach((k, i) => {
      if (!c.program.steps.some((step) => step.op === k.op)) return;
      if (!meets(k.condition, factsOf(k.op, c.program, c.inputs))) return;
      const weight = 1 / enoughTries(k, c);
      const atKinks = k.kind === "invalid-subgradient";
      const alike = tried.filter((t) => t.order === k.order && (k.order !== 1 || t.atKinks === atKinks));
      for (const engine of new Set(alike.map((t) => t.engine))) {
        const key = `${String(i)} ${engine}`;
        if (k.engines.includes(engine)) this.tried.set(key, (this.tried.get(key) ?? 0) + weight);
      }
    });
  }

  /**
   * The known differences that did not occur, each for the engines it is gone from.
   *
   * @param replayed those of which the case that is kept was run again, which settles it; the others have to have been
   * tried enough.
   */
  gone(occurred: ReadonlySet<string>, replayed: ReadonlySet<string>): KnownDifference[] {
    return this.known.flatMap((k, i) => {
      const engines = k.engines.filter((engine) => {
        const key = `${String(i)} ${engine}`;
        return (replayed.has(key) || (this.tried.get(key) ?? 0) >= 1) && !occurred.has(key);
      });
      return engines.length === 0 ? [] : [{ ...k, engines }];
    });
  }
}
