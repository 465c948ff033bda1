import { createHash } from "node:crypto";
import { describe, expect, it } from "vitest";
import { renderHtml } from "../../reports/html/index.ts";
import { style, styleHash } from "../../reports/html/style.ts";
import type { Results } from "../../src/suite/results.ts";
import { finding, hostile, row, run, workedAnswer } from "./fixture.ts";
import { readMarkup } from "./markup.ts";

const known = { because: "the exponent's gradient is not masked", link: "https://github.com/tensorflow/tfjs/issues/1" };
/** What an engine made of the golden vectors that misses one of them. */
function goldenOf(engine: string, miss: string): NonNullable<Results["golden"]>[number] {
  const counts = { agree: 7, disagree: 1, inconclusive: 0, unsupported: 0, failed: 0, known: 0 };
  return { engine, ...counts, misses: [miss], judged: false };
}

const everything = run(
  [
    row({ disagree: 3, worstUlp: "Infinity" }),
    row({ op: "clip", disagree: 1 }),
    row({ op: "log", agree: 0, inconclusive: 4, because: [{ verdict: "inconclusive", reason: "too wide", cases: 3 }] }),
    row({ op: "take", agree: 0, unsupported: 2, worstUlp: null }),
    row({ op: "tanh", engine: "cotangent", order: 2 }),
    row({ op: "exp", failed: 1 }),
  ],
  [finding({ known }), finding({ id: "c1", op: "clip", title: "clip differs" })],
  {
    gone: [{ engines: ["tfjs-cpu"], op: "abs", kind: "throws", order: 1, condition: {}, because: "old", link: null }],
    golden: [goldenOf("tfjs-cpu", "exp/tails-1, vjp: got 2, want 1")],
  },
);
const nasty: Results = run(
  [
    row({
      op: hostile,
      engine: hostile,
      law: hostile,
      agree: 0,
      disagree: 1,
      failed: 1,
      inconclusive: 1,
      because: [{ verdict: "failed", reason: hostile, cases: 1 }],
    }),
  ],
  [
    finding({
      id: hostile,
      op: hostile,
      engine: hostile,
      law: hostile,
      title: hostile,
      diagnosis: hostile,
      case: {
        program: {
          inputs: [hostile],
          steps: [{ out: hostile, op: hostile, in: [hostile], attrs: { [hostile]: hostile } }],
          outputs: [hostile],
        },
        inputs: { [hostile]: { shape: [], data: ["NaN"] } },
        wrt: [hostile],
      },
      got: hostile,
      witnesses: [{ name: hostile, value: hostile, sides: "engine" }],
      repro: { tfjs: hostile, torch: hostile, jax: hostile },
      known: { because: hostile, link: `javascript:${hostile}` },
      replay: hostile,
    }),
  ],
  {
    gone: [
      {
        engines: [hostile],
        op: hostile,
        kind: "throws",
        order: 1,
        condition: { [hostile]: hostile },
        because: hostile,
        link: hostile,
      },
    ],
    run: { seed: 1, shard: null, command: hostile, versions: { [hostile]: hostile }, timing: { start: 0, stop: 0 } },
    conventions: [{ op: hostile, at: hostile, engine: hostile, answer: hostile, valid: false }],
    golden: [goldenOf(hostile, hostile)],
    engines: [{ name: hostile, version: hostile, backend: hostile, precision: "float32", runs: true, because: null }],
    workedExample: {
      inputs: {
        X: { shape: [0], data: [] },
        y: { shape: [0], data: [] },
        W: { shape: [0], data: [] },
        b: { shape: [0], data: [] },
      },
      engines: [workedAnswer(hostile, () => Number.POSITIVE_INFINITY), { engine: hostile, error: hostile }],
    },
  },
);

/** The page without its style sheet, which is our own text and no markup. */
const markupOf = (results: Results): string => renderHtml(results).replace(/<style>.*<\/style>/s, "");

describe("the HTML report", () => {
  it("allows nothing but its own style sheet", () => {
    const hash = `sha256-${createHash("sha256").update(style).digest("base64")}`;
    expect(styleHash, "the style sheet has changed: set styleHash to the value received").toBe(hash);
    const page = renderHtml(everything);
    expect(page).toContain(`<style>${style}</style>`);
    const policy = readMarkup(markupOf(everything)).find(({ attributes }) => attributes.has("http-equiv"))?.attributes;
    expect(policy?.get("http-equiv")).toBe("Content-Security-Policy");
    expect(policy?.get("content")?.replaceAll("&#39;", "'")).toBe(
      `default-src 'none'; style-src '${hash}'; base-uri 'none'; form-action 'none'`,
    );
    expect(page).not.toMatch(/@import|url\(/);
  });

  it.each([
    ["a run of everything", everything],
    ["hostile texts", nasty],
  ])("is well-formed and inert: %s", (_, results) => {
    const tags = readMarkup(markupOf(results));
    const names = new Set(tags.map(({ name }) => name));
    for (const name of ["script", "img", "iframe", "object", "form", "base"]) expect(names).not.toContain(name);
    for (const { name, attributes } of tags) {
      for (const key of attributes.keys()) expect(key, `<${name}>`).not.toMatch(/^on|^style$|^src$/i);
      expect(attributes.get("href") ?? "#").toMatch(/^(#|https?:\/\/)/);
    }
  });

  it.each([
    ["a run of everything", everything],
    ["hostile texts", nasty],
  ])("has unique ids, and no link leads nowhere: %s", (_, results) => {
    const tags = readMarkup(markupOf(results));
    const ids = tags.flatMap(({ attributes }) => attributes.get("id") ?? []);
    expect(new Set(ids).size).toBe(ids.length);
    const targets = tags.flatMap(({ attributes }) => {
      const href = attributes.get("href") ?? "";
      const named = (attributes.get("aria-labelledby") ?? "").split(" ").filter((id) => id !== "");
      return href.startsWith("#") ? [href.slice(1), ...named] : named;
    });
    expect(targets.filter((id) => !ids.includes(id))).toEqual([]);
  });

  it("gives the same bytes for the same results, stored and read again", () => {
    expect(renderHtml(JSON.parse(JSON.stringify(everything)) as Results)).toBe(renderHtml(everything));
  });

  it("says the verdict, what was not judged, and who could not run", () => {
    const page = renderHtml(everything);
    expect(page).toContain(
      "1 unexpected finding in tfjs-cpu, 1 known difference that no longer occurs and 1 failure that no finding explains; 160 of 171 checks agree, and 1 known difference occurred.",
    );
    expect(page).toContain("4 inconclusive, 2 unsupported and 1 failed");
    expect(page).toContain("its addon is missing; `npm run setup` builds it");
    expect(page).toContain("too wide");
    expect(page).toContain("no reason was recorded");
  });

  it("opens the first of what is unexpected and closes what is known", () => {
    const cards = readMarkup(markupOf(everything)).filter(
      ({ name, attributes }) => name === "details" && attributes.get("class")?.startsWith("finding") === true,
    );
    expect(cards.map(({ attributes }) => [attributes.get("class"), attributes.has("open")])).toEqual([
      ["finding unexpected", true],
      ["finding known", false],
    ]);
    expect(renderHtml(everything)).toContain(`<a href="${known.link}" rel="noopener noreferrer">`);
  });

  it("shows the worked example to the printed digit, in each engine's own precision", () => {
    const page = renderHtml(everything);
    expect(page).toContain("-0.02671823440959942");
    expect(page).toContain("<span>-0.026718235</span>");
    expect(page.match(/all 11/g)).toHaveLength(2);
    expect(page).toContain("losses[1]: W[0] -0.08305, W[1] -0.12458, W[2] -0.16611");
    const wrong = run(everything.coverage, [], {
      workedExample: { ...everything.workedExample!, engines: [workedAnswer("cotangent", (x) => x * 1.01)] },
    });
    expect(renderHtml(wrong)).toContain("0 of 11");
  });

  it("does without a worked example", () => {
    const { workedExample: _, ...rest } = everything;
    expect(renderHtml(rest)).not.toContain("worked-example");
  });

  it("never calls an empty run a success", () => {
    expect(renderHtml(run([row({ agree: 0, inconclusive: 5 })], []))).toContain("Nothing was compared: 5 checks");
    expect(renderHtml(run([], []))).toContain("Nothing was compared: 0 checks");
    expect(renderHtml(run([row({})], []))).toContain("Nothing unexpected: 40 of 40 checks agree.");
  });
});

it("tells which answers golden vectors do not expect", () => {
  const page = renderHtml(everything);
  expect(page).toContain("7 agree, 1 unlike");
  expect(page).toContain("exp/tails-1, vjp: got 2, want 1");
});

it("breaks a long name after an underscore, if at all", () => {
  const shown = renderHtml(run([row({ op: "fused_depthwise_conv2d" })], []));
  expect(shown).toContain('<th scope="row">fused_<wbr />depthwise_<wbr />conv2d</th>');
});
