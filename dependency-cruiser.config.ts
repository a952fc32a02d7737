/**
 * The import rules: which folder or file (a "room") may import which, including type-only imports. A room may also
 * import its own files and subfolders. A folder that is not listed follows the rule of its parent folder.
 */
import type { IConfiguration, IForbiddenRuleType } from 'dependency-cruiser';

type Rooms = Readonly<Record<string, readonly string[]>>;

/** Each room may import the rooms in its list, which come before it, and `src-shared`. */
const mainRooms: Rooms = {
  'translations.ts': [],
  'list-ids.ts': [],
  files: [],
  log: ['files'],
  keychain: [],
  etelecom: [],
  rpc: ['log'],
  proxy: ['rpc'],
  managed: ['etelecom', 'files'],
  preferences: ['files', 'rpc'],
  views: ['files', 'rpc'],
  tables: ['log', 'rpc'],
  accounts: ['etelecom', 'files', 'list-ids.ts', 'log', 'rpc'],
  backup: ['accounts', 'files', 'preferences', 'rpc', 'views'],
  lists: ['accounts', 'backup', 'etelecom', 'list-ids.ts', 'log', 'rpc'],
  refresh: ['accounts', 'etelecom', 'list-ids.ts', 'lists', 'log', 'preferences', 'rpc'],
  'store/sqlite': ['files'],
  'store/rows': ['store/sqlite'],
  'store/index': ['store/rows', 'store/sqlite'],
  'store/annotations': ['files', 'store/sqlite'],
  'store/runs': ['store/index', 'store/rows', 'store/sqlite'],
  'store/history': ['store/index', 'store/rows', 'store/runs', 'store/sqlite'],
  'store/query': [
    'store/annotations',
    'store/history',
    'store/index',
    'store/rows',
    'store/runs',
    'store/sqlite',
  ],
  store: ['files', 'list-ids.ts'],
  'export/sheets': [],
  'export/csv': ['export/sheets'],
  'export/xlsx': ['export/sheets'],
  export: [
    ...['accounts', 'etelecom', 'files', 'list-ids.ts', 'lists', 'log', 'preferences', 'rpc'],
    'store',
  ],
  'export/tests': ['export', 'tables'],
  'list-worker': [
    'backup',
    'export',
    'files',
    'list-ids.ts',
    'lists',
    'log',
    'refresh',
    'rpc',
    'store',
    'translations.ts',
  ],
  about: ['accounts', 'etelecom', 'files', 'lists', 'log', 'preferences', 'rpc'],
  schedule: ['accounts', 'export', 'files', 'log', 'rpc', 'views'],
  'command-line': [
    ...['accounts', 'export', 'lists', 'log', 'preferences', 'refresh', 'rpc', 'schedule', 'views'],
  ],
  app: ['accounts', 'etelecom', 'lists', 'log', 'preferences', 'rpc'],
  updates: ['files', 'log', 'rpc'],
  electron: ['command-line', 'etelecom', 'files', 'log', 'preferences', 'proxy', 'rpc'],
};

/** Bottom-up, like `mainRooms`. */
const rendererRooms: Rooms = {
  texts: [],
  ui: ['texts'],
  values: [],
  keyboard: [],
  selection: [],
  clipboard: ['ui'],
  bridge: [],
  queries: ['bridge'],
  network: ['bridge', 'ui'],
  commands: ['bridge', 'keyboard', 'texts', 'ui'],
  managed: ['ui'],
  proxy: ['bridge', 'texts', 'ui'],
  connection: ['bridge', 'managed', 'ui'],
  refresh: ['bridge', 'commands', 'connection', 'network', 'texts', 'ui'],
  accounts: ['bridge', 'commands', 'connection', 'queries', 'refresh', 'texts', 'ui'],
  settings: [
    ...['accounts', 'bridge', 'commands', 'connection', 'managed', 'queries', 'texts', 'ui'],
  ],
  about: ['bridge', 'commands', 'ui'],
  updates: ['bridge', 'commands', 'ui'],
  backup: ['bridge', 'commands', 'texts', 'ui'],
  'saved-list': ['ui'],
  annotations: ['bridge', 'queries', 'selection', 'texts', 'ui'],
  layout: ['commands', 'texts', 'ui', 'values'],
  list: ['bridge', 'network', 'queries', 'refresh', 'ui'],
  details: ['accounts', 'annotations', 'bridge', 'queries', 'ui', 'values'],
  export: ['bridge', 'commands', 'list', 'queries', 'texts', 'ui'],
  matching: ['bridge', 'commands', 'list', 'queries', 'texts', 'ui'],
  import: ['annotations', 'bridge', 'commands', 'list', 'matching', 'texts', 'ui'],
  filters: ['bridge', 'commands', 'list', 'matching', 'queries', 'texts', 'ui', 'values'],
  changes: ['bridge', 'commands', 'list', 'queries', 'texts', 'ui', 'values'],
  overview: [
    'accounts',
    'bridge',
    'clipboard',
    'commands',
    'export',
    'list',
    'queries',
    'ui',
    'values',
  ],
  grid: [
    ...['accounts', 'annotations', 'clipboard', 'keyboard', 'layout', 'list', 'selection'],
    ...['texts', 'ui', 'values'],
  ],
  views: ['bridge', 'commands', 'grid', 'layout', 'list', 'queries', 'texts', 'ui'],
  tenants: [
    ...[
      'annotations',
      'changes',
      'clipboard',
      'commands',
      'connection',
      'details',
      'export',
      'filters',
      'grid',
      'import',
      'layout',
    ],
    ...['bridge', 'list', 'matching', 'network', 'overview', 'queries', 'refresh', 'saved-list'],
    ...['selection', 'texts', 'ui', 'views'],
  ],
};

const rooms: Rooms = {
  'src-shared': [],
  'src-preload': ['src-shared'],
  'src-main': ['src-shared', 'sandbox'],
  ...inFolder('src-main', mainRooms),
  'src-renderer': ['src-shared'],
  ...inFolder('src-renderer', rendererRooms),
  sandbox: [],
  'test-host': [],
  e2e: ['src-shared', 'sandbox', 'test-host'],
  scripts: ['src-shared', 'src-main', 'sandbox', 'test-host', 'e2e'],
};

/** What unit tests may import besides: the sandbox, the client that talks to it, texts and temporary folders. */
const testsMayImport = [
  'sandbox',
  'src-main/etelecom',
  'src-main/translations.ts',
  'src-main/files',
];
const testFile = '(\\.test\\.tsx?|/test-[^/]+\\.ts)$';

/** The packages that only some folders may import. */
const packages = {
  electron: ['src-main/electron', 'src-preload', 'test-host', 'e2e', 'scripts'],
  keytar: ['src-main/keychain', 'e2e', 'scripts'],
};

/** The contract runs everywhere, and the renderer and its preload are sandboxed. */
const withoutNode = ['src-shared', 'src-renderer', 'src-preload'];

function inFolder(folder: string, roomsOfFolder: Rooms): Rooms {
  return Object.fromEntries(
    Object.entries(roomsOfFolder).map(([name, others]) => [
      `${folder}/${name}`,
      ['src-shared', ...others.map((other) => `${folder}/${other}`)],
    ]),
  );
}

/** Matches each of the folders, with everything in it, and files. */
function within(paths: readonly string[]): string {
  return `^(${paths.map((path) => path.replaceAll('.', '\\.')).join('|')})(/|$)`;
}

function roomRules([room, others]: [string, readonly string[]]): IForbiddenRuleType[] {
  const allRooms = within(Object.keys(rooms));
  const roomsBelow = Object.keys(rooms).filter((name) => name.startsWith(`${room}/`));
  const notBelow = roomsBelow.length > 0 ? [within(roomsBelow)] : [];
  const allowed = [room, ...others];
  const allowedInTests = [...allowed, ...testsMayImport];
  return [
    {
      name: `${room} may import only ${allowed.join(', ')}`,
      severity: 'error',
      from: { path: within([room]), pathNot: [...notBelow, testFile] },
      to: { path: allRooms, pathNot: within(allowed) },
    },
    {
      name: `tests of ${room} may import only ${allowedInTests.join(', ')}`,
      severity: 'error',
      from: { path: `${within([room])}.*${testFile}`, pathNot: notBelow },
      to: { path: allRooms, pathNot: within(allowedInTests) },
    },
  ];
}

const configuration: IConfiguration = {
  forbidden: [
    ...Object.entries(rooms).flatMap(roomRules),
    ...Object.entries(packages).map(([name, folders]): IForbiddenRuleType => ({
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
export default configuration;
