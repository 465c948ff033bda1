import { CotangentError } from "../../src/base/errors.ts";
import type { Law } from "../../src/checks/law.ts";
import { scalar } from "../../src/tensor/tensor.ts";

/** Errors that say nothing of a case: the op or the method is not there, or nothing was answered at all. */
const NO_ANSWER = new Set(["UnsupportedError", "EngineTimeoutError", "EngineCrashError", "EngineProtocolError"]);

/** A gradient is refused exactly where the value is. */
export const sameRefusals: Law = {
  name: "same-refusals",
  statement: "where the value throws the gradient throws, and nowhere else",
  reason: "there is no derivative of what is not defined; and what can be computed here can be differentiated",
  order: 1,
  methods: ["value", "vjp"],
  failsAs: "does-not-throw",
  applies: "all",
  claims: async (s) => {
    const refused = await isRefused(s.value());
    // Where the value is there, what the gradient throws is the finding.
    const answered = refused
      ? !(await isRefused(s.vjp(s.case.cotangents)))
      : await s.vjp(s.case.cotangents).then(() => true);
    return [
      { name: "whether it answers", got: scalar(Number(answered)), want: scalar(Number(!refused)), bounds: scalar(0) },
    ];
  },
};

async function isRefused(answer: Promise<unknown>): Promise<boolean> {
  try {
    await answer;
    return false;
  } catch (error) {
    if (!(error instanceof CotangentError) || NO_ANSWER.has(error.name)) throw error;
    return true;
  }
}
