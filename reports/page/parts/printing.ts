import { useEffect, useState } from "preact/hooks";

/** Whether the page is on its way to the printer. */
export function usePrinting(): boolean {
  const [printing, set] = useState(false);
  useEffect(() => {
    const media = matchMedia("print");
    const follow = (): void => {
      set(media.matches);
    };
    media.addEventListener("change", follow);
    return () => {
      media.removeEventListener("change", follow);
    };
  }, []);
  return printing;
}
