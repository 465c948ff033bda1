import type { Case } from "../../src/checks/case.ts";
import { interpreted } from "../../src/engine/variable.ts";
import { hvpOfProgram } from "../../src/oracles/cotangent.ts";
import { allOps } from "../../src/program/program.ts";
import { drawCase } from "../../src/suite/plan.ts";

/** Cases of each op that are looked at. */
const CASES = 6;
/** As many ops for each helper. */
const MOST = 4;

/** Which ops differentiate by each of these helpers, and record it as they do: a few of them. */
export function usersOfHelpers(helpers: readonly string[]): ReadonlyMap<string, readonly string[]> {
  const users = new Map<string, string[]>(helpers.map((name) => [name, []]));
  for (const { name } of allOps.filter(({ kind }) => kind !== "constant"))
    for (let index = 0; index < CASES; index++)
      interpreted(
        (op, inputs, attrs) => {
          const of = users.get(op.name);
          if (of !== undefined && of.length < MOST && !of.includes(name)) of.push(name);
          return { out: op.run(inputs, attrs), as: op };
        },
        () => hvpOfProgram(squared(drawCase(1, { unit: name, index }))),
      );
  return users;
}

/** A case of one op, then squared: what is linear has no second derivative of its own. */
export function squared(c: Case): Case {
  const steps = [...c.program.steps, { out: "squared", op: "square", in: ["out"] }];
  return {
    ...c,
    program: { ...c.program, steps, outputs: ["squared"] },
    cotangents: { squared: c.cotangents["out"]! },
  };
}
