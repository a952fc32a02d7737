import { z } from 'zod';

/** A license of something that is shipped with the app, as its own package states it. */
export const licenseSchema = z.object({
  name: z.string(),
  version: z.string(),
  /** SPDX: https://spdx.org/licenses/ */
  identifier: z.string().optional(),
  /** Whole; some packages ship none. */
  text: z.string().optional(),
});

export const aboutSchema = z.object({
  /** `null` where the app does not run on it: the specs know a host that is not Electron. */
  versions: z.object({
    app: z.string(),
    electron: z.string().nullable(),
    chromium: z.string().nullable(),
    node: z.string(),
  }),
  licenses: z.array(licenseSchema),
});

export type License = z.infer<typeof licenseSchema>;
export type About = z.infer<typeof aboutSchema>;
