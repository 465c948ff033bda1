/**
 * Does something with each item, a few at the same time, and hands the results on in the order of the items.
 *
 * @param count of items that are begun before the first of them is done.
 * @param goesOn is asked before another item is begun; what is begun is finished.
 */
export async function* ahead<In, Out>(
  items: readonly In[],
  begin: (item: In) => Promise<Out>,
  count: number,
  goesOn: () => boolean,
): AsyncGenerator<Out> {
  const begun: Promise<Out>[] = [];
  let next = 0;
  for (;;) {
    while (begun.length < count && next < items.length && goesOn()) {
      const one = begin(items[next++]!);
      // It is told by the one who waits for it, who may be gone by then.
      one.catch(() => undefined);
      begun.push(one);
    }
    const first = begun.shift();
    if (first === undefined) return;
    yield await first;
  }
}
