import type { App } from './app.ts';
import type { HostPipe } from '../messages.ts';
import { needsStub, strict, StrictEmitter } from './strict.ts';

/** `electron.dialog`. A test assigns stubs for the dialogs; the error box is printed. */
export function createDialog() {
  return strict('electron.dialog', {
    showSaveDialog: needsStub('electron.dialog.showSaveDialog'),
    showOpenDialog: needsStub('electron.dialog.showOpenDialog'),
    showMessageBox: needsStub('electron.dialog.showMessageBox'),
    showErrorBox: (title: string, content: string) => {
      console.error(`${title}: ${content}`);
    },
  });
}

/** `electron.shell`. Opens nothing and records the calls. */
export function createShell() {
  const calls: [method: string, argument: string][] = [];
  return strict('electron.shell', {
    calls,
    openExternal: (url: string) => {
      calls.push(['openExternal', url]);
      return Promise.resolve();
    },
    openPath: (path: string) => {
      calls.push(['openPath', path]);
      return Promise.resolve('');
    },
    showItemInFolder: (path: string) => {
      calls.push(['showItemInFolder', path]);
    },
  });
}

type ThemeSource = 'system' | 'light' | 'dark';

/** `electron.nativeTheme`. The pages follow `themeSource`; the system is always light. */
export function createNativeTheme(pipe: HostPipe) {
  class NativeTheme extends StrictEmitter {
    #source: ThemeSource = 'system';

    constructor() {
      super('electron.nativeTheme', ['updated']);
    }

    get themeSource() {
      return this.#source;
    }

    set themeSource(source: ThemeSource) {
      if (source === this.#source) return;
      this.#source = source;
      void pipe.tell('setColorScheme', source);
      this.emit('updated');
    }

    get shouldUseDarkColors() {
      return this.#source === 'dark';
    }
  }
  return strict('electron.nativeTheme', new NativeTheme());
}

/** `electron.powerMonitor`. A test emits its events. */
export function createPowerMonitor() {
  const events = ['shutdown', 'suspend', 'resume'];
  return strict('electron.powerMonitor', new StrictEmitter('electron.powerMonitor', events));
}

export function createScreen(app: App) {
  const bounds = { x: 0, y: 0, width: 1920, height: 1080 };
  const display = { id: 1, bounds, workArea: bounds, workAreaSize: bounds, scaleFactor: 1 };
  const afterReady = <Value>(value: Value) => {
    if (!app.isReady()) throw new Error('The screen module cannot be used before app is ready');
    return value;
  };
  return strict('electron.screen', {
    getAllDisplays: () => afterReady([display]),
    getPrimaryDisplay: () => afterReady(display),
  });
}
