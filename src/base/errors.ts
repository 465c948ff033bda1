/**
 * The root of every error that Cotangent throws on purpose. The message says what was wrong, where, and what to do;
 * `code` is the error code of the engine protocol (CONTRACT.md).
 */
export class CotangentError extends Error {
  override readonly name: string = "CotangentError";
  /** The engine protocol's error code. */
  readonly code: number = 5;
}

/** An op, attribute or mode that does not exist here. */
export class UnsupportedError extends CotangentError {
  override readonly name = "UnsupportedError";
  override readonly code = 1;
}

/** Shapes that do not fit together, or data that does not fill its shape. */
export class ShapeError extends CotangentError {
  override readonly name = "ShapeError";
  override readonly code = 2;
}

/** A value that an op is not defined on, such as an index outside its axis. */
export class DomainError extends CotangentError {
  override readonly name = "DomainError";
  override readonly code = 3;
}

/** A derivative that was asked for and does not exist, or asked for in a way that has no meaning. */
export class GradientError extends CotangentError {
  override readonly name = "GradientError";
  override readonly code = 4;
}

/** A result that is no array of the type or the size that it has to be. */
export class ResultError extends CotangentError {
  override readonly name = "ResultError";
  /** What is wrong with it, by the word that a finding has for it. */
  readonly kind: (typeof ResultError.kinds)[number];

  static readonly kinds = ["wrong-dtype", "wrong-shape"] as const;

  constructor(kind: ResultError["kind"], message: string) {
    super(message);
    this.kind = kind;
  }
}

/** A program, array, request, flag or file from outside that is not what it has to be. */
export class InputError extends CotangentError {
  override readonly name = "InputError";
  override readonly code = -32602;
}
