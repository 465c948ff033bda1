import { readFileSync } from "node:fs";
import { format } from "prettier";
import { expect, it } from "vitest";
import { opFamilies, opsFace } from "../../scripts/generate-ops.mjs";

it.each([
  { file: "src/transforms/ops-face.ts", text: opsFace() },
  { file: "src/ops/families.ts", text: opFamilies() },
])("$file is up to date: run `npm run generate` where this fails", async ({ file, text }) => {
  const wanted = await format(text, { parser: "typescript", printWidth: 120 });
  expect(readFileSync(new URL(`../../${file}`, import.meta.url), "utf8")).toBe(wanted);
});
