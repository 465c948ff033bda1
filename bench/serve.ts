import { spawn, type ChildProcessWithoutNullStreams } from "node:child_process";
import { once } from "node:events";
import { performance } from "node:perf_hooks";

const steps = [
  { out: "y", op: "tanh", in: ["x"] },
  { out: "z", op: "sum", in: ["y"] },
];
const params = {
  program: { inputs: ["x"], steps, outputs: ["z"] },
  inputs: { x: { shape: [3], data: [0.5, 1, -2] } },
  wrt: ["x"],
};
const request = `${JSON.stringify({ jsonrpc: "2.0", id: 1, method: "vjp", params })}\n`;
/** Requests of a batch, all sent before the answers are read. */
const MANY = 20_000;
const STARTS = 5;

/** Prints how soon `cotangent serve` answers, and how many small requests a second. */
export async function benchServe(): Promise<void> {
  const firsts: number[] = [];
  for (let i = 0; i < STARTS; i++) {
    const started = performance.now();
    const child = serve();
    await answers(child, 1);
    firsts.push(performance.now() - started);
    await end(child);
  }
  const child = serve();
  await answers(child, 1);
  // The first ones warm it up.
  await answers(child, MANY);
  const started = performance.now();
  await answers(child, MANY);
  const rate = MANY / ((performance.now() - started) / 1000);
  await end(child);
  const first = firsts.toSorted((a, b) => a - b)[Math.floor(STARTS / 2)]!;
  console.log(`| serve: start to first answer | ${first.toFixed(0)} ms | – | 300 ms |`);
  console.log(`| serve: small requests a second | – | ${rate.toFixed(0)} | thousands |`);
}

function serve(): ChildProcessWithoutNullStreams {
  return spawn(process.execPath, ["dist/cli.mjs", "serve"]);
}

/** Sends requests and waits for as many answers. */
async function answers(child: ChildProcessWithoutNullStreams, count: number): Promise<void> {
  child.stdin.write(request.repeat(count));
  for (let seen = 0; seen < count;) {
    const [chunk] = (await once(child.stdout, "data")) as [Buffer];
    for (const byte of chunk) if (byte === 10) seen++;
  }
}

async function end(child: ChildProcessWithoutNullStreams): Promise<void> {
  child.stdin.end();
  await once(child, "close");
}
