/**
 * The layer rule has teeth: imports are planted in a scratch copy of the rooms, and `npm run layers`' own command runs on it.
 */
import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join, relative } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { permissions, rooms } from "../scripts/layers.mjs";

interface Cruise {
  readonly summary: {
    readonly violations: readonly { readonly from: string; readonly rule: { readonly name: string } }[];
  };
}

const repository = fileURLToPath(new URL("..", import.meta.url));
const leaf = "export const leaf: number = 1;\nexport type Leaf = number;\n";

/** A file of the room, by a name of one's own; what the room leaves to another says a look ahead. */
const fileIn = (path: string, name: string): string => {
  const folder = path.slice(1).replace(/\(\?!.*\)$/, "");
  return folder.endsWith("/") ? `${folder}${name}.ts` : `src/${name}.ts`;
};

/** From one file of the scratch copy to another, as an import is written. */
const specifier = (from: string, to: string): string => {
  const path = relative(dirname(from), to);
  return path.startsWith(".") ? path : `./${path}`;
};

const pairs = rooms.flatMap((from) =>
  rooms
    .filter((to) => to !== from)
    .map((to) => ({
      from,
      to,
      value: fileIn(from.path, `value-of-${to.room}`),
      type: fileIn(from.path, `type-of-${to.room}`),
    })),
);

/** What the table of rooms does not say by itself: a file, what stands in it, and the rule that has to fire, if any. */
const planted: readonly (readonly [file: string, text: string, rule: string | undefined])[] = [
  ["src/ops/unary/exp.ts", 'import "./log.ts";', "ops: an op imports no other op"],
  ["src/ops/unary/log.ts", leaf, undefined],
  ["src/ops/binary/add.ts", 'import type { Leaf } from "../unary/log.ts";', "ops: an op imports no other op"],
  ["src/ops/unary/index.ts", 'export { leaf } from "./log.ts";', undefined],
  ["src/ops/binary/divide.ts", 'import "../unary/index.ts";', "ops: an op imports no other op"],
  ["src/ops/index.ts", 'export { leaf } from "./unary/log.ts";', undefined],
  ["src/tensor/here.ts", 'import "./there.ts";', "no cycles"],
  ["src/tensor/there.ts", 'import "./here.ts";', undefined],
  ["src/op/here.ts", 'import type { A } from "./there.ts"; export type B = A;', "no cycles"],
  ["src/op/there.ts", 'import type { B } from "./here.ts"; export type A = B;', undefined],
  [
    "src/engine/both.ts",
    'import type { Leaf } from "../op/leaf.ts"; import { leaf } from "../op/leaf.ts";',
    "layers: engine",
  ],
  ["src/engine/mixed.ts", 'import { type Leaf, leaf } from "../op/leaf.ts";', "layers: engine"],
  ["src/engine/later.ts", 'export const later = () => import("../op/leaf.ts");', "layers: engine"],
  ["src/engine/passed-on.ts", 'export { leaf } from "../op/leaf.ts";', "layers: engine"],
  ["src/checks/tensors.ts", 'import "@tensorflow/tfjs-core";', "outside world: @tensorflow/*"],
  ["src/cli/tensors.ts", 'import type { Tensor } from "@tensorflow/tfjs-core";', "outside world: @tensorflow/*"],
  ["src/oracles/tfjs/tensors.ts", 'import "@tensorflow/tfjs-core";', undefined],
  ["src/base/files.ts", 'import "node:fs";', "outside world: node:*"],
  ["src/suite/files.ts", 'import "fs";', "outside world: node:*"],
  ["src/suite/store.ts", 'import "node:fs";', undefined],
  ["src/suite/store/journal.ts", 'import "node:fs";', undefined],
  ["src/oracles/process.ts", 'import "node:child_process";', undefined],
  ["src/oracles/exact.ts", 'import "node:fs";', "outside world: node:*"],
  ["src/cli/files.ts", 'import "node:fs";', undefined],
  ["src/base/lost.ts", 'import "./nowhere.ts";', "no import that leads nowhere"],
  ["src/attic/old.ts", 'import "../base/leaf.ts";', "layers: a file that imports has a room"],
  ["src/attic/leaf.ts", leaf, undefined],
  ["src/cli/attic.ts", 'import "../attic/leaf.ts";', "layers: a file that is imported has a room"],
];

describe("the layer rule", () => {
  const scratch = mkdtempSync(join(tmpdir(), "cotangent-layers-"));
  const fired = new Map<string, string[]>();

  const plant = (file: string, text: string): void => {
    const path = join(scratch, file);
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, text);
  };

  beforeAll(() => {
    plant("tsconfig.json", '{ "compilerOptions": { "module": "nodenext", "target": "es2023" } }');
    plant("node_modules/@tensorflow/tfjs-core/package.json", '{ "name": "@tensorflow/tfjs-core", "main": "index.js" }');
    plant("node_modules/@tensorflow/tfjs-core/index.js", "");
    for (const { path } of rooms) plant(fileIn(path, "leaf"), leaf);
    for (const { to, value, type } of pairs) {
      const target = fileIn(to.path, "leaf");
      plant(value, `import { leaf } from "${specifier(value, target)}";\nexport const seen: number = leaf;\n`);
      plant(type, `import type { Leaf } from "${specifier(type, target)}";\nexport type Seen = Leaf;\n`);
    }
    for (const [file, text] of planted) plant(file, text);

    const command = join(repository, "node_modules/dependency-cruiser/bin/dependency-cruise.mjs");
    const config = join(repository, ".dependency-cruiser.mjs");
    const output = execFileSync(process.execPath, [command, "--config", config, "--output-type", "json", "."], {
      cwd: scratch,
      encoding: "utf8",
      maxBuffer: 64 * 2 ** 20,
    });
    for (const { from, rule } of (JSON.parse(output) as Cruise).summary.violations) {
      fired.set(from, [...(fired.get(from) ?? []), rule.name]);
    }
  });

  afterAll(() => {
    rmSync(scratch, { recursive: true, force: true });
  });

  test("lets a room import the values and types that its row lists, and no others", () => {
    const seen = pairs.map(({ from, to, value, type }) => ({
      import: `${from.room} → ${to.room}`,
      value: !fired.has(value),
      type: !fired.has(type),
    }));
    const listed = pairs.map(({ from, to }) => {
      const { values, types } = permissions(from);
      const value = values.includes(to.room);
      return { import: `${from.room} → ${to.room}`, value, type: value || types.includes(to.room) };
    });
    expect(seen).toEqual(listed);
    expect(seen.filter(({ value }) => !value).length).toBeGreaterThan(100);
  });

  test.each(planted)("%s", (file, _text, rule) => {
    const rules = fired.get(file);
    const found = rules?.some((name) => rule !== undefined && name.includes(rule)) === true ? rule : rules;
    expect(found).toEqual(rule);
  });

  test("keeps the engine ignorant of the ops, and exact arithmetic ignorant of the engine", () => {
    expect(fired.get("src/engine/value-of-ops.ts")).toBeDefined();
    expect(fired.get("src/engine/value-of-op.ts")).toBeDefined();
    expect(fired.get("src/engine/type-of-op.ts")).toBeUndefined();
    expect(fired.get("src/exact/value-of-engine.ts")).toBeDefined();
    expect(fired.get("src/base/type-of-tensor.ts")).toBeDefined();
  });
});
