import type { Page } from "playwright-core";
import { describe, expect, it } from "vitest";
import { oneLine, printable } from "../../../reports/text.ts";
import { verdictOf } from "../../../reports/verdict.ts";
import { hostile } from "../fixture.ts";
import { expectHeading, expectText, go, textOf, usePages } from "./browser.ts";
import { nasty, tricky } from "./nasty.ts";
import { everything } from "./runs.ts";

const { open, problems } = usePages();

/** Addresses that links of the page lead to, but for those within it. */
const linksOut = (page: Page): Promise<string[]> =>
  page.evaluate<string[]>(
    `Array.from(document.querySelectorAll("a[href], area[href]"), (a) => a.getAttribute("href")).filter((to) => !to.startsWith("#"))`,
  );

/** How many elements there are that nothing of the page is made of. */
const foreign = (page: Page): Promise<number> =>
  page
    .locator("img, iframe, object, embed, base, form[action], body script:not(#run), [onerror], [onload], [srcdoc]")
    .count();

/** Texts of the page, seen or read out, in which a character acts instead of being shown: control codes, those that turn the direction. */
const ACTING = `(() => {
  const acts = /(?![\\t\\n])[\\p{Cc}\\p{Cs}\\u202a-\\u202e\\u2066-\\u2069\\u2028\\u2029\\ufffe]/u;
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  const texts = [document.title];
  while (walker.nextNode()) texts.push(walker.currentNode.textContent);
  for (const element of document.body.querySelectorAll("*"))
    for (const name of ["title", "aria-label", "alt"]) texts.push(element.getAttribute(name) ?? "");
  return texts.filter((text) => acts.test(text));
})()`;

describe("texts of others", () => {
  it.each([
    ["hostile", hostile],
    ["ending scripts, opening comments, halves of pairs, what replace() reads", tricky],
    ["of every attribute", `" onerror=alert(1) x='\` onload=alert(2)//`],
  ])("are never more than text: %s", async (_, text) => {
    const results = nasty(text);
    const page = await open(results);
    const shown = oneLine(text);
    for (const at of [
      "#/",
      "#/findings",
      `#/finding/${encodeURIComponent(text.replace(/\p{Surrogate}/gu, "\ufffd"))}`,
      `#/op/${encodeURIComponent(text.replace(/\p{Surrogate}/gu, "\ufffd"))}`,
      "#/finding/e1",
      "#/op/sin",
      "#/example",
      "#/accuracy",
      "#/coverage",
      "#/timing",
    ]) {
      await go(page, at);
      await page.getByRole("heading", { level: 1 }).waitFor();
      const said = await textOf(page);
      expect(said.replace(/\s+/g, " "), `at ${at}`).toContain(shown);
      expect(said, `at ${at}`).not.toMatch(/could not be drawn|There is no/);
      expect(await page.evaluate<string[]>(ACTING), `at ${at}`).toEqual([]);
      expect(await foreign(page), `at ${at}`).toBe(0);
      expect(await linksOut(page), `at ${at}`).toEqual([]);
      expect(await page.title()).toMatch(/^Cotangent: /);
      expect(await page.locator("footer").innerText()).toContain(shown);
    }
  });

  it("lead nowhere but to the web, and only where they are known differences", async () => {
    const page = await open(everything, { at: "#/finding/f3a91c" });
    await expectHeading(page, /^pow/);
    expect(await linksOut(page)).toEqual(["https://github.com/tensorflow/tfjs/issues/1"]);
    await open(nasty(tricky), { at: "#/" });
    const shown = await open(nasty("plain"), { at: "#/finding/plain" });
    await expectText(shown, "javascript://%0aalert(1)//plain");
    expect(await shown.getByRole("link", { name: /javascript/ }).count()).toBe(0);
  });

  it("are copied as they are shown, control codes made visible", async () => {
    const page = await open(nasty(hostile), {
      at: `#/finding/${encodeURIComponent(hostile.replace(/\p{Surrogate}/gu, "\ufffd"))}`,
      permissions: ["clipboard-read", "clipboard-write"],
    });
    await page.getByRole("button", { name: "Copy the program in TensorFlow.js" }).click();
    await expectText(page, "copied");
    expect(await page.evaluate<string>("navigator.clipboard.readText()")).toBe(printable(hostile));
  });
});

describe("the policy of the page", () => {
  it("lets it run its one script and use its one style, and reach nothing", async () => {
    const page = await open(everything);
    await expectHeading(page, /unexpected/);
    const policy = await page.locator('meta[http-equiv="Content-Security-Policy"]').getAttribute("content");
    const directives = new Map(policy!.split("; ").map((one) => [one.split(" ")[0], one.split(" ").slice(1)]));
    expect([...directives.keys()]).toEqual(["default-src", "script-src", "style-src", "base-uri", "form-action"]);
    expect(directives.get("default-src")).toEqual(["'none'"]);
    for (const name of ["script-src", "style-src"])
      expect(directives.get(name)).toEqual([expect.stringMatching(/^'sha256-[\w+/]+=*'$/)]);
    // It stands before anything that it speaks of.
    expect(
      await page.evaluate(`document.head.querySelector("script, style, link").previousElementSibling !== null`),
    ).toBe(true);
  });

  it("has teeth", async () => {
    const page = await open(everything);
    for (const [deed, directive] of [
      [
        `document.body.append(Object.assign(document.createElement("script"), { textContent: "alert(1)" }))`,
        "script-src-elem",
      ],
      [`document.body.setAttribute("onclick", "alert(1)"); document.body.click()`, "script-src-attr"],
      [
        `document.body.append(Object.assign(document.createElement("style"), { textContent: "p { color: red }" }))`,
        "style-src-elem",
      ],
      [`document.body.setAttribute("style", "color: red")`, "style-src-attr"],
      [`document.body.append(Object.assign(new Image(), { src: "https://example.com/a.png" }))`, "img-src"],
      [`fetch("https://example.com/").catch(() => undefined)`, "connect-src"],
    ] as const) {
      const refused = await page.evaluate<string>(`new Promise((resolve) => {
        addEventListener("securitypolicyviolation", ({ effectiveDirective }) => resolve(effectiveDirective), { once: true });
        ${deed};
      })`);
      expect(refused).toBe(directive);
    }
    // Nothing but that they were refused, and what was to be fetched.
    expect(problems.splice(0).filter((problem) => !/Content Security Policy|^request: /.test(problem))).toEqual([]);
  });
});

it("says the verdict without JavaScript, in words and in the title", async () => {
  const page = await open(everything, { javaScriptEnabled: false });
  const { sentence } = verdictOf(everything);
  // Words in <noscript> are none to look for by text.
  const said = page.locator("noscript p").filter({ visible: true });
  expect(await said.allInnerTexts()).toEqual([sentence, expect.stringContaining("summary.md") as string]);
  expect(await page.title()).toBe(`Cotangent: ${sentence}`);
  const other = await open(nasty(tricky), { javaScriptEnabled: false });
  expect(await other.locator("noscript p").first().innerText()).toContain(oneLine(tricky));
  expect(await other.title()).toContain(oneLine(tricky));
});
