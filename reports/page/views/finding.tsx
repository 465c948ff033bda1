import type { Finding } from "../../../src/suite/results.ts";
import { errorText } from "../../finding-text.ts";
import { formatArrays, formatEvidence, type Digits } from "../../format.ts";
import { oneLine, printable } from "../../text.ts";
import type { Model } from "../model/model.ts";
import { hrefOf } from "../model/route.ts";
import { Code } from "../parts/code.tsx";
import { Link } from "../parts/link.tsx";
import { Label } from "../parts/mark.tsx";
import { Scales } from "../parts/scales.tsx";
import { ProgramGraph } from "../parts/program-graph.tsx";
import { Differences } from "./differences.tsx";
import { Jacobian } from "./jacobian.tsx";
import { StepSizes } from "./step-sizes.tsx";
import { Witnesses } from "./witnesses.tsx";

/** One finding: what is wrong, how it was seen, who says so, and how to see it without Cotangent. */
export function FindingView({ model, finding }: { readonly model: Model; readonly finding: Finding }) {
  const { case: c, known } = finding;
  const engine = model.results.engines.find(({ name }) => name === finding.engine);
  const digits: Digits = engine?.precision ?? "float64";
  const place = model.findings.indexOf(finding);
  const [before, after] = [model.findings[place - 1], model.findings[place + 1]];
  return (
    <article class="finding-page">
      <p class="where">
        <Label mark={known === null ? "unexpected" : "known"} /> · {finding.kind} ·{" "}
        <a href={hrefOf(["op", finding.op])}>{oneLine(finding.op)}</a> on {oneLine(finding.engine)} · order{" "}
        {finding.order} · {oneLine(finding.law)}
      </p>
      <h1>{oneLine(finding.title)}</h1>
      <p class="diagnosis">{oneLine(finding.diagnosis)}</p>
      {known !== null && (
        <p class="because">
          Known of {oneLine(`${finding.engine} ${engine?.version ?? ""}`)}, and written down in advance
          {known.because === finding.diagnosis ? "." : `: ${oneLine(known.because)}`}{" "}
          {known.link !== null && <Link address={known.link} />}
        </p>
      )}
      <section aria-labelledby="repro">
        <h2 id="repro">See it without Cotangent</h2>
        <Repros finding={finding} />
        <p>Run it again:</p>
        <Code label="the replay command" text={finding.replay} />
      </section>
      <section aria-labelledby="program">
        <h2 id="program">The program</h2>
        <ProgramGraph program={c.program} fault={finding.op} />
        <dl class="facts">
          <Fact term="Inputs" text={formatArrays(c.inputs)} />
          <Fact term="Differentiated by" text={c.wrt.join(", ") || "nothing"} />
          {c.cotangents !== undefined && Object.keys(c.cotangents).length > 0 && (
            <Fact term="Cotangents" text={formatArrays(c.cotangents)} />
          )}
          {finding.order > 1 && c.tangents !== undefined && Object.keys(c.tangents).length > 0 && (
            <Fact term="Tangents" text={formatArrays(c.tangents)} />
          )}
        </dl>
      </section>
      <section aria-labelledby="numbers">
        <h2 id="numbers">Got and want</h2>
        <dl class="facts">
          <Fact term="Got" text={formatEvidence(finding.got, digits)} />
          <Fact term="Want" text={formatEvidence(finding.want)} />
        </dl>
        <Differences finding={finding} />
        <p class="sentence">{errorText(finding)}.</p>
        <Scales error={finding.error} bound={finding.bound} />
      </section>
      <Witnesses finding={finding} />
      <Jacobian finding={finding} />
      <StepSizes finding={finding} />
      <nav class="beside" aria-label="Findings beside this one">
        {before !== undefined && <a href={hrefOf(["finding", before.id])}>← {oneLine(before.title)}</a>}
        {after !== undefined && <a href={hrefOf(["finding", after.id])}>{oneLine(after.title)} →</a>}
      </nav>
    </article>
  );
}

function Fact({ term, text }: { readonly term: string; readonly text: string }) {
  return (
    <div>
      <dt>{term}</dt>
      <dd>
        <pre tabIndex={0} role="region" aria-label={term}>
          {printable(text)}
        </pre>
      </dd>
    </div>
  );
}

function Repros({ finding: { repro } }: { readonly finding: Finding }) {
  const languages = [
    ["TensorFlow.js", repro.tfjs],
    ["PyTorch", repro.torch],
    ["JAX", repro.jax],
  ] as const;
  const given = languages.filter(([, text]) => text !== null);
  if (given.length === 0) return <p>None of TensorFlow.js, PyTorch and JAX has every op of the program.</p>;
  return (
    <>
      {given.map(([name, text], i) => (
        <details key={name} open={i === 0}>
          <summary>In {name}</summary>
          <Code label={`the program in ${name}`} text={text!} />
        </details>
      ))}
    </>
  );
}
