import { strict as assert } from 'node:assert';
import { join } from 'node:path';

import { mapsIn } from '../../lib/base/value-at';
import { CliProgram } from '../support/cli-program';
import { plannedRules, rulesIn } from '../support/cloud-rules';
import { type CloudSnapshot, differences, nameOf, snapshot } from '../support/cloud-snapshot';
import { runUntil } from '../support/killed-command';
import { REPOSITORY } from '../support/lab';
import { type OpenStackLab, openStackOrSkip } from '../support/lab-openstack';
import { type PulumiLab, pulumiOrSkip } from '../support/lab-pulumi';
import { OpenStackApi } from '../support/openstack-api';
import { labFleet } from '../support/provisioned-fleet';

const NAME = 'mothership-demo';
const BALANCER = 'k8s-clusterapi-cluster-demo-demo-kubeapi';
const STACK = 'demo';
const RESOURCES = 29;
const SMALL = /^[+-] (port|security group rule|floating IP) /;

// The tests are the life of one stack, in order, which capi-fleet drives as its users do.
describe('capi-fleet up that does not come to its end', () => {
  let cloud: OpenStackLab;
  let pulumi: PulumiLab;
  let program: CliProgram;
  let empty: CloudSnapshot;
  let api: OpenStackApi;

  before(async function () {
    this.timeout(0);
    cloud = await openStackOrSkip(this);
    pulumi = pulumiOrSkip(this, cloud);
    api = await OpenStackApi.login(cloud.cloudsFile, 'demo');
    empty = await look();
    program = new CliProgram(join(pulumi.folder, 'program'), lines());
  });

  after(() => pulumi?.remove());

  it('makes nothing where a quota is too small', async () => {
    await limitRules(10);
    const { code, stdout } = await program.capiFleet('up');

    assert.notEqual(code, 0);
    assert.match(stdout, /quota of securityGroupRules is "10, of which 4 are used"/);
    assert.deepEqual(differences(empty, await look()), []);
  });

  it('says at which error of the cloud it stopped', async () => {
    await program.pulumi('config', 'set', 'capi-fleet:preflight', 'false', '--stack', STACK);
    const { code, stdout } = await program.capiFleet('up');
    await limitRules(-1);
    await program.pulumi('config', 'rm', 'capi-fleet:preflight', '--stack', STACK);

    assert.notEqual(code, 0);
    assert.match(stdout, /Quota exceeded for resources: \['security_group_rule'\]/);
    assert.equal(await named('/networks'), 1);
  });

  it('goes on from there, until it is killed amid the rules', async () => {
    await killedOnce(async () => (await count('network', '/security-group-rules')) > 14);
  });

  it('is refused while the state is locked, and says what unlocks it', async () => {
    const { code, stdout } = await program.capiFleet('up');

    assert.notEqual(code, 0);
    assert.match(stdout, /pulumi cancel/);
    await unlock();
  });

  it('is killed again while the load balancer is made', async () => {
    await killedOnce(async () => (await count('load-balancer', '/lbaas/loadbalancers')) > 0);
    await unlock();
  });

  it('is killed again while the listener is made', async () => {
    await killedOnce(async () => (await count('load-balancer', '/lbaas/listeners')) > 0);
    await unlock();
  });

  it('makes what is left, and nothing twice', async () => {
    const { code, stdout, stderr } = await program.capiFleet('up');
    assert.equal(code, 0, `${stdout}\n${stderr}`);

    const made = await look();
    assert.deepEqual(
      differences(empty, made).filter((line) => !SMALL.test(line)),
      [
        `+ network ${NAME}`,
        `+ subnet ${NAME}`,
        `+ router ${NAME}`,
        `+ security group ${NAME}-control-plane`,
        `+ security group ${NAME}-workers`,
        `+ load balancer ${BALANCER}`,
        `+ listener ${BALANCER}-6443`,
        `+ pool ${BALANCER}-6443`,
        `+ monitor ${BALANCER}-6443`,
        `+ server group ${NAME}-control-plane`,
      ],
    );
    const fleet = labFleet({ handOver: 'hand-over', clusters: { demo: {} } });
    assert.deepEqual(rulesIn(made, NAME), plannedRules(fleet.plan()));
    assert.equal(made.get('floating IP')?.size, (empty.get('floating IP')?.size ?? 0) + 1);
  });

  it('has nothing to do then', async () => {
    const { code, stdout } = await program.capiFleet('up');

    assert.equal(code, 0, stdout);
    assert.match(stdout, new RegExp(`^${STACK} +0 +0 +0 +0 +${RESOURCES} `, 'm'));
  });

  it('is not destroyed while something of others is on its network, and that is said at once', async () => {
    const id = await api.list('network', `/networks?name=${NAME}`);
    const port = { network_id: id[0]?.id, name: 'left-by-a-service' };
    const made = await api.request('POST', 'network', '/ports', { port });
    const before_ = await look();
    const { code, stdout } = await program.capiFleet('destroy', ['--yes']);
    const after_ = await look();
    await api.request('DELETE', 'network', `/ports/${Reflect.get(Object(made.port), 'id')}`);

    assert.notEqual(code, 0);
    assert.match(stdout, /mothership\/demo is in use: port left-by-a-service\n/);
    assert.deepEqual(differences(before_, after_), []);
  });

  it('leaves nothing behind when the stack is destroyed, though no Cluster was there to delete anything', async () => {
    const { code, stdout } = await program.capiFleet('destroy', ['--yes']);

    assert.equal(code, 0, stdout);
    assert.deepEqual(differences(empty, await look()), []);
  });

  function lines(): readonly string[] {
    const support = JSON.stringify(join(REPOSITORY, 'test/support/provisioned-fleet'));
    return [
      `import { labFleet } from ${support};`,
      "const fleet = labFleet({ handOver: 'hand-over', clusters: { demo: {} } });",
      'module.exports = fleet.run();',
    ];
  }

  /** Runs `capi-fleet up` and kills it once something is so, and says that it was at work. */
  async function killedOnce(isSo: () => Promise<boolean>): Promise<void> {
    await runUntil({ command: program.command('up'), cwd: program.folder }, isSo);
    const { pending_operations: pending } = await program.deployment(STACK);
    assert.notEqual(mapsIn(pending).length, 0, 'something was being made');
  }

  async function unlock(): Promise<void> {
    const { code, stderr } = await program.pulumi('cancel', '--yes', '--stack', STACK);
    assert.equal(code, 0, stderr);
  }

  async function count(service: string, path: string): Promise<number> {
    return (await api.list(service, path)).length;
  }

  async function named(path: string): Promise<number> {
    return (await api.list('network', path)).filter((object) => nameOf(object) === NAME).length;
  }

  async function limitRules(limit: number): Promise<void> {
    const admin = await OpenStackApi.login(cloud.cloudsFile, 'admin');
    const quota = { security_group_rule: limit };
    await admin.request('PUT', 'network', `/quotas/${api.projectId}`, { quota });
  }

  function look(): Promise<CloudSnapshot> {
    return snapshot(cloud.cloudsFile);
  }
});
