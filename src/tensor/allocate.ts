/** Elements of the largest array that V8 keeps inside its own heap, and so makes in tens of nanoseconds. */
const SMALL = 8;
/** Elements up to which an array is a view of a shared chunk; a larger one is worth its own buffer. */
const MIDDLE = 1024;
const CHUNK = 8192;

let chunk = new ArrayBuffer(CHUNK * 8);
let used = 0;

/**
 * A zeroed array of `size` float64. Making an off-heap buffer costs V8 140–1000 ns, so middle sizes are cut from
 * chunks of 64 KB, each element handed out once: what is cut is always zero.
 */
export function allocate(size: number): Float64Array {
  if (size <= SMALL || size > MIDDLE) return new Float64Array(size);
  if (used + size > CHUNK) {
    chunk = new ArrayBuffer(CHUNK * 8);
    used = 0;
  }
  const view = new Float64Array(chunk, used * 8, size);
  used += size;
  return view;
}
