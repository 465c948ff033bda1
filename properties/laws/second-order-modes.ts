import type { Law } from "../../src/checks/law.ts";
import { orderModes } from "./order-modes.ts";

/** Reverse over reverse gives what forward over reverse gives. */
export const secondOrderModes: Law = orderModes("second-order-modes", 2);
