export { tfjsDialect } from "./javascript.ts";
export { jaxDialect, torchDialect } from "./python.ts";
export type { Question } from "./question.ts";
export { printRepro } from "./repro.ts";
