import { describe, expect, it } from "vitest";
import { item, type Call } from "../../../src/op/counterparts.ts";
import { javascript } from "../../../src/program/print/javascript.ts";
import { expression, textOf, type Language } from "../../../src/program/print/language.ts";
import { torch } from "../../../src/program/print/python.ts";

function printed(language: Language, name: string, which: number | string): string {
  const call: Call = (called, ...args) => expression(language.call(called, args));
  return textOf(item(call, call(name, expression("x")), which));
}

describe("one of several results", () => {
  it("is printed as each language writes it", () => {
    expect(printed(javascript, "unstack", 1)).toBe("tf.unstack(x)[1]");
    expect(printed(javascript, "moments", "mean")).toBe("tf.moments(x).mean");
    expect(printed(torch, "torch.unbind", 1)).toBe("torch.unbind(x)[1]");
    expect(printed(torch, "torch.sort", "values")).toBe("torch.sort(x).values");
  });
});
