import { existsSync } from "node:fs";
import path from "node:path";
import { describe, expect, it, vi } from "vitest";
import { createRun } from "../../../scripts/setup/run.mjs";
import { temporaryFolder } from "./surroundings.ts";

describe("a program", () => {
  const node = process.execPath;

  it("that is missing, fails or ends well is an outcome, and is logged", async () => {
    const folder = temporaryFolder();
    const logged: string[] = [];
    const run = createRun({ log: (text) => void logged.push(text), signal: new AbortController().signal });
    expect((await run(path.join(folder, "none"), [])).status).toBe("missing");
    expect(await run(node, ["-e", "console.error('why'); process.exit(3)"])).toMatchObject({
      status: "failed",
      ended: "exit code 3",
      stderr: "why\n",
    });
    // No shell reads its arguments.
    expect(await run(node, ["-p", "process.argv[1]", "$(id) ; `x`"])).toMatchObject({
      status: "ok",
      stdout: "$(id) ; `x`\n",
    });
    expect(logged.join("")).toContain("why");
  });

  it("is ended when it takes too long, or makes no progress", async () => {
    const run = createRun({ log: () => undefined, signal: new AbortController().signal });
    const forever = ["-e", "setInterval(() => {}, 1000)"];
    expect(await run(node, forever, { limitMs: 100 })).toMatchObject({ status: "late", ended: "took over 0.1 s" });
    const stall = { ms: 100, measure: () => Promise.resolve(7) };
    expect(await run(node, forever, { stall })).toMatchObject({ status: "late", ended: "made no progress for 0.1 s" });
  });

  it.skipIf(process.platform === "win32")("is ended with its children when setup is interrupted", async () => {
    const folder = temporaryFolder();
    const interrupt = new AbortController();
    const run = createRun({ log: () => undefined, signal: interrupt.signal });
    const started = path.join(folder, "started");
    const child = `require("node:fs").writeFileSync(${JSON.stringify(started)}, ""); setInterval(() => {}, 1000)`;
    const parent = `require("node:child_process").spawn(process.execPath, ["-e", ${JSON.stringify(child)}], { stdio: "inherit" })`;
    const reason = run(node, ["-e", parent]).catch((error: unknown) => error);
    await vi.waitFor(() => expect(existsSync(started)).toBe(true), 10_000);
    interrupt.abort("SIGINT");
    // It ends when the last process that holds its output has ended: the child.
    expect(await reason).toBe("SIGINT");
  });
});
