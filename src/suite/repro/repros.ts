import { UnsupportedError } from "../../base/errors.ts";
import { jaxDialect, printRepro, tfjsDialect, torchDialect, type Question } from "../../program/print/repro/index.ts";
import type { Finding } from "../results.ts";
import { decodeCase } from "../stored-case.ts";
import { questionsOf, type Shown } from "./questions.ts";

/** The dialect in which a question is put to an engine; that of TensorFlow.js's own backend for those that are none of it. */
function dialectFor(engine: string): ReturnType<typeof tfjsDialect> {
  return tfjsDialect(engine === "tfjs-wasm" || engine === "tfjs-node" ? engine : "tfjs-cpu");
}

/** Code that shows a finding; null for a library that has no counterpart of an op. */
export function reprosOf(finding: Shown): Finding["repro"] {
  const [question] = questionsOf(finding);
  if (question === undefined) return { tfjs: null, torch: null, jax: null };
  const c = decodeCase(finding.case, "case");
  return {
    tfjs: printed(() => printRepro(c, question, dialectFor(finding.engine))),
    torch: printed(() => printRepro(c, { ...question, remark: answerOf(question) }, torchDialect)),
    jax: printed(() => printRepro(c, { ...question, remark: answerOf(question) }, jaxDialect)),
  };
}

/** Programs for TensorFlow.js that may show a finding, likeliest first; none where it has no counterpart of an op. */
export function candidatesOf(finding: Shown): readonly { readonly question: Question; readonly text: string }[] {
  const c = decodeCase(finding.case, "case");
  return questionsOf(finding).flatMap((question) => {
    const text = printed(() => printRepro(c, question, dialectFor(finding.engine)));
    return text === null ? [] : [{ question, text }];
  });
}

/** The remark without what is wrong with TensorFlow.js. */
function answerOf({ remark }: Question): string {
  return remark.replace(/^[^:]*; /, "");
}

function printed(print: () => string): string | null {
  try {
    return print();
  } catch (error) {
    if (error instanceof UnsupportedError) return null;
    throw error;
  }
}
