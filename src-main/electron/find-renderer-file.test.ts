import { join, sep } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findRendererFile } from './find-renderer-file.ts';

const folder = join(sep, 'app', 'renderer');

describe('findRendererFile', () => {
  it('finds a file inside the folder', () => {
    expect(findRendererFile(folder, 'app://bundle/assets/index-1.js')).toEqual({
      path: join(folder, 'assets', 'index-1.js'),
      contentType: 'text/javascript; charset=utf-8',
    });
  });

  it.each([
    'app://bundle/..%2f..%2fsecret.js',
    'app://bundle/%00.js',
    'app://bundle/%',
    'app://bundle/',
    'app://bundle/index',
    'app://bundle/file.exe',
    'app://elsewhere/index.html',
    'https://bundle/index.html',
    'file:///etc/passwd',
  ])('finds nothing for %s', (address) => {
    expect(findRendererFile(folder, address)).toBeNull();
  });

  it('never returns a path outside the folder', () => {
    const part = fc.constantFrom('..', '.', '%2e%2e', '%2f', '%5c', '/', '\\', 'a', '%00', '%25');
    fc.assert(
      fc.property(fc.array(part), (parts) => {
        const file = findRendererFile(folder, `app://bundle/${parts.join('/')}.js`);
        expect(file?.path.startsWith(folder + sep) ?? true).toBe(true);
      }),
    );
  });
});
