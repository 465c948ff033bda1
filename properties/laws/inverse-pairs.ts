import { claimsOf, type Law } from "../../src/checks/law.ts";
import { Tensor } from "../../src/tensor/tensor.ts";
import { atFirstOutput, followedBy, onlyStep } from "../derived.ts";
import { inverses } from "../invariants.ts";
import { largestOf } from "../resolution.ts";

/** Bounds above this share of the cotangent come of points at which first order tells nothing, where tanh is all but 1. */
const TELLING = 0.1;

/** What is undone has a derivative of one. */
export const inversePairs: Law = {
  name: "inverse-pairs",
  statement: "the gradient of an op followed by its inverse is the cotangent",
  reason: "together they are the identity, whatever each of them computes",
  order: 1,
  methods: ["value", "vjp"],
  applies: "all",
  claims: async (s) => {
    const { program, wrt } = s.case;
    const step = onlyStep(program);
    const inverse = step === null ? undefined : inverses[step.op];
    if (step === null || inverse === undefined || !wrt.includes(step.in[0]!)) return [];
    const { in: names, attrs } = step;
    const same = attrs === undefined ? {} : { attrs };
    const one = await atFirstOutput(s);
    if (one === null) return [];
    const after = followedBy(one.case, (y) => ({ op: inverse, in: [y], ...same }));
    const [out] = after.program.outputs as readonly [string];
    const g = new Tensor(s.case.inputs[names[0]!]!.shape, after.cotangents[out]!.data);
    const cotangents = { [out]: g };
    const back = s.at({ ...after, cotangents });
    const bounds = back.reference.vjpBounds(cotangents, s.arithmetic);
    if (!Object.values(bounds).every(({ data }) => data.every((b) => b <= TELLING * largestOf(g)))) return [];
    return claimsOf(await back.vjp(cotangents), { [names[0]!]: g }, bounds);
  },
};
