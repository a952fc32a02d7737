import { backup } from './backup.ts';
import { settings } from './settings.ts';

/** The English texts that the page loads after its first screen. */
export const later = { backup, settings };
