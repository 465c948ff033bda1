import type { ComponentChildren } from "preact";
import { useErrorBoundary } from "preact/hooks";
import { oneLine } from "../../text.ts";

/** What is shown in place of a view that cannot be drawn: the rest of the page stands. */
export function Boundary({ children }: { readonly children: ComponentChildren }) {
  const [error] = useErrorBoundary() as readonly [unknown, () => void];
  if (error === undefined) return <>{children}</>;
  return (
    <>
      <h1>This view could not be drawn</h1>
      <p>The results may have been changed by hand. What went wrong: {oneLine(errorText(error))}</p>
    </>
  );
}

function errorText(error: unknown): string {
  return error instanceof Error ? error.message : "no reason was given";
}
