import { sameShape, type Shape } from "../base/shape.ts";
import { apply, type Value } from "../engine/variable.ts";
import type { Attrs } from "../op/attrs.ts";
import { erased } from "../op/erased.ts";
import { provideKit } from "../op/kinds/index.ts";
import type { EngineKit, Op } from "../op/op.ts";
import * as helpers from "../ops/helper/index.ts";
import * as entries from "../ops/index.ts";
import { scalar, Tensor, zeros } from "../tensor/tensor.ts";

type Operand = Value | number;

/** The attributes that stand when none are given. */
function fallbacks(specs: Attrs<object>): object {
  return Object.fromEntries(
    Object.entries(specs as Attrs<Record<string, unknown>>).map(([name, attr]) => [name, attr.fallback]),
  );
}

const value = (x: Operand): Value => (typeof x === "number" ? scalar(x) : x);

function unary<A extends object>(op: Op<readonly string[], A>): (x: Value, attrs?: A) => Value {
  const defaults = fallbacks(op.attrs);
  return (x, attrs) => apply(erased(op), [x], attrs === undefined ? defaults : { ...defaults, ...attrs });
}

function binary<A extends object>(op: Op<readonly string[], A>): (x: Operand, y: Operand, attrs?: A) => Value {
  const defaults = fallbacks(op.attrs);
  return (x, y, attrs) =>
    apply(erased(op), [value(x), value(y)], attrs === undefined ? defaults : { ...defaults, ...attrs });
}

/** An op that gives a tensor of `attrs.shape`: its input as it is where it has that shape already. */
function toShape<A extends { readonly shape: Shape }>(op: Op<["x"] | ["g"], A>): (x: Value, attrs: A) => Value {
  const run = unary(op);
  return (x, attrs) => (sameShape(x.shape, attrs.shape) ? x : run(x, attrs));
}

const { add, subtract, multiply, divide, negative, where } = entries;

/** The vocabulary of the derivative rules, bound to the op set and the engine. */
export const kit: EngineKit<Value> = {
  shape: (x) => x.shape,
  zeros,
  apply,
  abs: unary(entries.abs),
  add: binary(add),
  cos: unary(entries.cos),
  cosh: unary(entries.cosh),
  digamma: unary(entries.digamma),
  div: binary(divide),
  elu: unary(entries.elu),
  exp: unary(entries.exp),
  floor_divide: binary(entries.floor_divide),
  hypot: binary(entries.hypot),
  leaky_relu: unary(entries.leaky_relu),
  log: unary(entries.log),
  log1p: unary(entries.log1p),
  mul: binary(multiply),
  neg: unary(negative),
  polygamma: unary(entries.polygamma),
  pow: binary(entries.pow),
  prelu: binary(entries.prelu),
  relu: unary(entries.relu),
  relu6: unary(entries.relu6),
  sigmoid: unary(entries.sigmoid),
  softplus: unary(entries.softplus),
  sin: unary(entries.sin),
  sinh: unary(entries.sinh),
  sqrt: unary(entries.sqrt),
  square: unary(entries.square),
  squared_difference: binary(entries.squared_difference),
  sub: binary(subtract),
  tanh: unary(entries.tanh),
  equal: binary(entries.equal),
  greater: binary(entries.greater),
  greater_equal: binary(entries.greater_equal),
  less: binary(entries.less),
  less_equal: binary(entries.less_equal),
  sign: unary(entries.sign),
  where: (condition, x, y) => apply(where, [condition, value(x), value(y)], {}),
  constant: (shape, data) => new Tensor(shape, data),
  broadcast_to: toShape(entries.broadcast_to),
  concat: (xs, attrs) => apply(erased(entries.concat), xs, { ...fallbacks(entries.concat.attrs), ...attrs }),
  log_softmax: unary(entries.log_softmax),
  cumsum: unary(entries.cumsum),
  logsumexp: unary(entries.logsumexp),
  max: unary(entries.max),
  matmul: binary(entries.matmul),
  permute_dims: unary(entries.permute_dims),
  reshape: toShape(entries.reshape),
  slice: unary(entries.slice),
  softmax: unary(entries.softmax),
  solve: binary(entries.solve),
  sum: unary(entries.sum),
  take: binary(entries.take),
  triangular_solve: binary(entries.triangular_solve),
  conv: binary(helpers.conv),
  conv_filter_grad: binary(helpers.conv_filter_grad),
  conv_input_grad: binary(helpers.conv_input_grad),
  dcelu: unary(helpers.dcelu),
  dacosh: unary(helpers.dacosh),
  dasin: unary(helpers.dasin),
  dasinh: unary(helpers.dasinh),
  datan: unary(helpers.datan),
  datan2: binary(helpers.datan2),
  datanh: unary(helpers.datanh),
  ddivide: binary(helpers.ddivide),
  dentr: unary(helpers.dentr),
  derf: unary(helpers.derf),
  dgelu: unary(helpers.dgelu),
  dsinc: unary(helpers.dsinc),
  dhypot: binary(helpers.dhypot),
  dlogaddexp: binary(helpers.dlogaddexp),
  dlog_softmax: binary(helpers.dlog_softmax),
  dmish: unary(helpers.dmish),
  dpow_base: binary(helpers.dpow_base),
  dpow_exponent: binary(helpers.dpow_exponent),
  dsigmoid: unary(helpers.dsigmoid),
  dsilu: unary(helpers.dsilu),
  dsoftmax: binary(helpers.dsoftmax),
  dsquareplus: unary(helpers.dsquareplus),
  dtanh: unary(helpers.dtanh),
  embed: unary(helpers.embed),
  gather_at: binary(helpers.gather_at),
  huber: unary(helpers.huber),
  gather_places: unary(helpers.gather_places),
  minors: unary(helpers.minors),
  qr_tall: unary(helpers.qr_tall),
  unit_scale: unary(helpers.unit_scale),
  scatter_add: binary(helpers.scatter_add),
  scatter_at: binary(helpers.scatter_at),
  scatter_places: unary(helpers.scatter_places),
  p_norm: unary(helpers.p_norm),
  scaled_difference: (x, y, k) => apply(helpers.scaled_difference, [x, y, k], {}),
  sum_to: toShape(helpers.sum_to),
  axis_to_batch: unary(helpers.axis_to_batch),
  batch_to_axis: unary(helpers.batch_to_axis),
  expand_batch: unary(helpers.expand_batch),
  sum_batch: unary(helpers.sum_batch),
  weight_lines: unary(helpers.weight_lines),
};

provideKit(kit);
