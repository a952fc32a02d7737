import { join } from 'node:path';
import { z } from 'zod';
import { AppError, errorCodes, type AppErrorFields } from '../../src-shared/errors.ts';
import { JsonFile } from '../files/json-file.ts';

/** Only a few files can be damaged. The oldest notices are dropped. */
const mostNotices = 100;

const noticeSchema = z.object({
  code: z.enum(errorCodes),
  message: z.string(),
  path: z.string().optional(),
});

/**
 * Notices that no window has shown, because a command of the command line found the problem. They are kept until the next
 * window shows them: the problem itself is found only once.
 */
export class NoticesFile {
  readonly #file: JsonFile<z.infer<typeof noticeSchema>[]>;
  /** Those of earlier processes. They are shown again if the page is loaded again. */
  #earlier: AppErrorFields[] = [];

  constructor(dataFolder: string) {
    this.#file = new JsonFile(join(dataFolder, 'unshown-notices.json'), {
      schema: z.array(noticeSchema),
      defaultContent: [],
    });
  }

  /** As `JsonFile.load`. */
  async load(): Promise<AppError | null> {
    const notice = await this.#file.load();
    this.#earlier = this.#file.content.map(({ code, message, path }) => ({
      ...{ code, message, ...(path !== undefined && { path }) },
    }));
    return notice;
  }

  /** Keeps notices for the next window, each once. @throws AppError with a file code. */
  async keep(notices: readonly AppErrorFields[]): Promise<void> {
    if (notices.length === 0) return;
    await this.#file.change((kept) => {
      const added = notices.map(({ code, message, path }) => ({ code, message, path }));
      return withoutRepetitions([...kept, ...added]).slice(-mostNotices);
    });
  }

  /** Adds the notices of earlier processes to those that a window shows, and forgets them for the next start. */
  async show(notices: readonly AppErrorFields[]): Promise<AppErrorFields[]> {
    if (this.#file.content.length > 0) {
      // If the file cannot be written, they are shown again at the next start.
      await this.#file.change(() => [], { keepsPrevious: false }).catch(() => undefined);
    }
    return withoutRepetitions([...this.#earlier, ...notices]);
  }
}

/** Returns each notice once: some problems are found again at each start. */
function withoutRepetitions<Notice extends { code: string; path?: string | undefined }>(
  notices: readonly Notice[],
): Notice[] {
  return [...new Map(notices.map((each) => [`${each.code} ${each.path}`, each])).values()];
}
