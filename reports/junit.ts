import type { Results } from "../src/suite/results.ts";
import { groupBy } from "./group-by.ts";
import { markup } from "./markup.ts";
import { testCasesOf, type TestCase } from "./test-cases.ts";
import { oneLine } from "./text.ts";

/** The attributes of an element, each on one line. */
function attributes(values: Readonly<Record<string, string | number>>): string {
  return Object.entries(values)
    .map(([name, value]) => ` ${name}="${markup(oneLine(String(value)))}"`)
    .join("");
}

/** Parts of a class's name are split at dots: a name that holds some stays one part. */
function classPart(name: string): string {
  return oneLine(name).replaceAll(".", "_");
}

function body({ status, message, details, kind }: TestCase): string {
  // GitLab shows the content alone, and others show the attribute alone.
  const text = markup(details === "" ? message : details);
  switch (status) {
    case "passed":
      return "";
    case "known":
      return `<system-out>known difference: ${text}</system-out>`;
    case "failed":
      return `<failure${attributes({ type: kind === "" ? "failure" : kind, message })}>${text}</failure>`;
    case "skipped":
      return `<skipped${attributes({ message })}>${text}</skipped>`;
  }
}

function testCase(test: TestCase, classname: string, name: string): string {
  const open = `    <testcase${attributes({ classname, name, time: 0 })}`;
  const inside = body(test);
  return inside === "" ? `${open}/>` : `${open}>\n      ${inside}\n    </testcase>`;
}

function tallies(tests: readonly TestCase[]): { tests: number; failures: number; errors: number } {
  return { tests: tests.length, failures: tests.filter(({ status }) => status === "failed").length, errors: 0 };
}

/**
 * The run as JUnit XML, which GitHub, GitLab and Jenkins read: a suite for each engine, a test for each op, law and
 * order. Unexpected findings are failures; what could not be judged is skipped, with its reason.
 */
export function renderJunit(results: Results): string {
  const all = testCasesOf(results);
  const { start, stop } = results.run.timing;
  const times = new Map<string, number>();
  // Of tests of one name, readers keep the first alone.
  const told = (test: TestCase): string => {
    const classname = `${classPart(test.suite)}.${classPart(test.subject)}`;
    const name = oneLine(test.name);
    const key = `${classname}\n${name}`;
    const time = (times.get(key) ?? 0) + 1;
    times.set(key, time);
    return testCase(test, classname, time === 1 ? name : `${name} (${String(time)} of this name)`);
  };
  const suites = [...groupBy(all, ({ suite }) => suite)].map(([name, tests]) => {
    const skipped = tests.filter(({ status }) => status === "skipped").length;
    return `  <testsuite${attributes({ name, ...tallies(tests), skipped })}>\n${tests.map(told).join("\n")}\n  </testsuite>`;
  });
  const root = attributes({ name: "cotangent", ...tallies(all), time: ((stop - start) / 1000).toFixed(3) });
  return `<?xml version="1.0" encoding="UTF-8"?>\n<testsuites${root}>\n${suites.join("\n")}\n</testsuites>\n`;
}
