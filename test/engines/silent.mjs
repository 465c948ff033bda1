// @ts-check
// Describes itself (unless called with "mute") and then never answers a request for a 13; it answers all others.
import { compute, say, speak } from "./speak.mjs";

// It also goes on when its input ends, as a hanging native call would.
setInterval(() => undefined, 60_000);
if (process.argv[2] !== "mute") {
  speak("silent", (request) => {
    if (!JSON.stringify(request.params.inputs).includes("13")) say({ id: request.id, result: compute(request) });
  });
}
