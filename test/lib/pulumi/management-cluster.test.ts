import assert from 'node:assert/strict';
import { CloudCredentials } from '../../../constructs/index';
import { type ClusterOverrides, testFleet } from '../../support/fleets';
import { inFolderUntil } from '../../support/in-folder';
import { provisionedFleet, provisionedProps } from '../../support/provisioned-fleets';
import { Hidden, namesByType, PLANTED_SECRET, runMocked } from '../../support/pulumi-mocks';

function deployed(config: Readonly<Record<string, string>>, props: ClusterOverrides = {}) {
  return inFolderUntil((handOverFolder) => {
    const credentials = CloudCredentials.applicationCredential();
    const prod = { ...provisionedProps(), ...props };
    const { fleet } = provisionedFleet({ prod }, { handOverFolder, cloud: { credentials } });
    return runMocked(() => fleet.deploy(), { config });
  });
}
describe('x', () => {
  it('x', async () => {
    const run = await deployed({ 'capi-fleet:apply': 'true' });
    console.dir(namesByType(run), { depth: 5 });
    console.dir(
      Object.entries(run.resources).filter(([n]) => /redential|Cluster|space/.test(n)),
      { depth: 7 },
    );
    console.dir(run.calls, { depth: 5 });
    console.dir(run.outputs, { depth: 6 });
    void [Hidden, PLANTED_SECRET, testFleet, assert];
  });
});
