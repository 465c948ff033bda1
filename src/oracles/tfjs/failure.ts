import { CotangentError, GradientError, UnsupportedError } from "../../base/errors.ts";

/** Ways in which TensorFlow.js says that a gradient does not exist. */
const NO_GRADIENT = /gradient function not found|^Cannot compute gradient|^Cannot backprop through/;
/** Ways in which it says that a backend lacks a kernel, or a kernel a case. Status 12 is TensorFlow's UNIMPLEMENTED. */
const NOT_SUPPORTED =
  /not (?:yet )?(?:supported|implemented)|not registered for backend|supports only|ranks up to \d+ supported|(?:strides? or dilations?|dilation \w+) must be 1|TF_Status: 12\b/i;

/** What TensorFlow.js threw, which may be a string, as an error with a code of the protocol and the original message. */
export function failure(thrown: unknown): CotangentError {
  if (thrown instanceof CotangentError) return thrown;
  const message = thrown instanceof Error ? thrown.message : String(thrown);
  if (NO_GRADIENT.test(message)) return new GradientError(message, { cause: thrown });
  if (NOT_SUPPORTED.test(message)) return new UnsupportedError(message, { cause: thrown });
  return new CotangentError(message, { cause: thrown });
}
