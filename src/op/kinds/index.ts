export { bilinear } from "./bilinear.ts";
export { composite, provideKit } from "./composite.ts";
export { constant, constantTensor } from "./constant.ts";
export { elementwise } from "./elementwise.ts";
export { linear } from "./linear.ts";
export { moving } from "./moving.ts";
export { primitive } from "./primitive.ts";
