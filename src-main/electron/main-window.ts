import { BrowserWindow, dialog, nativeTheme, screen, shell } from 'electron';
import { AppError } from '../../src-shared/errors.ts';
import type { CommandName } from '../../src-shared/commands.ts';
import type { Preferences } from '../../src-shared/preferences.ts';
import type { WindowState } from '../preferences/window-file.ts';
import { minimumSize, placeWindow, type Bounds } from './place-window.ts';
import { sendEvent } from './send-event.ts';

interface Parts {
  /** The page to show. */
  url: string;
  preloadPath: string;
  /** Where the window was last; `null` the first time. */
  lastState: () => WindowState | null;
  /** Told where the window is whenever it goes, unless it is where it was. */
  keepState: (state: WindowState) => Promise<void>;
}

/** The app's one window, and the dialogs that belong to it. */
export class MainWindow {
  readonly #parts: Parts;
  #window: BrowserWindow | null = null;
  readonly #progress = new Map<string | symbol, number>();
  #zoomFactor = 1;
  #keeping: Promise<void> = Promise.resolve();

  constructor(parts: Parts) {
    this.#parts = parts;
  }

  /** Opens the window, or brings the open one to the front. */
  async open(): Promise<void> {
    if (this.#window !== null) {
      if (this.#window.isMinimized()) this.#window.restore();
      this.#window.focus();
      return;
    }
    const lastState = this.#parts.lastState();
    const window = new BrowserWindow({
      ...placeWindow(lastState?.bounds ?? null, workAreas()),
      minWidth: minimumSize.width,
      minHeight: minimumSize.height,
      show: false,
      // The page's own background, so that nothing flashes before the first paint.
      backgroundColor: nativeTheme.shouldUseDarkColors ? '#16181d' : '#ffffff',
      webPreferences: {
        preload: this.#parts.preloadPath,
        contextIsolation: true,
        sandbox: true,
        nodeIntegration: false,
        // It would fetch dictionaries from the network by itself.
        spellcheck: false,
        // So that the first paint has it already.
        zoomFactor: this.#zoomFactor,
      },
    });
    this.#window = window;
    if (lastState?.isMaximized === true) window.maximize();
    // Chromium remembers a zoom for each address by itself, and must not know better.
    window.webContents.on('did-finish-load', () => this.#applyZoom());
    window.webContents.on('zoom-changed', (_event, direction) => {
      sendEvent(window.webContents, 'command', direction === 'in' ? 'zoomIn' : 'zoomOut');
    });
    window.once('ready-to-show', () => window.show());
    window.on('close', () => void this.keepState());
    window.once('closed', () => {
      this.#window = null;
    });
    await window.loadURL(this.#parts.url).catch((error: unknown) => {
      // Who closes the window while it loads has seen enough; any other failure is one.
      if (!window.isDestroyed()) throw error;
    });
  }

  /** Whether the user has the window before their eyes. */
  isWatched(): boolean {
    const window = this.#window;
    return window !== null && window.isVisible() && !window.isMinimized() && window.isFocused();
  }

  setZoom(percent: number): void {
    this.#zoomFactor = percent / 100;
    this.#applyZoom();
  }

  #applyZoom(): void {
    this.#window?.webContents.setZoomFactor(this.#zoomFactor);
  }

  /** Keeps the window's place for the next time. Resolves when it is kept, also after the window has gone. */
  keepState(): Promise<void> {
    const window = this.#window;
    if (window !== null) {
      const state = { bounds: window.getNormalBounds(), isMaximized: window.isMaximized() };
      this.#keeping = this.#keeping.then(() => this.#parts.keepState(state));
    }
    return this.#keeping;
  }

  /** Hands a command to the page. On macOS the menu is there without a window, which is then opened. */
  run(name: CommandName): void {
    if (this.#window === null) void this.open();
    else sendEvent(this.#window.webContents, 'command', name);
  }

  /**
   * Shows in the dock or the taskbar how far a job is; of several the one that is furthest from its end.
   *
   * @param fraction from 0 to 1, above 1 where that is not known, `null` once it has ended.
   */
  setProgress(job: string | symbol, fraction: number | null): void {
    if (fraction === null) this.#progress.delete(job);
    else this.#progress.set(job, fraction);
    const least = this.#progress.size === 0 ? -1 : Math.min(...this.#progress.values());
    this.#window?.setProgressBar(least);
  }

  /** @returns the path that was chosen, or `null` when the dialog was closed without one. */
  async chooseFile(options: {
    title: string;
    defaultPath: string;
    fileType: { name: string; extension: string };
  }): Promise<string | null> {
    const { title, defaultPath, fileType } = options;
    const dialogOptions = {
      title,
      defaultPath,
      filters: [{ name: fileType.name, extensions: [fileType.extension] }],
      // Only Linux has to be told; Windows and macOS always ask.
      properties: ['showOverwriteConfirmation' as const, 'createDirectory' as const],
    };
    const { canceled, filePath } =
      this.#window === null
        ? await dialog.showSaveDialog(dialogOptions)
        : await dialog.showSaveDialog(this.#window, dialogOptions);
    return canceled || filePath === '' ? null : filePath;
  }
}

/** Opens a file in the program that is made for its kind. @throws AppError `file_not_opened` */
export async function openFile(path: string): Promise<void> {
  const fault = await shell.openPath(path);
  if (fault !== '') throw new AppError({ code: 'file_not_opened', message: fault, path });
}

/** Shows a file in Explorer or Finder. */
export function showInFolder(path: string): void {
  shell.showItemInFolder(path);
}

/** The scheme of native dialogs and menus, and of the page's media queries. */
export function applyColorScheme(colorScheme: Preferences['colorScheme']): void {
  nativeTheme.themeSource = colorScheme === 'auto' ? 'system' : colorScheme;
}

/** What each display has free for windows, the primary one's first. */
function workAreas(): [Bounds, ...Bounds[]] {
  const primary = screen.getPrimaryDisplay();
  const others = screen.getAllDisplays().filter(({ id }) => id !== primary.id);
  return [primary.workArea, ...others.map(({ workArea }) => workArea)];
}
