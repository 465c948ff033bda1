import { orderModes } from "./order-modes.ts";

/** Reverse mode throughout gives the fourth derivatives that forward over … over reverse gives. */
export const fourthOrderModes = orderModes("fourth-order-modes", 4);
