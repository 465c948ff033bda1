import { readFileSync } from "node:fs";
import { format } from "prettier";
import { expect, it } from "vitest";
import { opsFace } from "../../scripts/generate-ops.mjs";

it("the type of `ops` is up to date: run `npm run generate` where this fails", async () => {
  const file = new URL("../../src/transforms/ops-face.ts", import.meta.url);
  const wanted = await format(opsFace(), { parser: "typescript", printWidth: 120 });
  expect(readFileSync(file, "utf8")).toBe(wanted);
});
