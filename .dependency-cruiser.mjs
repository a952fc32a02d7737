/**
 * The rooms: which folder or file may import which, type-only imports included. Everything may also import itself and
 * the folders below it. A folder that is not listed follows the rule of the folder above it.
 */
const mayImport = {
  'src-shared': [],
  'src-preload': ['src-shared'],

  'src-main': ['src-shared', 'sandbox'],
  'src-main/about': ['src-shared', 'src-main/files'],
  'src-main/accounts': ['src-shared', 'src-main/files'],
  'src-main/electron': ['src-shared', 'src-main/preferences'],
  'src-main/etelecom': ['src-shared'],
  'src-main/export': ['src-shared', 'src-main/files'],
  'src-main/files': ['src-shared'],
  'src-main/keychain': ['src-shared'],
  'src-main/list-worker': [
    'src-shared',
    'src-main/electron',
    'src-main/etelecom',
    'src-main/export',
    'src-main/refresh',
    'src-main/store',
    'src-main/translations.ts',
  ],
  'src-main/preferences': ['src-shared', 'src-main/files'],
  'src-main/refresh': ['src-shared'],
  'src-main/store': ['src-shared', 'src-main/files'],
  'src-main/translations.ts': ['src-shared'],

  'src-renderer': ['src-shared'],
  'src-renderer/about': ['src-shared', ...inRenderer('bridge', 'commands', 'ui')],
  'src-renderer/accounts': [
    'src-shared',
    ...inRenderer('bridge', 'commands', 'connection', 'saved-list', 'ui'),
  ],
  'src-renderer/bridge': ['src-shared'],
  'src-renderer/clipboard': ['src-shared'],
  'src-renderer/commands': ['src-shared', ...inRenderer('about', 'bridge', 'ui')],
  'src-renderer/connection': ['src-shared', ...inRenderer('bridge', 'settings', 'ui')],
  'src-renderer/details': ['src-shared', ...inRenderer('bridge', 'tenants', 'ui')],
  'src-renderer/export': [
    'src-shared',
    ...inRenderer('bridge', 'commands', 'filters', 'layout', 'saved-list', 'ui'),
  ],
  'src-renderer/filters': ['src-shared', ...inRenderer('bridge', 'commands', 'saved-list', 'ui')],
  'src-renderer/keyboard': ['src-shared'],
  'src-renderer/layout': ['src-shared', ...inRenderer('bridge', 'commands', 'ui')],
  'src-renderer/network': ['src-shared', ...inRenderer('bridge')],
  'src-renderer/overview': [
    'src-shared',
    ...inRenderer('bridge', 'commands', 'filters', 'saved-list', 'ui'),
  ],
  'src-renderer/query-client.ts': [],
  'src-renderer/saved-list': [
    'src-shared',
    ...inRenderer('bridge', 'commands', 'connection', 'network', 'query-client.ts', 'ui'),
  ],
  'src-renderer/selection': ['src-shared'],
  'src-renderer/settings': [
    'src-shared',
    ...inRenderer('accounts', 'bridge', 'commands', 'connection', 'ui'),
  ],
  'src-renderer/tenants': ['src-shared', 'src-renderer'],
  'src-renderer/ui': ['src-shared'],

  sandbox: [],
  'test-host': [],
  e2e: ['src-shared', 'sandbox', 'test-host'],
  scripts: ['src-shared', 'src-main', 'sandbox', 'test-host', 'e2e'],
};

/** Unit tests also talk to the sandbox and read the texts of the app. */
const testsMayImport = ['sandbox', 'src-main/translations.ts'];

/** The packages that only some folders may import. */
const packages = [
  {
    name: 'electron',
    folders: ['src-main/electron', 'src-preload', 'test-host', 'e2e', 'scripts'],
  },
  { name: 'keytar', folders: ['src-main/keychain', 'e2e', 'scripts'] },
];

/** These have no Node.js: the contract runs everywhere, and the renderer and its preload are sandboxed. */
const withoutNode = ['src-shared', 'src-renderer', 'src-preload'];

const testFile = '(\\.test\\.tsx?|/test-[^/]+\\.ts)$';

function inRenderer(...names) {
  return names.map((name) => `src-renderer/${name}`);
}

/** Matches a folder with everything in it, or a file. */
function within(paths) {
  return `^(${paths.map(RegExp.escape).join('|')})(/|$)`;
}

function roomRules([room, others]) {
  const roomsBelow = Object.keys(mayImport).filter((name) => name.startsWith(`${room}/`));
  const rule = (kind, allowed) => ({
    name: `${room}${kind} may import only ${[room, ...allowed].join(', ')}`,
    severity: 'error',
    from: {
      path: within([room]),
      pathNot: [
        ...(roomsBelow.length > 0 ? [within(roomsBelow)] : []),
        ...(kind === '' ? [testFile] : []),
      ],
      ...(kind !== '' && { path: `${within([room])}.*${testFile}` }),
    },
    to: { path: within(topFolders), pathNot: within([room, ...allowed]) },
  });
  return [rule('', others), rule(' (tests)', [...others, ...testsMayImport])];
}

const topFolders = [...new Set(Object.keys(mayImport).map((room) => room.split('/')[0]))];

/** @type {import('dependency-cruiser').IConfiguration} */
export default {
  forbidden: [
    ...Object.entries(mayImport).flatMap(roomRules),
    ...packages.map(({ name, folders }) => ({
      name: `only ${folders.join(', ')} may import ${name}`,
      severity: 'error',
      from: { pathNot: within(folders) },
      to: { path: `^node_modules/${name}/` },
    })),
    {
      name: `${withoutNode.join(', ')} have no Node.js`,
      severity: 'error',
      from: { path: within(withoutNode), pathNot: testFile },
      to: { dependencyTypes: ['core'] },
    },
    { name: 'no cycles of files', severity: 'error', from: {}, to: { circular: true } },
    {
      name: 'no cycles of folders',
      scope: 'folder',
      severity: 'error',
      from: {},
      to: { circular: true },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    // Keeps the imports that TypeScript removes because they are types.
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'require', 'node', 'default', 'types'],
    },
  },
};
