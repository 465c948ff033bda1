import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { chromiumPath } from "../scripts/chromium.mjs";

describe("the Chromium of the system", () => {
  const folder = mkdtempSync(path.join(tmpdir(), "cotangent-chromium-"));
  const own = path.join(folder, "google-chrome");
  writeFileSync(own, "#!/bin/sh\n", { mode: 0o755 });
  writeFileSync(path.join(folder, "chromium"), "no program\n", { mode: 0o644 });
  afterAll(() => {
    rmSync(folder, { recursive: true });
  });

  it("is the one that is asked for, else the first program on the path", () => {
    expect(chromiumPath({ CHROMIUM: own, PATH: "" })).toBe(own);
    expect(chromiumPath({ PATH: [path.join(folder, "none"), folder].join(path.delimiter) })).toBe(own);
  });

  it("is not done without: what to install or set is said", () => {
    expect(() => chromiumPath({ PATH: tmpdir() })).toThrow(/Install one \(apt-get install chromium\) or set CHROMIUM/);
    expect(() => chromiumPath({ CHROMIUM: folder })).toThrow(`CHROMIUM=${folder} is no program`);
  });
});
