import { marks, type Mark } from "../model/marks.ts";

/** The symbol of a mark; a screen reader reads its word. */
export function Symbol({ mark }: { readonly mark: Mark }) {
  return (
    <span class={`mark ${mark}`} role="img" aria-label={marks[mark].word}>
      {marks[mark].symbol}
    </span>
  );
}

/** The symbol and its word. */
export function Label({ mark }: { readonly mark: Mark }) {
  return (
    <span class={`mark ${mark}`}>
      <span aria-hidden="true">{marks[mark].symbol}</span> {marks[mark].word}
    </span>
  );
}

/** What symbols mean. */
export function Legend({ used }: { readonly used: readonly Mark[] }) {
  return (
    <ul class="legend">
      {used.map((mark) => (
        <li key={mark}>
          <Symbol mark={mark} /> {marks[mark].meaning}
        </li>
      ))}
    </ul>
  );
}
