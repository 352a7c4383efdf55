import assert from 'node:assert/strict';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { findInClouds, findReplaced } from '../../../../lib/openstack/client/find-in-clouds';
import { planFleet } from '../../../../lib/openstack/plan/fleet-plan';
import { emptyCloud } from '../../../support/cloud-contents';
import { FakeCloud } from '../../../support/fake-cloud';
import { inFolderUntil } from '../../../support/in-folder';
import { cloudModel } from '../../../support/models';
import { provisionedCluster, provisionedNetwork } from '../../../support/provisioned';

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
            '  allowed: an entry of clouds.yaml for each cloud, because there are several\n' +
            '  fix: --entry second=name-in-clouds-yaml',
        });
      }),
    ));
});

describe('findReplaced', () => {
  const name = 'mothership/demo/network/subnet';
  const state = [
    { name, id: 'new', isReplaced: false },
    { name, id: 'old', isReplaced: true },
  ];
  const subnet = (id: string, cidr: string) => ({
    id,
    name: 'mothership-demo',
    network_id: 'n',
    cidr,
    ip_version: 4,
  });

  /** What is better kept of a plan for a range. */
  function keptFor(nodeCidr: string): Promise<readonly unknown[]> {
    const subnets = [subnet('new', '10.9.0.0/24'), subnet('old', '10.8.0.0/24')];
    const answers = emptyCloud({
      '/network/v2.0/networks': NETWORKS,
      '/network/v2.0/subnets': { subnets },
    });
    return FakeCloud.with({ answers }, (cloud) => {
      let kept: readonly unknown[] = [];
      return withClouds(cloud.url, async () => {
        const cluster = provisionedCluster({
          cloud: cloudModel({ region: 'RegionOne' }),
          network: provisionedNetwork({ nodeCidr }),
        });
        const plan = planFleet([{ cloud: cluster.cloud, sharedNetworks: [] }], [cluster]);
        kept = await findReplaced(plan, { homelab: 'one' }, state);
      }).then(() => kept);
    });
  }

  it('finds what a stack has replaced although it is as planned', async () => {
    assert.deepEqual(await keptFor('10.8.0.0/24'), [{ name, id: 'old', isReplaced: true }]);
    assert.deepEqual(await keptFor('10.9.0.0/24'), []);
    assert.deepEqual(await keptFor('10.7.0.0/24'), []);
  });
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
