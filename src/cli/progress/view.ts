import type { Progress } from "../../suite/verify.ts";

/** How far a run is, of a total that is known or told from its pace. */
export interface Stage extends Progress {
  readonly total: number;
}

/** Shows how far a run is. */
export interface ProgressView {
  /** A case is finished. */
  update(stage: Stage): void;
  /** What the run does now, where that is not the next case. */
  note(text: string): void;
  /** The run is over. */
  stop(): void;
}

/** Shows nothing. */
export const silent: ProgressView = { update: () => undefined, note: () => undefined, stop: () => undefined };
