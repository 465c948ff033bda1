import { z } from "zod";
import { arraySchema } from "../src/base/array-schema.ts";
import type { JsonArray } from "../src/base/codec.ts";
import { programSchema, type Program } from "../src/program/program.ts";

/** Arrays by name, encoded. */
export type JsonArrays = Readonly<Record<string, JsonArray>>;

/** What a correct engine answers; what is left out is not asked. */
export interface Expected {
  readonly outputs?: JsonArrays;
  readonly gradients?: JsonArrays;
  readonly tangents?: JsonArrays;
  readonly jacobians?: Readonly<Record<string, JsonArrays>>;
  readonly products?: JsonArrays;
}

/** The box that every valid subgradient of one input lies in. */
export interface JsonBox {
  readonly low: JsonArray;
  readonly high: JsonArray;
}

/** One golden vector (CONTRACT.md, "Golden vectors"). */
export interface Vector {
  readonly id: string;
  readonly flags: readonly string[];
  readonly comment: string;
  readonly program: Program;
  readonly inputs: JsonArrays;
  readonly wrt?: readonly string[];
  readonly cotangents?: JsonArrays;
  readonly tangents?: JsonArrays;
  readonly expect: Expected;
  readonly result: "exact" | "set" | "throws";
  readonly set?: Readonly<Record<string, JsonBox>>;
}

/** One file of vectors. */
export interface VectorFile {
  readonly schema: "cotangent/vectors@1";
  /** The op, or the program's name. */
  readonly op: string;
  readonly generator: { readonly name: string; readonly version: string; readonly precisionDigits: number };
  readonly vectors: readonly Vector[];
}

const name = z.string().min(1);
const arrays = z.record(name, arraySchema);

const vectorSchema: z.ZodType<Vector> = z
  .strictObject({
    id: name.describe("Unique in all files: the file's name, a slash, and what the vector is about."),
    flags: z.array(name).min(1).describe("Why the vector exists; flags.json says what each stands for."),
    comment: z.string(),
    program: programSchema,
    inputs: arrays,
    wrt: z.array(name).describe("The inputs that are differentiated.").exactOptional(),
    cotangents: arrays.exactOptional(),
    tangents: arrays.exactOptional(),
    expect: z.strictObject({
      outputs: arrays.exactOptional(),
      gradients: arrays.describe("By `vjp` with the cotangents.").exactOptional(),
      tangents: arrays.describe("By `jvp` with the tangents.").exactOptional(),
      jacobians: z.record(name, arrays).describe("By output and input; of shape output + input.").exactOptional(),
      products: arrays.describe("By `hvp`: the gradients' derivative along the tangents.").exactOptional(),
    }),
    result: z
      .enum(["exact", "set", "throws"])
      .describe(
        "exact: every expected number is the true value, rounded once. set: at a kink; every valid gradient lies in the " +
          "box. throws: an error is the right answer to hvp where both wrt and tangents are given, to vjp where wrt is, " +
          "to jvp where tangents are, and else to value.",
      ),
    set: z.record(name, z.strictObject({ low: arraySchema, high: arraySchema })).exactOptional(),
  })
  .superRefine(({ result, expect, set }, context) => {
    if ((result === "set") !== (set !== undefined))
      context.addIssue('"set" is there where result is "set", and only there');
    if ((result === "throws") !== (Object.keys(expect).length === 0))
      context.addIssue('"expect" is empty where result is "throws", and only there');
  });

/** The form of a file of vectors. */
export const vectorsSchema: z.ZodType<VectorFile> = z.strictObject({
  schema: z.literal("cotangent/vectors@1", 'expected "cotangent/vectors@1": another version of Cotangent wrote this'),
  op: name,
  generator: z.strictObject({
    name,
    version: name,
    precisionDigits: z.int().positive().describe("Every number was computed with this many decimal digits or more."),
  }),
  vectors: z.array(vectorSchema).min(1),
});

/** The JSON Schema of the files, shipped as `golden/schema/vectors.schema.json`. */
export function vectorsJsonSchema(): object {
  return { title: "Cotangent: golden vectors", ...z.toJSONSchema(vectorsSchema) };
}
