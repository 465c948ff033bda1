import { writeFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, test } from "vitest";
import { cotangent, folder, small, start } from "./support.ts";

const commands: Readonly<Record<string, readonly string[]>> = {
  verify: [
    "--engines",
    "--engine-command",
    "--ops",
    "--laws",
    "--orders",
    "--cases",
    "--seed",
    "--time",
    "--timeout",
    "--known",
    "--update-known",
    "--shard",
    "--out",
    "--resume",
    "--json",
    "--quiet",
  ],
  doctor: ["--engine-command"],
  ops: ["--json"],
  replay: ["--out", "--engine-command"],
  report: ["--compare"],
};

describe.concurrent("help", () => {
  test.each(Object.entries(commands))("of %s tells every flag in a sentence", async (command, flags) => {
    const { code, stdout, stderr } = await cotangent(command, "--help");
    expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
    for (const flag of [...flags, "--help"])
      expect(stdout).toMatch(new RegExp(`^  ${flag}( <[^>]+>)?\\s+\\w+ \\w+`, "m"));
  });

  test("lists the commands and the exit codes", async () => {
    const { code, stdout } = await cotangent("--help");
    expect(code).toBe(0);
    for (const word of [...Object.keys(commands), "130"]) expect(stdout).toContain(`  ${word}`);
  });

  test("tells defaults", async () => {
    const { stdout } = await cotangent("verify", "--help");
    expect(stdout).toMatch(/--cases <n>[^<]*\(default: 10\)/);
    expect(stdout).toMatch(/--seed <n>[^-]*\(default: 1\)/);
    expect(stdout).toMatch(/--out <dir>[^-]*\(default:\s+"reports\/latest"\)/);
  });
});

describe("bad usage ends with 2 and one line that names what is valid", () => {
  const lines: readonly (readonly [line: string, says: string | RegExp])[] = [
    ["verfy", 'unknown command "verfy"; did you mean "verify"?'],
    ["help verfy", 'unknown command "verfy"; did you mean "verify"?'],
    ["verify --engins x", 'unknown flag "--engins"; did you mean "--engines"?'],
    ["ops --jsn", 'unknown flag "--jsn"; did you mean "--json"?'],
    ["verify --engines tfjs-gpu", '--engines: there is no engine "tfjs-gpu"; did you mean "tfjs-cpu"?'],
    ["verify --ops sigmod", '--ops: there is no op "sigmod"; did you mean "sigmoid"?'],
    ["verify --ops exp,,log", '--ops: expected names with commas between them, got "exp,,log"'],
    ["verify --laws vjp-agrement", '--laws: there is no law "vjp-agrement"; did you mean "vjp-agreement"?'],
    ["verify --orders 5", '--orders: there is no order "5"; valid: 1, 2, 3, 4'],
    ["verify --cases", /--cases needs a value.*--help/],
    ["verify --cases 0", '--cases: expected a whole number of 1 or more, got "0"'],
    ["verify --cases 1e3", '--cases: expected a whole number of 1 or more, got "1e3"'],
    ["verify --cases -5", '--cases: expected a whole number of 1 or more, got "-5"'],
    ["verify --cases 99999999999999999", /--cases: expected a whole number/],
    ["verify --seed NaN", '--seed: expected a whole number of 0 or more, got "NaN"'],
    ["verify --time Infinity", '--time: expected a number of seconds above 0, got "Infinity"'],
    ["verify --time 0", '--time: expected a number of seconds above 0, got "0"'],
    ["verify --shard 3/2", '--shard: expected I/N with I from 1 to N, such as 1/4, got "3/2"'],
    ["verify --engine-command mine", /--engine-command: expected NAME=CMD/],
    ["verify --engine-command mine=", '--engine-command: mine has no command after the "="'],
    ["verify --engine-command mine='a", /--engine-command: mine: a quote or backslash is left open/],
    ["verify --engine-command tfjs-cpu=a", /--engine-command: "tfjs-cpu" is Cotangent's own name/],
    ["verify --engine-command a=b --engine-command a=c", '--engine-command: "a" is given twice'],
    ["verify --update-known --shard 1/2", /--update-known: .* leave out --shard/],
    [
      "verify --known nowhere.json",
      /nowhere\.json: the known differences cannot be read \(no such file or directory\)/,
    ],
    ["verify exp", 'verify: unexpected argument "exp"; see "cotangent verify --help"'],
    ["replay", 'replay needs <id>; see "cotangent replay --help"'],
    ["replay abc --out nowhere", /nowhere: there is no run here/],
    ["report nowhere", /nowhere: there is no run here/],
  ];

  test.concurrent.each(lines)("%s", async (line, says) => {
    const { code, stdout, stderr } = await cotangent(...line.split(" "));
    expect({ code, stdout }).toEqual({ code: 2, stdout: "" });
    expect(stderr.split("\n")).toHaveLength(2);
    expect(stderr).toMatch(typeof says === "string" ? `cotangent: ${says}\n` : says);
  });

  test("no command at all shows the help, too", async () => {
    const { code, stdout, stderr } = await cotangent();
    expect({ code, stdout }).toEqual({ code: 2, stdout: "" });
    expect(stderr).toMatch(/Commands:[^]*\ncotangent: which command\? One of verify, /);
  });

  test("a word with control codes is told without them", async () => {
    const { stderr } = await cotangent("verify", "--ops", "\u001b[31mexp");
    expect(stderr).toMatch(/^cotangent: --ops: there is no op ".*\[31mexp"; /);
    expect(stderr).not.toContain("\u001b");
  });
});

describe("bad files", () => {
  test.each([
    ["", /not JSON/],
    ['{"schema":"cotangent/known@1","differences":[{"engines":["a"]}]}', /differences\[0\]\.op: .*missing/],
    ['{"schema":"cotangent/known@2","differences":[]}', /schema: expected/],
  ])("known differences %j", async (text, says) => {
    const file = path.join(folder(), "known.json");
    writeFileSync(file, text);
    const { code, stderr } = await cotangent(...small, "--known", file);
    expect(code).toBe(2);
    expect(stderr).toMatch(says);
    expect(stderr).toContain(`cotangent: ${file}: `);
  });

  test("an --out that is a file, or below one", async () => {
    const file = path.join(folder(), "file");
    writeFileSync(file, "mine");
    const { code, stderr } = await cotangent(...small, "--out", file);
    expect({ code, stderr }).toEqual({ code: 2, stderr: `cotangent: ${file}: is a file; give a folder\n` });
    expect((await cotangent(...small, "--out", path.join(file, "run"))).code).toBe(2);
  });

  test("an --out that cannot be made", { skip: process.platform !== "linux" }, async () => {
    const { code, stderr } = await cotangent(...small, "--out", "/proc/cotangent/run");
    expect(code).toBe(2);
    expect(stderr).toMatch(/^cotangent: \/proc\/cotangent: cannot be written \(.*\)\n$/);
  });

  test("a report of what is no run", async () => {
    const file = path.join(folder(), "results.json");
    writeFileSync(file, '{"schema":"cotangent/results@1"}');
    const { code, stderr } = await cotangent("report", file);
    expect(code).toBe(2);
    expect(stderr).toMatch(/results\.json: run: .*missing/);
  });
});

test("an unexpected defect is one line, and no success", async () => {
  const defect = encodeURIComponent("performance.now = () => { throw new TypeError('oops'); }");
  const { code, stderr } = await start([...small, "--out", folder()], {
    NODE_OPTIONS: `--import=data:text/javascript,${defect}`,
  }).ended;
  expect(code).toBe(1);
  expect(stderr).toMatch(/^cotangent: internal error: TypeError: oops; .*report it.*\n$/);
});
