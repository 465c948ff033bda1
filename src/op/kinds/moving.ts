import type { Shape } from "../../base/shape.ts";
import { gatherPlaces } from "../../tensor/kernels/places.ts";
import type { Attrs } from "../attrs.ts";
import type { Counterparts } from "../counterparts.ts";
import { reals, type Domain, type Excuse } from "../domain.ts";
import type { ExactElement } from "../exact.ts";
import type { Op } from "../op.ts";
import { linear } from "./linear.ts";

type MovingSpec<A extends object> = {
  readonly name: string;
  /** See `Face`. */
  readonly formula: string;
  readonly attrs?: Attrs<A>;
  readonly sample: Domain<A>["sample"];
  readonly excused?: readonly Excuse[];
  /** The result's shape; throws where x or attributes do not fit. */
  readonly shape: (x: Shape, attrs: Required<A>) => Shape;
  /** For each element of a result of `shape`, row-major, its place in x; −1 is a zero. */
  readonly places: (x: Shape, attrs: Required<A>, shape: Shape) => Int32Array;
  readonly exact: ExactElement<A>;
  readonly counterparts: Counterparts<A>;
};

/** An op that moves, repeats or drops elements. It states the places that they come from; both modes follow. */
export function moving<A extends object = object>(spec: MovingSpec<NoInfer<A>>): Op<["x"], A> {
  const { places, shape, ...rest } = spec;
  return linear<["x"], A>({
    ...rest,
    inputs: ["x"],
    domain: { x: reals(-4, 4) },
    shape: ([x], attrs) => shape(x!, attrs),
    kernel: ([x], attrs, to) => gatherPlaces(x!, places(x!.shape, attrs, to), to),
    transpose: {
      x: (kit, { x }, g, attrs) => {
        const from = kit.shape(x);
        return kit.scatter_places(g, { places: places(from, attrs, kit.shape(g)), shape: from });
      },
    },
  });
}
