import { strict as assert } from 'node:assert';
import { join } from 'node:path';

import type { Fleet } from '../../constructs/index';
import { lookupsByName } from '../support/cloud-lookups';
import {
  type CloudSnapshot,
  differences,
  nameOf,
  objectsIn,
  snapshot,
} from '../support/cloud-snapshot';
import { type KubernetesLab, labOrSkip, startKubernetes } from '../support/lab';
import { LabCluster } from '../support/lab-cluster';
import { type OpenStackLab, openStackOrSkip } from '../support/lab-openstack';
import { type FleetStack, type PulumiLab, pulumiOrSkip } from '../support/lab-pulumi';
import { joinCluster, provideInfrastructure, until } from '../support/lab-stand-in';
import { labFleet } from '../support/provisioned-fleet';

const NAME = 'demo';
const CLOUD_NAME = 'mothership-demo';
const BALANCER = 'k8s-clusterapi-cluster-demo-demo-kubeapi';
const RESOURCES = 30;

// The tests are the life of one cluster, in order.
describe('cluster on what pulumi up has made', () => {
  let cloud: OpenStackLab;
  let pulumi: PulumiLab;
  let stack: FleetStack;
  let empty: CloudSnapshot;
  let provisioned: CloudSnapshot;
  let lab: KubernetesLab | undefined;
  let cluster: LabCluster;

  before(async function () {
    this.timeout(0);
    labOrSkip(this);
    cloud = await openStackOrSkip(this);
    pulumi = pulumiOrSkip(this, cloud);
    empty = await look();
    stack = await pulumi.stack('dev', () => fleet('1.13'));
    const [started] = await Promise.all([
      startKubernetes('v1.13', { controllers: true }),
      stack.up(),
    ]);
    lab = started;
    cluster = new LabCluster(lab, NAME);
    provisioned = await look();
    await cluster.apply(fleet('1.13'), out('1.13'), cloud);
  });

  after(async () => {
    delete process.env.KUBECONFIG;
    await lab?.stop();
    pulumi?.remove();
  });

  it('has a control plane once the provider has made its server', async () => {
    const id = async () => (await cluster.values('machines', '.spec.providerID')).join();
    const member = async () => membersOf(await look()).join();

    await until(id, 'a server', 200);
    await until(member, 'a member', 60);
    assert.deepEqual(await changes(), [
      '+ port control-plane',
      `~ pool ${BALANCER}-6443 members`,
      '+ server control-plane',
      `~ server group ${CLOUD_NAME}-control-plane members`,
    ]);
  });

  it('is reached through the load balancer and the floating address of the stack', async () => {
    const [host] = await cluster.values('openstackclusters', '.spec.controlPlaneEndpoint.host');
    const [balancer] = await cluster.values(
      'openstackclusters',
      '.status.apiServerLoadBalancer.id',
    );

    assert.equal(host, objectsIn(provisioned, 'floating IP').map(nameOf).join());
    assert.equal(
      balancer,
      objectsIn(provisioned, 'load balancer')
        .map(({ id }) => id)
        .join(),
    );
  });

  it('has workers once the control plane is initialised', async () => {
    assert.ok(lab !== undefined);
    // Nothing boots: a second API server stands in for the workload cluster.
    await joinCluster(lab, NAME, NAME);
    const ids = async () => cluster.values('machines', '.spec.providerID');

    await until(async () => (await ids())[1] ?? '', 'a worker', 200);
  });

  it('has its servers on the network, each in the groups of its role', async () => {
    const shot = await look();
    const [controlPlane = {}, worker = {}] = ['control-plane', 'workers'].map((role) =>
      objectsIn(shot, 'port').find((port) => nameOf(port).startsWith(`${NAME}-${role}-`)),
    );

    assert.deepEqual(controlPlane.security_groups, [idOf('security group', 'control-plane')]);
    assert.deepEqual(worker.security_groups, [idOf('security group', 'workers')]);
    for (const port of [controlPlane, worker]) {
      assert.equal(port.network_id, idOf('network'));
      assert.equal(Reflect.get(Object([port.fixed_ips].flat()[0]), 'subnet_id'), idOf('subnet'));
    }
  });

  it('leaves the stack with nothing to do', async () => {
    const before_ = await look();
    const refreshed = await stack.refresh();
    const again = await stack.up();

    assert.deepEqual(refreshed.counts, { same: RESOURCES });
    assert.deepEqual(again.counts, { same: RESOURCES });
    assert.deepEqual(differences(before_, await look()), []);
  });

  it('takes servers and load balancer with it when the Cluster is deleted, and nothing else', async () => {
    await cluster.delete();

    const gone = (await changes()).filter((line) => !/ port /.test(line));
    assert.deepEqual(
      gone.filter((line) => !line.startsWith('~ floating IP')),
      [
        `- load balancer ${BALANCER}`,
        `- listener ${BALANCER}-6443`,
        `- pool ${BALANCER}-6443`,
        `- monitor ${BALANCER}-6443`,
      ],
    );
  });

  it('finds the same things under a management cluster of v1.10', async function () {
    this.timeout(0);
    await lab?.stop();
    lab = await startKubernetes('v1.10', { controllers: true });
    // The engine runs in this process, and asks the management cluster of the current context.
    process.env.KUBECONFIG = lab.kubeconfig;
    cluster = new LabCluster(lab, NAME);
    await cluster.apply(fleet('1.10'), out('1.10'));
    const first = async () => (await cluster.values('openstackmachines', '.metadata.name')).join();
    // That release's provider does not run in the lab; the test plays its part.
    await provideInfrastructure(lab, NAME);
    await until(first, 'a machine');

    const specs = await cluster.specs('openstackclusters,openstackmachines');
    assert.deepEqual([...lookupsByName(specs, provisioned)].sort(), [
      'externalNetwork external: 1',
      'image ubuntu-jammy-kube-v1.32.4: 1',
      `network ${CLOUD_NAME}: 1`,
      `router ${CLOUD_NAME}: 1`,
      `securityGroups ${CLOUD_NAME}-control-plane: 1`,
      `serverGroup ${CLOUD_NAME}-control-plane: 1`,
      `subnets ${CLOUD_NAME}: 1`,
    ]);
  });

  it('leaves the cloud as it was once the stack is destroyed', async () => {
    await assert.rejects(() => stack.destroy(), /is in use: Cluster demo\/demo/);
    await stack.stack.setConfig('capi-fleet:deleteUsed', { value: 'true' });
    const { counts } = await stack.destroy();

    // How many are left to go is open: what is made again without harm, such as rules, may go before the refusal.
    assert.deepEqual(Object.keys(counts), ['delete']);
    assert.deepEqual((await stack.stack.exportStack()).deployment.resources ?? [], []);
    assert.deepEqual(differences(empty, await look()), []);
  });

  function fleet(release: string): Fleet {
    const handOver = join(pulumi.folder, 'hand-over');
    return labFleet({
      handOver,
      out: out(release),
      release,
      pools: true,
      clusters: { [NAME]: {} },
    });
  }

  function out(release: string): string {
    return join(pulumi.folder, 'out', release);
  }

  function look(): Promise<CloudSnapshot> {
    return snapshot(cloud.cloudsFile);
  }

  /** Changes since the stack was made, with the roles of machines for their names. */
  async function changes(): Promise<readonly string[]> {
    const lines = differences(provisioned, await look());
    return lines.map((line) =>
      line
        .replace(/^(\+ \w+) demo-(control-plane|workers)-.*$/, '$1 $2')
        .replace(/^(~ .* members): .*$/, '$1'),
    );
  }

  function idOf(kind: string, role?: string): unknown {
    const name = role === undefined ? CLOUD_NAME : `${CLOUD_NAME}-${role}`;
    return objectsIn(provisioned, kind).find((object) => nameOf(object) === name)?.id;
  }

  function membersOf(shot: CloudSnapshot): readonly unknown[] {
    return objectsIn(shot, 'pool').flatMap(({ members }) => members);
  }
});
