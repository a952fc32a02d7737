import { AppError } from '../../src-shared/errors.ts';
import type { UpdateMode } from '../../src-shared/preferences.ts';
import type { UpdateStatus } from '../../src-shared/updates.ts';
import type { Log } from '../log/log.ts';
import { notInstalled, type UpdateEngine } from './update-engine.ts';

const minute = 60_000;

/** The waits before the first automatic check and between later ones, in milliseconds. */
const waits = { first: minute, later: 240 * minute };

interface Parts {
  /** Loads what finds and installs versions; `null` if no installer has installed the app. Called once. */
  loadEngine: () => Promise<UpdateEngine | null>;
  /** Returns what the user or the organization has chosen. */
  mode: () => UpdateMode;
  /** Returns whether the organization forbids all updates. */
  isForbidden: () => boolean;
  /** Returns whether an export or a refresh runs. */
  isBusy: () => boolean;
  /** Ends all work, then calls `quit`. If that fails, the app starts again. */
  quitBy: (quit: (onFailed: () => void) => void) => Promise<void>;
  onStatus: (status: UpdateStatus) => void;
  log: Log;
}

/**
 * Looks for newer versions from time to time, and downloads and installs them as the user has chosen. Errors of automatic
 * checks are only logged.
 */
export class Updates {
  readonly #parts: Parts;
  #engine: Promise<UpdateEngine | null> | null = null;
  #status: UpdateStatus = { kind: 'none' };
  #changelogs: string | null = null;
  #checking: Promise<void> | null = null;
  #downloading: Promise<void> | null = null;

  constructor(parts: Parts) {
    this.#parts = parts;
  }

  get status(): UpdateStatus {
    return this.#status;
  }

  /** The changelogs of the newer version, as Markdown; `null` if there are none. */
  get changelogs(): string | null {
    return this.#changelogs;
  }

  /** Begins to check automatically. The first check is later, so that it does not delay the start of the app. */
  start(): void {
    this.#schedule(waits.first);
  }

  /** Applies the mode, which may have changed. */
  applyMode(): void {
    const status = this.#status;
    if (status.kind === 'ready') this.#setReady(status.version);
    if (status.kind === 'found') this.#setFound(status);
  }

  /**
   * Looks for a newer version. While one is downloaded, does not look for another.
   *
   * @throws AppError `update_forbidden`, `update_not_installed`, or as `UpdateEngine.check`.
   */
  async check(): Promise<UpdateStatus> {
    if (this.#parts.isForbidden()) {
      throw new AppError({ code: 'update_forbidden', message: 'The organization forbids updates' });
    }
    if (this.#downloading === null) {
      this.#checking ??= this.#check().finally(() => {
        this.#checking = null;
      });
      await this.#checking;
    }
    return this.#status;
  }

  /**
   * Downloads the version that was found. Resolves when it is ready to be installed.
   *
   * @throws AppError as `UpdateEngine.download`.
   */
  download(): Promise<void> {
    this.#downloading ??= this.#download().finally(() => {
      this.#downloading = null;
    });
    return this.#downloading;
  }

  /**
   * Begins to quit, to install the downloaded version and to start it. Does nothing if none is downloaded. Does not wait
   * for the end of all work, because the call of the page that restarts the app is a part of it.
   *
   * @throws AppError `update_waits` while an export or a refresh runs.
   */
  async restart(): Promise<void> {
    if (this.#parts.isBusy()) {
      throw new AppError({ code: 'update_waits', message: 'An export or a refresh runs' });
    }
    const engine = await this.#engine;
    if (this.#status.kind !== 'ready' || !engine) return;
    const { quitBy, log } = this.#parts;
    const onError = (error: unknown) => log('updateFailed', { error });
    quitBy((onFailed) =>
      engine.quitAndInstall((error) => {
        onError(error);
        onFailed();
      }),
    ).catch(onError);
  }

  async #check(): Promise<void> {
    const engine = await this.#loadEngine();
    const found = await engine.check();
    this.#changelogs = found?.changelogs ?? null;
    if (found === null) {
      // Also if one was ready: a version that is withdrawn must not be installed.
      this.#setStatus({ kind: 'none' });
      return;
    }
    const { version } = found;
    const isReady = this.#status.kind === 'ready' && this.#status.version === version;
    if (!isReady) this.#setFound({ version, canDownload: engine.canInstall });
  }

  async #loadEngine(): Promise<UpdateEngine> {
    this.#engine ??= this.#parts.loadEngine();
    const engine = await this.#engine;
    if (engine === null) throw notInstalled();
    return engine;
  }

  async #download(): Promise<void> {
    // Its result decides which version is downloaded. Its error is reported to its caller.
    await this.#checking?.catch(() => undefined);
    const before = this.#status;
    if (before.kind !== 'found' || !before.canDownload) return;
    const { version } = before;
    const engine = await this.#loadEngine();
    try {
      this.#setStatus({ kind: 'downloading', version, fraction: 0 });
      await engine.download((fraction) =>
        this.#setStatus({ kind: 'downloading', version, fraction }),
      );
      this.#setReady(version);
    } catch (error) {
      this.#setStatus(before);
      throw error;
    }
  }

  #downloadInBackground(): void {
    this.download().catch((error: unknown) => this.#parts.log('updateFailed', { error }));
  }

  #setFound({ version, canDownload }: { version: string; canDownload: boolean }): void {
    const asks = !canDownload || this.#parts.mode() !== 'automatic';
    this.#setStatus({ kind: 'found', version, canDownload, asks });
    if (!asks) this.#downloadInBackground();
  }

  #setReady(version: string): void {
    this.#setStatus({ kind: 'ready', version, installsOnQuit: this.#parts.mode() !== 'off' });
  }

  #setStatus(status: UpdateStatus): void {
    this.#status = status;
    this.#parts.onStatus(status);
    const installsOnQuit = status.kind === 'ready' && status.installsOnQuit;
    void this.#engine?.then((engine) => engine?.setInstallsOnQuit(installsOnQuit));
  }

  /** Spreads the checks of all installed apps over time: waits at least `wait` and at most a quarter longer. */
  #schedule(wait: number): void {
    setTimeout(() => void this.#checkInBackground(), wait * (1 + Math.random() / 4)).unref();
  }

  async #checkInBackground(): Promise<void> {
    try {
      if (this.#parts.mode() !== 'off' && !this.#parts.isForbidden()) await this.check();
    } catch (error) {
      const isExpected = error instanceof AppError && error.code === 'update_not_installed';
      if (!isExpected) this.#parts.log('updateFailed', { error });
    } finally {
      this.#schedule(waits.later);
    }
  }
}
