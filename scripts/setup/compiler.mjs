// @ts-check

/**
 * @typedef {object} Compiler
 * @property {string} program
 * @property {string} version the first line of what it says of itself
 */

/**
 * A C++ compiler: the one that `CXX` names, else g++, else whatever goes by the usual names.
 *
 * @param {import("./run.mjs").Run} run
 * @param {NodeJS.ProcessEnv} env
 * @returns {Promise<Compiler | undefined>}
 */
export async function findCompiler(run, env) {
  for (const program of [env["CXX"], "g++", "c++", "clang++"]) {
    if (!program) continue;
    const { status, stdout } = await run(program, ["--version"], { limitMs: 30_000 });
    if (status === "ok") return { program, version: stdout.split("\n", 1).join() };
  }
  return undefined;
}
