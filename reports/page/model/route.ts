import { useEffect, useState } from "preact/hooks";

/** A place in the page: what stands after the `#` of its address. */
export interface Route {
  /** `["op", "matmul"]` */
  readonly path: readonly string[];
  readonly query: ReadonlyMap<string, string>;
}

/** Reads a place from an address. What is no encoding is taken as it stands. */
function routeOf(hash: string): Route {
  const [path = "", query = ""] = hash.replace(/^#\/?/, "").split("?");
  return {
    path: path
      .split("/")
      .filter((part) => part !== "")
      .map(decode),
    query: new Map(new URLSearchParams(query)),
  };
}

/** The address of a place in the page. */
export function hrefOf(path: readonly string[], query: Readonly<Record<string, string>> = {}): string {
  const given = Object.entries(query).filter(([, value]) => value !== "");
  const asked = given.length === 0 ? "" : `?${new URLSearchParams(given).toString()}`;
  return `#/${path.map((part) => encodeURIComponent(wellFormed(part))).join("/")}${asked}`;
}

/** A text with every half of a surrogate pair replaced, as addresses cannot hold one. */
export function wellFormed(text: string): string {
  return text.replace(/\p{Surrogate}/gu, "\ufffd");
}

/** The place that the page is at. */
export function useRoute(): Route {
  const [hash, setHash] = useState(location.hash);
  useEffect(() => {
    const follow = (): void => {
      setHash(location.hash);
    };
    addEventListener("hashchange", follow);
    return () => {
      removeEventListener("hashchange", follow);
    };
  }, []);
  return routeOf(hash);
}

/** Changes some of the query of the place at hand, without a new entry in the history. */
export function ask(changes: Readonly<Record<string, string>>): void {
  const { path, query } = routeOf(location.hash);
  location.replace(hrefOf(path, { ...Object.fromEntries(query), ...changes }));
}

function decode(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}
