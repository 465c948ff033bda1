import { z } from "zod";
import type { JsonArray, JsonNumber } from "./codec.ts";
import { sizeOf } from "./shape.ts";

/** A float64 as JSON writes it here. */
export const numberSchema: z.ZodType<JsonNumber> = z
  .union([z.number(), z.enum(["NaN", "Infinity", "-Infinity", "-0"])], {
    error: ({ input }) =>
      `expected a number or one of "NaN", "Infinity", "-Infinity", "-0", got ${JSON.stringify(input) ?? typeof input}`,
  })
  .meta({
    id: "number",
    description: "A float64: the shortest decimal that reads back to it, or one of four strings.",
  });

/** An array: its shape and its elements, row-major, still encoded. */
export const arraySchema: z.ZodType<JsonArray> = z
  .strictObject({ shape: z.array(z.int().nonnegative()), data: z.array(numberSchema) })
  .superRefine(({ shape, data }, context) => {
    const size = sizeOf(shape);
    if (data.length !== size)
      context.addIssue(`shape [${shape.join(",")}] holds ${String(size)} numbers, got ${String(data.length)}`);
  })
  .meta({ id: "array", description: "An array of shape.length dimensions; data holds its elements, row-major." });
