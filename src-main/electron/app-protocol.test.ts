import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, it, vi } from 'vitest';
import { prepareTestFolder } from '../files/test-folder.ts';
import { serveApp } from './app-protocol.ts';

type Handler = (request: Request) => Promise<Response>;

const { handlers } = vi.hoisted(() => ({ handlers: new Map<string, Handler>() }));
vi.mock('electron', () => ({
  protocol: { handle: (scheme: string, handler: Handler) => handlers.set(scheme, handler) },
}));

const folder = prepareTestFolder();

it.each([
  ['app://bundle/index.html', 200],
  ['app://bundle/missing.html', 404],
  ['app://bundle/', 404],
  ['app://bundle/%2e%2e/secret.html', 404],
  ['app://other/index.html', 404],
  ['app://bundle/index.html%00.png', 404],
])('%s is answered with %i and the security headers', async (url, status) => {
  await writeFile(join(folder.path, 'index.html'), '<p>');
  serveApp(folder.path);
  const answer = await handlers.get('app')?.(new Request(url));
  expect(answer?.status).toBe(status);
  const policy = answer?.headers.get('Content-Security-Policy')?.split('; ');
  expect(policy).toContain("default-src 'none'");
  expect(policy).toContain("script-src 'self'");
  expect(policy).toContain("require-trusted-types-for 'script'");
  expect(answer?.headers.get('X-Content-Type-Options')).toBe('nosniff');
});
