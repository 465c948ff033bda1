import { oneLine } from "../../text.ts";
import { ask, type Route } from "../model/route.ts";

/** One thing to choose among. */
export interface Choice {
  readonly name: string;
  readonly label: string;
  readonly options: readonly string[];
  /** What stands when none is chosen; "all" unless given. */
  readonly unchosen?: string;
}

interface FiltersProps {
  readonly route: Route;
  readonly label: string;
  readonly choices: readonly Choice[];
  /** How much is left, in words. */
  readonly shown: string;
}

/** A text and some choices to filter by; they stand in the address, so that what is seen can be linked to. */
export function Filters({ route: { query }, label, choices, shown }: FiltersProps) {
  return (
    <form class="filters" role="search" aria-label={label} onSubmit={(event) => event.preventDefault()}>
      <label>
        Text
        <input
          type="search"
          value={query.get("text") ?? ""}
          onInput={(event) => {
            ask({ text: event.currentTarget.value });
          }}
        />
      </label>
      {choices.map(({ name, label: word, options, unchosen = "all" }) => (
        <label key={name}>
          {word}
          <select
            value={query.get(name) ?? ""}
            onChange={(event) => {
              ask({ [name]: event.currentTarget.value });
            }}
          >
            <option value="">{unchosen}</option>
            {options.map((option) => (
              <option key={option} value={option}>
                {oneLine(option)}
              </option>
            ))}
          </select>
        </label>
      ))}
      <p role="status">{shown}</p>
    </form>
  );
}
