import { describe, expect, it } from 'vitest';
import { assertNameAllowed } from './assert-name-allowed.ts';

describe('assertNameAllowed on Windows', () => {
  it.each([
    'a:b.xlsx',
    'what?.xlsx',
    'a|b',
    'tab\t.xlsx',
    'ends.',
    'ends ',
    'CON',
    'nul.xlsx',
    'com1.csv',
    'COM¹.xlsx',
    'CONOUT$',
    'nul .xlsx',
  ])('rejects %j', (name) => {
    expect(() => assertNameAllowed(name, 'win32')).toThrow(
      expect.objectContaining({ code: 'name_invalid', path: name }),
    );
    expect(() => assertNameAllowed(name, 'linux')).not.toThrow();
  });

  it.each(['Tổng đài 2026.xlsx', 'console.xlsx', '.hidden', 'a.b.c', 'com10.csv'])(
    'accepts %j',
    (name) => {
      expect(() => assertNameAllowed(name, 'win32')).not.toThrow();
    },
  );
});
