import eslint from '@eslint/js';
import { defineConfig } from 'eslint/config';
import { createNodeResolver, importX } from 'eslint-plugin-import-x';
import reactHooks from 'eslint-plugin-react-hooks';
import tseslint from 'typescript-eslint';

/** The rooms of the main process: services that know neither Electron nor each other's insides. */
const services = [
  'about',
  'accounts',
  'etelecom',
  'export',
  'keychain',
  'preferences',
  'refresh',
  'store',
];

/** What each room may import; everything else of the project is closed to it. */
const arrows = {
  'src-shared': [],
  'src-preload': ['src-shared'],
  'src-renderer': ['src-shared'],
  'src-main/index.ts': ['src-main', 'src-shared', 'sandbox'],
  'src-main/electron': ['src-main', 'src-shared'],
  'src-main/handlers.ts': ['src-main', 'src-shared'],
  'src-main/translations.ts': ['src-shared'],
  // The worker's thread is put together here, as the main one is in index.ts.
  'src-main/list-worker': ['src-main', 'src-shared'],
  ...Object.fromEntries(
    services.map((service) => [`src-main/${service}`, ['src-main/files', 'src-shared']]),
  ),
  'src-main/files': ['src-shared'],
  sandbox: [],
  'test-host': [],
  e2e: ['test-host', 'sandbox', 'src-shared'],
  scripts: ['e2e', 'test-host', 'sandbox', 'src-main', 'src-shared'],
};

/** @param alsoOpen what all of them may import besides. */
function zones(alsoOpen) {
  return Object.entries(arrows).map(([room, open]) => {
    const folders = [room, ...open, ...alsoOpen].filter(
      (folder, at, all) => all.indexOf(folder) === at,
    );
    return {
      target: `./${room}`,
      from: './',
      except: [...folders.map((folder) => `./${folder}`), './node_modules'],
      message: `${room} may import only from ${folders.join(', ')}`,
    };
  });
}

const oneWrapper = (name, home) => `${name} is used in one place only: ${home}`;

export default defineConfig(
  { ignores: ['out/', 'dist/', 'demo/', 'node_modules/', 'test-results/'] },
  eslint.configs.recommended,
  tseslint.configs.strictTypeChecked,
  tseslint.configs.stylisticTypeChecked,
  { files: ['src-renderer/**'], extends: [reactHooks.configs.flat.recommended] },
  {
    languageOptions: {
      parserOptions: { projectService: true },
    },
    plugins: { 'import-x': importX },
    settings: { 'import-x/resolver-next': [createNodeResolver()] },
    rules: {
      'import-x/no-default-export': 'error',
      'import-x/no-cycle': 'error',
      'import-x/no-restricted-paths': ['error', { zones: zones([]) }],
      'max-lines': ['error', { max: 250 }],
      '@typescript-eslint/consistent-type-assertions': ['error', { assertionStyle: 'never' }],
      '@typescript-eslint/no-confusing-void-expression': ['error', { ignoreArrowShorthand: true }],
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      'no-restricted-imports': [
        'error',
        {
          paths: [
            {
              name: 'electron',
              message: oneWrapper('electron', 'src-main/electron and src-preload'),
            },
            { name: 'keytar', message: oneWrapper('keytar', 'src-main/keychain') },
          ],
        },
      ],
      'no-restricted-properties': [
        'error',
        {
          object: 'globalThis',
          property: 'fetch',
          message: oneWrapper('fetch', 'src-main/electron/net-fetch.ts'),
        },
      ],
      'no-restricted-globals': [
        'error',
        { name: 'fetch', message: oneWrapper('fetch', 'src-main/electron/net-fetch.ts') },
      ],
    },
  },
  { files: ['eslint.config.js'], extends: [tseslint.configs.disableTypeChecked] },
  {
    files: ['*.config.ts', 'eslint.config.js'],
    rules: { 'import-x/no-default-export': 'off' },
  },
  {
    // The contract knows no platform, and the page has none.
    files: ['src-shared/**', 'src-renderer/**'],
    ignores: ['**/*.test.ts', '**/*.test.tsx', '**/test-*.ts'],
    rules: {
      'no-restricted-imports': ['error', { patterns: ['node:*', 'electron', 'keytar'] }],
    },
  },
  {
    files: ['src-main/electron/**', 'src-preload/**', 'test-host/**', 'e2e/**', 'scripts/**'],
    rules: { 'no-restricted-imports': 'off' },
  },
  {
    files: ['src-main/keychain/**'],
    rules: {
      'no-restricted-imports': [
        'error',
        { name: 'electron', message: oneWrapper('electron', 'src-main/electron and src-preload') },
      ],
    },
  },
  {
    // Tests talk to the sandbox's real server and speak the app's languages.
    files: ['**/*.test.ts', '**/test-*.ts'],
    rules: {
      'import-x/no-restricted-paths': [
        'error',
        { zones: zones(['sandbox', 'src-main/translations.ts']) },
      ],
    },
  },
  {
    files: ['**/*.test.ts', '**/test-*.ts', 'sandbox/**', 'test-host/**', 'e2e/**', 'scripts/**'],
    rules: { 'no-restricted-globals': 'off', 'no-restricted-properties': 'off' },
  },
);
