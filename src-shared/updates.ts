/** The page where every version can be downloaded. */
export const downloadPage = 'https://github.com/etelecom/etelecom-tenants/releases/latest';

/** What the app knows about a newer version. */
export type UpdateStatus =
  | { kind: 'none' }
  | {
      kind: 'found';
      version: string;
      /** `false` if the app must not replace its own files, so the user has to download the version. */
      canDownload: boolean;
      /** Whether the user decides what happens. `false` if the app downloads it automatically. */
      asks: boolean;
    }
  | {
      kind: 'downloading';
      version: string;
      /** From 0 to 1. */
      fraction: number;
    }
  | {
      /** It is downloaded, and can be installed by a restart. */
      kind: 'ready';
      version: string;
      /** Whether it is also installed when the app quits. */
      installsOnQuit: boolean;
    };

/** What is new in one version, in one language. */
export interface ReleaseNotes {
  /** `null` for what is not released yet. */
  version: string | null;
  /** `YYYY-MM-DD`; `null` for what is not released yet. */
  date: string | null;
  groups: {
    /** Such as *Added* or *Fixed*. */
    title: string;
    items: string[];
  }[];
}
