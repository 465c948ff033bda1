import { expect, it } from "vitest";
import { jsonText } from "../../src/suite/store/json-text.ts";

it("lists of numbers stand in one line, everything else in lines of its own", () => {
  expect(jsonText({ shape: [2, 3], data: [1.5, null, -1e-7], names: ["a", "b"], none: [] })).toBe(`{
  "shape": [2,3],
  "data": [1.5,null,-1e-7],
  "names": [
    "a",
    "b"
  ],
  "none": []
}
`);
});

it("what is written reads back, whatever strings hold", () => {
  const x = { "[\n1\n]": ["[\n 1\n]", '"[', "\n", "]"], data: [[1, 2], ["NaN", 3], []], "": "[\\n 2 ]" };
  expect(JSON.parse(jsonText(x))).toEqual(x);
});
