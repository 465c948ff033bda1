import type { Law } from "../checks/law.ts";
import type { Engine } from "../oracles/engine.ts";
import { guarded } from "../oracles/process/guarded.ts";
import { ahead } from "./ahead.ts";
import { AttributeSpaces } from "./attribute-space.ts";
import { conventionsOf } from "./conventions.ts";
import { coverageOf } from "./coverage.ts";
import { curvesOf } from "./curves.ts";
import { errorSizesOf } from "./error-sizes.ts";
import { Findings } from "./findings.ts";
import type { VectorsOf } from "./golden/check-files.ts";
import { goldenTallies } from "./golden/tally.ts";
import type { JournalEntry, Outcome } from "./journal.ts";
import { replayKnown, type KnownCase, type Replayed } from "./known-cases.ts";
import type { KnownDifference } from "./known-schema.ts";
import { Strictness, type Tried } from "./known.ts";
import { drawCase, planOf, type Planned } from "./plan.ts";
import type { RunPrinted } from "./repro/printed.ts";
import { proveRepros } from "./repro/prove.ts";
import type { Finding, Results } from "./results.ts";
import { searchOf } from "./search.ts";
import { suggestKnown } from "./suggest.ts";
import { Stopwatch } from "./timing.ts";
import { isConclusive, lawsAt, tryCase } from "./try-case.ts";
import { workExample } from "./work-example.ts";

/** An engine that was asked for, or could have been, and cannot run here. */
export interface UnavailableEngine {
  readonly name: string;
  /** Why, and the one command that mends it. */
  readonly because: string;
}

/** What a run covers. */
export interface VerifyOptions {
  /** Engines that run, our own among them. */
  readonly engines: readonly Engine[];
  readonly unavailable: readonly UnavailableEngine[];
  /** Names of ops; null for all. Random programs are part of a run of all ops only. */
  readonly ops: readonly string[] | null;
  readonly laws: readonly Law[];
  /** Orders of differentiation, besides values. */
  readonly orders: readonly number[];
  /** Cases of each op (and twice as many random programs); null to search on until the run is stopped. */
  readonly cases: number | null;
  /** Whether every law is tried at every case, and not each in its turn. */
  readonly thorough: boolean;
  readonly seed: number;
  readonly known: readonly KnownDifference[];
  /** Cases that show known differences: those that the run does not meet by itself are tried at these. */
  readonly knownCases: readonly KnownCase[];
  /** How long an engine in this process may take over one answer; half a minute unless given. */
  readonly patienceMs?: number;
  /** Golden vectors to ask every engine for. */
  readonly golden: readonly VectorsOf[];
  /** This part of the cases, `index` from 1 to `count`. */
  readonly shard: { readonly index: number; readonly count: number };
  /** The command line, for the report. */
  readonly command: string;
  /** Versions of what the run stands on, by name. */
  readonly versions: Readonly<Record<string, string>>;
}

/** How far a run is. */
export interface Progress {
  readonly done: number;
  /** Null where the run goes on until it is stopped. */
  readonly total: number | null;
  readonly comparisons: number;
  /** Findings so far that no known difference explains. */
  readonly findings: number;
}

/** Tries cases side by side. */
export interface Workers {
  readonly attempt: (planned: Planned) => Promise<readonly Outcome[]>;
  /** How many cases they are given at a time. */
  readonly ahead: number;
}

/** What a run tells and is told while it goes on. */
export interface VerifyHooks {
  /** Cases that an earlier, interrupted run has finished. */
  readonly finished: readonly JournalEntry[];
  /** Who tries cases; left out, they are tried here, one after the other. */
  readonly workers?: Workers;
  /** Called with each case as it finishes. */
  readonly onCase: (entry: JournalEntry, progress: Progress) => void;
  /** Called with each kind of failure, when all cases are done, before its smallest case is looked for. */
  readonly onFailure?: (nth: number, of: number) => void;
  /** What stops the run after the cases at hand, if anything does. */
  readonly stoppedBy: () => "interrupt" | "time" | null;
  /** Runs printed programs, so that no repro is shown that does not show its finding; left out, they are not run. */
  readonly runPrinted?: RunPrinted;
  /** Milliseconds since 1970, for the timing members. */
  readonly now: () => number;
}

/** What came of a run. */
export interface Verified {
  readonly results: Results;
  /** Findings that are not known, and known differences that no longer occur: what the exit code speaks of. */
  readonly unexpected: number;
  readonly gone: readonly KnownDifference[];
  /** What `--update-known` writes: the known differences that occurred, and those that the unexpected findings would be. */
  readonly suggested: readonly KnownDifference[];
  /** What stopped it before its end, if anything did: for a search, the end is when its time is over. */
  readonly stoppedBy: "interrupt" | "time" | null;
}

/** Cross-checks engines over ops and laws. */
export async function verify(asked: VerifyOptions, hooks: VerifyHooks): Promise<Verified> {
  const options = { ...asked, engines: asked.engines.map((engine) => guarded(engine, asked.patienceMs)) };
  const watch = new Stopwatch(hooks.now);
  const laws = options.laws.filter((law) => law.order === 0 || options.orders.includes(law.order));
  const findings = new Findings(options.engines, laws, options.known);
  const strictness = new Strictness(options.known);
  const spaces = new AttributeSpaces();
  const finished = new Map(hooks.finished.map((entry) => [keyOf(entry), entry]));
  const entries: JournalEntry[] = [];
  const plan = options.cases === null ? null : planOf({ ...options, cases: options.cases });
  const rounds: Iterator<readonly Planned[], unknown, readonly boolean[]> =
    plan === null ? searchOf(options) : [plan].values();
  const here = (planned: Planned): Promise<readonly Outcome[]> =>
    tryCase(drawCase(options.seed, planned), options.engines, lawsAt(planned.index, laws, options.thorough), hooks.now);
  let comparisons = 0;
  let stoppedBy: Verified["stoppedBy"] = null;
  let isNew: boolean[] = [];
  const { attempt, ahead: count } = hooks.workers ?? { attempt: here, ahead: 1 };
  const enter = async (planned: Planned): Promise<JournalEntry> =>
    finished.get(keyOf(planned)) ?? { ...planned, outcomes: await attempt(planned) };
  const goesOn = (): boolean => hooks.stoppedBy() === null;
  while (stoppedBy === null) {
    const round = rounds.next(isNew);
    if (round.done === true) break;
    isNew = [];
    for await (const entry of ahead(round.value, enter, count, goesOn)) {
      const c = drawCase(options.seed, entry);
      entries.push(entry);
      const before = findings.count;
      await findings.add(c, entry);
      isNew.push(findings.count > before);
      strictness.note(c, triedIn(entry, laws));
      spaces.note(entry, c);
      comparisons += entry.outcomes.reduce((n, outcome) => n + outcome.comparisons, 0);
      if (finished.has(keyOf(entry))) continue;
      const total = plan?.length ?? null;
      hooks.onCase(entry, { done: entries.length, total, comparisons, findings: findings.unexpected });
    }
    if (isNew.length < round.value.length) stoppedBy = hooks.stoppedBy();
  }
  if (plan === null && stoppedBy === "time") stoppedBy = null;
  watch.lap("cases");
  const replayed = stoppedBy === null ? await replay(options, laws) : [];
  watch.lap("known differences");
  const still = new Set(replayed.filter(({ finding }) => finding !== null).map((one) => keyIn(options.known, one)));
  const occurred = new Set([...findings.occurred(), ...still]);
  const gone = strictness.gone(occurred, new Set(replayed.map((one) => keyIn(options.known, one))));
  const all = inOrder([
    ...(await findings.all(still, hooks.onFailure)),
    ...replayed.flatMap(({ finding }) => finding ?? []),
  ]);
  watch.lap("findings");
  const unexpected = all.filter(({ known }) => known === null);
  const proven = hooks.runPrinted === undefined ? unexpected : await proveRepros(unexpected, hooks.runPrinted);
  const found = [...proven, ...all.filter(({ known }) => known !== null)];
  watch.lap("repros");
  const golden = await goldenTallies(options.engines, options.golden, options.known);
  watch.lap("golden vectors");
  const law = laws.find(({ atKinks }) => atKinks === true);
  const conventions = law === undefined ? null : await conventionsOf(options.engines, options.ops, law);
  watch.lap("conventions");
  const errors = errorSizesOf(entries, laws);
  // A run that is interrupted is to end.
  const curves = stoppedBy !== "interrupt" ? await curvesOf(options.engines, options.ops) : [];
  watch.lap("accuracy");
  const workedExample = await workExample(options.engines);
  watch.lap("worked example");
  const results: Results = {
    schema: "cotangent/results@1",
    run: {
      seed: options.seed,
      shard: options.shard.count === 1 ? null : `${String(options.shard.index)}/${String(options.shard.count)}`,
      command: options.command,
      versions: options.versions,
      timing: watch.timing(entries),
    },
    engines: enginesOf(options),
    ...coverageOf(entries, laws),
    findings: found,
    ...(gone.length === 0 ? {} : { gone }),
    attributeSpace: spaces.all(),
    ...(conventions === null ? {} : { conventions }),
    ...(errors.length === 0 ? {} : { errors }),
    ...(curves.length === 0 ? {} : { curves }),
    ...(options.golden.length === 0 ? {} : { golden }),
    workedExample,
  };
  return {
    results,
    unexpected:
      unexpected.length +
      gone.length +
      golden.filter(({ judged }) => judged).reduce((n, { misses }) => n + misses.length, 0),
    gone,
    suggested: [...occurring(options.known, occurred), ...suggestKnown(found)],
    stoppedBy,
  };
}

/** Tries the known differences at the cases that are kept of them. */
async function replay(
  { knownCases, known, engines, ops, orders, shard }: VerifyOptions,
  laws: readonly Law[],
): Promise<Replayed[]> {
  const part = knownCases.filter((_, i) => i % shard.count === shard.index - 1);
  return replayKnown(
    part,
    known,
    laws,
    engines,
    ({ op, order }) => (ops?.includes(op) ?? true) && (order === 0 || orders.includes(order)),
  );
}

/** The known differences that occurred, each on the engines on which it did. */
function occurring(known: readonly KnownDifference[], occurred: ReadonlySet<string>): KnownDifference[] {
  return known.flatMap((one) => {
    const engines = one.engines.filter((engine) => occurred.has(keyIn(known, { known: one, engine })));
    return engines.length === 0 ? [] : [{ ...one, engines }];
  });
}

/** A known difference on an engine. */
function keyIn(all: readonly KnownDifference[], { known, engine }: Pick<Replayed, "known" | "engine">): string {
  return `${String(all.indexOf(known))} ${engine}`;
}

/** The unexpected findings first, and then by what they are of. */
function inOrder(findings: readonly Finding[]): Finding[] {
  return findings.toSorted((a, b) => (placeOf(a) < placeOf(b) ? -1 : 1));
}

function placeOf({ known, engine, op, kind, order }: Finding): string {
  return JSON.stringify([known !== null, engine, op, kind, order]);
}

function keyOf({ unit, index }: Planned): string {
  return `${unit} ${String(index)}`;
}

/** The engines and orders of which every law came to a conclusion at a case. */
function triedIn({ outcomes }: JournalEntry, laws: readonly Law[]): Tried[] {
  const tried = outcomes
    .filter(({ verdict }) => verdict !== "unsupported")
    .map((outcome) => {
      const law = laws.find(({ name }) => name === outcome.law)!;
      const { engine } = outcome;
      return { engine, order: law.order, atKinks: law.atKinks === true, open: !isConclusive(outcome, law) };
    });
  const open = tried.filter((one) => one.open);
  return tried.filter((a) => !open.some((b) => a.engine === b.engine && a.order === b.order));
}

function enginesOf({ engines, unavailable }: VerifyOptions): Results["engines"] {
  return [
    ...engines.map(({ description: d }) => ({
      name: d.engine,
      version: d.version,
      backend: d.backend ?? null,
      precision: d.precision,
      runs: true as const,
      because: null,
    })),
    ...unavailable.map(({ name, because }) => ({
      name,
      version: null,
      backend: null,
      precision: null,
      runs: false as const,
      because,
    })),
  ];
}
