import { SingleBar } from "cli-progress";
import { grouped } from "../../../reports/text.ts";
import { widthOf, type Paint } from "../terminal.ts";
import type { Pace } from "./pace.ts";
import type { ProgressView, Stage } from "./view.ts";

/** A bar that is drawn in place, on a terminal. */
export function bar(pace: Pace, paint: Paint): ProgressView {
  let last: Stage | undefined;
  let note = "";
  const single = new SingleBar({
    stream: process.stderr,
    format: () => barLine(last, note, pace, widthOf(process.stderr) - 1, paint),
    hideCursor: true,
    clearOnComplete: true,
  });
  const stop = (): void => {
    single.stop();
  };
  // The cursor comes back when the process is ended on the way, too.
  process.once("exit", stop);
  single.start(1, 0);
  return {
    update: (progress) => {
      last = progress;
      single.setTotal(progress.total);
      single.update(progress.done);
    },
    note: (text) => {
      note = text;
      single.render();
    },
    stop: () => {
      process.off("exit", stop);
      stop();
    },
  };
}

/** As much of the line as fits: the bar gives way first, then the rate. */
export function barLine(progress: Stage | undefined, note: string, pace: Pace, width: number, paint: Paint): string {
  if (progress === undefined) return note === "" ? "starting …" : note;
  const { done, total } = progress;
  const [rate, left, findings] = pace.words(progress);
  const cases = `${grouped(done)}/${grouped(total)} ${pace.what}`;
  const now = note === "" && done === total ? "writing the report" : note;
  const words = now === "" ? [cases, rate, left, findings] : [cases, findings, now];
  const fitting = [words, [cases, left, findings], [cases, findings], [cases]].find(
    (some) => lengthOf(some) <= width,
  ) ?? [`${String(Math.floor((100 * done) / total))}%`];
  const room = Math.min(30, width - lengthOf(fitting) - 2);
  const full = Math.round((Math.max(room, 0) * done) / Math.max(total, 1));
  const drawn = room < 6 ? "" : `${paint("green", "━".repeat(full))}${paint("dim", "─".repeat(room - full))}  `;
  const said = fitting.map((word) => (word === findings && progress.findings > 0 ? paint("red", word) : word));
  return `${drawn}${said.join("  ")}`;
}

const lengthOf = (words: readonly string[]): number => words.join("  ").length;
