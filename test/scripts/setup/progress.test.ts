import { describe, expect, it } from "vitest";
import { createProgress } from "../../../scripts/setup/progress.mjs";
import { progressLine } from "../../../scripts/setup/progress-line.mjs";

describe("progress", () => {
  it.each([20, 40, 60, 80, 200])("fits on %i columns", (columns) => {
    const state = { doing: "Downloading tensorflow-cpu 2.21.0", elapsedMs: 1000 };
    for (const bytes of [0, 123e6, 274e6, 500e6]) {
      expect(progressLine({ ...state, bytes, total: 274e6 }, columns).length).toBeLessThan(columns);
    }
    expect(progressLine(state, columns).length).toBeLessThan(columns);
  });

  it("shows a bar where there is room for one", () => {
    const state = { doing: "Unpacking", elapsedMs: 0, bytes: 50e6, total: 100e6 };
    expect(progressLine(state, 80)).toBe(`Unpacking [${"#".repeat(12)}${".".repeat(12)}]  50 % of 100 MB`);
    expect(progressLine(state)).toBe("Unpacking  50 % of 100 MB");
  });

  it("redraws nothing where the output is not a terminal", async () => {
    const written: string[] = [];
    const progress = createProgress({ write: (text: string) => written.push(text) }, {});
    await progress.step({ doing: "Trying" }, () => Promise.resolve());
    await progress.step({ doing: "Building", done: "Built" }, () => Promise.resolve());
    const failing = progress.step({ doing: "Failing", done: "Done" }, () => Promise.reject(new Error("no")));
    await expect(failing).rejects.toThrow("no");
    expect(written).toEqual(["Building …\n", "Built (0 s)\n", "Failing …\n"]);
  });
});
