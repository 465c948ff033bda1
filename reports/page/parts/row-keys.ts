import type { RefObject } from "preact";
import { useLayoutEffect, useRef } from "preact/hooks";

/** Rows that Page Up and Page Down go by. */
const PAGE = 12;

/** Where in a table the focus is: a row, and a link within it, counted from its first. */
interface Place {
  readonly row: number;
  readonly link: number;
}

/**
 * Arrow keys in a table of rows that come and go as it scrolls: from link to link, row by row. Links of a table are no
 * stops of the Tab key, which would be thousands; the table itself is one.
 *
 * @param show scrolls a row into view.
 * @returns what the table does when a key is pressed within it.
 */
export function useRowKeys(
  box: RefObject<HTMLElement | null>,
  count: number,
  show: (row: number) => void,
): (event: KeyboardEvent) => void {
  const wanted = useRef<Place | null>(null);
  const focus = (): void => {
    const place = wanted.current;
    const link = place === null ? undefined : linksOf(box.current, place.row).at(place.link);
    if (link === undefined) return;
    wanted.current = null;
    link.focus({ preventScroll: true });
    keepClear(box.current!);
    link.scrollIntoView({ block: "nearest", inline: "nearest" });
  };
  // A row that was not there when it was wanted is there after the table was drawn anew.
  useLayoutEffect(() => {
    for (const link of box.current?.querySelectorAll<HTMLElement>("tbody a") ?? []) link.tabIndex = -1;
    focus();
  });
  return (event) => {
    const from = placeOf(event.target);
    // A key that comes before the row of the last one is drawn goes on from that row.
    const next = nextOf(from === null ? null : (wanted.current ?? from), event.key, count);
    if (next === null || event.altKey || event.ctrlKey || event.metaKey) return;
    event.preventDefault();
    const links = linksOf(box.current, next.row);
    wanted.current = {
      row: next.row,
      link: Math.max(0, Math.min(next.link, links.length === 0 ? next.link : links.length - 1)),
    };
    if (links.length === 0) show(next.row);
    else focus();
  };
}

/** What stands still above and beside the rows covers none that is scrolled to. */
function keepClear(box: HTMLElement): void {
  const corner = box.querySelector<HTMLElement>("thead th");
  box.style.scrollPadding = `${String(box.querySelector("thead")?.offsetHeight ?? 0)}px 0 0 ${String(corner?.offsetWidth ?? 0)}px`;
}

function linksOf(box: HTMLElement | null, row: number): HTMLElement[] {
  return [...(box?.querySelectorAll<HTMLElement>(`tr[data-index="${String(row)}"] a`) ?? [])];
}

/** Where the focus is; null where it is on the table itself. */
function placeOf(target: EventTarget | null): Place | null {
  const link = target instanceof Element ? target.closest("a") : null;
  const row = link?.closest<HTMLElement>("tr[data-index]") ?? null;
  if (link === null || row === null) return null;
  return { row: Number(row.dataset["index"]), link: [...row.querySelectorAll("a")].indexOf(link) };
}

/** Where a key leads from a place; null where it is none of ours. */
function nextOf(from: Place | null, key: string, count: number): Place | null {
  if (count === 0) return null;
  if (from === null) return key === "ArrowDown" ? { row: 0, link: 0 } : null;
  const { row, link } = from;
  const to = (next: number): Place => ({ row: Math.max(0, Math.min(count - 1, next)), link });
  switch (key) {
    case "ArrowDown":
      return to(row + 1);
    case "ArrowUp":
      return to(row - 1);
    case "PageDown":
      return to(row + PAGE);
    case "PageUp":
      return to(row - PAGE);
    case "Home":
      return to(0);
    case "End":
      return to(count - 1);
    case "ArrowRight":
      return { row, link: link + 1 };
    case "ArrowLeft":
      return { row, link: Math.max(0, link - 1) };
    default:
      return null;
  }
}
