import type { Finding } from "../../../src/suite/results.ts";
import { formatEvidence } from "../../format.ts";
import { oneLine, printable } from "../../text.ts";

/** Who says what of the number at fault, and on which side each stands. */
export function Witnesses({ finding: { witnesses, engine } }: { readonly finding: Finding }) {
  if (witnesses.length === 0) return null;
  const sides = [
    { side: "reference", title: "With the reference" },
    { side: "engine", title: `With ${oneLine(engine)}` },
  ] as const;
  return (
    <section aria-labelledby="witnesses">
      <h2 id="witnesses">Witnesses</h2>
      <div class="sides">
        {sides.map(({ side, title }) => (
          <div key={side} class={side}>
            <h3>{title}</h3>
            <dl>
              {witnesses
                .filter(({ sides: of }) => of === side)
                .map(({ name, value }) => (
                  <div key={name}>
                    <dt>{oneLine(name)}</dt>
                    <dd>{printable(formatEvidence(value))}</dd>
                  </div>
                ))}
            </dl>
          </div>
        ))}
      </div>
    </section>
  );
}
