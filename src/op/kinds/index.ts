export { bilinear } from "./bilinear.ts";
export { constant } from "./constant.ts";
export { elementwise } from "./elementwise.ts";
export { linear } from "./linear.ts";
export { primitive } from "./primitive.ts";
