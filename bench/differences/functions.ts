import type { Dice } from "./dice.ts";

/** A function of one number, its derivative, and what it is summed up from at x, in absolute values: what is rounded. */
interface Term {
  readonly f: (t: number) => number;
  readonly d: (t: number) => number;
  readonly size?: number;
}

/** A function at a point. */
export interface Sample {
  readonly f: (t: number) => number;
  readonly x: number;
  /** The derivative; at a kink the two one-sided ones. */
  readonly slopes: readonly number[];
  /** A few roundings of this in float64 are what f may be off by. */
  readonly size: number;
  /** The feature that makes f difficult: where its value is lost in the rounding of f, its slope cannot be known. */
  readonly feature: { readonly value: number; readonly slope: number };
}

function sampleOf(x: number, feature: Term, under: Term = { f: () => 0, d: () => 0 }): Sample {
  const sizeOf = ({ f, d, size = Math.abs(f(x)) }: Term): number => size + Math.abs(x * d(x));
  return {
    f: (t) => under.f(t) + feature.f(t),
    x,
    slopes: [under.d(x) + feature.d(x)],
    size: sizeOf(under) + sizeOf(feature),
    feature: { value: feature.f(x), slope: feature.d(x) },
  };
}

/** A harmless function to lay a feature on; nothing in three of ten cases. */
function background(dice: Dice, x: number): Term {
  const [a, b, c, w] = [dice.between(-2, 2), dice.between(-2, 2), dice.between(-1, 1), dice.between(0.1, 3)];
  if (dice.random() < 0.3) return { f: () => 0, d: () => 0 };
  const size = Math.abs(a) + Math.abs(b * x) + Math.abs(c);
  return { f: (t) => a + b * t + c * Math.sin(w * t), d: (t) => b + c * w * Math.cos(w * t), size };
}

/** Families of functions that differences are easily fooled by: near poles, kinks and edges, oscillating, flat, at every scale. */
export const families: Readonly<Record<string, (dice: Dice) => Sample>> = {
  "pole nearby": (dice) => {
    const x = dice.point(dice.between(-3, 3));
    const [a, m, c] = [dice.signed(-20, 1), 1 + dice.below(3), x + dice.signed(-12, 1)];
    const pole = { f: (t: number) => a * (t - c) ** -m, d: (t: number) => -m * a * (t - c) ** (-m - 1) };
    return sampleOf(x, pole, background(dice, x));
  },
  "edge of the domain": (dice) => {
    const x = dice.point(dice.power(-300, 6));
    const p = dice.between(-2, 3);
    return sampleOf(
      x,
      dice.pick<Term>([
        { f: Math.log, d: (t) => 1 / t },
        { f: Math.sqrt, d: (t) => 0.5 / Math.sqrt(t) },
        { f: (t) => t ** p, d: (t) => p * t ** (p - 1) },
      ]),
    );
  },
  "kink nearby": (dice) => {
    const x = dice.point(dice.between(-3, 3));
    const [a, c] = [dice.signed(-8, 2), x + dice.signed(-14, 1)];
    const kink = { f: (t: number) => a * Math.abs(t - c), d: (t: number) => a * Math.sign(t - c) };
    return sampleOf(x, kink, background(dice, x));
  },
  "kink at the point": (dice) => {
    const x = dice.point(dice.between(-3, 3));
    const [a, under] = [dice.signed(-8, 2), background(dice, x)];
    const sample = sampleOf(x, { f: (t) => a * Math.abs(t - x), d: () => 0 }, under);
    return { ...sample, slopes: [under.d(x) - a, under.d(x) + a] };
  },
  "jump nearby": (dice) => {
    const x = dice.point(dice.between(-3, 3));
    const [a, c] = [dice.signed(-8, 2), x + dice.signed(-14, 1)];
    return sampleOf(x, { f: (t) => (t < c ? 0 : a), d: () => 0 }, background(dice, x));
  },
  oscillation: (dice) => {
    const x = dice.point(dice.between(-3, 3));
    const [w, a] = [dice.power(-3, 12), dice.power(-6, 2)];
    const wave = { f: (t: number) => a * Math.sin(w * t), d: (t: number) => a * w * Math.cos(w * t), size: a };
    return sampleOf(x, wave, background(dice, x));
  },
  "chirp sin(1/x)": (dice) => {
    const x = dice.point(dice.signed(-6, 0));
    const m = dice.below(3);
    const chirp = {
      f: (t: number) => t ** m * Math.sin(1 / t),
      d: (t: number) => m * t ** (m - 1) * Math.sin(1 / t) - t ** (m - 2) * Math.cos(1 / t),
      size: Math.abs(x) ** m,
    };
    return sampleOf(x, chirp, background(dice, x));
  },
  "steep step": (dice) => {
    const x = dice.point(dice.between(-2, 2));
    const [k, a] = [dice.power(0, 10), dice.signed(-6, 1)];
    const c = x + dice.signed(-2, 1) / k;
    const step = {
      f: (t: number) => a * Math.tanh(k * (t - c)),
      d: (t: number) => (a * k) / Math.cosh(k * (t - c)) ** 2,
      size: Math.abs(a),
    };
    return sampleOf(x, step, background(dice, x));
  },
  "narrow bump": (dice) => {
    const x = dice.point(dice.between(-2, 2));
    const [k, a] = [dice.power(0, 9), dice.signed(-6, 1)];
    const c = x + dice.between(-4, 4) / k;
    const bump = {
      f: (t: number) => a * Math.exp(-((k * (t - c)) ** 2)),
      d: (t: number) => -2 * a * k * k * (t - c) * Math.exp(-((k * (t - c)) ** 2)),
      size: Math.abs(a),
    };
    return sampleOf(x, bump, background(dice, x));
  },
  resonance: (dice) => {
    const x = dice.point(dice.between(-2, 2));
    const k = dice.power(-1, 6);
    const c = x + dice.between(-2, 2) / k;
    const peak = {
      f: (t: number) => 1 / (1 + (k * (t - c)) ** 2),
      d: (t: number) => (-2 * k * k * (t - c)) / (1 + (k * (t - c)) ** 2) ** 2,
    };
    return sampleOf(x, peak, background(dice, x));
  },
  "tiny and huge scales": (dice) => {
    const s = dice.scale();
    const x = dice.point(s * dice.between(-3, 3));
    const { f, d } = dice.pick<Term>([
      { f: Math.exp, d: Math.exp },
      { f: Math.tanh, d: (t) => 1 / Math.cosh(t) ** 2 },
      { f: (t) => 1 / (1 + t * t), d: (t) => (-2 * t) / (1 + t * t) ** 2 },
    ]);
    return sampleOf(x, { f: (t) => f(t / s), d: (t) => d(t / s) / s });
  },
  flat: (dice) => {
    const x = dice.point(dice.random() < 0.3 ? 0 : dice.signed(-12, 1));
    const m = 2 + dice.below(8);
    return sampleOf(
      x,
      dice.pick<Term>([
        { f: (t) => t ** m, d: (t) => m * t ** (m - 1) },
        { f: (t) => Math.exp(-1 / (t * t)), d: (t) => (t === 0 ? 0 : (2 / t ** 3) * Math.exp(-1 / (t * t))) },
      ]),
    );
  },
  "cusp of a power": (dice) => {
    const x = dice.point(dice.random() < 0.3 ? 0 : dice.signed(-12, 1));
    const p = dice.pick([1.1, 4 / 3, 1.5, 5 / 3, 2.5]);
    const cusp = { f: (t: number) => Math.abs(t) ** p, d: (t: number) => p * Math.sign(t) * Math.abs(t) ** (p - 1) };
    return sampleOf(x, cusp, background(dice, x));
  },
  polynomial: (dice) => {
    const x = dice.point(dice.between(-2, 2));
    const a = Array.from({ length: 2 + dice.below(10) }, () => dice.between(-3, 3));
    const sum = (of: (c: number, k: number) => number): number => a.reduce((total, c, k) => total + of(c, k), 0);
    return sampleOf(x, {
      f: (t) => sum((c, k) => c * t ** k),
      d: (t) => sum((c, k) => (k === 0 ? 0 : k * c * t ** (k - 1))),
      size: a.length * sum((c, k) => Math.abs(c * x ** k)),
    });
  },
};
