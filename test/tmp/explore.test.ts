import { it } from "vitest";
import fc from "fast-check";
import { allOps } from "../../src/program/program.ts";
import { tfjs } from "../../src/oracles/tfjs/index.ts";
import { cotangent } from "../../src/oracles/cotangent.ts";
import { opCases } from "../../properties/generators/op-case.ts";
import { pathToFileURL } from "node:url";
const entry = pathToFileURL("/work/main/node_modules/.tfjs-dev/serve.mjs");
function worst(a: any, b: any): number { let w = 0; for (const k of Object.keys(b)) { if (a[k].shape.join() !== b[k].shape.join()) return NaN; a[k].data.forEach((x: number, i: number) => { const y = b[k].data[i]; const e = Object.is(x, y) ? 0 : Math.abs(x - y) / Math.max(1, Math.abs(y)); if (!(e <= w)) w = e; }); } return w; }
it("explore", async () => {
  const us = cotangent("0");
  for (const backend of ["cpu", "wasm", "node"] as const) {
    const e = await tfjs(backend, { entry, timeoutMs: 10000 });
    console.log(e.description.engine, e.description.backend, e.description.ops.length);
    const seen = new Map<string, string>(); const count = new Map<string, number>(); const note = (k: string, v: string) => { count.set(k, (count.get(k) ?? 0) + 1); if (!seen.has(k)) seen.set(k, v); };
    for (const op of allOps) for (const r of fc.sample(opCases(op), { seed: 7, numRuns: 60 })) {
      const where = `${JSON.stringify(r.program.steps[0]!.attrs)} ${Object.values(r.inputs).map((x) => "[" + x.shape + "]").join(" ")}`;
      const tryIt = async (m: string, f: () => Promise<any>, g: () => Promise<any>, tol: number) => {
        let want: any; try { want = await g(); } catch (err: any) { note(`${op.name} ${m} OURS THROWS ${err.message}`, where); return; }
        try { const got = await f(); for (const k of Object.keys(want)) { const w = m === "jacobian" && k === "jacobians" ? worst(got[k].out, want[k].out) : worst(got[k], want[k]); if (!(w <= tol)) note(`${op.name} ${m}.${k} DIFF`, `${w} ${where}`); } }
        catch (err: any) { note(`${op.name} ${m} THROWS ${err.code} ${err.message.replace(/\d+/g, "N").replace(/N(,N)*/g, "N")}`, where); }
      };
      await tryIt("value", () => e.value(r), () => us.value(r), 2e-6);
      await tryIt("vjp", () => e.vjp(r), () => us.vjp(r), 5e-6);
      await tryIt("jacobian", () => e.jacobian(r), () => us.jacobian(r), 5e-6);
      await tryIt("hvp", () => e.hvp(r), () => us.hvp(r), 2e-5);
    }
    for (const [k, v] of seen) console.log(`${backend} ${k} (×${count.get(k)}) @ ${v}`);
    await e.close();
  }
}, 600000);
