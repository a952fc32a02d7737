import { setImmediate as nextTurn } from 'node:timers/promises';
import { BrowserWindow, dialog, nativeTheme, screen, shell } from 'electron';
import { AppError } from '../../src-shared/errors.ts';
import type { Events } from '../../src-shared/bridge.ts';
import type { CommandName } from '../../src-shared/commands.ts';
import type { ProxyQuestion } from '../../src-shared/proxy-login.ts';
import type { Preferences } from '../../src-shared/preferences.ts';
import type { FileDialogOptions } from '../files/file-dialog-options.ts';
import type { WindowState } from '../preferences/window-state-file.ts';
import type { Optional } from './optional.ts';
import type { PageRecovery } from './page-recovery.ts';
import { defaultSize, minimumSize, placeWindow, type Bounds } from './place-window.ts';
import { sendEvent } from './send-event.ts';

interface Options {
  /** The URL of the renderer's page. */
  url: string;
  preloadPath: string;
  /** Returns the window's last position and size, or `null` at the first start. */
  lastState: () => WindowState | null;
  /** Saves the window's position and size. Must not reject. */
  saveState: (state: WindowState) => Promise<void>;
  /** Returns whether the window may close now. If not, asks the user, who may then call `close`. */
  mayClose: (close: () => void) => boolean;
  /** Called on Windows when the user signs out or the computer shuts down. */
  onSessionEnd: () => void;
  /** Called when the window was closed. */
  onClosed: () => void;
  recovery: PageRecovery;
  optional: Optional;
}

/** The app's only window, with its dialogs. */
export class MainWindow {
  readonly #options: Options;
  #window: BrowserWindow | null = null;
  readonly #progress = new Map<string | symbol, number>();
  #zoomFactor = 1;
  #lastSave: Promise<void> = Promise.resolve();

  constructor(options: Options) {
    this.#options = options;
  }

  /** Opens the window, or brings it to the front if it is already open. */
  async open(): Promise<void> {
    if (this.#window !== null) {
      if (this.#window.isMinimized()) this.#window.restore();
      this.#window.focus();
      return;
    }
    const { optional, recovery, mayClose, onSessionEnd } = this.#options;
    const lastState = this.#options.lastState();
    const workAreas = optional<ReturnType<typeof getWorkAreas>>('displays', getWorkAreas, [
      { x: 0, y: 0, ...defaultSize },
    ]);
    const isDark = optional('colorScheme', () => nativeTheme.shouldUseDarkColors, false);
    const window = new BrowserWindow({
      ...placeWindow(lastState?.bounds ?? null, workAreas),
      minWidth: minimumSize.width,
      minHeight: minimumSize.height,
      show: false,
      // The background of the renderer, so that nothing flashes before the first paint.
      backgroundColor: isDark ? '#16181d' : '#ffffff',
      webPreferences: {
        preload: this.#options.preloadPath,
        contextIsolation: true,
        sandbox: true,
        nodeIntegration: false,
        webSecurity: true,
        webviewTag: false,
        // The spell checker would download dictionaries.
        spellcheck: false,
        // Set here so that the first paint already has it.
        zoomFactor: this.#zoomFactor,
      },
    });
    this.#window = window;
    if (lastState?.isMaximized === true) {
      optional('windowState', () => window.maximize(), undefined);
    }
    const load = () => window.loadURL(this.#options.url);
    recovery.watch(window, load);
    // Chromium remembers a zoom factor per origin and applies it when the page loads. The preferences take precedence.
    window.webContents.on('did-finish-load', () => this.#applyZoom());
    window.webContents.on('zoom-changed', (_event, direction) => {
      sendEvent(window.webContents, 'command', direction === 'in' ? 'zoomIn' : 'zoomOut');
    });
    window.once('ready-to-show', () => window.show());
    window.on('close', (event) => {
      const close = () => {
        if (!window.isDestroyed()) window.close();
      };
      if (mayClose(close)) void this.saveState();
      else event.preventDefault();
    });
    window.on('session-end', onSessionEnd);
    window.once('closed', () => {
      this.#window = null;
      this.#options.onClosed();
    });
    let hasCrashed = false;
    window.webContents.once('render-process-gone', () => {
      hasCrashed = true;
    });
    await load().catch(async (error: unknown) => {
      // The event of a crash can follow the error.
      await nextTurn();
      // A closed window needs no page, and the page of a crashed one is loaded again.
      if (!window.isDestroyed() && !hasCrashed) throw error;
    });
  }

  /** The open window, for dialogs. */
  get browserWindow(): BrowserWindow | null {
    return this.#window;
  }

  /** Sends an event to the page. Does nothing without a window. */
  send<Name extends keyof Events>(name: Name, value: Events[Name]): void {
    if (this.#window !== null) sendEvent(this.#window.webContents, name, value);
  }

  /** Shows the question of a proxy in the page, or hides it. @returns `false` if there is no window. */
  showProxyQuestion(question: ProxyQuestion | null): boolean {
    if (this.#window === null) return false;
    this.send('proxyQuestion', question);
    return true;
  }

  /** Returns whether the window is visible and has the focus. */
  isInForeground(): boolean {
    const window = this.#window;
    return window !== null && window.isVisible() && !window.isMinimized() && window.isFocused();
  }

  setZoom(percent: number): void {
    this.#zoomFactor = percent / 100;
    this.#applyZoom();
  }

  #applyZoom(): void {
    const apply = () => this.#window?.webContents.setZoomFactor(this.#zoomFactor);
    this.#options.optional('zoom', apply, undefined);
  }

  /** Saves the window's position and size. Resolves when all saves are done, even if the window is closed. */
  saveState(): Promise<void> {
    const window = this.#window;
    if (window !== null) {
      const { optional, saveState } = this.#options;
      const read = () => ({ bounds: window.getNormalBounds(), isMaximized: window.isMaximized() });
      const state = optional('windowState', read, null);
      if (state !== null) this.#lastSave = this.#lastSave.then(() => saveState(state));
    }
    return this.#lastSave;
  }

  /** Sends a command to the renderer. Without a window, as is possible on macOS, opens the window instead. */
  sendCommand(name: CommandName): void {
    if (this.#window === null) void this.open();
    else sendEvent(this.#window.webContents, 'command', name);
  }

  /**
   * Shows the progress of a job in the dock or taskbar. If there are several jobs, the least advanced one is shown.
   *
   * @param fraction from 0 to 1, greater than 1 if the progress is unknown, `null` when the job has ended.
   */
  setProgress(job: string | symbol, fraction: number | null): void {
    if (fraction === null) this.#progress.delete(job);
    else this.#progress.set(job, fraction);
    const least = this.#progress.size === 0 ? -1 : Math.min(...this.#progress.values());
    const show = () => this.#window?.setProgressBar(least);
    this.#options.optional('progressBar', show, undefined);
  }

  /** Shows a save dialog. @returns the chosen path, or `null` if the user canceled. */
  async chooseFile({ title, defaultPath, fileType }: FileDialogOptions): Promise<string | null> {
    const dialogOptions = {
      title,
      defaultPath,
      filters: [{ name: fileType.name, extensions: [fileType.extension] }],
      // Only Linux needs `showOverwriteConfirmation`. Windows and macOS always ask.
      properties: ['showOverwriteConfirmation' as const, 'createDirectory' as const],
    };
    const { canceled, filePath } =
      this.#window === null
        ? await dialog.showSaveDialog(dialogOptions)
        : await dialog.showSaveDialog(this.#window, dialogOptions);
    return canceled || filePath === '' ? null : filePath;
  }

  /** Shows an open dialog. @returns the path of the chosen file, or `null` if the user canceled. */
  async chooseExistingFile({
    title,
    defaultPath,
    fileType,
  }: FileDialogOptions): Promise<string | null> {
    const dialogOptions = {
      title,
      defaultPath,
      filters: [{ name: fileType.name, extensions: [fileType.extension] }],
      properties: ['openFile' as const],
    };
    const { canceled, filePaths } =
      this.#window === null
        ? await dialog.showOpenDialog(dialogOptions)
        : await dialog.showOpenDialog(this.#window, dialogOptions);
    return canceled ? null : (filePaths[0] ?? null);
  }
}

/** Opens a file in its default program. @throws AppError `file_not_opened` */
export async function openFile(path: string): Promise<void> {
  const errorMessage = await shell.openPath(path);
  if (errorMessage !== '') {
    throw new AppError({ code: 'file_not_opened', message: errorMessage, path });
  }
}

/** Shows a file in Explorer or Finder. */
export function showInFolder(path: string): void {
  shell.showItemInFolder(path);
}

/** Sets the color scheme of native dialogs, of menus and of the renderer's media queries. */
export function applyColorScheme(
  colorScheme: Preferences['colorScheme'],
  optional: Optional,
): void {
  const apply = () => {
    nativeTheme.themeSource = colorScheme === 'auto' ? 'system' : colorScheme;
  };
  optional('colorScheme', apply, undefined);
}

/** Returns the area of each display that is free for windows, the primary display first. */
function getWorkAreas(): [Bounds, ...Bounds[]] {
  const primary = screen.getPrimaryDisplay();
  const others = screen.getAllDisplays().filter(({ id }) => id !== primary.id);
  return [primary.workArea, ...others.map(({ workArea }) => workArea)];
}
