/** Some powers of ten within a range, at most about `most`. */
export function powersOf(range: readonly number[], most: number): number[] {
  const [low = 1, high = low] = range;
  const [from, to] = [Math.ceil(Math.log10(low) - 1e-9), Math.floor(Math.log10(high) + 1e-9)];
  const step = Math.max(1, Math.ceil((to - from) / most));
  return Array.from({ length: Math.max(0, Math.floor((to - from) / step) + 1) }, (_, i) =>
    Number(`1e${String(from + i * step)}`),
  );
}
