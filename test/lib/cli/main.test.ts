import assert from 'node:assert/strict';
import { type SpawnSyncReturns, spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { reasonOf } from '../../../lib/assembly/mistakes-text';
import { thisHolder } from '../../../lib/output/lock-holder';
import { LOCK_FILE } from '../../../lib/output/output-lock';
import { ROOT } from '../../support/import-graph';
import { inFolder } from '../../support/in-folder';

function capiFleet(folder: string, ...args: string[]): SpawnSyncReturns<string> {
  const env = {
    ...process.env,
    NODE_PATH: join(ROOT, 'node_modules'),
    CDK8S_OUTDIR: join(folder, 'cli'),
  };
  const main = join(ROOT, 'lib/cli/main.ts');
  return spawnSync(process.execPath, ['--import', 'tsx', main, ...args], {
    cwd: ROOT,
    env,
    encoding: 'utf8',
  });
}

const FLEETS = JSON.stringify(join(ROOT, 'test/support/provisioned-fleets'));

/** Program with two provisioned clusters and a key pair, which prints something itself. */
const PROVISIONED = `
const { provisionedFleet, provisionedProps } = require(${FLEETS});
console.log('a word of the program');
const cloud = { keyPairs: { ops: 'ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIHuCICda2S0a1EozYylhF7tHWKBYa+uyHOp/tWpc7IG7 x' } };
const clusters = { one: provisionedProps(8), two: provisionedProps(9) };
provisionedFleet(clusters, { cloud, outdir: __dirname + '/dist' }).fleet.run();
`;

/** Program whose credentials have expired long since. */
const EXPIRED = PROVISIONED.replace(
  'const cloud = { ',
  `const { CloudCredentials } = require(${JSON.stringify(join(ROOT, 'constructs/index'))});
const expiresAt = '2020-01-31T00:00:00Z';
const cloud = { credentials: CloudCredentials.fromSecret('cloud-config', { expiresAt }), `,
);

/** Runs a command on a program. */
function onProgram(text: string, ...args: string[]): SpawnSyncReturns<string> {
  return inFolder((folder) => {
    const program = join(folder, 'fleet.ts');
    writeFileSync(program, text);
    return capiFleet(folder, ...args, program);
  });
}

/** Program of a fleet of one cluster that writes to a folder beside itself. */
function programIn(folder: string): string {
  const program = join(folder, 'fleet.ts');
  const fleets = JSON.stringify(join(ROOT, 'test/support/fleets'));
  writeFileSync(
    program,
    `const { testFleet } = require(${fleets});
     const { fleet, cluster } = testFleet({ outdir: __dirname + '/dist' });
     cluster('prod');
     fleet.run();`,
  );
  return program;
}

describe('capi-fleet', () => {
  it('writes the clusters that it is told', () =>
    inFolder((folder) => {
      const child = capiFleet(
        folder,
        'synth',
        '--no-type-check',
        '--only',
        'no-such',
        'examples/suppliers/main.ts',
      );

      assert.notEqual(child.status, 0);
      assert.match(
        child.stderr,
        /^Fleet: --only is "no-such"\n {2}allowed: any of "render-north", "batch-north"/m,
      );
    }));

  it('takes over a lock of another host when it is told to, and not before', () =>
    inFolder((folder) => {
      const outdir = join(folder, 'dist');
      const token = '0'.repeat(32);
      const lock = join(outdir, `${LOCK_FILE}.${token}`);
      mkdirSync(outdir);
      writeFileSync(lock, JSON.stringify({ version: 1, ...thisHolder(token), host: 'elsewhere' }));
      const program = programIn(folder);

      const refused = capiFleet(folder, 'synth', program);
      assert.equal(refused.status, 1);
      assert.match(
        refused.stderr,
        /lock is "held by process \d+ of host elsewhere, which is not visible/,
      );
      assert.match(refused.stderr, /1 mistake; nothing was written\n$/);
      assert.deepEqual(readdirSync(outdir), [`${LOCK_FILE}.${token}`]);

      const forced = capiFleet(folder, 'synth', '--force', program);
      assert.equal(forced.status, 0, forced.stderr);
      assert.ok(!existsSync(lock));
    }));

  it('tells where the time of a synth went', () =>
    inFolder((folder) => {
      const program = programIn(folder);

      const { status, stderr } = capiFleet(folder, 'synth', '--profile', program);

      assert.equal(status, 0, stderr);
      assert.match(stderr, /^phase +ms +share +ms \/ cluster +times$/m);
      assert.match(stderr, /^rules on clusters +\d+\.\d +\d+\.\d % +\d+\.\d{3} +1$/m);
      assert.match(stderr, /^rule +ms +µs each +times$/m);
      assert.match(stderr, /^[a-z-]+ +\d+\.\d +\d+\.\d +\d+$/m);
      assert.doesNotMatch(capiFleet(folder, 'synth', program).stderr, /^phase/m);
    }));

  it('says as JSON what a synth wrote, and what is wrong', () =>
    inFolder((folder) => {
      const program = programIn(folder);

      const { clusters, mistakes, outdir, seconds, ...rest } = JSON.parse(
        capiFleet(folder, 'synth', '--json', program).stdout,
      );
      assert.deepEqual(
        { clusters, mistakes, rest },
        { clusters: 1, mistakes: [], rest: { ...rest, version: 1, unchanged: 0, removed: 0 } },
      );
      assert.ok(rest.written >= 3 && rest.objects >= 5 && seconds > 0, JSON.stringify(rest));

      const child = capiFleet(folder, 'synth', '--json', '--only', 'prd', program);
      assert.equal(child.status, 1);
      assert.deepEqual(JSON.parse(child.stdout), {
        version: 1,
        mistakes: [
          {
            path: 'Fleet',
            prop: '--only',
            given: '"prd"',
            allowed: 'any of "prod"',
            fix: 'write "prod"',
            rule: 'fleet-only',
            why: reasonOf('fleet-only'),
          },
        ],
      });
    }));

  it('checks a fleet and writes nothing', () =>
    inFolder((folder) => {
      const program = programIn(folder);

      const { status, stdout, stderr } = capiFleet(folder, 'check', program);
      assert.equal(status, 0, stderr);
      assert.equal(stdout, '');
      assert.ok(!existsSync(join(folder, 'dist')));
      assert.equal(JSON.parse(capiFleet(folder, 'check', '--json', program).stdout).clusters, 1);

      writeFileSync(
        program,
        readFileSync(program, 'utf8').replace(
          "'prod'",
          "'prod', { controlPlane: { flavor: 'huge' } }",
        ),
      );
      const broken = capiFleet(folder, 'check', '--json', program);
      assert.equal(broken.status, 1);
      assert.match(JSON.parse(broken.stdout).mistakes[0].rule, /flavor/);
      assert.ok(!existsSync(join(folder, 'dist')));
    }));

  it('lists clusters', () =>
    inFolder((folder) => {
      const program = programIn(folder);

      const { stdout } = capiFleet(folder, 'list', program);
      assert.match(stdout, /^CLUSTER +CLOUD +KUBERNETES +CONTROL PLANE +POOLS +ADDONS$/m);
      assert.match(stdout, /^mothership\/prod +\S+ \(openstack\) +1\.\d+\.\d+ +\d$/m);
      assert.match(stdout, /^1 cluster, \d+ machines$/m);
      const { clusters } = JSON.parse(capiFleet(folder, 'list', '--json', program).stdout);
      assert.equal(clusters[0].path, 'mothership/prod');
    }));

  it('refuses a destroy that nobody can confirm', () => {
    const child = onProgram(PROVISIONED, 'destroy');

    assert.equal(child.status, 2);
    assert.match(
      child.stderr,
      /^capi-fleet: destroy asks before it deletes: add --yes where nobody/,
    );
  });

  it('lists the Secrets that a fleet needs as tables, and tells of credentials that expire', () => {
    const child = onProgram(EXPIRED, 'secrets');

    assert.equal(child.status, 0, child.stderr);
    assert.equal(
      child.stdout,
      [
        'management cluster mothership',
        '  NAMESPACE  SECRET        KEYS         TYPE  FOR                          WRITTEN BY',
        '  one        cloud-config  clouds.yaml        mothership/one: credentials',
        '  two        cloud-config  clouds.yaml        mothership/two: credentials',
        '',
        '2 must exist before you apply the manifests, 0 written by something else',
        '',
      ].join('\n'),
    );
    assert.match(
      child.stderr,
      /^mothership\/one: its credentials expired at 2020-01-31T00:00:00Z; Cluster API can neither change nor delete/m,
    );
  });

  it('fails where credentials expire within the days that are asked for', () => {
    assert.equal(onProgram(EXPIRED, 'secrets', '--expires-within', '0').status, 1);
    assert.equal(onProgram(PROVISIONED, 'secrets', '--expires-within', '9999').status, 0);
  });

  it('lists Secrets as JSON alone on the standard output', () => {
    const child = onProgram(PROVISIONED, 'secrets', '--json', '--cluster', 'two');
    const { version, secrets } = JSON.parse(child.stdout);

    assert.equal(version, 1);
    assert.deepEqual(secrets, [
      {
        cluster: 'mothership/two',
        managementCluster: 'mothership',
        where: 'management',
        namespace: 'two',
        name: 'cloud-config',
        keys: ['clouds.yaml'],
        for: ['mothership/two: credentials'],
      },
    ]);
  });

  it('refuses days that are no number', () => {
    const child = onProgram(PROVISIONED, 'secrets', '--expires-within', 'soon');

    assert.equal(child.status, 2);
    assert.match(
      child.stderr,
      /^capi-fleet: option '--expires-within <days>' argument 'soon' is invalid. It takes an integer from 0 to 9999/,
    );
  });

  it('tells of credentials that expire before it does something with stacks', () => {
    const child = onProgram(EXPIRED, 'preview', '--cloud', 'cloud', '--cluster', 'no-such');

    assert.match(child.stderr, /^mothership\/two: its credentials expired at 2020-01-31/m);
  });

  it('prints a plan as tables, and what the program says beside it', () => {
    const child = onProgram(PROVISIONED, 'plan', '--cluster', 'two');

    assert.equal(child.status, 0, child.stderr);
    assert.match(child.stdout, /^cluster mothership\/two in cloud\n {2}network\/network /m);
    assert.doesNotMatch(child.stdout, /mothership\/one|key-pair|a word/);
    assert.equal(child.stderr, 'a word of the program\n');
  });

  it('prints a plan as JSON alone on the standard output', () => {
    const child = onProgram(PROVISIONED, 'plan', '--json');
    const plan = JSON.parse(child.stdout);

    assert.equal(child.status, 0, child.stderr);
    assert.deepEqual(
      plan.clusters.map(({ path }: { path: string }) => path),
      ['mothership/one', 'mothership/two'],
    );
    assert.deepEqual(
      plan.clouds.map(({ resources }: { resources: { name: string }[] }) =>
        resources.map(({ name }) => name),
      ),
      [['cloud/key-pair-ops']],
    );
  });

  it('refuses a cluster that the fleet does not have', () => {
    for (const command of ['plan', 'preview']) {
      const child = onProgram(PROVISIONED, command, '--cluster', 'three');

      assert.equal(child.status, 1);
      assert.match(
        child.stderr,
        /--cluster is "three", which the fleet does not have\n {2}allowed: one, mothership\/one, .*\n {2}fix: name one of these/,
      );
    }
  });

  it('prints the mistakes of a fleet that it cannot plan', () => {
    const child = onProgram(PROVISIONED.replace('(9)', '(999)'), 'plan');

    assert.equal(child.status, 1);
    assert.equal(child.stdout, '');
    assert.match(child.stderr, /nodeCidr is "10\.999\.0\.0\/24"\n {2}allowed: /);
    assert.match(child.stderr, /\n\n\d mistakes?; nothing was written\n$/);
  });

  it('says what a program lacks that has no fleet', () => {
    const child = onProgram('console.log(1);', 'plan');

    assert.equal(child.status, 1);
    assert.match(
      child.stderr,
      /fleet\.ts never runs its fleet\n {2}allowed: .*\n {2}fix: call run\(\)/,
    );
  });
});
