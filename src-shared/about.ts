import { z } from 'zod';

/** The license of a package that is shipped with the app. The build writes a file of these. */
export const licenseSchema = z.object({
  name: z.string(),
  version: z.string(),
  /** SPDX: https://spdx.org/licenses/ */
  identifier: z.string().optional(),
  /** The full text; some packages have none. */
  text: z.string().optional(),
});

export type License = z.infer<typeof licenseSchema>;

export interface About {
  versions: {
    app: string;
    /** `null` on the Chromium test host. */
    electron: string | null;
    chromium: string | null;
    node: string;
  };
  licenses: License[];
}
