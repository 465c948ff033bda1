/** Whether two types are the same, not merely assignable to each other. */
type Same<A, B> = [A, B] extends [B, A] ? ([IsAny<A>] extends [IsAny<B>] ? true : false) : false;
type IsAny<T> = 0 extends 1 & T ? true : false;

/**
 * States the type of an expression. What is checked is checked by `tsc`; nothing here is ever run.
 *
 * @example
 * typeOf(ops.add(tensor(1), 2)).is<Tensor>();
 */
export declare function typeOf<T>(value: T): { is<U>(...proof: Same<T, U> extends true ? [] : [not: T]): void };
