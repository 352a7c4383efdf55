import assert from 'node:assert/strict';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { refuseUsed } from '../../../lib/cli/refuse-used';
import { StackState } from '../../../lib/cli/stack-state';
import type { StackValues } from '../../../lib/cli/stack-values';
import { emptyCloud } from '../../support/cloud-contents';
import { FakeCloud } from '../../support/fake-cloud';
import { inFolderUntil } from '../../support/in-folder';

const CLUSTER = 'capi-fleet:index:WorkloadCluster';
const PROVIDER = 'urn:pulumi:x::fleet::pulumi:providers:openstack::cloud/provider';
const ALONE = { '/network/v2.0/ports': { ports: [] } };
const USED = {
  '/network/v2.0/ports': {
    ports: [
      { id: 'p', device_owner: 'compute:nova', device_id: 's', name: 'red-workers-x7k2p' },
      { id: 'q', device_owner: '', device_id: '', name: 'left-by-a-service' },
    ],
  },
};

describe('refuseUsed', () => {
  it('names what uses resources of a cluster, in the cloud that their provider reaches', async () => {
    assert.equal(
      await refusal(USED),
      'mothership/red is in use: port left-by-a-service, server red-workers-x7k2p\n' +
        '  allowed: resources that nothing uses any more\n' +
        '  fix: kubectl -n colours delete cluster red, and wait until it is gone; ' +
        'or, to destroy the cluster anyway, run pulumi config set capi-fleet:deleteUsed true',
    );
  });

  it('tells what to do about what is no machine', async () => {
    const [, port] = USED['/network/v2.0/ports'].ports;

    assert.match(
      (await refusal({ '/network/v2.0/ports': { ports: [port] } })) ?? '',
      /in use: port left-by-a-service\n.*\n {2}fix: delete these first; Services of type LoadBalancer/,
    );
  });

  it('refuses nothing that is not used, or that a word says is meant', async () => {
    assert.equal(await refusal(ALONE), undefined);
    assert.equal(await refusal(USED, { 'capi-fleet:deleteUsed': 'true' }), undefined);
  });

  it('leaves a cluster out whose Cluster the stack applies, and which then goes first', async () => {
    assert.equal(await refusal(USED, {}, ['mothership/red/Cluster/red']), undefined);
  });
});

function refusal(
  answers: Readonly<Record<string, unknown>>,
  values: StackValues = {},
  more: readonly string[] = [],
): Promise<string | undefined> {
  return FakeCloud.with({ answers: emptyCloud(answers) }, (fake) =>
    inFolderUntil(async (folder) => {
      const auth = `{ auth_url: ${fake.url}/identity, username: u, password: fake-password, project_name: p }`;
      writeFileSync(join(folder, 'clouds.yaml'), `clouds: { rented: { auth: ${auth} } }`);
      const state = new StackState(deployment(more));
      const place = { environment: {}, folder };
      return refuseUsed(state, values, state.resources, place).then(
        () => undefined,
        (error: Error) => error.message,
      );
    }),
  );
}

function deployment(more: readonly string[]) {
  const cluster = { urn: urn(CLUSTER, 'mothership/red'), type: CLUSTER };
  const type = 'openstack:networking/network:Network';
  const network = {
    urn: urn(`${CLUSTER}$${type}`, 'mothership/red/network/network'),
    type,
    id: 'network-1',
    parent: cluster.urn,
    provider: `${PROVIDER}::provider-1`,
  };
  const outputs = { clusters: { 'mothership/red': { namespace: 'colours' } } };
  const others = more.map((name) => ({ urn: urn('kubernetes:x', name), type: 'kubernetes:x' }));
  return {
    resources: [
      { urn: urn('pulumi:pulumi:Stack', 'fleet-x'), type: 'pulumi:pulumi:Stack', outputs },
      { urn: PROVIDER, type: 'pulumi:providers:openstack', inputs: { cloud: 'rented' } },
      cluster,
      network,
      ...others,
    ],
  };
}

function urn(types: string, name: string): string {
  return `urn:pulumi:x::fleet::${types}::${name}`;
}
