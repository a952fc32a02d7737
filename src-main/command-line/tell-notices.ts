import type { TFunction } from 'i18next';
import type { AppError, AppErrorFields } from '../../src-shared/errors.ts';
import type { Language } from '../../src-shared/preferences.ts';
import type { NoticesFile } from '../preferences/notices-file.ts';
import { listNotices } from '../lists/list-notices.ts';
import type { ListWorker } from '../lists/list-worker.ts';
import type { Log } from '../log/log.ts';
import type { RunCommand } from './run-command.ts';

interface Parts {
  /** Problems with the settings files that were found at the start. */
  notices: readonly AppError[];
  noticesFile: NoticesFile;
  lists: ListWorker;
  translations: (language: Language) => TFunction;
  log: Log;
}

/**
 * Returns a function that runs commands in a process without a window, and also tells what was found damaged: in words as
 * progress, with codes in the result, and in the next window.
 */
export function tellNotices(runCommand: RunCommand, parts: Parts): RunCommand {
  const { noticesFile, lists, translations, log } = parts;
  const ofSettings = parts.notices.map((notice) => notice.toFields());
  const keep = (notices: readonly AppErrorFields[]) =>
    noticesFile.keep(notices).catch((error: unknown) => log('noticesNotKept', { error }));
  return async (request, context) => {
    // The process can be killed during the command.
    await keep(ofSettings);
    const result = await runCommand(request, context);
    const notices = [...ofSettings, ...(await listNotices(lists))];
    await keep(notices);
    if (notices.length === 0) return result;
    const translate = translations(request.language);
    for (const { code, path } of notices) {
      context.onProgress([translate(`errors.${code}`), path].join(' ').trim());
    }
    const told = notices.map(({ code, path = null }) => ({ code, path }));
    return { ...result, output: { ...result.output, notices: told } };
  };
}
