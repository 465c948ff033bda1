import { describe, expect, it } from "vitest";
import { renderAnnotations, withoutCommands } from "../../reports/annotations.ts";
import { finding, hostile, row, run } from "./fixture.ts";

/** What GitHub's runner reads: a command at the start of a line, or an old one anywhere in it. */
function commandOf(line: string): { readonly name: string; readonly title?: string; readonly message: string } | null {
  const [, name, properties = "", message] = /^\s*::([^: ]+)(?: (.*?))?::(.*)$/s.exec(line) ?? [];
  if (name === undefined || message === undefined) {
    const old = /##\[([^\]]*)\](.*)/s.exec(line);
    return old === null ? null : { name: old[1]!, message: old[2]! };
  }
  const title = properties
    .split(",")
    .map((pair) => pair.split("="))
    .find(([key]) => key === "title")
    ?.slice(1)
    .join("=");
  const unescaped = (text: string): string =>
    text.replace(/%(0D|0A|3A|2C|25)/g, (_, code: string) => String.fromCodePoint(Number.parseInt(code, 16)));
  return { name, message: unescaped(message), ...(title === undefined ? {} : { title: unescaped(title) }) };
}

const annotations = (
  results: Parameters<typeof renderAnnotations>[0],
  sentence = "the verdict",
): ReturnType<typeof commandOf>[] => renderAnnotations(results, sentence).map(commandOf);

const attacks = [
  "::error::x",
  "a\n::error::x",
  "100%\r\n::set-output name=a::b",
  "%0A::error::x",
  "##[error]x",
  "a::b, title=c",
  hostile,
];

describe("annotations of GitHub Actions", () => {
  it("are one notice where nothing is unexpected", () => {
    const known = finding({ known: { because: "it is known", link: null } });
    expect(renderAnnotations(run([row({ disagree: 1 })], [known]), "Nothing unexpected: 40 of 40.")).toEqual([
      "::notice title=Cotangent::Nothing unexpected: 40 of 40.",
    ]);
  });

  it("tell what is unexpected by importance, then what is gone, golden vectors and failures without a finding", () => {
    const results = run(
      [row({ disagree: 1 }), row({ op: "log", failed: 1 })],
      [finding({ kind: "throws", title: "loud" }), finding({ id: "s", title: "pow: silent, and 50% off" })],
      {
        gone: [
          { engines: ["tfjs-cpu"], op: "abs", kind: "throws", order: 1, condition: {}, because: "old", link: null },
        ],
        golden: [
          {
            engine: "mine",
            agree: 1,
            disagree: 1,
            inconclusive: 0,
            unsupported: 0,
            failed: 0,
            known: 0,
            misses: ["exp/1: got 2"],
            judged: true,
          },
        ],
      },
    );
    expect(annotations(results).map((one) => one?.title)).toEqual([
      "pow: silent, and 50% off",
      "loud",
      "abs: throws is gone on tfjs-cpu",
      "mine: a golden vector expects another answer",
      "log on tfjs-cpu: a failure without a finding",
      "Cotangent",
    ]);
    expect(renderAnnotations(results, "")[0]).toMatch(
      /^::error title=pow%3A silent%2C and 50%25 off::The rule multiplies/,
    );
    expect(annotations(results)[0]?.message).toContain("npx cotangent replay f3a91c");
  });

  it("are ten errors at most", () => {
    const many = Array.from({ length: 30 }, (_, i) => finding({ id: String(i), op: String(i) }));
    expect(annotations(run([row({})], many)).map((one) => one?.name)).toEqual([
      ...Array<string>(10).fill("error"),
      "notice",
    ]);
  });

  it("cut off what is too long, between characters", () => {
    const [line = ""] = renderAnnotations(run([row({})], [finding({ title: "𝜕".repeat(5000) })]), "");
    expect(commandOf(line)?.title).toBe(`${"𝜕".repeat(1000)}…`);
  });

  it.each(attacks)("give no other command than these: attack %#", (attack) => {
    const nasty = finding({
      op: attack,
      engine: attack,
      law: attack,
      title: attack,
      diagnosis: attack,
      replay: attack,
    });
    const lines = renderAnnotations(run([row({ failed: 1, op: attack, engine: attack })], [nasty]), attack);
    for (const line of lines) {
      expect(line).not.toMatch(/[^\P{Cc}]|\p{Cf}|\p{Cs}/u);
      // No more properties than the title, and the texts come back as they are read.
      expect(
        line
          .slice(2)
          .split("::")[0]!
          .replace(/^(error|notice) title=/, ""),
      ).not.toMatch(/[:,]/);
    }
    expect(lines.map((line) => commandOf(line)?.name)).toEqual(["error", "notice"]);
    expect(commandOf(lines[0]!)?.title).toBe(commandOf(lines[1]!)?.message);
  });
});

describe("a line of output", () => {
  it.each(attacks.flatMap((attack) => [attack, `  ${attack}`]))("gives no command: attack %#", (attack) => {
    for (const line of withoutCommands(attack).split("\n")) expect(commandOf(line)).toBeNull();
  });

  it("is left as it is where there is none", () => {
    const line = "✗ abs: wrong value on a::b [1], #[2] (##3)";
    expect(withoutCommands(line)).toBe(line);
  });
});
