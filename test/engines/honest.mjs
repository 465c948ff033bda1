// @ts-check
// Right, as far as it goes: chains of `negative` and `square`.
import { compute, say, speak } from "./speak.mjs";

speak("honest", (request) => {
  say({ id: request.id, result: compute(request) });
});
