import { parseArgs } from 'node:util';
import { parseFault } from './parse-fault.ts';
import { startSandbox } from './server.ts';
import type { SandboxOptions } from './server.ts';

const { values } = parseArgs({
  options: {
    port: { type: 'string', default: '8080' },
    key: { type: 'string', default: 'demo-key' },
    tenants: { type: 'string', default: '2500' },
    seed: { type: 'string', default: '1' },
    spelling: { type: 'string', default: 'Etelecom' },
    fault: { type: 'string', multiple: true, default: [] },
  },
});

function parseSpelling(text: string): NonNullable<SandboxOptions['serviceSpelling']> {
  if (text === 'Etelecom' || text === 'ETelecom' || text === 'both') return text;
  throw new Error(`Unknown spelling: ${text}. Use Etelecom, ETelecom or both`);
}

const sandbox = await startSandbox({
  apiKey: values.key,
  tenants: Number(values.tenants),
  seed: Number(values.seed),
  port: Number(values.port),
  serviceSpelling: parseSpelling(values.spelling),
  faults: values.fault.map(parseFault).reduce((all, fault) => ({ ...all, ...fault }), {}),
});

const service = values.spelling === 'ETelecom' ? 'ETelecom' : 'Etelecom';
console.log(`Base URL  ${sandbox.baseUrl}`);
console.log(`API key   ${sandbox.apiKey}`);
console.log(
  `curl -s -H 'Authorization: Bearer ${sandbox.apiKey}' --json '{"paging":{"limit":3}}' ` +
    `${sandbox.baseUrl}.${service}/GetPartnerTenantList`,
);

process.once('SIGINT', () => {
  void sandbox.close();
});
