export { printJax } from "./jax.ts";
export type { Mode, Printable, PrintOptions } from "./printable.ts";
export { printTfjs, type TfjsEngine, type TfjsOptions } from "./tfjs.ts";
export { printTorch } from "./torch.ts";
