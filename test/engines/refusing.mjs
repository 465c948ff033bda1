// @ts-check
// Has a reason against everything: the error code is its first argument.
import { say, speak } from "./speak.mjs";

const code = Number(process.argv[2] ?? 5);
speak("refusing", ({ id }) => {
  say({ id, error: { code, message: `refused with ${String(code)}` } });
});
