import { StrictEmitter } from './strict.ts';

interface Options {
  title?: string;
  body?: string;
}

/** `electron.Notification`. It is not shown; a test replaces `show` on the prototype, as in Electron. */
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
