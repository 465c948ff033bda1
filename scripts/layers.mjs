// @ts-check
/**
 * The layer rule: which room may import which, the lowest room first.
 *
 * This array is the only place where it is written. `.dependency-cruiser.mjs` turns it into rules (`npm run layers`) and
 * `test/layers.test.ts` shows that the rules have teeth. Letting a room import one more room is one more word here.
 *
 * - `imports`: the rooms it may import; `"op (types)"` allows only `import type`; `ABOVE` allows every room listed before it.
 * - `node`: files of the room that may import Node's own modules (files, processes, the console).
 * - `tensorflow`: files of the room that may import `@tensorflow/*`.
 *
 * Paths are regular expressions on paths from the repository's root.
 *
 * @typedef {object} Room
 * @property {string} room
 * @property {string} path
 * @property {readonly string[]} imports
 * @property {string} [node]
 * @property {string} [tensorflow]
 */

const ABOVE = "(all above)";

/** @type {readonly Room[]} */
export const rooms = [
  { room: "base", path: "^src/base/", imports: [] },
  { room: "tensor", path: "^src/tensor/", imports: ["base"] },
  { room: "op", path: "^src/op/", imports: ["base", "tensor"] },
  { room: "ops", path: "^src/ops/", imports: ["base", "tensor", "op"] },
  { room: "engine", path: "^src/engine/", imports: ["base", "tensor", "op (types)"] },
  { room: "transforms", path: "^src/transforms/", imports: ["base", "tensor", "op", "ops", "engine"] },
  { room: "program", path: "^src/program/", imports: ["base", "tensor", "op", "ops", "engine", "transforms"] },
  { room: "exact", path: "^src/exact/", imports: ["base", "tensor", "op", "ops", "program"] },
  {
    room: "oracles",
    path: "^src/oracles/",
    imports: [ABOVE],
    node: "^src/oracles/(process|tfjs)",
    tensorflow: "^src/oracles/tfjs/",
  },
  {
    room: "checks",
    path: "^src/checks/",
    // The error budget differentiates the recorded computation, so it stands on the engine.
    // Where an op breaks is declared in its domain.
    imports: ["base", "tensor", "op", "engine", "transforms", "program", "oracles"],
  },
  { room: "properties", path: "^properties/", imports: [ABOVE], node: "^properties/.*[.]test[.]ts$" },
  { room: "golden", path: "^golden/", imports: ["base", "tensor", "op", "ops", "program", "exact"] },
  { room: "suite", path: "^src/suite/", imports: [ABOVE], node: "^src/suite/store" },
  { room: "reports", path: "^reports/(?!page/)", imports: ["base", "program", "suite (types)"] },
  // A program of its own, which runs in the reader's browser with the engine inside.
  { room: "page", path: "^reports/page/", imports: [ABOVE] },
  { room: "entries", path: "^src/[^/]+[.]ts$", imports: [ABOVE] },
  { room: "cli", path: "^src/cli/", imports: [ABOVE], node: "^src/cli/" },
  { room: "adapters", path: "^adapters/", imports: [], node: "^adapters/" },
  { room: "scripts", path: "^scripts/", imports: [], node: "^scripts/" },
  { room: "bench", path: "^bench/", imports: [ABOVE], node: "^bench/", tensorflow: "^bench/" },
  { room: "examples", path: "^examples/", imports: ["entries"], node: "^examples/", tensorflow: "^examples/" },
  { room: "test", path: "^test/", imports: [ABOVE], node: "^test/" },
];

/**
 * What a row's `imports` comes to, room by room.
 *
 * @param {Room} row
 * @returns {{ values: string[], types: string[] }} the rooms it may import anything from, and those it may only import types from
 */
export function permissions(row) {
  const above = rooms.slice(0, rooms.indexOf(row)).map(({ room }) => room);
  const listed = row.imports.flatMap((entry) => (entry === ABOVE ? above : [entry]));
  const types = listed.filter((entry) => entry.endsWith(" (types)")).map((entry) => entry.replace(" (types)", ""));
  const values = listed.filter((entry) => !entry.endsWith(" (types)"));
  for (const name of [...values, ...types]) {
    if (!above.includes(name)) throw new Error(`layers: ${row.room} imports ${name}, which is no room above it`);
  }
  return { values, types };
}

/** @param {readonly string[]} names */
const pathsOf = (names) => rooms.filter(({ room }) => names.includes(room)).map(({ path }) => path);

const everyRoom = rooms.map(({ path }) => path);

/** @param {Room} row */
function roomRules(row) {
  const { values, types } = permissions(row);
  const allowed = [...values, ...types];
  /** @type {import("dependency-cruiser").IForbiddenRuleType[]} */
  const rules = [
    {
      name: `layers: ${row.room} imports ${row.imports.join(", ") || "no other room"}`,
      severity: "error",
      from: { path: row.path },
      to: { path: everyRoom, pathNot: [row.path, ...pathsOf(allowed)] },
    },
  ];
  if (types.length > 0) {
    rules.push({
      name: `layers: ${row.room} imports only types of ${types.join(", ")}`,
      severity: "error",
      from: { path: row.path },
      to: { path: pathsOf(types), dependencyTypesNot: ["type-only"] },
    });
  }
  return rules;
}

/**
 * The dependency-cruiser rules that the array stands for.
 *
 * @type {import("dependency-cruiser").IForbiddenRuleType[]}
 */
export const forbidden = [
  ...rooms.flatMap(roomRules),
  {
    name: "layers: a file that imports has a room",
    severity: "error",
    from: { pathNot: everyRoom },
    to: {},
  },
  {
    name: "layers: a file that is imported has a room",
    severity: "error",
    from: {},
    to: { dependencyTypes: ["local"], pathNot: [...everyRoom, "[.]json$"] },
  },
  {
    name: "ops: an op imports no other op",
    comment: "A rule is handed the ops it may use (the kit); what two ops share belongs in src/op.",
    severity: "error",
    from: { path: "^src/ops/[^/]+/", pathNot: "/index[.]ts$" },
    to: { path: "^src/ops/" },
  },
  {
    name: "no cycles",
    severity: "error",
    from: {},
    to: { circular: true },
  },
  {
    name: "no import that leads nowhere",
    severity: "error",
    from: {},
    to: { couldNotResolve: true },
  },
  {
    name: "outside world: @tensorflow/* only where TensorFlow.js is driven",
    severity: "error",
    from: { pathNot: rooms.flatMap(({ tensorflow }) => tensorflow ?? []) },
    to: { path: "(^|/)@tensorflow/" },
  },
  {
    name: "outside world: node:* only in the command line, the run's store and the process oracles",
    severity: "error",
    from: { pathNot: rooms.flatMap(({ node }) => node ?? []) },
    to: { dependencyTypes: ["core"] },
  },
];
