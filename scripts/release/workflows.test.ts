import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { z } from 'zod';
import { root } from '../run.ts';

const folder = join(root, '.github', 'workflows');
const read = (name: string) => readFileSync(join(folder, name), 'utf8');

/** The parts of a workflow that are checked here: https://docs.github.com/en/actions/reference/workflows-and-actions/workflow-syntax */
const permissionsSchema = z.record(z.string(), z.enum(['read', 'write', 'none']));
const stepSchema = z.object({
  uses: z.string().optional(),
  run: z.string().optional(),
  with: z.record(z.string(), z.unknown()).default({}),
  env: z.record(z.string(), z.string()).default({}),
});
const jobSchema = z.object({
  uses: z.string().optional(),
  permissions: permissionsSchema,
  'timeout-minutes': z.number().optional(),
  environment: z.string().optional(),
  env: z.record(z.string(), z.string()).default({}),
  steps: z.array(stepSchema).default([]),
});
const workflowSchema = z.object({
  permissions: permissionsSchema,
  concurrency: z.object({ group: z.string() }),
  jobs: z.record(z.string(), jobSchema),
});
type Job = z.infer<typeof jobSchema>;

const jobsOf = (name: string): [string, Job][] =>
  Object.entries(workflowSchema.parse(parse(read(name))).jobs);
const usesOf = (name: string) =>
  read(name)
    .split('\n')
    .flatMap((line) => /^\s*(?:- )?uses: (.+)$/.exec(line)?.[1] ?? []);

describe.each(readdirSync(folder))('%s', (name) => {
  it('pins every action to a commit and says which version that is', () => {
    const pinned = /^(\.\/\S+|[\w-]+\/[\w./-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+)$/;
    expect(usesOf(name).filter((uses) => !pinned.test(uses))).toEqual([]);
  });

  it('gives each job its own permissions and a time limit, and secrets only to single steps', () => {
    expect(parse(read(name))).not.toHaveProperty('env');
    for (const [id, job] of jobsOf(name)) {
      // A called workflow has its own limits.
      if (job.uses === undefined) expect(job['timeout-minutes'], id).toBeLessThanOrEqual(60);
      expect(JSON.stringify({ ...job, steps: [] }), id).not.toContain('secrets.');
    }
  });

  it('does not leave its token on the disk of the runner', () => {
    const checkouts = jobsOf(name).flatMap(([, { steps }]) =>
      steps.filter(({ uses }) => uses?.startsWith('actions/checkout@')),
    );
    expect(checkouts.length).toBeGreaterThan(0);
    for (const checkout of checkouts) expect(checkout.with['persist-credentials']).toBe(false);
  });
});

it('uses the same version of an action everywhere', () => {
  const versions = Map.groupBy(
    new Set(
      readdirSync(folder)
        .flatMap(usesOf)
        .filter((uses) => uses.includes('@')),
    ),
    (uses) => uses.split('@')[0],
  );
  expect([...versions.values()].filter(({ length }) => length > 1)).toEqual([]);
});

describe('a release', () => {
  const jobs = new Map(jobsOf('release.yml'));

  it('is written by one job, which runs no code of this repository or of npm', () => {
    const writers = [...jobs].filter(([, { permissions }]) =>
      Object.values(permissions).includes('write'),
    );
    expect(writers.map(([id]) => id)).toEqual(['draft']);
    const text = JSON.stringify(jobs.get('draft'));
    for (const program of ['checkout', 'npm', 'node ']) expect(text).not.toContain(program);
  });

  it('shows the secrets only to the steps that sign, in an environment of their own', () => {
    for (const [id, { steps, environment }] of jobs) {
      const withSecrets = steps.filter((step) => JSON.stringify(step).includes('secrets.'));
      for (const { run } of withSecrets) expect(run).toContain('npm run package');
      expect(environment, id).toBe(withSecrets.length > 0 ? 'release' : undefined);
    }
  });

  it('runs no cached files while it is built', () => {
    const setups = [...jobs.values()].flatMap(({ steps }) =>
      steps.filter(({ uses }) => uses?.startsWith('actions/setup-node@')),
    );
    for (const setup of setups) {
      expect(setup.with).toMatchObject({ 'package-manager-cache': false });
      expect(setup.with).not.toHaveProperty('cache');
    }
  });
});
