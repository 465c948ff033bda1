import { oneOf } from "../../op/attrs.ts";
import { primitive } from "../../op/kinds/index.ts";
import type { Kit } from "../../op/kit.ts";
import { lowerPart, matrixOf, part, transposed } from "../../op/matrices.ts";
import type { Op } from "../../op/op.ts";
import { qrMagnitudes, qrOf } from "../../tensor/kernels/householder.ts";
import { eachMatrix } from "../../tensor/kernels/stacks.ts";

/** A factor of x = q·r for matrices with no fewer rows than columns; `qr` says which ones these are. */
export const qr_tall: Op<["x"], { readonly output: "q" | "r" }> = primitive({
  name: "qr_tall",
  inputs: ["x"],
  attrs: { output: oneOf("which of the factors", ["q", "r"]) },
  shape: ([x], { output }) => {
    const { stack, n } = matrixOf("qr", x!);
    return output === "q" ? x! : [...stack, n, n];
  },
  kernel: ([x], { output }, shape) => {
    const { stack, m, n } = matrixOf("qr", x!.shape);
    return eachMatrix([x!], stack, shape, (out, matrix) => {
      out.set(qrOf(matrix, m, n)[output]);
    });
  },
  rounding: ([x], { output }, out) => {
    const { stack, m, n } = matrixOf("qr", x!.shape);
    const magnitudes = eachMatrix([x!], stack, out.shape, (sizes, matrix) => {
      sizes.set(qrMagnitudes(matrix, m, n)[output]);
    });
    return { terms: 4 * m * n, magnitudes };
  },
  vjp: {
    // For a square q, Ḡ = −Q·Mᵀ, which leaves Q·tril(M − Mᵀ, −1)·R⁻ᵀ: its last column, which has but a sign, takes no part.
    x: (kit, at, g, { output }) => {
      if (output === "r" || !isSquare(kit, at.x)) return cotangent(kit, at, g, output);
      const { q, r } = factors(kit, at, output);
      const m = kit.neg(kit.matmul(g, q, { transpose_a: true }));
      const turned = kit.matmul(q, lowerPart(kit, kit.sub(m, transposed(kit, m)), true));
      return kit.triangular_solve(r, turned, { transpose_a: true });
    },
  },
  jvp: {
    // For a square q, W = Q·T, which leaves Q·S.
    x: (kit, at, d, { output }) => {
      if (output === "r" || !isSquare(kit, at.x)) return tangent(kit, at, d, output);
      const { q, r } = factors(kit, at, output);
      const t = kit.matmul(q, kit.triangular_solve(r, d, {}), { transpose_a: true });
      return kit.matmul(q, skewPart(kit, t));
    },
  },
  // The same formula for square matrices, as engines have it that go step by step.
  variants: [
    {
      vjp: { x: (kit, at, g, { output }) => cotangent(kit, at, g, output) },
      jvp: { x: (kit, at, d, { output }) => tangent(kit, at, d, output) },
    },
  ],
});

interface Factored<V> {
  readonly x: V;
  readonly out: V;
}

/** (Ḡ + Q·copyltu(M))·R⁻ᵀ with M = R·R̄ᵀ − Q̄ᵀ·Q and copyltu(M) = tril(M) + tril(M, −1)ᵀ (M. Seeger and others, 2017). */
function cotangent<V>(kit: Kit<V>, at: Factored<V>, g: V, output: "q" | "r"): V {
  const { q, r } = factors(kit, at, output);
  const m =
    output === "q"
      ? kit.neg(kit.matmul(g, q, { transpose_a: true }))
      : kit.matmul(r, upperPart(kit, g), { transpose_b: true });
  const inner = kit.matmul(q, kit.add(lowerPart(kit, m), transposed(kit, lowerPart(kit, m, true))));
  return kit.triangular_solve(r, output === "q" ? kit.add(g, inner) : inner, { transpose_a: true });
}

/** With W = D·R⁻¹, T = Qᵀ·W and S = tril(T, −1) − tril(T, −1)ᵀ: Q·(S − T) + W, and (T − S)·R. */
function tangent<V>(kit: Kit<V>, at: Factored<V>, d: V, output: "q" | "r"): V {
  const { q, r } = factors(kit, at, output);
  const w = kit.triangular_solve(r, d, {});
  const t = kit.matmul(q, w, { transpose_a: true });
  const rest = kit.sub(t, skewPart(kit, t));
  return output === "q" ? kit.sub(w, kit.matmul(q, rest)) : kit.matmul(rest, r);
}

/** The strict lower triangle less its transpose. */
function skewPart<V>(kit: Kit<V>, x: V): V {
  const below = lowerPart(kit, x, true);
  return kit.sub(below, transposed(kit, below));
}

function factors<V>(kit: Kit<V>, { x, out }: Factored<V>, output: "q" | "r"): { readonly q: V; readonly r: V } {
  return output === "q"
    ? { q: out, r: kit.qr_tall(x, { output: "r" }) }
    : { q: kit.qr_tall(x, { output: "q" }), r: out };
}

function isSquare<V>(kit: Kit<V>, x: V): boolean {
  const shape = kit.shape(x);
  return shape.at(-1) === shape.at(-2);
}

function upperPart<V>(kit: Kit<V>, x: V): V {
  return part(kit, x, (row, column) => row <= column);
}
