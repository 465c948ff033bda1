import { cotangent } from "../../../src/oracles/cotangent.ts";
import type {
  Arrays,
  Engine,
  HvpRequest,
  JacobianRequest,
  JvpRequest,
  ValueRequest,
  VjpRequest,
} from "../../../src/oracles/engine.ts";
import { Tensor } from "../../../src/tensor/tensor.ts";

type AnswerTo<M extends "value" | "vjp" | "jvp" | "jacobian" | "hvp"> = Awaited<ReturnType<Engine[M]>>;

/** What is made of right answers; of the methods that are left out nothing. */
export interface Distortions {
  readonly value?: (answer: AnswerTo<"value">, request: ValueRequest) => unknown;
  readonly vjp?: (answer: AnswerTo<"vjp">, request: VjpRequest) => unknown;
  readonly jvp?: (answer: AnswerTo<"jvp">, request: JvpRequest) => unknown;
  readonly jacobian?: (answer: AnswerTo<"jacobian">, request: JacobianRequest) => unknown;
  readonly hvp?: (answer: AnswerTo<"hvp">, request: HvpRequest) => unknown;
}

/** Our own engine under another name, its answers made into others, which need be no answers at all. */
export function withAnswers(distortions: Distortions, precision: "float32" | "float64" = "float64"): Engine {
  const own = cotangent("test");
  const { value = same, vjp = same, jvp = same, jacobian = same, hvp = same } = distortions;
  return {
    ...own,
    description: { ...own.description, engine: "toy", precision },
    value: async (r) => value(await own.value(r), r) as AnswerTo<"value">,
    vjp: async (r) => vjp(await own.vjp(r), r) as AnswerTo<"vjp">,
    jvp: async (r) => jvp(await own.jvp(r), r) as AnswerTo<"jvp">,
    jacobian: async (r) => jacobian(await own.jacobian(r), r) as AnswerTo<"jacobian">,
    hvp: async (r) => hvp(await own.hvp(r), r) as AnswerTo<"hvp">,
  };
}

function same<T>(answer: T): T {
  return answer;
}

/** Our own engine under another name, every method of which does the same. */
export function always(act: () => Promise<never>): Engine {
  const own = cotangent("test");
  return {
    ...own,
    description: { ...own.description, engine: "toy" },
    value: act,
    vjp: act,
    jvp: act,
    jacobian: act,
    hvp: act,
  };
}

/** Each array made into another. */
export function each(arrays: Arrays, f: (x: Tensor, name: string) => Tensor): Arrays {
  return Object.fromEntries(Object.entries(arrays).map(([name, x]) => [name, f(x, name)]));
}

/** Every element made into another. */
export function elements(arrays: Arrays, f: (v: number, i: number) => number): Arrays {
  return each(arrays, ({ shape, data }) => new Tensor(shape, data.map(f)));
}
