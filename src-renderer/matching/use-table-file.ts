import { useQuery } from '@tanstack/react-query';
import type { TableSheet } from '../../src-shared/tables.ts';
import { useCall } from '../bridge/bridge-context.ts';
import { readFile } from './read-file.ts';

/**
 * Reads a file that the user has chosen or dropped.
 *
 * @param number different for each choice, because the user may have changed the file and chosen it again.
 */
export function useTableFile(file: File | null, number: number) {
  const call = useCall();
  const { data, error, isFetching } = useQuery({
    queryKey: ['table', number, file?.name, file?.size, file?.lastModified],
    queryFn: ({ signal }) => (file === null ? Promise.resolve(null) : readFile(call, file, signal)),
    enabled: file !== null,
    // The user may have changed the file.
    gcTime: 0,
  });
  /** At least one; `null` until the file is read. */
  const sheets: readonly TableSheet[] | null = data?.sheets ?? null;
  return { sheets, error, isReading: isFetching };
}
