// @ts-check
/**
 * `npm run gallery`: the pictures of the README, taken of the report of a run that is kept in `docs/gallery/`.
 *
 *     npm run gallery               of the run that is kept
 *     npm run gallery -- RUN        of another, which is kept from then on
 */
import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { pathToFileURL } from "node:url";
import { gunzipSync, gzipSync } from "node:zlib";
import { launchChromium } from "./chromium.mjs";

const GALLERY = "docs/gallery";
const KEPT = path.join(GALLERY, "results.json.gz");

/** @typedef {{ name: string, at: string, dark?: boolean, width?: number, from?: string }} Picture */
/** @typedef {{ id: string, kind: string, order: number, confirmed?: boolean, got: unknown }} Finding */

const [run] = process.argv.slice(2);
if (run !== undefined) {
  const results = readFileSync(path.join(run, "results.json"));
  writeFileSync(KEPT, gzipSync(results, { level: 9 }));
}
const text = gunzipSync(readFileSync(KEPT)).toString("utf8");
const folder = mkdtempSync(path.join(tmpdir(), "cotangent-gallery-"));
try {
  writeFileSync(path.join(folder, "results.json"), text);
  const rendered = spawnSync(process.execPath, ["dist/cli.mjs", "report", folder], { encoding: "utf8" });
  if (rendered.error !== undefined || rendered.status === null || rendered.status > 1)
    throw new Error(`the report could not be rendered: ${rendered.stderr}`);
  const { findings } = /** @type {{ findings: readonly Finding[] }} */ (JSON.parse(text));
  await takePictures(pathToFileURL(path.join(folder, "index.html")).href, picturesOf(findings));
} finally {
  rmSync(folder, { recursive: true });
}

/**
 * What the pictures are of.
 *
 * @param {readonly Finding[]} findings
 * @returns {readonly Picture[]}
 */
function picturesOf(findings) {
  const silent = findings.filter(({ kind, confirmed }) => kind === "wrong-gradient" && confirmed === true);
  const matrix = silent.find(({ order, got }) => order === 1 && JSON.stringify(got).includes('"shape":[2,2]'));
  const second = silent.find(({ order }) => order === 2);
  return [
    { name: "verdict", at: "#/" },
    { name: "matrix", at: "#/?sort=findings+first", from: "Ops and engines", dark: true },
    ...(matrix === undefined ? [] : [{ name: "finding", at: `#/finding/${matrix.id}`, from: "Got and want" }]),
    ...(second === undefined ? [] : [{ name: "second-derivative", at: `#/finding/${second.id}`, dark: true }]),
    { name: "op", at: "#/op/atan2" },
    { name: "example", at: "#/example" },
    { name: "narrow", at: "#/", width: 360 },
  ];
}

/**
 * @param {string} address
 * @param {readonly Picture[]} pictures
 */
async function takePictures(address, pictures) {
  const browser = await launchChromium();
  for (const { name, at, dark = false, width = 1200, from } of pictures) {
    const page = await browser.newPage({
      viewport: { width, height: 780 },
      colorScheme: dark ? "dark" : "light",
    });
    await page.goto(`${address}${at}`);
    await page.getByRole("heading", { level: 1 }).waitFor();
    if (from !== undefined)
      await page.getByRole("heading", { name: from }).evaluate("(heading) => heading.scrollIntoView()");
    const file = path.join(GALLERY, `${name}.png`);
    await page.screenshot({ path: file });
    await page.close();
    console.log(file);
  }
  await browser.close();
}
