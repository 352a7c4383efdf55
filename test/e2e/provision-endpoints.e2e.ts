import { strict as assert } from 'node:assert';
import { join } from 'node:path';

import {
  ApiEndpoint,
  CloudCredentials,
  ClusterNetwork,
  type Fleet,
  NetworkLookup,
} from '../../constructs/index';
import { type HandMadeNetwork, makeNetwork } from '../support/cloud-network';
import {
  type CloudSnapshot,
  differences,
  nameOf,
  objectsIn,
  snapshot,
} from '../support/cloud-snapshot';
import { filesWith } from '../support/files-with';
import { type KubernetesLab, labOrSkip, startKubernetes } from '../support/lab';
import { LabCluster } from '../support/lab-cluster';
import { type OpenStackLab, openStackOrSkip } from '../support/lab-openstack';
import { type FleetStack, type PulumiLab, pulumiOrSkip } from '../support/lab-pulumi';
import { until } from '../support/lab-stand-in';
import { OpenStackApi } from '../support/openstack-api';
import { labFleet } from '../support/provisioned-fleet';

const FLOOR = 'floor';
const ADDRESS = '10.8.0.250';
const HOST = 'api.example.org';
const NAMES = ['alone', 'outside', 'virtual'] as const;
const ENTRY = 'demo';

// The tests are the life of one stack with three clusters, in order.
describe('clusters with credentials of their own, applied by pulumi up', () => {
  let cloud: OpenStackLab;
  let lab: KubernetesLab;
  let pulumi: PulumiLab;
  let stack: FleetStack;
  let network: HandMadeNetwork;
  let empty: CloudSnapshot;
  let templates: readonly string[];
  const clusters: LabCluster[] = [];
  const secrets: string[] = [];
  const printed: string[] = [];
  const fleet = (): Fleet => {
    const shared = {
      network: ClusterNetwork.fromName(FLOOR, { subnets: [NetworkLookup.fromName(FLOOR)] }),
      controlPlane: { flavor: 'm1.k8s-master' },
      credentials: CloudCredentials.applicationCredential({ cloudName: ENTRY }),
    } as const;
    return labFleet({
      handOver: join(pulumi.folder, 'hand-over'),
      clusters: {
        alone: {
          ...shared,
          controlPlane: { flavor: 'm1.k8s-master', replicas: 1 },
          endpoint: ApiEndpoint.machine(),
        },
        outside: { ...shared, endpoint: ApiEndpoint.external({ host: HOST }) },
        virtual: { ...shared, endpoint: ApiEndpoint.virtualIp({ address: ADDRESS }) },
      },
    });
  };

  before(async function () {
    this.timeout(0);
    labOrSkip(this);
    cloud = await openStackOrSkip(this);
    lab = await startKubernetes('v1.13', { controllers: true });
    pulumi = pulumiOrSkip(this, cloud, { KUBECONFIG: lab.kubeconfig });
    clusters.push(...NAMES.map((name) => new LabCluster(lab, name)));
    network = await makeNetwork(cloud.cloudsFile, FLOOR, '10.8.0.0/24');
    empty = await look();
    // Nothing boots, so that the clusters never become available.
    stack = await pulumi.stack('dev', fleet, { apply: 'true', wait: 'false' });
    printed.push((await stack.preview()).text, (await stack.up()).text);
  });

  after(async () => {
    await lab?.stop();
    await network?.remove();
    pulumi?.remove();
  });

  it('get servers from a provider that has nothing but those credentials', async () => {
    for (const cluster of clusters) {
      const id = async () => (await cluster.values('machines', '.spec.providerID')).join();
      await until(id, 'a server', 200);
    }
    const users = objectsIn(await look(), 'server').map((server) => server.name);
    assert.deepEqual(users.map(withoutHash).sort(), [
      'alone-control-plane',
      'outside-control-plane',
      'virtual-control-plane',
    ]);
  });

  it('are reached outside, at a server, or at an address that their servers may hold', async () => {
    await until(() => aloneAddress(), 'a server with a floating address', 120);
    const shot = await look();
    const [alone, outside, virtual] = await Promise.all(
      clusters.map((one) => one.values('openstackclusters', '.spec.controlPlaneEndpoint.host')),
    );
    const reserved = objectsIn(shot, 'port').find(({ name }) => name === 'mothership-virtual-api');
    const pairs = Object.fromEntries(
      objectsIn(shot, 'port')
        .filter((port) => port.device_owner === 'compute:nova')
        .map((port) => [
          withoutHash(port.name),
          [port.allowed_address_pairs]
            .flat()
            .map((pair) => Reflect.get(Object(pair), 'ip_address')),
        ]),
    );
    const floating = objectsIn(shot, 'floating IP').filter(
      ({ port_id: id }) => id === reserved?.id,
    );

    assert.deepEqual(alone, [await aloneAddress()]);
    assert.deepEqual(outside, [HOST]);
    assert.deepEqual(virtual, floating.map(nameOf));
    assert.equal(floating.length, 1);
    assert.deepEqual(pairs, {
      'alone-control-plane': [],
      'outside-control-plane': [],
      'virtual-control-plane': [ADDRESS],
    });
  });

  it('have credentials that can make no others', async () => {
    for (const cluster of clusters) {
      const text = await cloudsYaml(cluster);
      secrets.push(secretIn(text), Buffer.from(text).toString('base64'));
      const api = await OpenStackApi.loginWith(text, ENTRY);
      const path = `/users/${api.userId}/application_credentials`;
      const body = { application_credential: { name: 'another' } };

      assert.notEqual((await api.list('network', '/networks')).length, 0);
      await assert.rejects(api.request('POST', 'identity', path, body), /: 403 /);
    }
  });

  it('leave the stack with nothing to do', async () => {
    const again = await stack.up();
    const refreshed = await stack.refresh();
    printed.push(again.text, refreshed.text);

    assert.deepEqual(Object.keys(again.counts), ['same']);
    assert.deepEqual(Object.keys(refreshed.counts), ['same']);
  });

  it('get other credentials for another value, and keep their machines', async () => {
    templates = await machines();
    await stack.stack.setConfig('capi-fleet:rotation', { value: '2' });
    const preview = await stack.preview();
    const rotated = await stack.up();
    printed.push(preview.text, rotated.text);

    const expected = NAMES.flatMap((name) => [
      `replace mothership/${name}/credential`,
      `update mothership/${name}/addon-credential-secret`,
      `update mothership/${name}/credential-secret`,
    ]);
    assert.deepEqual([...preview.steps].sort(), expected.sort());
    assert.deepEqual(
      objectsIn(await look(), 'application credential')
        .map(nameOf)
        .sort(),
      NAMES.map((name) => `mothership-${name}-2`),
    );
    for (const cluster of clusters) {
      const text = await cloudsYaml(cluster);
      secrets.push(secretIn(text), Buffer.from(text).toString('base64'));
      await OpenStackApi.loginWith(text, ENTRY);
    }
    assert.deepEqual(await machines(), templates);
  });

  it('have secrets that are in no state, file, output or text', async () => {
    const outputs = JSON.stringify(await stack.outputs());

    assert.equal(new Set(secrets).size, 4 * NAMES.length);
    assert.notDeepEqual(filesWith(pulumi.folder, ['mothership-virtual-2']), []);
    assert.deepEqual(filesWith(pulumi.folder, secrets), []);
    assert.ok(secrets.every((secret) => !outputs.includes(secret)));
    assert.ok(secrets.every((secret) => !printed.some((text) => text.includes(secret))));
  });

  it('go first when the stack is destroyed, so that the cloud is as it was', async () => {
    const { counts } = await stack.destroy();

    assert.deepEqual(Object.keys(counts), ['delete']);
    assert.deepEqual(differences(empty, await look()), []);
    for (const name of NAMES) {
      const result = await lab.kubectl(['get', 'namespace', name]);
      assert.match(result.stderr, /not found/);
    }
  });

  function look(): Promise<CloudSnapshot> {
    return snapshot(cloud.cloudsFile);
  }

  /** Floating address at the server of the cluster whose machine is the endpoint; empty until it has one. */
  async function aloneAddress(): Promise<string> {
    const shot = await look();
    const port = objectsIn(shot, 'port').find(({ name }) => /^alone-control-plane/.test(`${name}`));
    const address = objectsIn(shot, 'floating IP').find(({ port_id: id }) => id === port?.id);
    return port === undefined || address === undefined ? '' : nameOf(address);
  }

  /** Machines and their templates, of all clusters. */
  async function machines(): Promise<readonly string[]> {
    const kinds = 'machines,openstackmachinetemplates';
    return (await Promise.all(clusters.map((one) => one.values(kinds, '.metadata.name')))).flat();
  }
});

async function cloudsYaml(cluster: LabCluster): Promise<string> {
  const path = '{.items[?(@.data.clouds\\.yaml)].data.clouds\\.yaml}';
  const text = await cluster.kubectl('get', 'secrets', '-o', `jsonpath=${path}`);
  return Buffer.from(text, 'base64').toString();
}

function secretIn(cloudsYaml: string): string {
  const secret = /application_credential_secret: (\S{20,})/.exec(cloudsYaml)?.[1];
  assert.ok(secret !== undefined, 'there is a secret');
  return secret;
}

function withoutHash(name: unknown): string {
  return String(name).replace(/-[a-z0-9]{5}(-0)?$/, '');
}
