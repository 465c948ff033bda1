import { describe, expect, it } from "vitest";
import { didYouMean } from "../../src/base/nearest.ts";

const OPS = ["add", "matmul", "sigmoid", "softmax", "log_softmax", "transpose_a", "transpose_b"];

describe("didYouMean", () => {
  it.each([
    { word: "sigmod", is: "sigmoid" },
    { word: "Sigmoid", is: "sigmoid" },
    { word: "MATMUL", is: "matmul" },
    { word: "logSoftmax", is: "log_softmax" },
    { word: "transposeA", is: "transpose_a" },
    { word: "transposeB", is: "transpose_b" },
    { word: "ad", is: "add" },
  ])('takes "$word" for "$is"', ({ word, is }) => {
    expect(didYouMean(word, OPS)).toBe(`did you mean "${is}"?`);
  });

  it("lists what there is where nothing is near", () => {
    expect(didYouMean("convolution", ["add", "matmul"])).toBe("valid: add, matmul");
    expect(didYouMean("", ["matmul"])).toBe("valid: matmul");
  });

  it("says when there is nothing", () => {
    expect(didYouMean("axis", [])).toBe("there are none");
  });
});
