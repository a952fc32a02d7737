/** Where bugs are told, for whoever reports them. */
export type Log = (what: string, error: unknown) => void;

/**
 * Writes an error's stack and those of its causes. Never the error itself: an HTTP client's errors carry the request,
 * and with it the key.
 */
export const logToConsole: Log = (what, error) => {
  console.error(what, stacks(error));
};

function stacks(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const cause = error.cause === undefined ? '' : `\ncaused by ${stacks(error.cause)}`;
  return (error.stack ?? error.message) + cause;
}
