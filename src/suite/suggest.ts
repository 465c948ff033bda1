import type { KnownDifference } from "./known-schema.ts";
import type { Finding } from "./results.ts";

/** The known differences that unexpected findings would be; engines that share one together. */
export function suggestKnown(findings: readonly Finding[]): KnownDifference[] {
  const suggested = new Map<string, KnownDifference & { readonly engines: string[] }>();
  for (const { known, engine, op, kind, order, condition = {}, diagnosis } of findings) {
    if (known !== null) continue;
    const key = JSON.stringify([op, kind, order, condition]);
    const same = suggested.get(key);
    if (same === undefined)
      suggested.set(key, { engines: [engine], op, kind, order, condition, because: diagnosis, link: null });
    else if (!same.engines.includes(engine)) same.engines.push(engine);
  }
  return [...suggested.values()];
}
