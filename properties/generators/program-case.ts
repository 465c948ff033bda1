import fc from "fast-check";
import type { Shape } from "../../src/base/shape.ts";
import type { Case } from "../../src/checks/case.ts";
import { reals, type Draw } from "../../src/op/domain.ts";
import { worksByElement, type Op } from "../../src/op/op.ts";
import { inputsTaken } from "../../src/op/taken.ts";
import { directed } from "./directions.ts";
import { Draft, type Place, type Tally } from "./draft.ts";
import { drawEvenly } from "./draw.ts";
import { drawElements } from "./elements.ts";
import { drawOperand } from "./operands.ts";

/** How many steps a program has beside those that steer: few, and now and then many. */
const LENGTHS = [1, 1, 2, 2, 2, 2, 2, 2, 2, 2, 3, 3, 3, 3, 4, 7] as const;
/** One in so many programs has an input that is not used, and one in so many an output that is an input. */
const [UNUSED_EVERY, PASSED_ON_EVERY] = [8, 12];
/** One in so many values that are used is an output too. */
const SHOWN_EVERY = 6;
/** One in so many steps chooses: its op takes a condition, or indices. */
const CHOICE_EVERY = 6;

/** A random program with its inputs, and what came of the values that it was to use. */
export interface Drawn extends Tally {
  readonly case: Case;
}

/**
 * Cases of random programs over `ops`, of 1 to 12 steps, mostly few. Steps work on the results of earlier ones where these have
 * the shape and lie in the op's domain, or are brought there by steps of their own; on values that other steps or the step itself use too; and on
 * new inputs. Indices and conditions are computed where they can be.
 */
export function programCases(ops: readonly Op[]): fc.Arbitrary<Case> {
  return fc.gen().map((g) => drawProgram(drawEvenly(g), ops).case);
}

/** Draws a random program. */
export function drawProgram(draw: Draw, ops: readonly Op[]): Drawn {
  const draft = new Draft(draw, ops);
  const choices = [true, false].map((byElement) => ops.filter((op) => chooses(op) && worksByElement(op) === byElement));
  const length = draw.pick(LENGTHS);
  for (let i = 0; i < length && draft.room > 0; i++) {
    const chosen = draw.integer(1, CHOICE_EVERY) === CHOICE_EVERY ? draw.pick(choices) : ops;
    addStep(draft, draw.pick(chosen.length > 0 ? chosen : ops));
  }
  if (draw.integer(1, UNUSED_EVERY) === UNUSED_EVERY)
    draft.input(drawElements(draw, draw.shape(0, 2), reals(-4, 4)), true);
  const { inputs, wrt, steps, tally } = draft;
  const used = new Set(steps.flatMap((step) => step.in));
  const names = Object.keys(inputs);
  const outputs = [
    ...steps.map(({ out }) => out).filter((out) => !used.has(out) || draw.integer(1, SHOWN_EVERY) === SHOWN_EVERY),
    ...(draw.integer(1, PASSED_ON_EVERY) === PASSED_ON_EVERY ? [draw.pick(names)] : []),
  ];
  return { case: directed(draw, { inputs: names, steps, outputs }, inputs, wrt), ...tally };
}

/** Whether an op takes a condition or indices beside what it chooses from. */
function chooses({ kind, inputs, active, face }: Op): boolean {
  return kind !== "constant" && inputs.some((name, i) => active[i] !== true && face!.domain.inputs[name]!.whole);
}

function addStep(draft: Draft, op: Op): void {
  const { draw } = draft;
  const { domain } = op.face!;
  // Shapes are drawn after a value that the step is to work on.
  const values = draft.usable.toReversed();
  const lead = values.length > 0 && draw.integer(0, 5) > 0 ? draw.pick(values) : undefined;
  const sample = domain.sample(lead === undefined ? draw : startingWith(draw, draft.at(lead).shape));
  const names = inputsTaken(op, sample.attrs);
  const taken: number[] = [];
  const operands: string[] = [];
  for (const [i, shape] of sample.shapes.entries()) {
    const at = Math.min(i, names.length - 1);
    const free = op.kind === "constant" || op.active[at] === true;
    const from = sample.inputs?.[names[at]!] ?? domain.inputs[names[at]!]!;
    const place: Place = { shape, from, attrs: sample.attrs, taken, moves: free };
    const before = operands.at(-1);
    operands.push(
      drawOperand(draft, place, {
        differentiable: free,
        ...(i === 0 && lead !== undefined ? { lead } : {}),
        ...(before === undefined ? {} : { first: before }),
      }),
    );
  }
  draft.step(op.name, operands, sample.attrs);
}

/** Draws whose first shape is `shape`, where it has a rank that was asked for. */
function startingWith(draw: Draw, shape: Shape): Draw {
  let given = false;
  return {
    ...draw,
    shape: (minRank, maxRank) => {
      if (given || shape.length < minRank || shape.length > maxRank) return draw.shape(minRank, maxRank);
      given = true;
      return shape;
    },
    broadcastable: (count) => {
      if (given) return draw.broadcastable(count);
      given = true;
      return Array.from({ length: count }, (_, i) =>
        i === 0 || draw.flag() ? shape : shape.map((d) => (draw.flag() ? 1 : d)),
      );
    },
  };
}
