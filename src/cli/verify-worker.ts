// The worker that tries cases of a run, on engines of its own: it is sent them one by one, and answers each with what came of it.
import { laws } from "../../properties/laws/index.ts";
import { drawCase, type Planned } from "../suite/plan.ts";
import { lawsAt, tryCase } from "../suite/try-case.ts";
import { answering, given } from "./answering.ts";
import { closeEngines, startEngines } from "./engines.ts";
import type { Share } from "./verify-workers.ts";

const share = given() as Share;
const telling = laws.filter(({ name }) => share.laws.includes(name));
const started = startEngines(share.engines, share.commands);

answering(
  async (task) => {
    const planned = task as Planned;
    const due = lawsAt(planned.index, telling, share.thorough);
    return tryCase(drawCase(share.seed, planned), (await started).engines, due, () => performance.now());
  },
  async () => closeEngines((await started).engines),
);
