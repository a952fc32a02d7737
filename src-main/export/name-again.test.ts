import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { nameAgain } from './name-again.ts';

const suggestedName = 'etelecom-tenants_A_changes-since-2026-11-16_2026-11-23.xlsx';
const suggestion = 'etelecom-tenants_A_changes-since-2026-11-23_2026-11-30.xlsx';

describe('nameAgain', () => {
  it.each([
    // As it was suggested, also if that name was taken.
    [suggestedName, suggestion],
    ['etelecom-tenants_A_changes-since-2026-11-16_2026-11-23 (2).xlsx', suggestion],
    // The user's own names.
    ['Báo cáo 2026-11-23.xlsx', 'Báo cáo 2026-11-30.xlsx'],
    ['2026-11-16 to 2026-11-23 (3).csv', '2026-11-16 to 2026-11-30.csv'],
    ['Monday.xlsx', 'Monday_2026-11-30.xlsx'],
    ['Monday (2).xlsx', 'Monday_2026-11-30.xlsx'],
  ])('names the file after %j', (name, again) => {
    const path = join('folder', name);
    expect(nameAgain({ path, suggestedName }, suggestion, '2026-11-30')).toBe(again);
  });
});
