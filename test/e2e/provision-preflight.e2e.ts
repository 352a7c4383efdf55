import { strict as assert } from 'node:assert';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { dump, load } from 'js-yaml';

import { mapsIn } from '../../lib/base/value-at';
import { CliProgram } from '../support/cli-program';
import { type CloudSnapshot, differences, objectsIn, snapshot } from '../support/cloud-snapshot';
import { runUntil } from '../support/killed-command';
import { REPOSITORY } from '../support/lab';
import { type OpenStackLab, openStackOrSkip } from '../support/lab-openstack';
import { type PulumiLab, pulumiOrSkip } from '../support/lab-pulumi';
import { OpenStackApi } from '../support/openstack-api';

const NAME = 'mothership-demo';
const STACK = 'demo';
const PLANNED = '10.8.0.0/24';
const CHANGED = '10.9.0.0/24';

// The tests are the life of one stack, in order, which capi-fleet drives as its users do.
describe('what is looked at before anything is made', () => {
  let cloud: OpenStackLab;
  let pulumi: PulumiLab;
  let program: CliProgram;
  let empty: CloudSnapshot;
  let api: OpenStackApi;
  let server = '';
  let files = 0;

  before(async function () {
    this.timeout(0);
    cloud = await openStackOrSkip(this);
    pulumi = pulumiOrSkip(this, cloud);
    api = await OpenStackApi.login(cloud.cloudsFile, 'demo');
    empty = await look();
    program = new CliProgram(join(pulumi.folder, 'program'), lines());
    const config = 'config: {}\n';
    writeFileSync(join(program.folder, `Pulumi.${STACK}.yaml`), config);
  });

  after(async function () {
    this.timeout(0);
    if (server !== '') await deleteServer();
    // After a failure, so that other suites find the cloud as it was.
    if (differences(empty, await look()).length > 0) await program.capiFleet('destroy', ['--yes']);
    pulumi?.remove();
  });

  it('refuses to make credentials with a restricted one, of which nothing is made', async () => {
    const path = `/users/${api.userId}/application_credentials`;
    const body = { application_credential: { name: 'operator', roles: [{ name: 'member' }] } };
    const { application_credential: made } = await api.request('POST', 'identity', path, body);
    const { id, secret } = Object(made);
    const { auth_url } = demo().auth;
    const auth = {
      auth_url,
      application_credential_id: id,
      application_credential_secret: secret,
    };
    const file = cloudsWith({ auth_type: 'v3applicationcredential', auth });
    const { code, stdout } = await program.capiFleet('up', [], {
      OS_CLIENT_CONFIG_FILE: file,
      CREDENTIALS: 'made',
    });
    await api.request('DELETE', 'identity', `${path}/${id}`);

    assert.equal(code, 1, stdout);
    assert.match(stdout, /credentials is "an application credential to create"/);
    assert.match(
      stdout,
      /fix: sign in with a password, or with a credential from .* --unrestricted/,
    );
    assert.deepEqual(differences(empty, await look()), []);
  });

  it('is nothing against a cluster that has everything', async () => {
    const { code, stdout, stderr } = await program.capiFleet('up');

    assert.equal(code, 0, `${stdout}\n${stderr}`);
  });

  it('says in one sentence what is wrong with the access of a stack that exists', async () => {
    const wrong = { ...demo().auth, password: 'fake-password' };
    const region = { OS_REGION_NAME: 'RegionTwo' };
    const rows: readonly (readonly [NodeJS.ProcessEnv, RegExp])[] = [
      [{ OS_CLIENT_CONFIG_FILE: cloudsWith({ auth: wrong }) }, /answers 401: .*authentication/],
      [{ OS_CLOUD: 'demmo' }, /there is no cloud "demmo"\n.*\n +fix: export OS_CLOUD=demo\n/],
      [{ OS_CLOUD: '' }, /OS_CLOUD is empty\n.*\n +fix: export OS_CLOUD=/],
      [region, /region is "RegionTwo"\n.*\n +fix: set OS_REGION_NAME to RegionOne\n/],
      [
        {
          OS_CLIENT_CONFIG_FILE: cloudsWith({
            auth: { ...wrong, auth_url: 'http://127.0.0.1:9/' },
          }),
        },
        /cannot be reached: connect ECONNREFUSED/,
      ],
      [
        { PULUMI_CONFIG_PASSPHRASE: 'wrong' },
        /passphrase .* is wrong\n.*\n +fix: export PULUMI_CONFIG_PASSPHRASE/,
      ],
    ];
    for (const [variables, expected] of rows) {
      const { code, stdout } = await program.capiFleet('preview', [], variables);
      assert.equal(code, 1, stdout);
      assert.match(stdout, expected);
      assert.doesNotMatch(stdout, /urn:pulumi/);
    }
  });

  it('refuses another range under a running server', async () => {
    server = await boot();
    const { code, stdout } = await program.capiFleet('up', [], { NODE_CIDR: CHANGED });

    assert.equal(code, 1, stdout);
    assert.match(
      stdout,
      /network.nodeCidr is "10.9.0.0\/24"\n +allowed: the current value, "10.8.0.0\/24", .* 1 server uses\n +fix: change it back to "10.8.0.0\/24"/,
    );
    assert.deepEqual(await subnets(), [PLANNED]);
  });

  it('leads back from a change that somebody has begun all the same', async () => {
    await program.pulumi('config', 'set', 'capi-fleet:preflight', 'false', '--stack', STACK);
    const isHalf = async () => (await subnets()).length === 2 && (await inState()).length === 2;
    const command = ['env', `NODE_CIDR=${CHANGED}`, ...program.command('up')];
    await runUntil({ command, cwd: program.folder }, isHalf);
    await program.pulumi('config', 'rm', 'capi-fleet:preflight', '--stack', STACK);
    await program.pulumi('cancel', '--yes', '--stack', STACK);
    const { code, stdout, stderr } = await program.capiFleet('up');

    assert.equal(code, 0, `${stdout}\n${stderr}`);
    assert.deepEqual(await subnets(), [PLANNED]);
    const again = await program.capiFleet('up');
    assert.match(again.stdout, new RegExp(`^${STACK} +0 +0 +0 +0 `, 'm'));
  });

  it('refuses planned names that exist in a stack that does not hold them', async () => {
    if (server !== '') await deleteServer();
    const state = join(program.folder, 'state.json');
    await program.pulumi('stack', 'export', '--stack', STACK, '--file', state);
    await program.pulumi('stack', 'rm', '--force', '--yes', '--preserve-config', STACK);
    const before_ = await look();
    const { code, stdout } = await program.capiFleet('up');
    const changes = differences(before_, await look());
    await program.pulumi('stack', 'import', '--stack', STACK, '--file', state);

    assert.equal(code, 1, stdout);
    assert.match(stdout, /planned names is \["network mothership-demo \([0-9a-f-]+\)",.* more"\]/);
    assert.match(stdout, /fix: import .* openstack loadbalancer delete --cascade [0-9a-f-]+\n/);
    assert.deepEqual(changes, []);
  });

  it('leaves nothing behind', async () => {
    const { code, stdout } = await program.capiFleet('destroy', ['--yes']);

    assert.equal(code, 0, stdout);
    assert.deepEqual(differences(empty, await look()), []);
  });

  function lines(): readonly string[] {
    const support = JSON.stringify(join(REPOSITORY, 'test/support/provisioned-fleet'));
    const library = JSON.stringify(join(REPOSITORY, 'constructs/index'));
    return [
      `import { CloudCredentials, ClusterNetwork } from ${library};`,
      `import { labFleet } from ${support};`,
      `const { NODE_CIDR: nodeCidr = '${PLANNED}', CREDENTIALS } = process.env;`,
      'const demo = {',
      '  network: ClusterNetwork.provisioned({ nodeCidr }),',
      '  ...(CREDENTIALS && { credentials: CloudCredentials.applicationCredential() }),',
      '};',
      "const fleet = labFleet({ handOver: 'hand-over', clusters: { demo } });",
      'module.exports = fleet.run();',
    ];
  }

  function demo(): { readonly auth: Readonly<Record<string, string>> } {
    return Object(load(readFileSync(cloud.cloudsFile, 'utf8'))).clouds.demo;
  }

  /** File in which the entry of the lab differs. */
  function cloudsWith(entry: object): string {
    files += 1;
    const file = join(program.folder, `clouds-${files}.yaml`);
    const before = 'auth_type' in entry ? {} : demo();
    writeFileSync(file, dump({ clouds: { demo: { ...before, ...entry } } }));
    return file;
  }

  /** Subnets that the stack holds, one that is still to be deleted included. */
  async function inState(): Promise<readonly unknown[]> {
    const { resources } = await program.deployment(STACK);
    return mapsIn(resources).filter(({ type }) => String(type).endsWith(':Subnet'));
  }

  /** Ranges of the subnets of the cluster. */
  async function subnets(): Promise<readonly unknown[]> {
    const all = await api.list('network', '/subnets');
    return all.filter(({ name }) => name === NAME).map(({ cidr }) => cidr);
  }

  /** Server on the network of the cluster, as Cluster API makes it. */
  async function boot(): Promise<string> {
    const networks = objectsIn(await look(), 'network');
    const network = networks.find(({ name }) => name === NAME);
    const [flavor] = await api.list('compute', '/flavors');
    const [image] = await api.list('image', '/images');
    const body = {
      server: {
        name: 'demo-control-plane-x7k2p',
        flavorRef: flavor?.id,
        imageRef: image?.id,
        networks: [{ uuid: network?.id }],
      },
    };
    const { server: made } = await api.request('POST', 'compute', '/servers', body);
    const id = String(Object(made).id);
    const status = async () => Object(await api.request('GET', 'compute', `/servers/${id}`)).server;
    while ((await status()).status !== 'ACTIVE') await new Promise((done) => setTimeout(done, 500));
    return id;
  }

  async function deleteServer(): Promise<void> {
    const id = server;
    server = '';
    await api.request('DELETE', 'compute', `/servers/${id}`);
    while ((await api.list('compute', '/servers')).some((one) => one.id === id)) {
      await new Promise((done) => setTimeout(done, 500));
    }
  }

  function look(): Promise<CloudSnapshot> {
    return snapshot(cloud.cloudsFile);
  }
});
