/** What one printed program shows, and nothing else. */
export interface Question {
  /** 0 for the value; n for the gradient, differentiated n − 1 times along the tangents. */
  readonly order: number;
  /** The output, or the input whose derivative it is. */
  readonly of: string;
  /** What of it: its numbers, its shape, the type of its numbers, how many numbers it holds. */
  readonly shown: "numbers" | "shape" | "type" | "count";
  /** A remark on what is shown: the right answer. */
  readonly remark: string;
}
