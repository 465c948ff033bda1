import { pointsOf } from "../../src/op/domain.ts";
import type { Op } from "../../src/op/op.ts";
import { Tensor } from "../../src/tensor/tensor.ts";
import { programOf, type Call, type Draft } from "../draft.ts";
import { Elements } from "../elements.ts";
import { callOf, formWhere, formWith, labelsOf, type Form } from "../samples.ts";
import { pointOfCall } from "./points.ts";

/** Points where the op breaks, as its domain declares: where derivatives jump, or values. */
export function kinks(op: Op): Draft[] {
  const { inputs } = op.face!.domain;
  if (Object.values(inputs).every(({ breaks }) => breaks === null)) return [];
  const attributes = labelsOf(op).filter(({ flag }) => flag === "attribute");
  return [
    at(
      "kink-all",
      formWhere(op, "kink-all", () => true)!,
      () => true,
    ),
    at("kink-some", formWhere(op, "kink-some", severalElements)!, (i) => i % 2 === 0),
    ...attributes.map((label) => at(`kink-${label.name}`, formWith(op, label), (i) => i % 3 !== 2)),
  ];
}

function severalElements({ shapes }: Form): boolean {
  return shapes.every((shape) => shape.reduce((a, b) => a * b, 1) > 2);
}

/** A vector whose elements stand at kinks where `chosen` says so. Where values jump, these alone. */
function at(id: string, form: Form, chosen: (i: number) => boolean): Draft {
  const { op, intervals } = form;
  const elements = new Elements("full", op.name, id);
  const drawn = callOf(form, elements);
  const tie = Object.values(drawn.inputs)[0]!.data[0]!;
  const inputs = Object.fromEntries(
    Object.entries(drawn.inputs).map(([name, x], n) => {
      const { breaks } = intervals[n]!;
      const points = breaks?.ties === true ? [tie] : pointsOf(breaks, drawn.attrs);
      const moved = x.data.map((v, i) => (points.length > 0 && chosen(i) ? points[i % points.length]! : v));
      return [name, new Tensor(x.shape, moved)];
    }),
  );
  const call: Call = { ...drawn, inputs };
  const comment = `kinks of ${op.name}`;
  return intervals.some(({ breaks }) => breaks?.kind === "jump")
    ? { id, flags: ["jump"], comment: `jumps of ${op.name}`, program: programOf(call), inputs, ask: "values" }
    : pointOfCall({ id, flags: ["kink"], comment }, call, elements);
}
