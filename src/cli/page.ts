import { readFileSync } from "node:fs";

// Built, this file is part of a chunk in `dist/`, where the page lies too.
const template = new URL("./page/index.html", import.meta.url);

/** The report's page without a run in it, as it was built. */
export function pageTemplate(): string {
  return readFileSync(template, "utf8");
}
