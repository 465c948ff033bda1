// Runs printed programs, one after the other: it is sent their files, and answers each with what it logs first, or what it throws.
import { pathToFileURL } from "node:url";
import type { Printed } from "../../suite/repro/printed.ts";
import { answering } from "../answering.ts";

let logged: readonly unknown[] = [];
const log = (...shown: unknown[]): void => {
  if (logged.length === 0) logged = shown;
};
// TensorFlow.js greets and warns by these, too; what counts is what a program logs.
Object.assign(console, { log, info: () => undefined, warn: () => undefined });

answering(async (file): Promise<Printed> => {
  logged = [];
  try {
    await import(pathToFileURL(String(file)).href);
  } catch (error) {
    return { threw: error instanceof Error ? error.message : String(error) };
  }
  return logged.length === 0 ? { ended: "silent" } : { logged: logged[0] };
});
