import type { Law } from "../../src/checks/law.ts";
import { orderModes } from "./order-modes.ts";

/** Reverse mode throughout gives the third derivatives that forward over … over reverse gives. */
export const thirdOrderModes: Law = orderModes("third-order-modes", 3);
