// @ts-check
// Dies at a request for a 13: by itself, by a signal (argument "signal"), or before it describes itself (argument "start").
import { compute, say, speak } from "./speak.mjs";

const how = process.argv[2];
if (how === "start") {
  process.stderr.write("no license\n");
  process.exit(4);
}
speak("crashing", (request) => {
  if (!JSON.stringify(request.params.inputs).includes("13")) say({ id: request.id, result: compute(request) });
  else if (how === "signal") process.kill(process.pid, "SIGSEGV");
  else {
    process.stderr.write("13 is more than I can take\n");
    process.exit(3);
  }
});
