// @ts-check
import { accessSync, constants, statSync } from "node:fs";
import path from "node:path";
import process from "node:process";
import { chromium } from "playwright-core";

/** What Chromium is called where it is installed. */
const NAMES = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"];
const ARGS = ["--no-sandbox", "--disable-background-networking", "--disable-component-update", "--no-first-run"];

/**
 * The Chromium of this system: that of the variable `CHROMIUM`, else the first on the `PATH`.
 *
 * @param {Readonly<Record<string, string | undefined>>} [environment]
 * @returns {string} its path
 * @throws where there is none: what to install or set
 */
export function chromiumPath(environment = process.env) {
  const asked = environment["CHROMIUM"] ?? "";
  if (asked !== "") {
    if (isProgram(asked)) return asked;
    throw new Error(`CHROMIUM=${asked} is no program: set it to the path of a Chromium, or unset it`);
  }
  const folders = (environment["PATH"] ?? "").split(path.delimiter);
  const found = NAMES.flatMap((name) => folders.map((folder) => path.join(folder, name))).find(isProgram);
  if (found === undefined)
    throw new Error(
      `no Chromium: none of ${NAMES.join(", ")} is on the PATH. Install one (apt-get install chromium) or set CHROMIUM to its path`,
    );
  return found;
}

/** Starts Chromium, with a profile that is thrown away. */
export function launchChromium() {
  return chromium.launch({ executablePath: chromiumPath(), args: ARGS });
}

/** @param {string} file */
function isProgram(file) {
  try {
    accessSync(file, constants.X_OK);
    return statSync(file).isFile();
  } catch {
    return false;
  }
}
