import { orderModes } from "./order-modes.ts";

/** Reverse mode throughout gives the third derivatives that forward over … over reverse gives. */
export const thirdOrderModes = orderModes("third-order-modes", 3);
