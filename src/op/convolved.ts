import type { ConvGeometry } from "../tensor/kernels/conv.ts";
import { integers, type Attrs } from "./attrs.ts";

/** The attributes of the helpers that convolve. */
export const convolved: Attrs<ConvGeometry> = {
  x_shape: integers("the shape of x, channels last"),
  filter_shape: integers("the shape of the filter: window, channels of a group, features"),
  out_shape: integers("the shape of the result, features last"),
  strides: integers("the step of each spatial dimension"),
  dilations: integers("how far apart the filter's elements are in each spatial dimension"),
  padding: integers("how far the first window starts before x in each spatial dimension"),
};
