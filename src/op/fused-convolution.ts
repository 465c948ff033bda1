import { ShapeError } from "../base/errors.ts";
import { broadcastsTo, formatShape, type Shape } from "../base/shape.ts";
import type { Attrs } from "./attrs.ts";
import {
  dataFormat,
  exactOf,
  geometryOf,
  jaxConvolution,
  torchConvolution,
  weightOrder,
  type Plan,
} from "./convolution.ts";
import type { Call, Expression } from "./counterparts.ts";
import { reals, type Draw } from "./domain.ts";
import type { ExactTensor } from "./exact.ts";
import {
  activated,
  exactActivation,
  extrasOf,
  fusedInputs,
  fusing,
  meeting,
  pythonActivation,
  sampleFusing,
  type Extras,
  type Fusing,
} from "./fused.ts";
import { composite } from "./kinds/index.ts";
import type { Kit } from "./kit.ts";
import { backToLayout, channelsLast, laidOut, type Format } from "./layout.ts";
import type { Op } from "./op.ts";
import { tfjsPadding, tfjsRounding } from "./spatial-calls.ts";
import { sampleFilledWindows, sampleImages } from "./spatial-samples.ts";
import { windowing, type Windowing } from "./windowing.ts";

/** The attributes of a convolution of images, and of what follows it. */
export interface FusedConvolution extends Windowing, Fusing {
  readonly data_format?: Format<2>;
}

type AllInputs = ["x", "filter", "bias", "prelu_weights"];

/** Bias and weights of prelu are there where attributes say so. */
export type FusedInputs = ["x", "filter"] | ["x", "filter", "bias"] | ["x", "filter", "prelu_weights"] | AllInputs;

/** What two convolutions differ in. */
interface FusedSpec {
  readonly name: string;
  readonly formula: string;
  readonly plan: (name: string, x: Shape, filter: Shape, attrs: Required<FusedConvolution>) => Plan;
  /** The filter as that of a convolution in groups. */
  readonly filter: <V>(kit: Kit<V>, filter: V, plan: Plan) => V;
  readonly filterIn: (call: Call, reshape: string, filter: Expression, plan: Plan) => Expression;
  readonly element: <R>(filter: ExactTensor<R>) => (within: Shape, c: number, f: number) => R;
  /** Draws the last dimension of a filter. */
  readonly features: (draw: Draw) => number;
  readonly terms: (window: number, channels: number) => number;
  readonly tfjs: (
    call: Call,
    plan: Plan,
    inputs: readonly Expression[],
    shapes: readonly Shape[],
    attrs: Required<FusedConvolution>,
  ) => Expression;
}

/** A convolution of images with bias and activation. */
export function fusedConvolution(spec: FusedSpec): Op<FusedInputs, FusedConvolution> {
  const { name } = spec;
  const attrs: Attrs<FusedConvolution> = { ...windowing, data_format: dataFormat(2), ...fusing };
  const planOf = ([x, filter]: readonly Shape[], given: Required<FusedConvolution>): Plan =>
    spec.plan(name, x!, filter!, given);
  return composite<AllInputs, FusedConvolution>({
    name,
    inputs: ["x", "filter", "bias", "prelu_weights"],
    formula: spec.formula,
    optional: fusedInputs,
    attrs,
    domain: { x: reals(-2, 2), filter: reals(-2, 2), bias: reals(-2, 2), prelu_weights: reals(-2, 0.75) },
    sample: (draw) => {
      const { spatial, window, attrs } = sampleFilledWindows(draw, 2, true);
      const channels = draw.integer(1, 2);
      const { shape, data_format } = sampleImages(draw, 2, spatial, channels);
      const filter = [...window, channels, spec.features(draw)];
      const fused = sampleFusing(draw, spec.terms(window[0]! * window[1]!, channels));
      const given = { ...attrs, data_format, ...fused.attrs };
      const plan = planOf([shape, filter], given);
      const out = laidOut(plan.layout, plan.windows.out, plan.features).slice(-3);
      const { use_bias, activation } = fused.attrs;
      const bias = use_bias ? [draw.pick([[plan.features], [plan.features], []])] : [];
      const few = out.map((d) => (draw.flag() ? 1 : d));
      const weights = activation === "prelu" ? [draw.pick([[plan.features], [], out, few])] : [];
      return { shapes: [shape, filter, ...bias, ...weights], attrs: given, inputs: fused.inputs };
    },
    shape: (shapes, given) => {
      const { layout, windows, features } = planOf(shapes, given);
      const out = laidOut(layout, windows.out, features);
      const { bias, weights } = extrasOf(shapes, given);
      if (bias !== undefined && (bias.length > 1 || !broadcastsTo(bias, [features])))
        throw new ShapeError(
          `${name}: expected a scalar or ${formatShape([features])} as bias, one number a feature, got ${formatShape(bias)}`,
        );
      const isFit =
        weights === undefined ||
        (weights.length === 3 ? broadcastsTo(weights, out.slice(-3)) : broadcastsTo(weights, [features]));
      if (!isFit)
        throw new ShapeError(
          `${name}: expected prelu_weights that are a scalar, ${formatShape([features])} or broadcast to ${formatShape(out.slice(-3))}, got ${formatShape(weights)}`,
        );
      return out;
    },
    exact: (real, inputs, given) => {
      const plan = planOf([inputs[0]!.shape, inputs[1]!.shape], given);
      const product = exactOf(real, plan, inputs[0]!, spec.element(inputs[1]!));
      const { bias, weights } = extrasOf(inputs, given);
      return (index) => {
        const own = index.slice(-3);
        const at = (x: ExactTensor<unknown>): Shape =>
          meeting(x.shape, x.shape.length === 1 ? [own[plan.layout.channelsFirst ? 0 : 2]!] : own);
        const sum = bias === undefined ? product(index) : real.add(product(index), bias.at(at(bias)));
        return exactActivation(real, sum, () => weights!.at(at(weights!)), given);
      };
    },
    compose: (kit, { inputs, x, filter }, given) => {
      const plan = planOf([kit.shape(x), kit.shape(filter)], given);
      const product = kit.conv(channelsLast(kit, x, plan.layout), spec.filter(kit, filter, plan), geometryOf(plan));
      const beside = inputs.map((v, i) => (i < 2 ? v : besideImages(kit, v, plan)));
      return activated(kit, backToLayout(kit, product, plan.layout), extrasOf(beside, given), given);
    },
    counterparts: {
      tfjs: (call, { inputs, shapes }, given) => spec.tfjs(call, planOf(shapes, given), inputs, shapes, given),
      torch: (call, { inputs, shapes, shape }, given) => {
        const plan = planOf(shapes, given);
        const weight = call("torch.permute", spec.filterIn(call, "torch.reshape", inputs[1]!, plan), weightOrder(2));
        const product = torchConvolution(call, plan, inputs[0]!, weight, shape);
        return pythonActivation(
          call,
          "torch",
          product,
          besideIn(call, "torch.reshape", inputs, shapes, plan, given),
          given,
        );
      },
      jax: (call, { inputs, shapes }, given) => {
        const plan = planOf(shapes, given);
        const product = jaxConvolution(call, plan, inputs[0]!, spec.filterIn(call, "jnp.reshape", inputs[1]!, plan));
        return pythonActivation(
          call,
          "jax",
          product,
          besideIn(call, "jnp.reshape", inputs, shapes, plan, given),
          given,
        );
      },
    },
  });
}

/** What all of TensorFlow.js's fused convolutions take, but for x. */
export function tfjsArguments(
  filter: Expression,
  { strides, padding, dilations, ...attrs }: Required<FusedConvolution>,
  channelsFirst: boolean,
): object {
  const [dimRoundingMode] = tfjsRounding({ strides, padding, dilations, ...attrs });
  return {
    filter,
    strides,
    pad: tfjsPadding(padding, attrs.dim_rounding_mode, channelsFirst),
    dataFormat: channelsFirst ? "NCHW" : "NHWC",
    dilations,
    dimRoundingMode,
  };
}

/** One number a feature, as it meets images: they may have their channels first. */
function besideImages<V>(kit: Kit<V>, x: V, { layout, features }: Plan): V {
  return layout.channelsFirst && kit.shape(x)[0] === features && kit.shape(x).length === 1
    ? kit.reshape(x, { shape: [features, 1, 1] })
    : x;
}

/** Bias and weights as they meet images, in another library. */
function besideIn(
  call: Call,
  reshape: string,
  inputs: readonly Expression[],
  shapes: readonly Shape[],
  { layout, features }: Plan,
  attrs: Required<FusedConvolution>,
): Extras<Expression> {
  const beside = inputs.map((x, i) =>
    layout.channelsFirst && shapes[i]!.length === 1 && shapes[i]![0] === features
      ? call(reshape, x, [features, 1, 1])
      : x,
  );
  return extrasOf(beside, attrs);
}
