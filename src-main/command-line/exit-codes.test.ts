import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { exitCodes, failures } from './exit-codes.ts';

it('documents each exit code with all its errors', () => {
  const page = readFileSync(new URL('../../docs/scripted-export.md', import.meta.url), 'utf8');
  const documented = [...page.matchAll(/^\| (\d+) +\|[^|]+\|(.*)\|$/gm)].map(
    ([, code, errors]) => ({
      exitCode: Number(code),
      errors: [...(errors ?? '').matchAll(/`(\w+)`/g)].map(([, error]) => error).toSorted(),
    }),
  );
  const codes = Object.entries(exitCodes).map(([kind, exitCode]) => ({
    exitCode,
    errors: Object.entries(failures)
      .filter(([, failure]) => failure === kind)
      .map(([error]) => error)
      .toSorted(),
  }));
  expect(documented).toEqual(codes);
});
