import { expect, test } from "vitest";
import { barLine } from "../../src/cli/progress/bar.ts";
import { Pace } from "../../src/cli/progress/pace.ts";
import { shellWords, quoted } from "../../src/cli/shell-words.ts";
import { fold } from "../../src/cli/terminal.ts";

const plain = (_: string, text: string): string => text;
const progress = { done: 1234, total: 5000, comparisons: 1, findings: 2 };

test("the bar tells cases, rate, time left and findings, and fits every terminal", () => {
  const pace = new Pace(Number.POSITIVE_INFINITY, 0);
  expect(barLine(progress, "", pace, 100, plain)).toMatch(
    /^━+─+ {2}1,234\/5,000 cases {2}[\d,]+\/s {2}\d+ s left {2}2 findings$/,
  );
  for (let width = 5; width < 120; width++)
    expect(barLine(progress, "stopping after the case at hand", pace, width, plain).length).toBeLessThanOrEqual(width);
});

test("the time left is never more than the time that was given", () => {
  expect(new Pace(9, 0).at({ ...progress, done: 1, total: 1e9 }).left).toBeLessThanOrEqual(9);
});

test("cases of an earlier run do not count for the rate", () => {
  const { rate } = new Pace(9, 1234).at(progress);
  expect(rate).toBe(0);
});

test("text is folded between words, and words are left whole", () => {
  expect(fold("  one two three", 9, "    ")).toEqual(["  one two", "    three"]);
  expect(fold("incomprehensibilities too", 9)).toEqual(["incomprehensibilities", "too"]);
  expect(fold("one two", Number.POSITIVE_INFINITY)).toEqual(["one two"]);
});

test.each([
  ["python3 my.py --x 1", ["python3", "my.py", "--x", "1"]],
  [String.raw`a\ b 'c d' "e \"f\" $g \n"`, ["a b", "c d", String.raw`e "f" $g \n`]],
  [`--x='a b'"c"d ''`, ["--x=a bcd", ""]],
  ["  ", []],
])("a command is split as a shell does: %s", (text, words) => {
  expect(shellWords(text, "here")).toEqual(words);
  expect(shellWords(words.map(quoted).join(" "), "here")).toEqual(words);
});
