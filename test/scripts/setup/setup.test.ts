import { existsSync, mkdirSync, readdirSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import path from "node:path";
import util from "node:util";
import { describe, expect, it, vi } from "vitest";
import { officialHosts } from "../../../scripts/setup/official.mjs";
import { originFile, readOrigin, writeOrigin } from "../../../scripts/setup/origin.mjs";
import { describeFailure, isCi } from "../../../scripts/setup/outcome.mjs";
import { readProbe } from "../../../scripts/setup/probe.mjs";
import { ask } from "../../../scripts/setup/ask.mjs";
import { restoreUtil } from "../../../scripts/setup/restore-util.mjs";
import { setUp } from "../../../scripts/setup/setup.mjs";
import { napiLevel } from "../../../scripts/setup/tfjs-node.mjs";
import { Unavailable } from "../../../scripts/setup/unavailable.mjs";
import { contextWith, missing, outcome } from "./surroundings.ts";

describe("set-up", () => {
  it("leaves alone what works, and opens no cache for it", async () => {
    const context = contextWith(() => Promise.resolve(outcome({ stdout: "\ncotangent-probe TensorFlow 2.9.1\n" })));
    mkdirSync(path.dirname(context.tfjsNode.addon), { recursive: true });
    writeFileSync(context.tfjsNode.addon, "addon");
    expect(await setUp(context)).toMatchObject({ tensorflow: "2.9.1" });
    expect(existsSync(context.env["XDG_CACHE_HOME"] ?? "")).toBe(false);
    expect(readOrigin(context.tfjsNode)).toEqual({ origin: "preinstalled", tensorflow: "2.9.1" });
  });

  it("keeps the record of what works", async () => {
    const context = contextWith(() => Promise.resolve(outcome({ stdout: "\ncotangent-probe TensorFlow 2.21.0\n" })));
    mkdirSync(path.dirname(context.tfjsNode.addon), { recursive: true });
    writeFileSync(context.tfjsNode.addon, "addon");
    await writeOrigin(context.tfjsNode, { origin: "wheel", tensorflow: "2.21.0" });
    await setUp(context);
    expect(readOrigin(context.tfjsNode)?.origin).toBe("wheel");
    expect(readdirSync(path.dirname(originFile(context.tfjsNode)))).toHaveLength(2);
  });

  it.each([
    [outcome({ stdout: "noise\n\ncotangent-probe TensorFlow 2.21.0\n" }), { works: true, tensorflow: "2.21.0" }],
    [
      outcome({ stdout: "cotangent-probe TensorFlow 2.21.0\n", status: "failed", ended: "ended by SIGSEGV" }),
      { works: false, why: "ended by SIGSEGV" },
    ],
    [
      outcome({
        status: "failed",
        ended: "exit code 1",
        stderr: "x.js:1\n throw e\n ^\n\nError: libfoo.so: cannot open\n at y",
      }),
      { works: false, why: "libfoo.so: cannot open" },
    ],
    [outcome({}), { works: false, why: "exit code 0" }],
  ])("reads a probe: %o", (result, expected) => {
    expect(readProbe(result)).toEqual(expected);
  });

  it("builds for the highest Node-API level that both sides know", () => {
    expect(napiLevel([3, 4, 5, 6, 7, 8], 10)).toBe(8);
    expect(napiLevel([3, 4, 5, 6, 7, 8], 7)).toBe(7);
  });

  it("puts back what tfjs-node needs of node:util", () => {
    restoreUtil();
    const restored: { isArray?: unknown; isNullOrUndefined?: (value: unknown) => boolean } = util;
    expect(restored.isArray).toBe(Array.isArray);
    const answers = [null, undefined, 0, ""].map((value) => restored.isNullOrUndefined?.(value));
    expect(answers).toEqual([true, true, false, false]);
  });

  it("asks the mirrors that tfjs-node's install script would use", () => {
    const { tfjsNode } = contextWith(() => Promise.resolve(missing));
    expect(officialHosts(tfjsNode, {}).libraries).toBe("https://host.invalid/");
    const mirrors = { npm_config_tfjs_binding_binary_host_mirror: "http://a.test/x/", CDN_STORAGE: "http://b.test/y/" };
    const hosts = officialHosts(tfjsNode, mirrors);
    expect(hosts.addon).toMatch(/^http:\/\/a\.test\/x\/napi-v8\/4\.22\.0\/CPU-\w+-4\.22\.0\.(tar\.gz|zip)$/);
    expect(hosts.libraries).toBe("http://b.test/");
  });

  it("does not wait for a host that never answers", async () => {
    const server = createServer(() => undefined);
    const port = await new Promise<number>((resolve) => {
      server.listen(0, "127.0.0.1", () => {
        const address = server.address();
        resolve(typeof address === "object" && address !== null ? address.port : 0);
      });
    });
    try {
      const answer = await ask(`http://127.0.0.1:${port}/`, { env: {}, limitMs: 100 });
      expect(answer).toEqual({ error: "no answer in 0.1 s" });
    } finally {
      server.close();
    }
  });
});

describe("its outcome", () => {
  it.each([
    [undefined, false],
    ["", false],
    ["0", false],
    ["False", false],
    ["1", true],
    ["true", true],
  ])("with CI=%s is judged as CI: %s", (CI, expected) => {
    expect(isCi(CI === undefined ? {} : { CI })).toBe(expected);
  });

  it("is one line, with the log only where there is more to read", () => {
    const saveLog = vi.fn<() => string>(() => "the.log");
    const plain = describeFailure(new Unavailable("no g++", "install it"), { env: {}, saveLog });
    expect(plain).toEqual({
      line: "tfjs-node is not available: no g++; install it. Cotangent runs without it.",
      exitCode: 0,
    });
    expect(saveLog).not.toHaveBeenCalled();

    const error = Object.assign(new Error("EACCES: a\nstack"), { code: "EACCES", path: "/x" });
    const unforeseen = describeFailure(error, { env: { CI: "true" }, saveLog });
    expect(unforeseen.exitCode).toBe(1);
    expect(unforeseen.line).toMatch(/^tfjs-node is not available: setup failed \(EACCES at \/x\).* Log: the\.log$/);
  });
});
