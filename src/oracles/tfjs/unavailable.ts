import { existsSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { UnsupportedError } from "../../base/errors.ts";
import type { Backend } from "./backend.ts";

const packages: Readonly<Record<Backend, readonly string[]>> = {
  cpu: ["@tensorflow/tfjs"],
  wasm: ["@tensorflow/tfjs", "@tensorflow/tfjs-backend-wasm"],
  node: ["@tensorflow/tfjs-node"],
};

/** Why an engine cannot run here, and the one command that mends it. */
export function unavailable(backend: Backend, error: unknown): UnsupportedError {
  const said = error instanceof Error ? error.message : String(error);
  const lacking = isNotInstalled(error) ? "not installed" : `not working (${said.split("\n")[0]!.trim()})`;
  const names = packages[backend].join(" ");
  const here = inOwnRepository();
  const mended = isNotInstalled(error)
    ? here
      ? "npm ci"
      : `npm install ${names}`
    : here
      ? "npm run setup"
      : `npm rebuild ${names}`;
  const verb = packages[backend].length === 1 ? "is" : "are";
  return new UnsupportedError(
    `tfjs-${backend}: ${names.replaceAll(" ", " and ")} ${verb} ${lacking}; run "${mended}"`,
    {
      cause: error,
    },
  );
}

/** The package is not there, as against one that is there and does not load. */
function isNotInstalled(error: unknown): boolean {
  if (!(error instanceof Error) || !("code" in error)) return false;
  return (
    (error.code === "ERR_MODULE_NOT_FOUND" || error.code === "MODULE_NOT_FOUND") &&
    /'@tensorflow\/[\w-]+'/.test(error.message)
  );
}

/** Whether this is built in Cotangent's own repository, which brings the set-up along; what is shipped does not. */
function inOwnRepository(): boolean {
  return existsSync(fileURLToPath(new URL("../scripts/setup/main.mjs", import.meta.url)));
}
