/** What one printed program shows, and nothing else. */
export interface Question {
  /** 0 for the value; n for the gradient, differentiated n − 1 times along the tangents. */
  readonly order: number;
  /** The output, or the input whose derivative it is. */
  readonly of: string;
  /** What of it: its numbers, its shape, the type of its numbers, how many numbers it holds. */
  readonly shown: "numbers" | "shape" | "type" | "count";
  /**
   * Whether nothing is left out that could be: cotangents of ones, which the library takes where it is given none (and of
   * which it then does not check the shape), and inputs whose tangent is zero.
   */
  readonly full?: boolean;
  /** A remark on what is shown: the right answer. */
  readonly remark: string;
}
