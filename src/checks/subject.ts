import { arithmeticOf, type Arithmetic } from "../oracles/arithmetic.ts";
import { derivativeOfProgram, hvpOfProgram, jvpOfProgram, valueOfProgram, vjpOfProgram } from "../oracles/cotangent.ts";
import { derivativeOf, type Arrays, type Engine } from "../oracles/engine.ts";
import type { Program } from "../program/program.ts";
import { copied } from "./arrays.ts";
import { derivativeBounds, hvpBounds, jvpBounds, valueBounds, vjpBounds } from "./bounds.ts";
import type { Case } from "./case.ts";
import { kinksOf, type Kink } from "./kinks.ts";
import { subgradientsOf, type Subgradients } from "./subgradients.ts";

/** What of one case is the same for every engine: our own answers, and the bounds, each computed once. */
export class Reference {
  readonly case: Case;
  private readonly kept = new Map<string, Arrays>();
  private readonly kinksKept = new Map<string, readonly Kink[]>();
  private readonly subgradientsKept = new Map<Kink, Subgradients>();

  constructor(of: Case) {
    this.case = of;
  }

  value(): Arrays {
    return this.once("value", () => valueOfProgram(this.case));
  }

  vjp(cotangents: Arrays): Arrays {
    return this.once(`vjp ${keyOf(cotangents)}`, () => vjpOfProgram({ ...this.case, cotangents }).gradients);
  }

  jvp(tangents: Arrays): Arrays {
    return this.once(`jvp ${keyOf(tangents)}`, () => jvpOfProgram({ ...this.case, tangents }).tangents);
  }

  hvp(tangents: Arrays = this.case.tangents): Arrays {
    return this.once(`hvp ${keyOf(tangents)}`, () => hvpOfProgram({ ...this.case, tangents }).products);
  }

  derivative(order: number): Arrays {
    return this.once(`derivative ${String(order)}`, () => derivativeOfProgram({ ...this.case, order }).products);
  }

  valueBounds(arithmetic: Arithmetic): Arrays {
    return this.once(`value± ${arithmetic.name}`, () => valueBounds(this.case, arithmetic));
  }

  vjpBounds(cotangents: Arrays, arithmetic: Arithmetic): Arrays {
    return this.once(`vjp± ${arithmetic.name} ${keyOf(cotangents)}`, () =>
      vjpBounds(this.case, cotangents, arithmetic),
    );
  }

  jvpBounds(tangents: Arrays, arithmetic: Arithmetic): Arrays {
    return this.once(`jvp± ${arithmetic.name} ${keyOf(tangents)}`, () => jvpBounds(this.case, tangents, arithmetic));
  }

  hvpBounds(arithmetic: Arithmetic, tangents: Arrays = this.case.tangents): Arrays {
    return this.once(`hvp± ${arithmetic.name} ${keyOf(tangents)}`, () =>
      hvpBounds(this.case, this.case.cotangents, tangents, arithmetic),
    );
  }

  derivativeBounds(order: number, arithmetic: Arithmetic): Arrays {
    const { cotangents, tangents } = this.case;
    return this.once(`derivative ${String(order)}± ${arithmetic.name}`, () =>
      derivativeBounds(this.case, cotangents, tangents, order, arithmetic),
    );
  }

  /** The steps that stand at kinks, for an engine of this arithmetic. */
  kinks(arithmetic: Arithmetic): readonly Kink[] {
    const known = this.kinksKept.get(arithmetic.name) ?? kinksOf(this.case, arithmetic);
    this.kinksKept.set(arithmetic.name, known);
    return known;
  }

  /** The valid gradients at a kink, for the case's cotangents. */
  subgradients(kink: Kink, arithmetic: Arithmetic): Subgradients {
    const known = this.subgradientsKept.get(kink) ?? subgradientsOf(this.case, kink, this.case.cotangents, arithmetic);
    this.subgradientsKept.set(kink, known);
    return known;
  }

  private once(key: string, compute: () => Arrays): Arrays {
    const known = this.kept.get(key);
    if (known !== undefined) return known;
    const made = compute();
    this.kept.set(key, made);
    return made;
  }
}

function keyOf(arrays: Arrays): string {
  return Object.entries(arrays)
    .map(([name, t]) => `${name}=${t.data.join(",")}`)
    .join(";");
}

/**
 * One engine at one case: what a law asks. Each answer is asked for once. The engine is handed copies, so that one that
 * writes on them spoils nothing for the others.
 */
export class Subject {
  readonly engine: Engine;
  readonly reference: Reference;
  private readonly kept = new Map<string, Promise<Arrays>>();

  constructor(engine: Engine, reference: Reference) {
    this.engine = engine;
    this.reference = reference;
  }

  get case(): Case {
    return this.reference.case;
  }

  /** The same engine at another case. */
  at(other: Case): Subject {
    return new Subject(this.engine, new Reference(other));
  }

  /** The same engine at the same case, to be asked again. */
  afresh(): Subject {
    return new Subject(this.engine, this.reference);
  }

  get arithmetic(): Arithmetic {
    return arithmeticOf(this.engine.description);
  }

  value(): Promise<Arrays> {
    return this.once("value", async () => (await this.engine.value(this.handed())).outputs);
  }

  vjp(cotangents: Arrays): Promise<Arrays> {
    return this.once(
      `vjp ${keyOf(cotangents)}`,
      async () => (await this.engine.vjp({ ...this.handed(), cotangents: copied(cotangents) })).gradients,
    );
  }

  /** The gradients of another program at the same inputs, its single scalar output's cotangent left out. */
  async gradientOf(program: Program): Promise<Arrays> {
    const { inputs, wrt } = this.handed();
    return (await this.engine.vjp({ program, inputs, wrt })).gradients;
  }

  jvp(tangents: Arrays): Promise<Arrays> {
    return this.once(
      `jvp ${keyOf(tangents)}`,
      async () => (await this.engine.jvp({ ...this.handed(), tangents: copied(tangents) })).tangents,
    );
  }

  hvp(tangents: Arrays = this.case.tangents): Promise<Arrays> {
    return this.once(
      `hvp ${keyOf(tangents)}`,
      async () => (await this.engine.hvp({ ...this.handed(), tangents: copied(tangents) })).products,
    );
  }

  /** The case in arrays of its own. */
  private handed(): Case {
    const { inputs, cotangents, tangents } = this.case;
    return { ...this.case, inputs: copied(inputs), cotangents: copied(cotangents), tangents: copied(tangents) };
  }

  /** The derivative along tangents of an order from the second on, by the method that is there for it. */
  derivative(order: number): Promise<Arrays> {
    if (order === 2) return this.hvp();
    return this.once(
      `derivative ${String(order)}`,
      async () => (await derivativeOf(this.engine, { ...this.case, order })).products,
    );
  }

  private once(key: string, ask: () => Promise<Arrays>): Promise<Arrays> {
    const known = this.kept.get(key);
    if (known !== undefined) return known;
    const asked = ask();
    this.kept.set(key, asked);
    return asked;
  }
}
