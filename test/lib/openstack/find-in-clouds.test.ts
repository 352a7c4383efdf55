import assert from 'node:assert/strict';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { findInClouds } from '../../../lib/openstack/find-in-clouds';
import { planFleet } from '../../../lib/plan/fleet-plan';
import { emptyCloud } from '../../support/cloud-contents';
import { FakeCloud } from '../../support/fake-cloud';
import { inFolderUntil } from '../../support/in-folder';
import { cloudModel } from '../../support/models';
import { provisionedCluster } from '../../support/provisioned';

const NETWORKS = { networks: [{ id: 'n', name: 'mothership-demo' }] };

describe('findInClouds', () => {
  it('looks into every cloud with its own entry, in the region of the program', () =>
    FakeCloud.with({ answers: emptyCloud({ '/network/v2.0/networks': NETWORKS }) }, (cloud) =>
      withClouds(cloud.url, async () => {
        const first = provisionedCluster({ cloud: cloudModel({ region: 'RegionOne' }) });
        const second = provisionedCluster({
          name: 'other',
          cloud: cloudModel({ path: 'second', name: 'second', region: 'RegionOne' }),
        });
        const plan = planFleet(
          [first, second].map((one) => ({ cloud: one.cloud, sharedNetworks: [] })),
          [first, second],
        );

        const found = await findInClouds(plan, { homelab: 'one', second: 'one' });

        assert.deepEqual(
          found.map(({ resource, ids }) => [resource.name, ids]),
          [['mothership/demo/network/network', ['n']]],
        );
        await assert.rejects(findInClouds(plan, { homelab: 'one' }), {
          message:
            '--entry second is missing\n' +
            '  allowed: the entry of clouds.yaml for each cloud, as there are several\n' +
            '  fix: --entry second=name-in-clouds-yaml',
        });
      }),
    ));
});

/** Runs a test with a clouds.yaml that the environment names. */
function withClouds(url: string, test: () => Promise<void>): Promise<void> {
  return inFolderUntil(async (folder) => {
    const file = join(folder, 'clouds.yaml');
    const auth = `{ auth_url: ${url}/identity, username: u, password: fake, project_name: p }`;
    writeFileSync(file, `clouds: { one: { region_name: Elsewhere, auth: ${auth} } }`);
    const before = process.env.OS_CLIENT_CONFIG_FILE;
    process.env.OS_CLIENT_CONFIG_FILE = file;
    try {
      await test();
    } finally {
      if (before === undefined) delete process.env.OS_CLIENT_CONFIG_FILE;
      else process.env.OS_CLIENT_CONFIG_FILE = before;
    }
  });
}
