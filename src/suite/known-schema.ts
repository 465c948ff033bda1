import { z } from "zod";
import { kinds, type Kind } from "../checks/kinds.ts";
import { readWith } from "../base/read.ts";

/** What an attribute or a fact about a shape is compared with. */
export type ConditionValue = string | number | boolean | null | readonly ConditionValue[];

/** A difference that is expected, with its reason. It is strict: a run fails when it stops occurring. */
export interface KnownDifference {
  readonly engines: readonly string[];
  readonly op: string;
  readonly kind: Kind;
  readonly order: number;
  /** Attributes, or facts about shapes, that a case has where the difference occurs. */
  readonly condition: Readonly<Record<string, ConditionValue>>;
  readonly because: string;
  readonly link: string | null;
}

/** `known/<engine family>-<version>.json` (CONTRACT.md, "Known differences"). */
export interface KnownDifferences {
  readonly schema: "cotangent/known@1";
  readonly differences: readonly KnownDifference[];
}

const conditionValue: z.ZodType<ConditionValue> = z.lazy(() =>
  z.union(
    [z.string(), z.number(), z.boolean(), z.null(), z.array(conditionValue)],
    "expected a value or a list of values",
  ),
);

/** Facts by name. */
export const conditionSchema: z.ZodType<KnownDifference["condition"]> = z.record(z.string(), conditionValue);

/** A link that a reader can follow. */
export const linkSchema: z.ZodType<string | null> = z
  .url({ protocol: /^https?$/, error: "expected an http or https address, or null" })
  .nullable();

/** One difference of the file. */
export const knownDifferenceSchema: z.ZodType<KnownDifference> = z.strictObject({
  engines: z.array(z.string().min(1)).min(1),
  op: z.string().min(1),
  kind: z.enum(kinds),
  order: z.int().nonnegative(),
  condition: conditionSchema,
  because: z.string().trim().min(1, "expected a reason"),
  link: linkSchema,
});

const knownSchema: z.ZodType<KnownDifferences> = z.strictObject({
  schema: z.literal("cotangent/known@1"),
  differences: z.array(knownDifferenceSchema),
});

/**
 * Reads a file of known differences, already parsed from JSON.
 *
 * @param where the file's name, for the error.
 * @throws InputError naming the file and the member that is not as it should be.
 */
export function parseKnownDifferences(json: unknown, where: string): KnownDifferences {
  return readWith(knownSchema, json, where);
}
