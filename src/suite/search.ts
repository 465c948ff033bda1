import { kinkUnitsOf, unitsOf, type Planned } from "./plan.ts";

/** Cases of a unit that find nothing new after which its turn comes less often by one round. */
const PATIENCE = 8;
/** The fewest turns that are left to a unit: one in so many rounds. */
const RAREST = 10;
/** Cases of each unit before any is passed over. */
const SURE = 10;

/**
 * Cases without end, in rounds: each unit that is due has one. What has found nothing new for long is due less often, so
 * that the time goes where there is more to find. It hangs on nothing but what was found, so the same seed on the same
 * engines gives the same run, however far it goes.
 *
 * It is told of each case of a round whether that has found something new.
 */
export function* searchOf(options: {
  readonly ops: readonly string[] | null;
  readonly shard: { readonly index: number; readonly count: number };
}): Generator<readonly Planned[], void, readonly boolean[]> {
  const units = unitsOf(options.ops);
  const all = [...units, ...kinkUnitsOf(units)];
  const turns = all
    .filter((_, i) => i % options.shard.count === options.shard.index - 1)
    .map((unit) => ({ unit, index: 0, quiet: 0, due: 0 }));
  if (turns.length === 0) return;
  for (let round = 0; ; round++) {
    const due = turns.filter((turn) => turn.due <= round);
    if (due.length === 0) continue;
    const isNew = yield due.map(({ unit, index }) => ({ unit, index }));
    due.forEach((turn, i) => {
      turn.index++;
      turn.quiet = isNew[i] === true ? 0 : turn.quiet + 1;
      const waits = turn.index < SURE ? 0 : Math.min(RAREST - 1, Math.floor(turn.quiet / PATIENCE));
      turn.due = round + 1 + waits;
    });
  }
}
