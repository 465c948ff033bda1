// @ts-check
// Answers after as many milliseconds as the first input's first number says, so out of order.
import { compute, say, speak } from "./speak.mjs";

speak("slow", (request) => {
  const [first] = Object.values(request.params.inputs);
  setTimeout(() => {
    say({ id: request.id, result: compute(request) });
  }, Number(first?.data[0]));
});
