import { fileURLToPath } from "node:url";
import { afterEach, describe, expect, it } from "vitest";
import { UnsupportedError } from "../../src/base/errors.ts";
import type { Engine, ValueRequest } from "../../src/oracles/engine.ts";
import { engineProcess, type EngineProcessOptions } from "../../src/oracles/process/client.ts";
import {
  EngineCrashError,
  EngineError,
  EngineProtocolError,
  EngineTimeoutError,
} from "../../src/oracles/process/errors.ts";
import { tensor } from "../../src/tensor/tensor.ts";

const open: Engine[] = [];
afterEach(async () => {
  await Promise.all(open.splice(0).map((engine) => engine.close()));
});

async function toy(file: string, args: readonly string[] = [], rest: Partial<EngineProcessOptions> = {}) {
  const path = fileURLToPath(new URL(`../engines/${file}.mjs`, import.meta.url));
  const engine = await engineProcess({ command: process.execPath, args: [path, ...args], ...rest });
  open.push(engine);
  return engine;
}

function square(x: number): ValueRequest {
  const program = { inputs: ["x"], steps: [{ out: "y", op: "square", in: ["x"] }], outputs: ["y"] };
  return { program, inputs: { x: tensor([x]) } };
}

async function valueOf(engine: Engine, x: number): Promise<number> {
  const { outputs } = await engine.value(square(x));
  return outputs["y"]!.data[0]!;
}

describe("an honest engine", () => {
  it("is described, and answers", async () => {
    const engine = await toy("honest");
    expect(engine.description).toEqual({
      engine: "honest",
      version: "1.0.0",
      precision: "float64",
      methods: ["value", "vjp"],
      ops: ["negative", "square"],
    });
    expect(await valueOf(engine, 3)).toBe(9);
    const { outputs, gradients } = await engine.vjp({ ...square(3), wrt: ["x"], cotangents: { y: tensor([-0]) } });
    expect(outputs["y"]).toEqual(tensor([9]));
    expect(gradients["x"]).toEqual(tensor([-0]));
  });

  it("is called what it is named here", async () => {
    const { description } = await toy("honest", [], { name: "mine" });
    expect(description.engine).toBe("mine");
  });

  it("is not asked for what it does not list", async () => {
    const engine = await toy("honest");
    await expect(engine.hvp({ ...square(1), wrt: ["x"], tangents: {} })).rejects.toThrow(
      new UnsupportedError("honest has no hvp; it has value, vjp"),
    );
    const program = { inputs: ["x"], steps: [{ out: "y", op: "exp", in: ["x"] }], outputs: ["y"] };
    await expect(engine.value({ program, inputs: { x: tensor([1]) } })).rejects.toThrow('honest has no op "exp"');
  });

  it("answers many requests at once", async () => {
    const engine = await toy("honest");
    const xs = Array.from({ length: 200 }, (_, i) => i);
    expect(await Promise.all(xs.map((x) => valueOf(engine, x)))).toEqual(xs.map((x) => x * x));
  });

  it("gives nothing more once it is closed", async () => {
    const engine = await toy("honest");
    await engine.close();
    await expect(valueOf(engine, 1)).rejects.toThrow("honest: closed");
  });
});

describe("an engine that dies", () => {
  it("rejects the request and is started again for the next", async () => {
    const engine = await toy("crashing");
    const error = await valueOf(engine, 13).catch((e: unknown) => e);
    expect(error).toBeInstanceOf(EngineCrashError);
    expect(error).toMatchObject({ how: "ended with exit code 3", stderr: "13 is more than I can take", alone: true });
    expect(await valueOf(engine, 2)).toBe(4);
  });

  it("tells the signal", async () => {
    const engine = await toy("crashing", ["signal"]);
    await expect(valueOf(engine, 13)).rejects.toMatchObject({ name: "EngineCrashError", how: "was ended by SIGSEGV" });
  });

  it("rejects all that was in flight, and says that the blame is not settled", async () => {
    const engine = await toy("crashing");
    const errors = await Promise.all([13, 1, 2].map((x) => valueOf(engine, x).catch((e: unknown) => e)));
    for (const error of errors) expect(error).toMatchObject({ name: "EngineCrashError", alone: false });
    expect(await valueOf(engine, 2)).toBe(4);
  });

  it("is given up when it dies too often in a row, not when it answers in between", async () => {
    const engine = await toy("crashing", [], { restarts: 1 });
    for (let i = 0; i < 3; i++) {
      await expect(valueOf(engine, 13)).rejects.toThrow("ended with exit code 3");
      expect(await valueOf(engine, 2)).toBe(4);
    }
    await expect(valueOf(engine, 13)).rejects.toThrow("ended with exit code 3");
    await expect(valueOf(engine, 13)).rejects.toThrow("ended with exit code 3");
    await expect(valueOf(engine, 2)).rejects.toThrow("2 times in a row; it is not started again");
  });

  it("that cannot start says why", async () => {
    await expect(toy("crashing", ["start"])).rejects.toThrow(/ended with exit code 4; its last words:\nno license/);
    await expect(engineProcess({ command: "no-such-engine" })).rejects.toThrow(
      "no-such-engine: the engine's process could not be started (spawn no-such-engine ENOENT)",
    );
  });
});

describe("an engine that does not answer", () => {
  it("is stopped, and started again for the next request", async () => {
    const engine = await toy("silent", [], { timeoutMs: 200 });
    const error = await valueOf(engine, 13).catch((e: unknown) => e);
    expect(error).toBeInstanceOf(EngineTimeoutError);
    expect(error).toMatchObject({ message: "silent: no answer to value within 200 ms" });
    expect(await valueOf(engine, 2)).toBe(4);
  });

  it("takes no other request down with it", async () => {
    const engine = await toy("slow", [], { timeoutMs: 500 });
    const [late, ...others] = await Promise.allSettled([100_000, 1, 600_000, 2].map((x) => valueOf(engine, x)));
    expect(late).toMatchObject({ status: "rejected", reason: { name: "EngineTimeoutError" } });
    expect(others).toMatchObject([{ value: 1 }, { reason: { name: "EngineTimeoutError" } }, { value: 4 }]);
  });

  it("has its time for each request, not for all that wait", async () => {
    // One after the other they would take longer than one may.
    const engine = await toy("slow", [], { timeoutMs: 400 });
    const xs = [100, 200, 300, 400, 500, 600];
    expect(await Promise.all(xs.map((x) => valueOf(engine, x)))).toEqual(xs.map((x) => x * x));
  });

  it("not even at its start is said to", async () => {
    await expect(toy("silent", ["mute"], { startTimeoutMs: 300 })).rejects.toThrow(
      /no answer to describe within 300 ms/,
    );
  });

  it("is closed all the same", async () => {
    const engine = await toy("silent");
    const pending = valueOf(engine, 13).catch((e: unknown) => e);
    await engine.close();
    expect(await pending).toMatchObject({ message: "silent: closed" });
  });
});

describe("an engine that answers nonsense", () => {
  it.each([
    ["text", 'got "Segmentation fault (core dumped)"; what is no response belongs on stderr'],
    ["half", "expected a JSON-RPC 2.0 response on each line of stdout"],
    ["empty", "bad answer to value: result.outputs: expected an object of arrays by name, got nothing"],
    ["nan", 'bad answer to value: result.outputs.y.data[0]: expected a number or one of "NaN"'],
    ["short", "bad answer to value: result.outputs.y.data: shape [2] holds 2 numbers, got 1"],
    ["stranger", "answers no request that is open"],
    ["both", "expected a JSON-RPC 2.0 response"],
    ["null", "bad answer to value: result: expected an object of members by name, got null"],
  ])("(%s) is told so", async (kind, message) => {
    const engine = await toy("garbage", [kind]);
    const error = await valueOf(engine, 1).catch((e: unknown) => e);
    expect(error).toBeInstanceOf(EngineProtocolError);
    expect(error).toMatchObject({ message: expect.stringContaining(message) as string });
  });

  it("from the start is told so", async () => {
    await expect(toy("garbage", ["banner"])).rejects.toThrow(/Welcome to the garbage engine!.*belongs on stderr/);
    await expect(toy("garbage", ["version"])).rejects.toThrow(/bad answer to describe: result.protocol/);
  });
});

describe("an engine's own errors", () => {
  it("keep their code and message", async () => {
    const engine = await toy("refusing", ["4"]);
    const error = await valueOf(engine, 1).catch((e: unknown) => e);
    expect(error).toBeInstanceOf(EngineError);
    expect(error).toMatchObject({ code: 4, message: "refused with 4", engine: "refusing" });
  });

  it("of code 1 say that it is unsupported", async () => {
    const engine = await toy("refusing", ["1"]);
    await expect(valueOf(engine, 1)).rejects.toThrow(new UnsupportedError("refused with 1"));
  });
});
