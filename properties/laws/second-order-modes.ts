import { orderModes } from "./order-modes.ts";

/** Reverse over reverse gives what forward over reverse gives. */
export const secondOrderModes = orderModes("second-order-modes", 2);
