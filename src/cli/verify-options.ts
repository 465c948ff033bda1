import fc from "fast-check";
import { units } from "../../golden/files.ts";
import { laws } from "../../properties/laws/index.ts";
import type { VectorsOf } from "../suite/golden/check-files.ts";
import type { RunKey } from "../suite/store/run-folder.ts";
import type { VerifyOptions } from "../suite/verify.ts";
import type { StartedEngines } from "./engines.ts";
import { folderToRead } from "./golden/folder.ts";
import { readAll } from "./golden/read-all.ts";
import { ownVersion } from "./package.ts";
import type { KnownFile } from "./known.ts";
import { casesOf, commandLine, defaultOrders, type VerifyFlags } from "./verify-flags.ts";

/** What a run covers, by the flags. */
export function optionsOf(
  flags: VerifyFlags,
  { engines, unavailable }: StartedEngines,
  known: KnownFile,
): VerifyOptions {
  return {
    engines,
    unavailable,
    known: known.differences,
    knownCases: known.cases,
    golden: vectorsFor(flags),
    ops: flags.ops ?? null,
    laws: laws.filter(({ name }) => flags.laws?.includes(name) ?? true),
    orders: (flags.orders ?? defaultOrders).map(Number),
    cases: casesOf(flags),
    // A number of cases that is asked for is that of each law.
    thorough: flags.cases !== undefined || flags.laws !== undefined,
    seed: flags.seed,
    shard: flags.shard ?? { index: 1, count: 1 },
    command: commandLine(flags),
    versions: {
      cotangent: ownVersion,
      "fast-check": fc.__version,
      node: process.versions.node,
      platform: `${process.platform} ${process.arch}`,
    },
  };
}

/** What the cases of a run depend on; known differences are no part of it. */
export function keyOf({
  engines,
  laws: tried,
  versions,
  seed,
  cases,
  thorough,
  orders,
  ops,
  shard,
}: VerifyOptions): RunKey {
  return {
    seed,
    cases,
    thorough,
    orders,
    ops,
    laws: tried.map(({ name }) => name),
    shard: `${String(shard.index)}/${String(shard.count)}`,
    engines: engines.map(({ description: d }) => [d.engine, d.version, d.backend ?? ""].join(" ").trim()),
    versions,
  };
}

/** The golden vectors of a run over all laws: those of its ops and, where it is of all ops, of the programs; a part's share of them. */
function vectorsFor({ ops, laws: tried, shard = { index: 1, count: 1 } }: VerifyFlags): readonly VectorsOf[] {
  if (tried !== undefined) return [];
  const wanted = units.filter(({ name }) => ops?.includes(name) ?? true);
  return readAll(folderToRead(undefined), wanted).vectors.filter((_, i) => i % shard.count === shard.index - 1);
}
