/** sin πx: the half turns are taken off before π is multiplied, which is where digits would be lost. */
export function sinPi(x: number): number {
  if (!Number.isFinite(x)) return Number.NaN;
  const rest = x % 2;
  const nearest = Math.round(2 * rest);
  const angle = Math.PI * (rest - nearest / 2);
  const turn = (nearest + 8) % 4;
  const size = turn % 2 === 0 ? Math.sin(angle) : Math.cos(angle);
  return turn < 2 ? size : -size;
}
