import type { TFunction } from 'i18next';
import type { Language } from '../../src-shared/preferences.ts';
import type { ComputerZone } from '../../src-shared/time-zone.ts';
import type { PartialFiles } from '../files/partial-files.ts';
import type { FetchPage } from '../lists/calls.ts';
import type { Log } from '../log/log.ts';
import type { RecordLists } from './open-record-lists.ts';
import type { OpenedAnnotations } from './opened-annotations.ts';

/** What the handlers of the worker need. */
export interface WorkerParts {
  savedLists: RecordLists;
  annotations: OpenedAnnotations;
  fetchPage: FetchPage;
  partialFiles: Pick<PartialFiles, 'track'>;
  translations: (language: Language) => TFunction;
  version: string;
  computerZone: ComputerZone | null;
  log: Log;
}
