// @ts-check

const MEGABYTE = 1e6;
const BAR = 24;
/** A shorter bar says less than the figures beside it. */
const SHORTEST_BAR = 6;

/**
 * One line of progress, never wider than the terminal (a wrapped line cannot be redrawn).
 *
 * @param {{ doing: string, elapsedMs: number, bytes?: number, total?: number }} state
 * @param {number} [columns] unlimited, and without a bar, when not given
 */
export function progressLine({ doing, elapsedMs, bytes, total }, columns) {
  if (bytes === undefined || total === undefined) return fit(`${doing} … ${seconds(elapsedMs)}`, columns);
  // A file counts twice while it is being moved out of a temporary place.
  const share = Math.min(1, bytes / total);
  const figures = `${String(Math.floor(share * 100)).padStart(3)} % of ${megabytes(total)}`;
  const room = columns === undefined ? 0 : Math.min(BAR, columns - 1 - doing.length - figures.length - " [] ".length);
  if (room < SHORTEST_BAR) return fit(`${doing} ${figures}`, columns);
  return `${doing} [${"#".repeat(Math.round(share * room)).padEnd(room, ".")}] ${figures}`;
}

/** @param {number} bytes */
export function megabytes(bytes) {
  return `${Math.round(bytes / MEGABYTE)} MB`;
}

/** @param {number} ms */
export function seconds(ms) {
  return `${Math.round(ms / 1000)} s`;
}

/**
 * @param {string} text
 * @param {number | undefined} columns
 */
function fit(text, columns) {
  return columns !== undefined && text.length >= columns ? `${text.slice(0, Math.max(0, columns - 2))}…` : text;
}
