import { CotangentError } from "../base/errors.ts";

/** An engine that is asked for and does not run here: the program ends with exit code 3. */
export class EngineUnavailableError extends CotangentError {
  override readonly name = "EngineUnavailableError";
}
