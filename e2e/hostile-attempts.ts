import type { Page } from 'playwright';

/**
 * Runs attempts of a hostile page at the same time.
 *
 * @param attempts the source of a function for each attempt, by name.
 * @returns by name what each attempt returned, or `failed` if it threw or did nothing within a second.
 */
export function attempt(
  page: Page,
  attempts: Record<string, string>,
): Promise<Record<string, unknown>> {
  const sources = Object.entries(attempts).map(
    ([name, source]) => `[${JSON.stringify(name)}, ${source}]`,
  );
  return page.evaluate<Record<string, unknown>>(`(async () => {
    const late = () => new Promise((resolve) => setTimeout(resolve, 1000, 'failed'));
    const run = async ([name, act]) => {
      try {
        return [name, (await Promise.race([act(), late()])) ?? 'failed'];
      } catch {
        return [name, 'failed'];
      }
    };
    return Object.fromEntries(await Promise.all([${sources.join(',')}].map(run)));
  })()`);
}

/** The expected result of attempts that all fail. */
export const allFailed = (attempts: Record<string, string>) =>
  Object.fromEntries(Object.keys(attempts).map((name) => [name, 'failed']));

/** Adds an element and resolves when it has loaded. */
const element = (
  tag: string,
  properties: string,
  parent = 'body',
) => `() => new Promise((resolve, reject) => {
  const added = Object.assign(document.createElement('${tag}'), ${properties});
  added.onload = added.onloadeddata = () => resolve('loaded');
  added.onerror = reject;
  document.${parent}.append(added);
})`;

/** Returns one attempt for each way in which a page can send a request to a server. Each uses a path of its own. */
export function networkAttempts(url: string): Record<string, string> {
  return {
    fetch: `() => fetch('${url}/fetch').then(() => 'sent')`,
    xhr: `() => new Promise((resolve, reject) => {
      const request = new XMLHttpRequest();
      request.onload = () => resolve('sent');
      request.onerror = reject;
      request.open('GET', '${url}/xhr');
      request.send();
    })`,
    webSocket: `() => new Promise((resolve, reject) => {
      const socket = new WebSocket('${url.replace('http', 'ws')}/webSocket');
      socket.onopen = () => resolve('sent');
      socket.onerror = reject;
    })`,
    eventSource: `() => new Promise((resolve, reject) => {
      const source = new EventSource('${url}/eventSource');
      source.onopen = () => resolve('sent');
      source.onerror = () => (source.close(), reject());
    })`,
    image: element('img', `{ src: '${url}/image' }`),
    script: element('script', `{ src: '${url}/script' }`),
    module: `() => import('${url}/module').then(() => 'sent')`,
    style: element('link', `{ rel: 'stylesheet', href: '${url}/style' }`, 'head'),
    prefetch: element('link', `{ rel: 'prefetch', href: '${url}/prefetch' }`, 'head'),
    preload: element('link', `{ rel: 'preload', as: 'fetch', href: '${url}/preload' }`, 'head'),
    video: element('video', `{ src: '${url}/video' }`),
    object: element('object', `{ data: '${url}/object' }`),
    frame: `() => new Promise((resolve) => {
      const frame = Object.assign(document.createElement('iframe'), { src: '${url}/frame' });
      frame.onload = () => resolve(frame.contentDocument === null ? 'failed' : 'loaded');
      document.body.append(frame);
    })`,
    font: `() => new FontFace('Spy', 'url(${url}/font)').load().then(() => 'sent')`,
    worker: `() => new Worker('${url}/worker') && 'started'`,
    background: `() => {
      document.body.style.backgroundImage = 'url(${url}/background)';
    }`,
    form: `() => {
      const form = Object.assign(document.createElement('form'), { action: '${url}/form' });
      document.body.append(form);
      form.submit();
    }`,
  };
}
