import { useState } from "preact/hooks";
import { printable } from "../../text.ts";

/** Code, with a button that copies it. */
export function Code({ text: given, label }: { readonly text: string; readonly label: string }) {
  const text = printable(given);
  const [said, say] = useState("");
  const copy = async (): Promise<void> => {
    try {
      await navigator.clipboard.writeText(text);
      say("copied");
    } catch {
      say("select it and copy by hand: the browser does not let this page");
    }
  };
  return (
    <div class="code">
      <pre tabIndex={0} role="region" aria-label={label}>
        {text}
      </pre>
      <button type="button" onClick={() => void copy()} aria-label={`Copy ${label}`}>
        Copy
      </button>
      <span class="said" role="status">
        {said}
      </span>
    </div>
  );
}
