import { useState } from "preact/hooks";
import { encodeArray } from "../../../src/base/codec.ts";
import type { Op } from "../../../src/op/op.ts";
import { drawCase } from "../../../src/suite/plan.ts";
import { formatArrays } from "../../format.ts";
import { programText } from "../../program-text.ts";
import type { Model } from "../model/model.ts";

/** Cases that are drawn at a time. */
const STEP = 5;

/** The cases that an op was tried on, drawn again from the run's seed when they are asked for. */
export function Samples({ model, op }: { readonly model: Model; readonly op: Op }) {
  const [count, setCount] = useState(0);
  const { seed } = model.results.run;
  return (
    <section aria-labelledby="samples">
      <h2 id="samples">Samples</h2>
      <p>The first cases that this op was tried on, drawn again in this page from seed {seed}.</p>
      {Array.from({ length: count }, (_, index) => (
        <Sample key={index} seed={seed} op={op.name} index={index} />
      ))}
      <button
        type="button"
        onClick={() => {
          setCount(count + STEP);
        }}
      >
        {count === 0 ? "Show samples" : "Show more"}
      </button>
    </section>
  );
}

function Sample({ seed, op, index }: { readonly seed: number; readonly op: string; readonly index: number }) {
  const { program, inputs } = drawCase(seed, { unit: op, index });
  const arrays = Object.fromEntries(Object.entries(inputs).map(([name, x]) => [name, encodeArray(x)]));
  return (
    <pre tabIndex={0} role="region" aria-label={`Sample ${String(index)}`}>
      {`${programText(program)}\n${formatArrays(arrays)}`}
    </pre>
  );
}
