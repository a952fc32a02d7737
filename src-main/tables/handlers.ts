import type { TableFile } from '../../src-shared/tables.ts';
import type { BridgeHandlers } from '../rpc/bridge-handlers.ts';
import type { NamedBytes } from './read-table.ts';

interface Parts {
  /** Reads a file of tables; see `readTable`. */
  readTable: (file: NamedBytes, signal: AbortSignal) => Promise<TableFile>;
}

/** Returns the handler that reads the files of tables which the user drops or chooses. */
export function createTableHandlers({ readTable }: Parts): Pick<BridgeHandlers, 'readTable'> {
  return {
    readTable: ({ name, base64 }, { signal }) =>
      readTable({ name, bytes: Buffer.from(base64, 'base64') }, signal),
  };
}
