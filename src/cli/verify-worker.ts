// The worker that tries cases of a run, on engines of its own: it is sent them one by one, and answers each with what came of it.
import { laws } from "../../properties/laws/index.ts";
import { drawCase, type Planned } from "../suite/plan.ts";
import { tryCase } from "../suite/try-case.ts";
import { answering, given } from "./answering.ts";
import { closeEngines, startEngines } from "./engines.ts";
import type { Share } from "./verify-workers.ts";

const share = given() as Share;
const telling = laws.filter(({ name }) => share.laws.includes(name));
const started = startEngines(share.engines, share.commands);

answering(
  async (planned) => tryCase(drawCase(share.seed, planned as Planned), (await started).engines, telling),
  async () => closeEngines((await started).engines),
);
