import { z } from 'zod';
import { updateModes } from './choices.ts';

/** What an organization has set on its computers. Where it has set nothing, the user chooses. */
export const managedSettingsSchema = z.object({
  /** How the app updates itself; `null` if the user chooses. */
  updates: z.enum(updateModes).nullable(),
  /** The base URL of the only server that accounts may use; `null` if the user enters it. */
  serverUrl: z.string().max(2_000).nullable(),
  allowsSampleData: z.boolean(),
  /** Whether a key may be entered. `false` if the organization's base URL could not be read. */
  allowsConnecting: z.boolean(),
  /**
   * Where a setting was found that could not be read: the path of the policy file, alone or with the name of a setting, or
   * the name of a variable. The strictest value is then used instead.
   */
  unreadable: z.array(z.string()),
});

export type ManagedSettings = z.infer<typeof managedSettingsSchema>;

/** What applies if no organization has set anything. */
export const unmanaged: ManagedSettings = {
  updates: null,
  serverUrl: null,
  allowsSampleData: true,
  allowsConnecting: true,
  unreadable: [],
};
