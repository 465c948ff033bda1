import type { Progress } from "../../suite/verify.ts";

/** Shows how far a run is. */
export interface ProgressView {
  /** A case is finished. */
  update(progress: Progress): void;
  /** What the run does now, where that is not the next case. */
  note(text: string): void;
  /** The run is over. */
  stop(): void;
}

/** Shows nothing. */
export const silent: ProgressView = { update: () => undefined, note: () => undefined, stop: () => undefined };
