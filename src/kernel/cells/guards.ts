/**
 * A cell must not end the process that holds everybody's variables: `process.exit` and its
 * relatives throw an error that says what to do instead.
 */
export function refuseExit(): void {
  const refuse = (name: string) => (): never => {
    throw new Error(
      `${name} is refused in a notebook: it would end the kernel and lose every variable. ` +
        "To stop this cell, throw an error; to start afresh, use Kernel > Restart.",
    );
  };
  process.exit = refuse("process.exit()");
  process.abort = refuse("process.abort()");
  (process as { reallyExit?: unknown }).reallyExit = refuse("process.reallyExit()");
  const kill = process.kill.bind(process);
  process.kill = (pid, signal) =>
    pid === process.pid && signal !== 0 ? refuse("process.kill(process.pid)")() : kill(pid, signal);
}
