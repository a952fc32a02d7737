/** Returns whether a process runs. Another one can have got the id of one that has ended. */
export function isProcessAlive(processId: number): boolean {
  try {
    process.kill(processId, 0);
    return true;
  } catch (error) {
    // The process of another user runs too.
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}
