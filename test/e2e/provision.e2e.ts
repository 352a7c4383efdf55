import { strict as assert } from 'node:assert';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import { ClusterNetwork, type Fleet } from '../../constructs/index';
import { plannedRules, rulesIn } from '../support/cloud-rules';
import {
  type CloudSnapshot,
  differences,
  nameOf,
  objectsIn,
  snapshot,
} from '../support/cloud-snapshot';
import { type OpenStackLab, openStackOrSkip } from '../support/lab-openstack';
import { type FleetStack, type PulumiLab, pulumiOrSkip } from '../support/lab-pulumi';
import { ALL_UPDATES, REPLACEMENTS, UPDATES } from '../support/provision-edits';
import { type LabFleet, labFleet } from '../support/provisioned-fleet';

const NAME = 'mothership-demo';
const BALANCER = 'k8s-clusterapi-cluster-demo-demo-kubeapi';
const RESOURCES = 30;
const ANYTHING = /^[+-] (port|security group rule) /;

// The tests are the life of one stack, in order.
describe('pulumi up of a cluster', () => {
  let cloud: OpenStackLab;
  let pulumi: PulumiLab;
  let stack: FleetStack;
  let empty: CloudSnapshot;
  let made: CloudSnapshot;
  const handOver = () => join(pulumi.folder, 'hand-over');
  const fleet = (clusters: LabFleet['clusters'] = { demo: {} }): Fleet =>
    labFleet({ handOver: handOver(), clusters });

  before(async function () {
    this.timeout(0);
    cloud = await openStackOrSkip(this);
    pulumi = pulumiOrSkip(this, cloud);
    empty = await look();
    stack = await pulumi.stack('dev', fleet);
    await stack.up();
    made = await look();
  });

  after(() => pulumi?.remove());

  it('makes what the plan says, and nothing else', () => {
    assert.deepEqual(
      differences(empty, made).filter((line) => !ANYTHING.test(line)),
      [
        `+ network ${NAME}`,
        `+ subnet ${NAME}`,
        `+ router ${NAME}`,
        `+ security group ${NAME}-control-plane`,
        `+ security group ${NAME}-workers`,
        `+ floating IP ${floatingIP()}`,
        `+ load balancer ${BALANCER}`,
        `+ listener ${BALANCER}-6443`,
        `+ pool ${BALANCER}-6443`,
        `+ monitor ${BALANCER}-6443`,
        `+ server group ${NAME}-control-plane`,
      ],
    );
  });

  it('opens exactly the ports of the plan', () => {
    assert.deepEqual(rulesIn(made, NAME), plannedRules(fleet().plan()));
  });

  it('puts the load balancer into the subnet and the floating address in front of it', () => {
    const [balancer = {}] = objectsIn(made, 'load balancer');
    const subnet = objectsIn(made, 'subnet').find((one) => nameOf(one) === NAME);
    const [address = {}] = objectsIn(made, 'floating IP');

    assert.equal(balancer.provisioning_status, 'ACTIVE');
    assert.equal(balancer.vip_subnet_id, subnet?.id);
    assert.equal(address.port_id, balancer.vip_port_id);
  });

  it('puts the subnet on a router to the external network', () => {
    const router = objectsIn(made, 'router').find((one) => nameOf(one) === NAME);
    const external = objectsIn(made, 'network').find((one) => nameOf(one) === 'external');
    const network = objectsIn(made, 'network').find((one) => nameOf(one) === NAME);
    const attached = objectsIn(made, 'port').filter((port) => port.device_id === router?.id);

    assert.equal(Reflect.get(Object(router?.external_gateway_info), 'network_id'), external?.id);
    assert.deepEqual(
      attached.map((port) => port.network_id),
      [network?.id],
    );
  });

  it('hands over what only the cloud knows, and tells it as outputs', async () => {
    const { clusters } = JSON.parse(readFileSync(join(handOver(), 'dev.json'), 'utf8'));
    const outputs = await stack.outputs();

    const facts = clusters['mothership/demo'];
    assert.equal(facts.floatingIP, floatingIP());
    assert.deepEqual(outputs.clusters?.value['mothership/demo'].provisioned, facts);
    assert.equal(outputs.clusters?.value['mothership/demo'].endpoint, `${floatingIP()}:6443`);
  });

  it('finds nothing to do the second time, nor after a look at the cloud', async () => {
    const again = await stack.up();
    const refreshed = await stack.refresh();
    const preview = await stack.preview();

    assert.deepEqual(again.counts, { same: RESOURCES });
    assert.deepEqual(refreshed.counts, { same: RESOURCES });
    assert.deepEqual(preview.counts, { same: RESOURCES });
    assert.deepEqual(differences(made, await look()), []);
  });

  it('leaves it alone when a cluster is written before it', async () => {
    const network = ClusterNetwork.provisioned({ nodeCidr: '10.9.0.0/24' });
    const { steps, counts } = await stack.preview(() => fleet({ other: { network }, demo: {} }));

    assert.equal(counts.same, RESOURCES);
    assert.deepEqual(
      steps.filter((step) => !step.startsWith('create mothership/other')),
      [],
    );
  });

  for (const { what, props, steps } of UPDATES) {
    it(`announces an update in place for ${what}`, () => previews(props, steps));
  }

  for (const { what, props, steps } of REPLACEMENTS) {
    it(`announces a replacement for ${what}`, () => previews(props, steps));
  }

  it('updates in place', async () => {
    const edited = () => fleet({ demo: ALL_UPDATES });
    const { counts } = await stack.up(edited);
    const again = await stack.up(edited);
    const refreshed = await stack.refresh();

    assert.deepEqual(counts, { same: RESOURCES - 8, update: 8 });
    assert.deepEqual(again.counts, { same: RESOURCES });
    assert.deepEqual(refreshed.counts, { same: RESOURCES });
    const changes = differences(made, await look());
    assert.deepEqual(
      changes.filter((line) => !line.startsWith('~')),
      [],
    );
  });

  it('leaves the cloud as it was', async () => {
    const { counts } = await stack.destroy();

    assert.deepEqual(counts, { delete: RESOURCES });
    assert.deepEqual(differences(empty, await look()), []);
  });

  async function previews(props: LabFleet['clusters'][string], steps: readonly string[]) {
    const preview = await stack.preview(() => fleet({ demo: props }));
    const expected = steps.map((step) => step.replace(' ', ' mothership/demo/'));
    assert.deepEqual([...preview.steps].sort(), expected.sort());
  }

  function look(): Promise<CloudSnapshot> {
    return snapshot(cloud.cloudsFile);
  }

  function floatingIP(): string {
    return String(objectsIn(made, 'floating IP')[0]?.floating_ip_address);
  }
});
