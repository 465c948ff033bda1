import { describe, expect, it } from "vitest";
import { laws } from "../../../properties/laws/index.ts";
import { along, cut, times } from "../../engines/planted/faults.ts";
import { withRules, type Fault } from "../../engines/planted/reading.ts";
import { verified } from "../../suite/verified.ts";
import { expectHeading, textOf, usePages } from "./browser.ts";

const { open } = usePages();

describe("a newcomer", () => {
  it.each([
    ["sin", times(2), "it is 2 times the right one"],
    ["divide", along(1, cut), "as if the way to it were cut"],
  ] as const)(
    "finds op, cause and repro within three clicks of the first page: %s",
    async (op, fault: Fault, cause) => {
      const { results } = await verified({
        engines: [withRules({ [op]: fault })],
        ops: ["exp", "add", op],
        laws,
        cases: 6,
      });
      const page = await open(results);
      await expectHeading(page, /unexpected finding/);
      // The first click: what matters most stands first.
      const first = page.getByRole("region", { name: "What was found" }).getByRole("listitem").first();
      expect(await first.innerText()).toContain(op);
      await first.getByRole("link").click();
      await expectHeading(page, new RegExp(op));
      const seen = await textOf(page);
      expect(seen).toContain(cause);
      // The repro is open, and near the top.
      const repro = page.getByRole("region", { name: "the program in TensorFlow.js" });
      expect(await repro.innerText()).toContain(`tf.${op === "divide" ? "div" : op}(`);
      expect((await repro.boundingBox())!.y).toBeLessThan(900);
      // The third, if asked: what the op is and how it stands.
      await page.getByRole("main").getByRole("link", { name: op, exact: true }).first().click();
      await expectHeading(page, op);
    },
  );
});
