/** What the `Pool` that this process is a worker of has given it. */
export function given(): unknown {
  return JSON.parse(process.argv[2] ?? "null");
}

/**
 * Answers the tasks of a `Pool`, in a worker of it.
 *
 * @param close lets go what it holds, when the pool is closed or its process is gone.
 */
export function answering(answer: (task: unknown) => unknown, close: () => unknown = () => undefined): void {
  process.on("message", (message: { readonly task: unknown }) => {
    void Promise.resolve(answer(message.task)).then((result) => process.send?.(result));
  });
  // Ctrl-C reaches every process of the terminal; what it means is for the pool's to say.
  process.on("SIGINT", () => undefined);
  process.on("disconnect", () => {
    void Promise.resolve(close()).finally(() => process.exit());
  });
}
