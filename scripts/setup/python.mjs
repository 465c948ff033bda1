// @ts-check

/**
 * A Python 3 with pip, or what is missing.
 *
 * @param {import("./run.mjs").Run} run
 * @returns {Promise<{ python?: string, missing?: string }>}
 */
export async function findPython(run) {
  for (const python of ["python3", "python"]) {
    const { stdout } = await run(python, ["-c", "import sys; print(sys.version_info[0])"], { limitMs: 30_000 });
    if (stdout.trim() !== "3") continue;
    const pip = await run(python, ["-m", "pip", "--version"], { limitMs: 30_000 });
    return pip.status === "ok" ? { python } : { missing: "pip for Python 3 (package python3-pip)" };
  }
  return { missing: "Python 3 with pip (packages python3 and python3-pip)" };
}
