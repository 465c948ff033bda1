// @ts-check
import { mkdirSync, writeFileSync } from "node:fs";
import path from "node:path";

/** What would be noise on the screen, kept until it is known whether anyone needs it. */
export function createLog() {
  /** @type {string[]} */
  const texts = [];
  return {
    write: (/** @type {string} */ text) => void texts.push(text),

    /**
     * @param {string} folder
     * @returns {string | undefined} the file, unless it cannot be written: that must not hide what is to be reported
     */
    save: (folder) => {
      const file = path.join(folder, `setup-${new Date().toISOString().replaceAll(/[:.]/g, "-")}-${process.pid}.log`);
      try {
        mkdirSync(folder, { recursive: true });
        writeFileSync(file, texts.join(""));
        return file;
      } catch {
        return undefined;
      }
    },
  };
}
