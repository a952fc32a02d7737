import { StrictEmitter } from './strict.ts';

interface Options {
  title?: string;
  body?: string;
}

/** `electron.Notification`. Nobody sees one; a test puts its own `show` on the prototype, as it would in Electron. */
export class Notification extends StrictEmitter {
  static isSupported = () => true;
  readonly title: string;
  readonly body: string;

  constructor({ title = '', body = '' }: Options = {}) {
    super('electron.Notification', ['show', 'click', 'close', 'failed']);
    this.title = title;
    this.body = body;
  }

  show(): void {
    this.emit('show', {});
  }
}
