/**
 * The rooms: which folder or file may import which, type-only imports included. Everything may also import itself and
 * the folders below it. A folder that is not listed follows the rule of the folder above it.
 */
const mayImport = {
  'src-shared': [],
  'src-preload': ['src-shared'],

  'src-main': ['src-shared', 'sandbox'],
  'src-main/about': [
    'src-shared',
    ...inMain('accounts', 'etelecom', 'files', 'lists', 'preferences', 'rpc'),
  ],
  'src-main/accounts': ['src-shared', ...inMain('etelecom', 'files', 'log.ts', 'rpc')],
  'src-main/app': ['src-shared', ...inMain('accounts', 'etelecom', 'lists', 'preferences', 'rpc')],
  'src-main/electron': ['src-shared', ...inMain('preferences', 'rpc')],
  'src-main/etelecom': ['src-shared'],
  'src-main/export': [
    'src-shared',
    ...inMain('accounts', 'etelecom', 'files', 'lists', 'log.ts', 'preferences', 'rpc', 'store'),
  ],
  'src-main/export/csv': ['src-shared', ...inMain('export/sheets')],
  'src-main/export/sheets': ['src-shared'],
  'src-main/export/xlsx': ['src-shared', ...inMain('export/sheets')],
  'src-main/files': ['src-shared'],
  'src-main/keychain': ['src-shared'],
  'src-main/list-worker': [
    'src-shared',
    ...inMain(
      'etelecom',
      'export',
      'lists',
      'log.ts',
      'refresh',
      'rpc',
      'store',
      'translations.ts',
    ),
  ],
  'src-main/lists': ['src-shared', ...inMain('accounts', 'etelecom', 'log.ts', 'rpc')],
  'src-main/preferences': ['src-shared', ...inMain('files', 'rpc')],
  'src-main/refresh': ['src-shared', ...inMain('accounts', 'etelecom', 'lists', 'rpc')],
  'src-main/rpc': ['src-shared', ...inMain('log.ts')],
  'src-main/store': ['src-shared', ...inMain('files')],
  'src-main/store/sqlite': ['src-shared', ...inMain('files')],
  'src-main/store/rows': ['src-shared', ...inMain('store/sqlite')],
  'src-main/store/index': ['src-shared', ...inMain('store/rows', 'store/sqlite')],
  'src-main/store/runs': ['src-shared', ...inMain('store/index', 'store/rows', 'store/sqlite')],
  'src-main/store/query': [
    'src-shared',
    ...inMain('store/index', 'store/rows', 'store/runs', 'store/sqlite'),
  ],
  'src-main/translations.ts': ['src-shared'],

  'src-renderer': ['src-shared'],
  'src-renderer/about': ['src-shared', ...inRenderer('bridge', 'commands', 'ui')],
  'src-renderer/accounts': [
    'src-shared',
    ...inRenderer('bridge', 'commands', 'connection', 'refresh', 'ui'),
  ],
  'src-renderer/bridge': ['src-shared'],
  'src-renderer/clipboard': ['src-shared'],
  'src-renderer/commands': ['src-shared', ...inRenderer('bridge', 'ui')],
  'src-renderer/connection': ['src-shared', ...inRenderer('bridge', 'ui')],
  'src-renderer/details': ['src-shared', ...inRenderer('bridge', 'queries', 'ui', 'values')],
  'src-renderer/export': [
    'src-shared',
    ...inRenderer('bridge', 'commands', 'list', 'queries', 'ui'),
  ],
  'src-renderer/filters': [
    'src-shared',
    ...inRenderer('bridge', 'commands', 'list', 'queries', 'ui', 'values'),
  ],
  'src-renderer/grid': [
    'src-shared',
    ...inRenderer(
      'accounts',
      'clipboard',
      'keyboard',
      'layout',
      'list',
      'selection',
      'ui',
      'values',
    ),
  ],
  'src-renderer/keyboard': ['src-shared'],
  'src-renderer/layout': [
    'src-shared',
    ...inRenderer('bridge', 'commands', 'queries', 'ui', 'values'),
  ],
  'src-renderer/list': [
    'src-shared',
    ...inRenderer('bridge', 'network', 'queries', 'refresh', 'ui'),
  ],
  'src-renderer/network': ['src-shared', ...inRenderer('bridge')],
  'src-renderer/overview': [
    'src-shared',
    ...inRenderer('bridge', 'commands', 'list', 'queries', 'ui'),
  ],
  'src-renderer/queries': ['src-shared', ...inRenderer('bridge')],
  'src-renderer/refresh': [
    'src-shared',
    ...inRenderer('bridge', 'commands', 'connection', 'network', 'ui'),
  ],
  'src-renderer/saved-list': ['src-shared', ...inRenderer('ui')],
  'src-renderer/selection': ['src-shared'],
  'src-renderer/settings': [
    'src-shared',
    ...inRenderer('accounts', 'bridge', 'commands', 'connection', 'ui'),
  ],
  'src-renderer/tenants': [
    'src-shared',
    ...inRenderer(
      'clipboard',
      'commands',
      'connection',
      'details',
      'export',
      'filters',
      'grid',
      'layout',
      'list',
      'network',
      'overview',
      'refresh',
      'saved-list',
      'selection',
      'ui',
    ),
  ],
  'src-renderer/ui': ['src-shared'],
  'src-renderer/values': ['src-shared'],

  sandbox: [],
  'test-host': [],
  e2e: ['src-shared', 'sandbox', 'test-host'],
  scripts: ['src-shared', 'src-main', 'sandbox', 'test-host', 'e2e'],
};

/** Unit tests also talk to the sandbox, use temporary folders and read the texts of the app. */
const testsMayImport = ['sandbox', 'src-main/files', 'src-main/translations.ts'];

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

function inMain(...names) {
  return names.map((name) => `src-main/${name}`);
}

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
