import { readFileSync } from 'node:fs';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { AfterPackContext, Configuration } from 'electron-builder';
import { joinChangelogs } from './src-main/updates/choose-release-notes.ts';
import { appId } from './src-shared/app-id.ts';

/**
 * The names in the certificate that signs the Windows installer. An installed app takes updates from these publishers only.
 * Before a new certificate is used, one version must be released that has both names.
 */
const windowsPublishers = ['eTelecom'] as const;

type WindowsConfiguration = NonNullable<Configuration['win']>;

/** Where installed apps look for updates. */
const updates = { provider: 'github', owner: 'etelecom', repo: 'etelecom-tenants' } as const;

/** Returns the text of a file of the project. */
const read = (name: string) => readFileSync(join(import.meta.dirname, name), 'utf8');

/** Excludes the prebuilt files of keytar that are for other systems. `${platform}` would be the system that builds. */
const otherPrebuilds = (wanted: string) => `!node_modules/keytar/prebuilds/!(${wanted})/**`;

/**
 * Returns the files for one system. The list must include something: if it only excludes, electron-builder starts it with
 * a pattern for everything, and the whole repository is packaged.
 */
const onlyPrebuild = (wanted: string) => ['package.json', otherPrebuilds(wanted)];

/** Packages the app. `npm run package` uses it, and `npm test` checks the packages with a stub of Electron. */
const configuration: Configuration = {
  appId,
  productName: 'eTelecom Tenants',
  copyright: 'Copyright © 2026 The eTelecom Tenants authors',
  directories: { buildResources: 'build', output: 'dist' },
  // The updater finds the file for its processor by its name.
  artifactName: '${name}-${version}-${os}-${arch}.${ext}',
  publish: updates,
  // An installed app shows what is new in a version before it installs it.
  releaseInfo: {
    releaseNotes: joinChangelogs({ en: read('CHANGELOG.md'), vi: read('CHANGELOG.vi.md') }),
  },
  // If a secret is missing, the release fails instead of being published without a signature.
  forceCodeSigning: process.env.REQUIRE_SIGNING === 'true',

  files: [
    'out/**',
    '!out/renderer/.vite/**',
    'package.json',
    // keytar looks in `build` first, where its install script has put the file for the system that builds.
    '!node_modules/keytar/{build,src,script}/**',
    '!node_modules/keytar/{binding.gyp,README.md}',
    '!node_modules/node-addon-api/**',
  ],
  // Only the native file is outside of the archive, because the integrity check covers the archive only.
  asar: { smartUnpack: false },
  asarUnpack: ['**/*.node'],
  // keytar has prebuilt files for every system.
  npmRebuild: false,
  electronLanguages: ['en-US', 'vi'],
  electronFuses: {
    runAsNode: false,
    enableNodeOptionsEnvironmentVariable: false,
    enableNodeCliInspectArguments: false,
    enableEmbeddedAsarIntegrityValidation: true,
    onlyLoadAppFromAsar: true,
    grantFileProtocolExtraPrivileges: false,
    // There are no cookies, and encrypting them would add an entry to the keychain.
    enableCookieEncryption: false,
    loadBrowserProcessSpecificV8Snapshot: false,
  },
  afterPack: forbidArbitraryLoads,

  win: {
    target: [{ target: 'nsis', arch: ['x64', 'arm64'] }],
    files: onlyPrebuild('win32-${arch}'),
    // Without the names, the updater does not check the signature of an update.
    publish: { ...updates, publisherName: [...windowsPublishers] },
    ...azureSigning(process.env),
  },
  nsis: {
    oneClick: true,
    perMachine: false,
    // One installer for each processor: one for both would be twice as large.
    buildUniversalInstaller: false,
    packElevateHelper: false,
    include: 'build/installer.nsh',
    installerLanguages: ['en_US', 'vi_VN'],
  },

  mac: {
    target: [
      { target: 'dmg', arch: ['universal'] },
      // The updater takes this one.
      { target: 'zip', arch: ['universal'] },
    ],
    category: 'public.app-category.business',
    hardenedRuntime: true,
    entitlements: 'build/entitlements.mac.plist',
    entitlementsInherit: 'build/entitlements.mac.plist',
    // Both halves of a universal app must have the same files.
    files: onlyPrebuild('darwin-*'),
    x64ArchFiles: '**/keytar/prebuilds/**',
  },

  linux: {
    target: [
      { target: 'deb', arch: ['x64', 'arm64'] },
      { target: 'AppImage', arch: ['x64', 'arm64'] },
    ],
    category: 'Office',
    files: onlyPrebuild('linux-${arch}'),
    // Connects a window with the icon of its launcher.
    syncDesktopName: true,
  },
  // The default recommends a library for icons in the notification area, which the app does not have.
  deb: { recommends: [] },
  // The default runtime of an AppImage needs a library that newer systems do not have, and starts the app without a sandbox.
  toolsets: { appimage: '1.0.3' },
};

/** Signs with Azure's service if its settings are there: https://www.electron.build/code-signing-win */
function azureSigning(env: NodeJS.ProcessEnv): Pick<WindowsConfiguration, 'azureSignOptions'> {
  const { AZURE_SIGN_ENDPOINT, AZURE_SIGN_ACCOUNT, AZURE_SIGN_PROFILE } = env;
  if (!AZURE_SIGN_ENDPOINT || !AZURE_SIGN_ACCOUNT || !AZURE_SIGN_PROFILE) return {};
  return {
    azureSignOptions: {
      publisherName: windowsPublishers[0],
      endpoint: AZURE_SIGN_ENDPOINT,
      codeSigningAccountName: AZURE_SIGN_ACCOUNT,
      certificateProfileName: AZURE_SIGN_PROFILE,
    },
  };
}

/**
 * Takes back the permission to load anything over HTTP, which electron-builder adds to the macOS app. It cannot be done in
 * `mac.extendInfo`, which is applied before. Local addresses stay allowed: the updater has a server there.
 */
async function forbidArbitraryLoads({
  appOutDir,
  electronPlatformName,
  packager,
}: AfterPackContext): Promise<void> {
  if (electronPlatformName !== 'darwin') return;
  const app = `${packager.appInfo.productFilename}.app`;
  const path = join(appOutDir, app, 'Contents', 'Info.plist');
  const info = await readFile(path, 'utf8');
  await writeFile(
    path,
    info.replace(/(<key>NSAllowsArbitraryLoads<\/key>\s*)<true\/>/, '$1<false/>'),
  );
}

export default configuration;
