import { parseArgs } from 'node:util';
import { parseFault } from './parse-fault.ts';
import { scriptDays } from './script-days.ts';
import { startSandbox } from './server.ts';
import type { SandboxOptions } from './server.ts';

const { values } = parseArgs({
  options: {
    port: { type: 'string', default: '8080' },
    key: { type: 'string', default: 'demo-key' },
    tenants: { type: 'string', default: '2500' },
    hotlines: { type: 'string', default: '400' },
    seed: { type: 'string', default: '1' },
    spelling: { type: 'string', default: 'Etelecom' },
    'day-every': { type: 'string' },
    fault: { type: 'string', multiple: true, default: [] },
  },
});

function parseSpelling(text: string): NonNullable<SandboxOptions['serviceSpelling']> {
  if (text === 'Etelecom' || text === 'ETelecom' || text === 'both') return text;
  throw new Error(`Unknown spelling: ${text}. Use Etelecom, ETelecom or both`);
}

/** How often another scripted day begins, in seconds. */
const dayEvery = values['day-every'];
const days =
  dayEvery === undefined
    ? []
    : scriptDays({ count: Number(values.tenants), seed: Number(values.seed), days: 365 });
const sandbox = await startSandbox({
  apiKey: values.key,
  tenants: days[0]?.tenants ?? Number(values.tenants),
  hotlines: Number(values.hotlines),
  seed: Number(values.seed),
  port: Number(values.port),
  serviceSpelling: parseSpelling(values.spelling),
  faults: values.fault.map(parseFault).reduce((all, fault) => ({ ...all, ...fault }), {}),
});

const service = values.spelling === 'ETelecom' ? 'ETelecom' : 'Etelecom';
console.log(`Base URL  ${sandbox.baseUrl}`);
console.log(`API key   ${sandbox.apiKey}`);
for (const method of ['GetPartnerTenantList', 'GetPartnerHotlineList']) {
  console.log(
    `curl -s -H 'Authorization: Bearer ${sandbox.apiKey}' --json '{"paging":{"limit":3}}' ` +
      `${sandbox.baseUrl}.${service}/${method}`,
  );
}

let day = 0;
const beginDay = () => {
  const next = days[++day];
  if (next === undefined) return;
  sandbox.setTenants(next.tenants);
  console.log(`${new Date(next.at).toISOString()}  ${next.tenants.length} tenants`);
};
const timer = dayEvery === undefined ? undefined : setInterval(beginDay, Number(dayEvery) * 1000);

process.once('SIGINT', () => {
  clearInterval(timer);
  void sandbox.close();
});
