import { float64 } from "../checks/budget.ts";
import type { Case } from "../checks/case.ts";
import { judge, type Judgement } from "../checks/judge.ts";
import { kinksFor, type Kink } from "../checks/kinks.ts";
import type { Law } from "../checks/law.ts";
import { flattened } from "../checks/limits.ts";
import { Reference, Subject } from "../checks/subject.ts";
import type { Breaks } from "../op/domain.ts";
import type { Engine } from "../oracles/engine.ts";
import { allOps, attrsOf, opNamed } from "../program/program.ts";
import { Tensor } from "../tensor/tensor.ts";
import { answerOf, type Observed } from "./answer.ts";
import { drawCase, kinkUnitsOf, opOf } from "./plan.ts";

/** What an engine answers where an op has no derivative. */
export interface Convention {
  readonly op: string;
  /** The place: a point, an attribute that holds one, or `ties`. */
  readonly at: string;
  readonly engine: string;
  /** The derivative, or which of the elements that tie get what share of it; null where the engine gives no gradient. */
  readonly answer: string | null;
  /** Whether every answer was a subgradient. */
  readonly valid: boolean;
}

/** The cases that an op is tried on are the same in every run. */
const SEED = 1;
const CASES = 8;
/** Elements of a result that are asked for, one by one. */
const MOST_ROWS = 2;

/** What engines answer at the kinks and jumps of ops, by the law that judges these. */
export async function conventionsOf(
  engines: readonly Engine[],
  ops: readonly string[] | null,
  law: Law,
): Promise<Convention[]> {
  const conventions: Convention[] = [];
  for (const unit of kinkUnitsOf(ops ?? allOps.map((op) => op.name))) {
    const probes = Array.from({ length: CASES }, (_, index) => drawCase(SEED, { unit, index })).flatMap(probesOf);
    const perEngine = await Promise.all(engines.map((engine) => observe(engine, probes, law)));
    for (const at of new Set(probes.map((probe) => probe.at)))
      conventions.push(
        ...engines.map(({ description }, e): Convention => {
          const observed = perEngine[e]!.filter((one) => one.at === at);
          return {
            op: opOf(unit),
            at,
            engine: description.engine,
            answer: answerOf(observed),
            valid: observed.every((one) => one.valid),
          };
        }),
      );
  }
  return conventions;
}

/** One element of a result at a kink, with a cotangent of 1. */
interface Probe {
  readonly reference: Reference;
  readonly at: string;
  /** Which elements of all differentiated inputs the kink is about. */
  readonly elements: readonly number[];
}

/** The elements of a case's result that stand at a kink: exactly there, whatever the arithmetic. */
function probesOf(c: Case): Probe[] {
  const [kink] = kinksFor(1, new Reference(c).kinks(float64));
  if (kink?.sides === undefined || kink.sides === null) return [];
  const out = c.cotangents[kink.step.out]!;
  const values = flattened(c.wrt, c.inputs);
  return kink.sides.byInputs
    .flatMap((gradients, j): Probe[] => {
      const elements = [...values.keys()].filter(
        (i) => kink.kind === "jump" || gradients.some((g) => g[i] !== gradients[0]![i]),
      );
      if (elements.length === 0) return [];
      const one = new Tensor(
        out.shape,
        out.data.map((_, i) => Number(i === j)),
      );
      const reference = new Reference({ ...c, cotangents: { [kink.step.out]: one } });
      return [{ reference, at: placeOf(kink, values[elements[0]!]!), elements }];
    })
    .slice(0, MOST_ROWS);
}

/** Where a kink is, in the words of the op's entry. */
function placeOf({ step }: Kink, value: number): string {
  const op = opNamed(step.op);
  const breaks = op.inputs.map((name) => op.face!.domain.inputs[name]!.breaks).find((b): b is Breaks => b !== null)!;
  const attrs = attrsOf(step) as Readonly<Record<string, unknown>>;
  const point = breaks.at.find((p) => (typeof p === "string" ? attrs[p] : p) === value);
  return breaks.ties ? "ties" : String(point ?? breaks.at[0]);
}

async function observe(engine: Engine, probes: readonly Probe[], law: Law): Promise<Observed[]> {
  const observed: Observed[] = [];
  for (const { reference, at, elements } of probes) {
    const judgement = await judge(law, new Subject(engine, reference));
    const gradient = gradientOf(judgement, reference.case.wrt);
    if (gradient === null) continue;
    const places = reference.case.wrt.flatMap((name) => Array.from(reference.case.inputs[name]!.data, () => name));
    observed.push({
      at,
      shares: elements.map((i) => gradient[i]!),
      names: elements.map((i) => places[i]!),
      valid: judgement.verdict !== "disagree",
    });
  }
  return observed;
}

function gradientOf({ claims }: Judgement, wrt: readonly string[]): Float64Array | null {
  if (claims.length === 0) return null;
  return flattened(wrt, Object.fromEntries(claims.map(({ claim }) => [claim.name, claim.got])));
}
