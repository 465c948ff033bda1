export { printJax } from "./jax.ts";
export type { Mode, Printable } from "./printable.ts";
export { printTfjs } from "./tfjs.ts";
export { printTorch } from "./torch.ts";
