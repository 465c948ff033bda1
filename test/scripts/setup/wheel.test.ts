import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, it, vi } from "vitest";
import { addonKey } from "../../../scripts/setup/addon.mjs";
import { findCompiler } from "../../../scripts/setup/compiler.mjs";
import { explainPip, fetchWheel } from "../../../scripts/setup/fetch-wheel.mjs";
import { installFromWheel } from "../../../scripts/setup/from-wheel.mjs";
import { readOrigin } from "../../../scripts/setup/origin.mjs";
import { linkName } from "../../../scripts/setup/place.mjs";
import type { Run } from "../../../scripts/setup/run.mjs";
import { wheelFor, WHEELS } from "../../../scripts/setup/wheel.mjs";
import { content, contextWith, machine, miniature, missing, outcome } from "./surroundings.ts";

describe("the wheel", () => {
  it("is pinned whole for each platform", () => {
    expect(Object.keys(WHEELS)).toEqual(["linux-x64", "linux-arm64"]);
    for (const wheel of Object.values(WHEELS)) {
      expect(wheel.sha256).toMatch(/^[0-9a-f]{64}$/);
      expect(wheel.file).toBe(
        `${wheel.distribution.replace("-", "_")}-${wheel.version}-cp311-cp311-${wheel.platform}.whl`,
      );
      expect(Object.keys(wheel.libraries)).toEqual(["libtensorflow_cc.so.2", "libtensorflow_framework.so.2"]);
    }
  });

  it.each([
    ["linux", "x64", "2.36", "tensorflow-cpu"],
    ["linux", "arm64", "2.27", "tensorflow"],
    ["linux", "x64", "2.26", undefined],
    ["linux", "x64", undefined, undefined],
    ["linux", "riscv64", "2.39", undefined],
    ["darwin", "arm64", undefined, undefined],
    ["win32", "x64", undefined, undefined],
  ])("on %s %s with glibc %s is %s", (platform, arch, glibc, distribution) => {
    expect(wheelFor({ platform, arch, glibc })?.distribution).toBe(distribution);
  });

  it("is fetched once, and used again while its hash holds", async () => {
    const run = machine();
    const context = contextWith(run);
    const file = await fetchWheel(context, miniature, "python3");
    expect(readFileSync(file, "utf8")).toBe(content);
    expect(await fetchWheel(context, miniature, "python3")).toBe(file);
    expect(run).toHaveBeenCalledTimes(1);
  });

  it.each(["half a wheel", "A wheel in miniaturE"])(
    "is fetched anew when the cached one is damaged: %s",
    async (damaged) => {
      const run = machine();
      const context = contextWith(run);
      mkdirSync(path.join(context.cache.root, "wheels"));
      writeFileSync(path.join(context.cache.root, "wheels", miniature.file), damaged);
      expect(readFileSync(await fetchWheel(context, miniature, "python3"), "utf8")).toBe(content);
      expect(run).toHaveBeenCalledTimes(1);
    },
  );

  it("is not kept when what pip brings is not the pinned file", async () => {
    const context = contextWith(machine("a wheel of another's"));
    await expect(fetchWheel(context, miniature, "python3")).rejects.toThrow(/not the pinned file/);
    expect(existsSync(path.join(context.cache.root, "wheels"))).toBe(false);
  });

  it.each([
    [{ stderr: "ERROR: No matching distribution found for tensorflow-cpu" }, /check the network/],
    [{ status: "late", ended: "made no progress for 120 s" } as const, /check the network/],
    [{ stderr: "OSError: [Errno 28] No space left on device" }, /disk of the cache is full/],
    [{ stderr: "ERROR: odd\nmore" }, /\(odd\)/],
  ])("that pip cannot fetch is explained: %o", (parts, expected) => {
    expect(explainPip(outcome({ status: "failed", ...parts }), "tensorflow-cpu 2.21.0").message).toMatch(expected);
  });
});

describe("the way by the wheel", () => {
  it("puts addon, libraries and record in place, and keeps its work for the next clone", async () => {
    const run = machine();
    const context = contextWith(run);
    expect(await installFromWheel(context, miniature)).toEqual({ reused: false });
    expect(readFileSync(context.tfjsNode.addon, "utf8")).toBe("addon");
    expect(readdirSync(context.tfjsNode.libraries).toSorted()).toEqual([
      "libtensorflow.so",
      "libtensorflow_cc.so.2",
      "libtensorflow_framework.so",
      "libtensorflow_framework.so.2",
    ]);
    for (const name of readdirSync(context.tfjsNode.libraries)) {
      expect(readFileSync(path.join(context.tfjsNode.libraries, name), "utf8")).toBe("lib");
    }
    expect(readOrigin(context.tfjsNode)).toMatchObject({ origin: "wheel", wheel: { sha256: miniature.sha256 } });

    run.mockClear();
    rmSync(context.tfjsNode.libraries, { recursive: true });
    expect(await installFromWheel(context, miniature)).toEqual({ reused: true });
    expect(run.mock.calls.map(([program, args]) => [program, ...args])).toEqual([["g++", "--version"]]);
    expect(existsSync(path.join(context.tfjsNode.libraries, "libtensorflow_cc.so.2"))).toBe(true);
  });

  it("unpacks again when a cached library has lost its tail", async () => {
    const context = contextWith(machine());
    await installFromWheel(context, miniature);
    const cached = path.join(context.cache.root, "libraries", miniature.sha256.slice(0, 16), "tensorflow");
    rmSync(path.join(cached, "libtensorflow_cc.so.2"));
    writeFileSync(path.join(cached, "libtensorflow_cc.so.2"), "l");
    await installFromWheel(context, miniature);
    expect(readFileSync(path.join(cached, "libtensorflow_cc.so.2"), "utf8")).toBe("lib");
  });

  it("tells everything that is missing at once, before anything is fetched", async () => {
    const run = vi.fn<Run>(() => Promise.resolve(missing));
    await expect(installFromWheel(contextWith(run), miniature)).rejects.toThrow(
      "this machine lacks a C++ compiler (package g++) and Python 3 with pip",
    );
    expect(run.mock.calls.every(([, args]) => !args.includes("download"))).toBe(true);
  });

  it("tells a Python without pip from no Python", async () => {
    const run: Run = (_program, args) =>
      Promise.resolve(args.includes("pip") ? outcome({ status: "failed" }) : outcome({ stdout: "3\n" }));
    await expect(installFromWheel(contextWith(run), miniature)).rejects.toThrow("lacks pip for Python 3");
  });

  it("names a build by everything that decides it", () => {
    expect(addonKey(["a", "b"])).toBe(addonKey(["a", "b"]));
    expect(addonKey(["a", "b"])).not.toBe(addonKey(["ab"]));
  });

  it("prefers the compiler that CXX names", async () => {
    const run: Run = (program) => Promise.resolve(program === "g++" ? missing : outcome({ stdout: `${program} 1\n©` }));
    expect(await findCompiler(run, { CXX: "mine" })).toEqual({ program: "mine", version: "mine 1" });
    expect(await findCompiler(run, {})).toEqual({ program: "c++", version: "c++ 1" });
  });

  it.each([
    ["libtensorflow_cc.so.2", "libtensorflow.so"],
    ["libtensorflow_framework.so.2", "libtensorflow_framework.so"],
  ])("links %s as %s", (soname, name) => {
    expect(linkName(soname)).toBe(name);
  });
});
