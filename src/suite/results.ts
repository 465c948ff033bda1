import type { JsonArray, JsonNumber } from "../base/codec.ts";
import type { Precision } from "../base/ulp.ts";
import type { Program } from "../program/program.ts";
import type { AttributeSpace } from "./attribute-space.ts";
import type { Convention } from "./conventions.ts";
import type { Curve } from "./curves.ts";
import type { ErrorSizes } from "./error-sizes.ts";
import type { Kind } from "../checks/kinds.ts";
import type { KnownDifference } from "./known-schema.ts";
import type { Timing } from "./timing.ts";
import type { WorkedExample } from "./worked-example.ts";

/** Arrays by name. */
export type JsonArrays = Readonly<Record<string, JsonArray>>;

/** What was seen or expected: an array, arrays by name, words (an error text, "a clear error"), or nothing at all. */
export type Evidence = JsonArray | JsonArrays | string | null;

/** How the run was made. Only `timing` differs between two runs of the same seed, engines and versions. */
export interface Run {
  readonly seed: number;
  /** `I/N`, or null for a whole run. */
  readonly shard: string | null;
  readonly command: string;
  /** Of everything that the numbers depend on, by name: cotangent, node, … */
  readonly versions: Readonly<Record<string, string>>;
  readonly timing: Timing;
}

/** An engine that took part. */
export interface RunningEngine {
  readonly name: string;
  readonly version: string;
  /** What it stands on, such as `TensorFlow 2.21.0`. */
  readonly backend: string | null;
  readonly precision: Precision;
  readonly runs: true;
  readonly because: null;
}

/** An engine that was asked for, or is known, and could not run. */
export interface AbsentEngine {
  readonly name: string;
  readonly version: string | null;
  readonly backend: string | null;
  readonly precision: Precision | null;
  readonly runs: false;
  readonly because: string;
}

/** How many checks ended how. A check is one case on one engine under one law; it has one verdict. */
export interface Tally {
  readonly agree: number;
  readonly disagree: number;
  readonly inconclusive: number;
  readonly unsupported: number;
  readonly failed: number;
}

/** The whole run in numbers: the tallies are the sums over the coverage. */
export interface Totals extends Tally {
  readonly cases: number;
  /** Arrays that were compared with a witness. */
  readonly comparisons: number;
}

/** Why checks of a row ended without agreement. */
export interface Reason {
  readonly verdict: "inconclusive" | "unsupported" | "failed";
  readonly reason: string;
  readonly cases: number;
}

/** What was checked of one op on one engine under one law at one order of differentiation (0: the value itself). */
export interface CoverageRow extends Tally {
  readonly op: string;
  readonly engine: string;
  readonly law: string;
  readonly order: number;
  readonly cases: number;
  /** The largest error in units of the engine's precision; null where none was measured. */
  readonly worstUlp: JsonNumber | null;
  /** Numbers that were compared, and how many of them were expected not to be zero. */
  readonly entries: number;
  readonly nonzeroEntries: number;
  readonly because?: readonly Reason[];
}

/** The smallest case that shows a finding. */
export interface FindingCase {
  readonly program: Program;
  readonly inputs: JsonArrays;
  readonly wrt: readonly string[];
  readonly cotangents?: JsonArrays;
  readonly tangents?: JsonArrays;
}

/** One piece of evidence, and whose side it takes. */
export interface Witness {
  readonly name: string;
  readonly value: Evidence;
  readonly sides: "engine" | "reference";
}

/** A disagreement or failure, shrunk and grouped. */
export interface Finding {
  readonly id: string;
  readonly engine: string;
  readonly op: string;
  readonly law: string;
  readonly order: number;
  readonly kind: Kind;
  readonly title: string;
  readonly diagnosis: string;
  /** Attributes, and facts about shapes, of the cases that fail so. */
  readonly condition?: KnownDifference["condition"];
  readonly case: FindingCase;
  /** The output, or the input of the derivative, that `got` and `want` are of; left out where they are of none alone. */
  readonly of?: string;
  readonly got: Evidence;
  readonly want: Evidence;
  /** Null where no two numbers were compared. */
  readonly error: JsonNumber | null;
  readonly bound: JsonNumber | null;
  /** Whether exact arithmetic or differences of the engine's own values prove a wrong number, and neither speaks for it. */
  readonly confirmed?: boolean;
  readonly witnesses: readonly Witness[];
  /** A few lines that show it without Cotangent; null where the framework has no such op. */
  readonly repro: {
    readonly tfjs: string | null;
    readonly torch: string | null;
    readonly jax: string | null;
    /** Whether that for TensorFlow.js was run; it is null where it did not show the finding. Left out where it was not tried. */
    readonly ran?: boolean;
    /** Why there is none for TensorFlow.js. */
    readonly because?: string;
  };
  readonly known: { readonly because: string; readonly link: string | null } | null;
  /** The command that runs it again. */
  readonly replay: string;
}

/** What an engine made of the golden vectors: a count of their questions by verdict. */
export interface GoldenTally extends Tally {
  readonly engine: string;
  /** Misses that known differences explain. */
  readonly known: number;
  /** The others, in words; they fail the run where `judged`. */
  readonly misses: readonly string[];
  /**
   * Whether a miss fails the run: always, but of an engine whose known differences are written down, for these cannot
   * speak of the values of a vector.
   */
  readonly judged: boolean;
}

/** `results.json` (CONTRACT.md, "A run on disk"). */
export interface Results {
  readonly schema: "cotangent/results@1";
  readonly run: Run;
  readonly engines: readonly (RunningEngine | AbsentEngine)[];
  readonly totals: Totals;
  readonly coverage: readonly CoverageRow[];
  readonly findings: readonly Finding[];
  /** Known differences that did not occur on the engines they name; one of them fails the run. */
  readonly gone?: readonly KnownDifference[];
  /** How much of their attribute space ops were tried on. */
  readonly attributeSpace?: readonly AttributeSpace[];
  /** What engines answer at kinks and jumps. */
  readonly conventions?: readonly Convention[];
  /** How large errors were of what agrees. */
  readonly errors?: readonly ErrorSizes[];
  /** How far engines are off along the inputs of ops that work by element. */
  readonly curves?: readonly Curve[];
  /** What engines made of the golden vectors. */
  readonly golden?: readonly GoldenTally[];
  readonly workedExample?: WorkedExample;
}
