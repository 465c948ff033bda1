import type { ComponentChildren } from "preact";
import { useEffect, useRef } from "preact/hooks";
import type { Finding } from "../../src/suite/results.ts";
import { oneLine } from "../text.ts";
import type { Model } from "./model/model.ts";
import { hrefOf, useRoute, wellFormed, type Route } from "./model/route.ts";
import { Boundary } from "./parts/boundary.tsx";
import { Accuracy } from "./views/accuracy.tsx";
import { Compare } from "./views/compare.tsx";
import { Coverage } from "./views/coverage.tsx";
import { FindingView } from "./views/finding.tsx";
import { Findings } from "./views/findings.tsx";
import { Missing } from "./views/missing.tsx";
import { OpView } from "./views/op.tsx";
import { Overview } from "./views/overview.tsx";
import { Timing } from "./views/timing.tsx";
import { WorkedExample } from "./views/worked-example.tsx";

/** The pages of the report, in the order of the navigation. */
const PLACES = [
  { path: [], title: "Verdict" },
  { path: ["findings"], title: "Findings" },
  { path: ["example"], title: "Worked example" },
  { path: ["accuracy"], title: "Accuracy" },
  { path: ["coverage"], title: "Coverage" },
  { path: ["timing"], title: "Timing" },
] as const;

/** What a comparison is reached by, where there is one. */
const COMPARE = { path: ["compare"], title: "Compare" } as const;

function placesOf({ comparison }: Model): readonly { readonly path: readonly string[]; readonly title: string }[] {
  return comparison === null ? PLACES : [...PLACES, COMPARE];
}

/** The report of a run. */
export function App({ model }: { readonly model: Model }) {
  const route = useRoute();
  const main = useRef<HTMLElement>(null);
  const place = route.path.join("/");
  const first = useRef(true);
  useEffect(() => {
    document.title = `Cotangent: ${titleOf(model, route)}`;
    if (first.current) first.current = false;
    else {
      // A new page begins at its top, for readers of the screen too.
      main.current?.focus({ preventScroll: true });
      scrollTo(0, 0);
    }
  }, [place]);
  return (
    <>
      <header class="bar">
        <a class="skip" href={location.hash || "#/"} onClick={() => main.current?.focus()}>
          Skip to the content
        </a>
        <a class="brand" href={hrefOf([])}>
          Cotangent <span>gradients, cross-checked</span>
        </a>
        <nav aria-label="Pages">
          {placesOf(model).map(({ path, title }) => (
            <a key={title} href={hrefOf(path)} aria-current={place === path.join("/") ? "page" : undefined}>
              {title}
            </a>
          ))}
        </nav>
      </header>
      <main ref={main} tabIndex={-1} id="main">
        <Boundary key={place}>{viewOf(model, route)}</Boundary>
      </main>
      <footer>
        <p>
          <code>{oneLine(model.results.run.command)}</code>
        </p>
        <p>
          {Object.entries(model.results.run.versions)
            .map(([name, version]) => oneLine(`${name} ${version}`))
            .join(" · ")}
        </p>
      </footer>
    </>
  );
}

function viewOf(model: Model, route: Route): ComponentChildren {
  const [page, name = ""] = route.path;
  const finding = findingOf(model, name);
  switch (page) {
    case undefined:
      return <Overview model={model} route={route} />;
    case "findings":
      return <Findings model={model} route={route} />;
    case "finding":
      return finding === undefined ? (
        <Missing what={`finding "${name}"`} />
      ) : (
        <FindingView key={name} model={model} finding={finding} />
      );
    case "op": {
      const row = model.rows.find(({ op }) => wellFormed(op) === name);
      return row === undefined ? (
        <Missing what={`op "${name}"`} />
      ) : (
        <OpView key={name} model={model} row={row} route={route} />
      );
    }
    case "example":
      return <WorkedExample model={model} route={route} />;
    case "accuracy":
      return <Accuracy model={model} />;
    case "coverage":
      return <Coverage model={model} route={route} />;
    case "compare":
      return model.comparison === null ? <Missing what="comparison" /> : <Compare comparison={model.comparison} />;
    case "timing":
      return <Timing model={model} />;
    default:
      return <Missing what={`page "${page}"`} />;
  }
}

function findingOf({ findings }: Model, name: string | undefined): Finding | undefined {
  return findings.find(({ id }) => wellFormed(id) === name);
}

function titleOf(model: Model, { path: [page, name] }: Route): string {
  if (page === "op" && name !== undefined) return oneLine(name);
  if (page === "finding") return oneLine(findingOf(model, name)?.title ?? "finding");
  return (
    placesOf(model).find(({ path: [own] }) => own === page && page !== undefined)?.title ??
    oneLine(model.verdict.sentence)
  );
}
