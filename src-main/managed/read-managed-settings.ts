import { win32 } from 'node:path';
import { z } from 'zod';
import { AppError } from '../../src-shared/errors.ts';
import {
  managedSettingsSchema,
  unmanaged,
  type ManagedSettings,
} from '../../src-shared/managed-settings.ts';
import { parseBaseUrl } from '../etelecom/base-url.ts';
import { readSettings } from '../files/read-settings.ts';

/** The settings of the policy file, and the variables that can set them as well. */
const variables = {
  updates: 'ETELECOM_TENANTS_UPDATES',
  serverUrl: 'ETELECOM_TENANTS_SERVER_URL',
  allowsSampleData: 'ETELECOM_TENANTS_ALLOWS_SAMPLE_DATA',
} as const;
type SettingName = keyof typeof variables;

/** Bytes of the policy file, which has a few lines. */
const largestPolicy = 1_000_000;

const { updates, serverUrl, allowsSampleData } = managedSettingsSchema.shape;

/** Accepts what the connection form accepts, for example a pasted endpoint. */
const baseUrlSchema = serverUrl.unwrap().transform((text, context) => {
  try {
    return parseBaseUrl(text);
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    context.addIssue({ code: 'custom', message: error.code });
    return z.NEVER;
  }
});

const schemas = {
  updates: updates.unwrap(),
  serverUrl: baseUrlSchema,
  /** A variable is a text. */
  allowsSampleData: allowsSampleData.or(
    z.enum(['true', 'false']).transform((text) => text === 'true'),
  ),
};

/** Stands for each value of a file that cannot be read. It is valid for no setting. */
const unreadable = Symbol('unreadable');

/** Names of unknown settings in a message, and characters of each. */
const mostNames = 10;
const longestName = 100;

/** Returns the path of the policy file. Administrators protect its folder: see docs/for-administrators.md. */
export function policyPathOf(platform: NodeJS.Platform, env: NodeJS.ProcessEnv): string {
  switch (platform) {
    case 'win32':
      return win32.join(env.ProgramData ?? 'C:\\ProgramData', 'eTelecom Tenants', 'policy.json');
    case 'darwin':
      return '/Library/Application Support/eTelecom Tenants/policy.json';
    default:
      return '/etc/etelecom-tenants/policy.json';
  }
}

/**
 * Reads what the organization has set: in a policy file, or else in variables of the environment. The file takes
 * precedence, because users can set variables themselves. Never fails, because the app must start with any file.
 */
export async function readManagedSettings(
  path: string,
  env: NodeJS.ProcessEnv,
): Promise<ManagedSettings> {
  const file = await readPolicyFile(path);
  const places = new Set(file.unknown);
  const find = <Value>(
    name: SettingName,
    schema: z.ZodType<Value>,
  ): { value?: Value; isUnreadable: boolean } => {
    // A variable that is set for the whole computer cannot be unset for one program, but it can be empty.
    const text = env[variables[name]];
    const variable = { value: text === '' ? undefined : text, place: variables[name] };
    const candidates = [file.get(name), variable];
    const found = candidates.find(({ value }) => value !== undefined && value !== null);
    if (found === undefined) return { isUnreadable: false };
    const parsed = schema.safeParse(found.value);
    if (parsed.success) return { value: parsed.data, isUnreadable: false };
    places.add(found.place);
    return { isUnreadable: true };
  };
  const foundUpdates = find('updates', schemas.updates);
  const foundUrl = find('serverUrl', schemas.serverUrl);
  const foundSample = find('allowsSampleData', schemas.allowsSampleData);
  return {
    updates: foundUpdates.isUnreadable ? 'off' : (foundUpdates.value ?? unmanaged.updates),
    serverUrl: foundUrl.value ?? unmanaged.serverUrl,
    allowsConnecting: !foundUrl.isUnreadable,
    allowsSampleData:
      !foundSample.isUnreadable && (foundSample.value ?? unmanaged.allowsSampleData),
    unreadable: [...places],
  };
}

/** Returns a notice for each setting that could not be read. */
export function noticesOf({ unreadable: places }: ManagedSettings): AppError[] {
  return places.map(
    (path) => new AppError({ code: 'policy_unreadable', message: 'Not a valid policy', path }),
  );
}

/** A value that a source has for a setting, and where it was found. */
interface Candidate {
  value: unknown;
  place: string;
}

interface PolicyFile {
  get: (name: SettingName) => Candidate;
  /** The places of settings that the app does not know. */
  unknown: string[];
}

async function readPolicyFile(path: string): Promise<PolicyFile> {
  const read = await readSettings(path, largestPolicy);
  if (read === 'missing') return { get: () => ({ value: undefined, place: path }), unknown: [] };
  const json = read === 'unreadable' ? null : read.json;
  const parsed = z.record(z.string(), z.unknown()).safeParse(json);
  if (!parsed.success) return { get: () => ({ value: unreadable, place: path }), unknown: [] };
  const values = new Map(Object.entries(parsed.data));
  const placeOf = (name: string) => `${path} → ${name.slice(0, longestName)}`;
  return {
    get: (name) => ({ value: values.get(name), place: placeOf(name) }),
    // A misspelled name would otherwise have no effect, and nobody would see it.
    unknown: [...values.keys()]
      .filter((name) => !Object.hasOwn(variables, name))
      .slice(0, mostNames)
      .map(placeOf),
  };
}
