import { elementScroll, observeElementOffset, observeElementRect, Virtualizer } from "@tanstack/virtual-core";
import type { ComponentChildren } from "preact";
import { useLayoutEffect, useReducer, useRef, useState } from "preact/hooks";
import { usePrinting } from "./printing.ts";
import { useRowKeys } from "./row-keys.ts";

interface RowsProps<T> {
  /** What the table is of, for those who do not see it. */
  readonly label: string;
  readonly head: ComponentChildren;
  /** Rows of the head; one unless given. */
  readonly heads?: number;
  readonly columns: number;
  readonly items: readonly T[];
  readonly row: (item: T) => ComponentChildren;
  /** How high a row is, about, in pixels. */
  readonly height: number;
  readonly class?: string;
}

/**
 * A table that scrolls by itself and holds only the rows that are seen: it may have any number of them. It is one stop of
 * the Tab key; arrow keys, Page Up and Down, Home and End move within it. All rows are printed.
 */
export function Rows<T>({ label, head, heads = 1, columns, items, row, height, class: name = "" }: RowsProps<T>) {
  const box = useRef<HTMLDivElement>(null);
  const printing = usePrinting();
  const [, again] = useReducer((n: number) => n + 1, 0);
  const [virtual] = useState(
    () =>
      new Virtualizer<HTMLDivElement, HTMLTableRowElement>({
        count: items.length,
        getScrollElement: () => box.current,
        estimateSize: () => height,
        measureElement: (row) => row.getBoundingClientRect().height,
        overscan: 6,
        scrollToFn: elementScroll,
        observeElementRect,
        observeElementOffset,
        initialRect: { width: 800, height: 800 },
        onChange: () => {
          again(undefined);
        },
      }),
  );
  virtual.setOptions({ ...virtual.options, count: items.length });
  useLayoutEffect(() => virtual._didMount(), []);
  useLayoutEffect(() => {
    virtual._willUpdate();
  });
  const keys = useRowKeys(box, items.length, (index) => {
    virtual.scrollToIndex(index);
  });
  const seen = printing ? items.map((_, index) => ({ index, start: 0, end: 0 })) : virtual.getVirtualItems();
  const before = printing ? 0 : (seen[0]?.start ?? 0);
  const after = printing ? 0 : virtual.getTotalSize() - (seen.at(-1)?.end ?? 0);
  return (
    <div class="scroller tall" ref={box} role="region" aria-label={`${label}, table`} tabIndex={0} onKeyDown={keys}>
      <table class={name} aria-label={label} aria-rowcount={items.length + heads}>
        <thead>{head}</thead>
        <tbody>
          <Gap height={before} columns={columns} />
          {seen.map(({ index }) => (
            <tr
              key={index}
              ref={printing ? null : virtual.measureElement}
              data-index={index}
              aria-rowindex={index + heads + 1}
            >
              {row(items[index]!)}
            </tr>
          ))}
          <Gap height={after} columns={columns} />
          {items.length === 0 && (
            <tr>
              <td colSpan={columns}>Nothing fits these filters.</td>
            </tr>
          )}
        </tbody>
      </table>
    </div>
  );
}

function Gap({ height, columns }: { readonly height: number; readonly columns: number }) {
  return height <= 0 ? null : (
    <tr class="gap" aria-hidden="true">
      <td colSpan={columns} style={{ height: `${String(height)}px` }} />
    </tr>
  );
}
