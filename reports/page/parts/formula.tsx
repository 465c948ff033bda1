import temml from "temml";
import { useLayoutEffect, useRef } from "preact/hooks";

/** A formula, typeset. */
export function Formula({ tex }: { readonly tex: string }) {
  const box = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    if (box.current !== null) temml.render(tex, box.current, { displayMode: true });
  }, [tex]);
  return <div class="formula scroller" ref={box} role="region" aria-label="Its definition" tabIndex={0} />;
}
