import { createHash } from 'node:crypto';
import { runtime } from '@pulumi/pulumi';
import { makeAll } from './make-all';

// Creates the resources of the benchmark with mocks instead of the engine and the cloud:
// mocked.js capi-fleet|by-hand CLUSTERS preview|up FOLDER [digest]
const [side = '', clusters, operation, folder = '', digest] = process.argv.slice(2);
const isPreview = operation === 'preview';
const seen: string[] = [];

void main();

async function main(): Promise<void> {
  await runtime.setMocks(
    {
      newResource({ type, name, inputs }) {
        if (digest !== undefined) seen.push(JSON.stringify([type, name, sorted(inputs)]));
        return { id: isPreview ? undefined : `${name}-id`, state: inputs };
      },
      call: ({ inputs }) => ({ ...inputs, id: 'external-id' }),
    },
    'bench',
    'bench',
    isPreview,
  );
  runtime.setAllConfig({ 'capi-fleet:preflight': 'false' });
  await runtime.runInPulumiStack(async () => makeAll(side, Number(clusters), folder));
  await runtime.disconnect();
  if (digest !== undefined) {
    const text = seen.sort().join('\n');
    console.log(`${seen.length} ${createHash('sha256').update(text).digest('hex')}`);
  }
}

function sorted(inputs: object): unknown {
  return Object.entries(inputs).sort(([a], [b]) => (a < b ? -1 : 1));
}
