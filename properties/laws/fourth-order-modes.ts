import type { Law } from "../../src/checks/law.ts";
import { orderModes } from "./order-modes.ts";

/** Reverse mode throughout gives the fourth derivatives that forward over … over reverse gives. */
export const fourthOrderModes: Law = orderModes("fourth-order-modes", 4);
