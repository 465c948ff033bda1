import { describe, expect, it } from "vitest";
import { formatArray, formatEvidence, formatNumber, percent, roughly } from "../../reports/format.ts";
import { codeBlock, codeSpan, markdown, markdownLink } from "../../reports/markdown.ts";
import { counted, grouped, listOf, printable } from "../../reports/text.ts";

describe("numbers", () => {
  it("are the shortest decimals of their precision", () => {
    expect(formatNumber(Math.fround(0.1), "float32")).toBe("0.1");
    expect(formatNumber(Math.fround(1 / 3), "float32")).toBe("0.33333334");
    expect(formatNumber(16_777_216, "float32")).toBe("16777216");
    expect(formatNumber(0.1, "float32"), "a number that is no float32 keeps its digits").toBe("0.1");
    expect(formatNumber(Math.fround(0.1))).toBe("0.10000000149011612");
    expect(["NaN", "Infinity", "-Infinity", "-0"].map((x) => formatNumber(x as "NaN"))).toEqual([
      "NaN",
      "Infinity",
      "-Infinity",
      "-0",
    ]);
  });

  it("read back, for every float32 tried", () => {
    for (let i = 0; i < 2000; i++) {
      const x = Math.fround(Math.sin(i) * 10 ** ((i % 70) - 35));
      expect(Math.fround(Number(formatNumber(x, "float32")))).toBe(x);
    }
  });

  it("are rough where the size is what matters", () => {
    expect([0, 1, 4_170_000, 1.1920928955078125e-7, -0.5, 1e300, 123.456].map(roughly)).toEqual([
      "0",
      "1",
      "4.17e6",
      "1.19e-7",
      "-0.5",
      "1e300",
      "123",
    ]);
    expect(roughly("NaN")).toBe("NaN");
  });

  it("never call a part the whole or nothing", () => {
    expect([percent(1, 3), percent(99_999, 100_000), percent(1, 100_000), percent(2, 2), percent(0, 2)]).toEqual([
      "33.3%",
      "over 99.9%",
      "under 0.1%",
      "100%",
      "0%",
    ]);
    expect(percent(0, 0)).toBe("none");
  });

  it("have their thousands apart", () => {
    expect([0, 999, 1000, 1_234_567].map(grouped)).toEqual(["0", "999", "1,000", "1,234,567"]);
    expect(counted(1, "check")).toBe("1 check");
    expect(listOf(["a", "b", "c"])).toBe("a, b and c");
  });
});

describe("arrays", () => {
  it("are nested brackets", () => {
    expect(formatArray({ shape: [], data: ["-0"] })).toBe("-0");
    expect(formatArray({ shape: [2, 2], data: [1, 2, 3, "NaN"] })).toBe("[[1, 2],\n [3, NaN]]");
    expect(formatArray({ shape: [2, 0], data: [] })).toBe("[] of shape [2, 0]");
    expect(formatEvidence({ a: { shape: [1], data: [1] }, b: { shape: [], data: [2] } })).toBe("a = [1]\nb = 2");
    expect(formatEvidence(null)).toBe("nothing");
    const names = { shape: { shape: [], data: [1] }, data: { shape: [], data: [2] } };
    expect(formatEvidence(names), "arrays may be called shape and data").toBe("shape = 1\ndata = 2");
  });

  it("are cut where they are long", () => {
    const long = formatArray({ shape: [10_000], data: Array.from({ length: 10_000 }, () => 7) });
    expect(long.length).toBeLessThan(700);
    expect(long).toContain("… (10000 numbers)");
  });
});

describe("texts from outside", () => {
  it("act on nothing", () => {
    expect(printable("a\u001b[31m\r\nb\tc\u0000\u009b\u202e\ud800\ufeff😀")).toBe(
      "a\\u{1b}[31m\nb\tc\\u{0}\\u{9b}\\u{202e}\\u{d800}\\u{feff}😀",
    );
  });

  it("are escaped in Markdown", () => {
    expect(markdown("a*b_c `d` <e>\n# f")).toBe("a\\*b\\_c \\`d\\` \\<e\\> \\# f");
    expect(codeSpan("a`b|c")).toBe("`` a`b¦c ``");
    expect(codeBlock("```\nx", "js")).toBe("````js\n```\nx\n````");
    expect(markdownLink("https://a.b/c?d=1#e", "f")).toBe("[f](<https://a.b/c?d=1#e>)");
    expect(markdownLink("javascript:alert(1)", "f")).toBe("javascript\\:alert\\(1\\)");
  });
});
