import { laws } from "../../properties/laws/index.ts";
import { verify, type Verified, type VerifyOptions } from "../../src/suite/verify.ts";

/**
 * What `cotangent verify` makes of engines in this process: every law at every case, orders 1 and 2, unless told otherwise.
 *
 * @param now the clock; it stands still unless given.
 */
export function verified(
  asked: Pick<VerifyOptions, "engines" | "ops" | "cases"> & Partial<VerifyOptions>,
  now: () => number = () => 0,
): Promise<Verified> {
  const options: VerifyOptions = {
    unavailable: [],
    laws,
    orders: [1, 2],
    thorough: true,
    seed: 1,
    known: [],
    knownCases: [],
    golden: [],
    shard: { index: 1, count: 1 },
    command: "test",
    versions: {},
    ...asked,
  };
  return verify(options, { finished: [], onCase: () => undefined, stoppedBy: () => null, now });
}
