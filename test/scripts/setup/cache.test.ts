import { existsSync, linkSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, it } from "vitest";
import { bytesUnder, cacheRoot, openCache, publish } from "../../../scripts/setup/cache.mjs";
import { put } from "../../../scripts/setup/place.mjs";
import { temporaryFolder } from "./surroundings.ts";

describe("the cache", () => {
  it("is where XDG says, if that is absolute", () => {
    const folder = temporaryFolder();
    expect(cacheRoot({ XDG_CACHE_HOME: folder })).toBe(path.join(folder, "cotangent"));
    expect(cacheRoot({ XDG_CACHE_HOME: "relative" })).toBe(cacheRoot({}));
  });

  it("gives each run a folder of its own, and takes it back", async () => {
    const folder = temporaryFolder();
    const [one, two] = await Promise.all([openCache(folder), openCache(folder)]);
    expect(one.scratch).not.toBe(two.scratch);
    writeFileSync(path.join(one.scratch, "half"), "half");
    expect(await bytesUnder(folder)).toBe(4);
    await one.close();
    expect(existsSync(one.scratch)).toBe(false);
    expect(existsSync(two.scratch)).toBe(true);
  });

  it("that cannot be written is told by name", async () => {
    const folder = temporaryFolder();
    writeFileSync(path.join(folder, "file"), "");
    await expect(openCache(path.join(folder, "file", "cotangent"))).rejects.toThrow(/cannot be written \(ENOTDIR\)/);
  });

  it("keeps the folder that another run has published first", async () => {
    const folder = temporaryFolder();
    for (const name of ["theirs", "ours"]) {
      mkdirSync(path.join(folder, name));
      writeFileSync(path.join(folder, name, "by"), name);
      await publish(path.join(folder, name), path.join(folder, "published", "it"));
    }
    expect(readFileSync(path.join(folder, "published", "it", "by"), "utf8")).toBe("theirs");
    expect(existsSync(path.join(folder, "ours"))).toBe(false);
  });

  it("puts a file in place whole or not at all", async () => {
    const folder = temporaryFolder();
    const target = path.join(folder, "new", "target");
    const failing = put(target, (temporary) => {
      writeFileSync(temporary, "half");
      return Promise.reject(new Error("interrupted"));
    });
    await expect(failing).rejects.toThrow("interrupted");
    expect(readdirSync(path.dirname(target))).toEqual([]);

    writeFileSync(path.join(folder, "source"), "whole");
    for (const _ of ["first", "again, over a link to the same file"]) {
      await put(target, (temporary) => Promise.resolve(linkSync(path.join(folder, "source"), temporary)));
      expect(readdirSync(path.dirname(target))).toEqual(["target"]);
    }
  });
});
