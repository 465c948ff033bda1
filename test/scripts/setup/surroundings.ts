import { createHash } from "node:crypto";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { onTestFinished, vi } from "vitest";
import { createProgress } from "../../../scripts/setup/progress.mjs";
import type { Outcome, Run } from "../../../scripts/setup/run.mjs";
import type { Context } from "../../../scripts/setup/setup.mjs";
import type { Wheel } from "../../../scripts/setup/wheel.mjs";

/** A folder that goes when the test ends. */
export function temporaryFolder(): string {
  const folder = mkdtempSync(path.join(tmpdir(), "cotangent-setup-"));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

export function outcome(parts: Partial<Outcome>): Outcome {
  return { status: "ok", ended: "exit code 0", stdout: "", stderr: "", ...parts };
}

export const missing: Outcome = outcome({ status: "missing", ended: "not found" });

/** A context whose every file is in the test's folder, and whose programs are played by a function. */
export function contextWith(run: Run): Context {
  const folder = temporaryFolder();
  const root = path.join(folder, "tfjs-node");
  mkdirSync(path.join(root, "binding"), { recursive: true });
  writeFileSync(path.join(root, "binding", "tfjs_binding.cc"), "// a source");
  const scratch = path.join(folder, "cache", "tmp", "run");
  mkdirSync(scratch, { recursive: true });
  return {
    tfjsNode: {
      root,
      version: "4.22.0",
      napi: 8,
      addon: path.join(root, "lib", "napi-v8", "tfjs_binding.node"),
      libraries: path.join(root, "deps", "lib"),
      binary: { module_name: "tfjs_binding", host: "https://host.invalid/builds" },
    },
    cache: { root: path.join(folder, "cache"), scratch },
    env: { XDG_CACHE_HOME: path.join(folder, "unused") },
    progress: createProgress({ write: () => true }, {}),
    run,
    log: () => undefined,
    signal: new AbortController().signal,
  };
}

export const content = "a wheel in miniature";
export const miniature: Wheel = {
  distribution: "tensorflow-cpu",
  version: "2.21.0",
  platform: "manylinux_2_27_x86_64",
  file: "miniature.whl",
  sha256: createHash("sha256").update(content).digest("hex"),
  bytes: content.length,
  libraries: { "libtensorflow_cc.so.2": 3, "libtensorflow_framework.so.2": 3 },
};

/** Plays every program that the way by the wheel needs; `fetched` is what pip brings. */
export function machine(fetched = content): ReturnType<typeof vi.fn<Run>> {
  return vi.fn<Run>((program, args) => {
    if (args.includes("download")) {
      writeFileSync(path.join(args[args.indexOf("--dest") + 1] ?? "", miniature.file), fetched);
    } else if (args[0] === "-I") {
      const lib = path.join(args[3] ?? "", "tensorflow");
      mkdirSync(path.join(lib, "include", "tensorflow", "c"), { recursive: true });
      writeFileSync(path.join(lib, "include", "tensorflow", "c", "c_api.h"), "/* header */");
      for (const soname of Object.keys(miniature.libraries)) writeFileSync(path.join(lib, soname), "lib");
    } else if (args.includes("-o")) {
      writeFileSync(args[args.indexOf("-o") + 1] ?? "", "addon");
    }
    return Promise.resolve(outcome({ stdout: program.startsWith("python") ? "3\n" : "g++ 12\n" }));
  });
}
