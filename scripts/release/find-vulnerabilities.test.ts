import { expect, test } from 'vitest';
import { findVulnerabilities } from './find-vulnerabilities.ts';

const shipped = [
  { name: '@github/keytar', version: '7.10.6', license: 'MIT' },
  { name: 'zod', version: '4.6.7', license: 'MIT' },
];

/** In the format of npm 11. */
const report = {
  auditReportVersion: 2,
  vulnerabilities: {
    zod: {
      name: 'zod',
      severity: 'high',
      isDirect: true,
      via: [{ source: 1, name: 'zod', title: 'Slow expression', url: 'https://example.com/1' }],
      effects: [],
      range: '<5',
      nodes: ['node_modules/zod'],
      fixAvailable: true,
    },
    vite: { name: 'vite', severity: 'low', via: ['rolldown'] },
    keytar: { name: 'keytar', severity: 'moderate', via: [] },
  },
};

test('shipped packages are distinguished from tools', () => {
  expect(findVulnerabilities(JSON.stringify(report), shipped)).toEqual([
    {
      name: 'zod',
      severity: 'high',
      reasons: ['Slow expression (https://example.com/1)'],
      isShipped: true,
    },
    { name: 'vite', severity: 'low', reasons: ['rolldown'], isShipped: false },
    { name: 'keytar', severity: 'moderate', reasons: [], isShipped: true },
  ]);
});

test('an answer without a report is an error, not a clean report', () => {
  const failure = JSON.stringify({ message: '405 Method Not Allowed', statusCode: 405 });
  expect(() => findVulnerabilities(failure, shipped)).toThrow();
  expect(() => findVulnerabilities('', shipped)).toThrow();
});
