import { Graph, layout } from "@dagrejs/dagre";
import { line, curveBasis } from "d3-shape";
import type { Program } from "../../../src/program/program.ts";
import { programText } from "../../program-text.ts";
import { oneLine, printable } from "../../text.ts";

interface Node {
  readonly label: string;
  readonly kind: "input" | "step" | "fault";
  readonly width: number;
  readonly height: number;
}

/** A node where the layout has put it, by its middle. */
interface Placed extends Node, Point {}

interface Point {
  readonly x: number;
  readonly y: number;
}

/** How wide a character of a label is. */
const CHAR = 7.8;
const path = line<Point>(
  (p) => p.x,
  (p) => p.y,
).curve(curveBasis);

/** A program as a graph from its inputs down to its outputs; the steps of the op at fault are marked. */
export function ProgramGraph({ program, fault }: { readonly program: Program; readonly fault: string }) {
  const graph = drawn(program, fault);
  const { width = 0, height = 0 } = graph.graph() as { readonly width?: number; readonly height?: number };
  const nodes = graph.nodes().map((id) => ({ id, ...(graph.node(id) as Placed) }));
  const edges = graph.edges().map((edge) => ({
    key: `${edge.v} ${edge.w} ${edge.name ?? ""}`,
    points: (graph.edge(edge) as { readonly points: Point[] }).points,
  }));
  return (
    <figure class="program">
      <div class="scroller" role="region" aria-label="The program, drawn" tabIndex={0}>
        <svg
          viewBox={`-2 -2 ${String(width + 4)} ${String(height + 4)}`}
          width={width + 4}
          height={height + 4}
          role="img"
          aria-label={`The program as a graph: ${oneLine(programText(program))}`}
        >
          {edges.map(({ key, points }) => (
            <path key={key} class="edge" d={path(points) ?? ""} />
          ))}
          {nodes.map(({ id, label, kind, x, y, width: w, height: h }) => (
            <g key={id} class={`node ${kind}`}>
              <rect x={x - w / 2} y={y - h / 2} width={w} height={h} rx={kind === "input" ? h / 2 : 5} />
              <text x={x} y={y}>
                {kind === "fault" ? `✗ ${label}` : label}
              </text>
            </g>
          ))}
        </svg>
      </div>
      <figcaption>
        <pre>{printable(programText(program))}</pre>
      </figcaption>
    </figure>
  );
}

function drawn(program: Program, fault: string): Graph {
  const graph = new Graph({ multigraph: true });
  graph.setGraph({ rankdir: "TB", nodesep: 24, ranksep: 30 });
  const add = (id: string, label: string, kind: Node["kind"]): void => {
    graph.setNode(id, { label, kind, width: CHAR * (label.length + (kind === "fault" ? 4 : 2)) + 12, height: 30 });
  };
  for (const name of program.inputs) add(name, oneLine(name), "input");
  for (const { out, op, in: inputs } of program.steps) {
    for (const name of inputs) if (!graph.hasNode(name)) add(name, oneLine(name), "input");
    add(out, oneLine(`${out} = ${op}`), op === fault ? "fault" : "step");
    inputs.forEach((name, i) => graph.setEdge(name, out, {}, String(i)));
  }
  layout(graph);
  return graph;
}
