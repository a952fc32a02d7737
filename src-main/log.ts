/** Logs an unexpected error; `what` says what failed. */
export type Log = (what: string, error: unknown) => void;

/**
 * Writes the stack of an error and of its causes to stderr. Never logs the error object itself: an HTTP client's errors
 * hold the request, and the request holds the key.
 */
export const logToConsole: Log = (what, error) => {
  console.error(what, stacks(error));
};

function stacks(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const cause = error.cause === undefined ? '' : `\ncaused by ${stacks(error.cause)}`;
  return (error.stack ?? error.message) + cause;
}
