import { existsSync, globSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';

const root = fileURLToPath(new URL('../..', import.meta.url));
const stylesOf = (component: string) => `@mantine/core/styles/${component}.layer.css`;

test('imports the styles of every Mantine component in use', () => {
  const used = new Set(
    globSync('src-renderer/**/*.tsx', { cwd: root }).flatMap((file) =>
      [
        ...readFileSync(`${root}/${file}`, 'utf8').matchAll(
          /import \{([^}]*)\} from '@mantine\/core'/g,
        ),
      ]
        .flatMap(([, names = '']) => names.split(',').map((name) => name.trim()))
        .filter((name) => existsSync(`${root}/node_modules/${stylesOf(name)}`)),
    ),
  );
  const styles = readFileSync(`${root}/src-renderer/ui/styles.css`, 'utf8');
  expect(used.size).toBeGreaterThan(10);
  expect([...used].filter((name) => !styles.includes(stylesOf(name)))).toEqual([]);
});
