/** What came of a printed program: what it logged (nested lists, or a text), or how it failed. */
export type Printed =
  { readonly logged: unknown } | { readonly threw: string } | { readonly ended: "timeout" | "crash" | "silent" };

/** A printed program, and the engine that it is about. */
export interface PrintedProgram {
  readonly engine: string;
  readonly text: string;
}

/**
 * Runs printed programs by themselves, as a reader would.
 *
 * @param apart each in a process of its own, where otherwise those of an engine share one.
 */
export type RunPrinted = (programs: readonly PrintedProgram[], apart: boolean) => Promise<readonly Printed[]>;
