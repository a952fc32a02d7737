import { join } from 'node:path';
import { expect } from '@playwright/test';
import type { Sandbox } from '../sandbox/server.ts';
import { stubSaveDialog, type App } from './app.ts';
import { connectLive } from './screens.ts';

/** Connects the app and starts an export into `folder` that never gets its second page. */
export async function startHangingExport(app: App, sandbox: Sandbox, folder: string) {
  const tenants = await connectLive(app.page, sandbox);
  await stubSaveDialog(app, join(folder, 'hanging.xlsx'));
  sandbox.setFaults({ hang: { after: 1 } });
  await tenants.startExport('all');
  await expect(tenants.exportPanel).toContainText('100 rows so far');
  return tenants;
}
