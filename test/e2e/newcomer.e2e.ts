import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { INSTALL, packLibrary, runIn } from '../support/packed-library';

/** Mistake that a newcomer makes: what is replaced in the program, and the beginning of the message. */
interface NewcomersMistake {
  readonly name: string;
  readonly edits: readonly (readonly [from: string | RegExp, to: string])[];
  readonly message: RegExp;
}

const POOL = "flavor: 'm1.large', replicas: 2 }";
const NODE_CIDR = "nodeCidr: '10.8.0.0/24'";
const UNSET = ['`$', '{process.env.NOT_SET}`'].join('');

/** Messages about a string built from a variable that is not set. */
const unset = (place: string) =>
  new RegExp(
    `^${place} is "undefined"\\n {2}allowed: a string that is not built from a missing value\\n {2}fix: set the variable`,
    'm',
  );
/** Messages about a value read from a variable that is not set. */
const missing = (place: string) =>
  new RegExp(
    `^${place} is missing\\n {2}allowed: a string\\n {2}fix: write \\w+: "…", or set the variable`,
    'm',
  );

const MISTAKES: readonly NewcomersMistake[] = [
  {
    name: 'wrong flavor',
    edits: [[POOL, "flavor: 'm1.huge' as never, replicas: 2 }"]],
    message:
      /^management\/prod\/workers: flavor is "m1.huge"\n {2}allowed: a flavor of cloud: "m1.medium", "m1.large"\n/m,
  },
  {
    name: 'no CNI',
    edits: [[/ {2}new CalicoJob\([\s\S]*?\n {2}\}\);\n/, '']],
    message:
      /^management\/prod: installedOtherwise is missing\n {2}allowed: "cni" in it, .*\n {2}fix: add a CalicoJob, /m,
  },
  {
    name: 'no cloud controller',
    edits: [['cluster.addAddon(Addon.openStackCloudControllerManager());', '']],
    message:
      /^management\/prod: installedOtherwise is missing\n {2}allowed: "cloud-controller-manager" in it, .*\n {2}fix: add Addon.openStackCloudControllerManager\(\), /m,
  },
  {
    name: 'overlapping ranges',
    edits: [[NODE_CIDR, `${NODE_CIDR}, podCidrs: ['10.8.0.0/16']`]],
    message:
      /^management\/prod: network.nodeCidr is "10.8.0.0\/24"\n {2}allowed: a range that does not overlap 10.8.0.0\/16 .*\n {2}fix: write "/m,
  },
  {
    name: 'two control planes',
    edits: [['replicas: 3, flavor', 'replicas: 2, flavor']],
    message:
      /^management\/prod\/control-plane: replicas is 2\n {2}allowed: an odd integer of 1 or more\n {2}fix: write 3 or 1\n/m,
  },
  {
    name: 'unsupported version',
    edits: [
      ["kubernetesVersion: '1.34.3'", "kubernetesVersion: '1.19.3'"],
      ['kube-v1.34.3', 'kube-v1.19.3'],
    ],
    message:
      /^management\/prod: kubernetesVersion is "1.19.3"\n {2}allowed: 1\.\d+ to 1\.\d+ with Cluster API 1.14\n {2}fix: use a release of 1\.\d+\n/m,
  },
  {
    name: 'long pool name',
    edits: [["'workers'", "'workers-for-everything-that-nobody-else-in-the-company-wants-to-run'"]],
    message:
      /: name is "workers-for-everything-[a-z-]+"\n {2}allowed: .*, at most 63 characters\n {2}fix: name it "workers-for-everything-[a-z-]+"\n/m,
  },
  {
    name: 'capitals in a name',
    edits: [["management, 'prod'", "management, 'Prod'"]],
    message:
      /^management\/Prod: name is "Prod"\n {2}allowed: lower-case letters, .*\n {2}fix: name it "prod"\n/m,
  },
  {
    name: 'no external network',
    edits: [
      ["ExternalNetwork.only('public')", 'ExternalNetwork.none()'],
      [
        "kubernetesVersion: '",
        "endpoint: ApiEndpoint.managed({ floatingIP: FloatingIP.allocated() }),\n    kubernetesVersion: '",
      ],
      ['  Addon,', '  Addon,\n  ApiEndpoint,\n  FloatingIP,'],
    ],
    message:
      /^management\/prod: endpoint.floatingIP is "allocated"\n {2}allowed: none; cloud has no external network\n {2}fix: write FloatingIP.none\(\), or set externalNetwork on cloud\n/m,
  },
  {
    name: 'replicas and autoscale',
    edits: [[POOL, POOL.replace(' }', ', autoscale: { minSize: 0, maxSize: 4 } }')]],
    message:
      /^management\/prod\/workers: replicas is 2\n {2}allowed: none; autoscale \(0 to 4\) owns the number\n {2}fix: leave replicas out, or autoscale\n/m,
  },
  {
    name: '8GB',
    edits: [["memory: '8Gi'", "memory: '8GB'"]],
    message:
      /^cloud: flavors\["m1.large"\].memory is "8GB"\n {2}allowed: .*\n {2}fix: write "8Gi"\n/m,
  },
  {
    name: 'odd label',
    edits: [[POOL, POOL.replace(' }', ", labels: { 'my team': 'a' } }")]],
    message:
      /^management\/prod\/workers: labels is "my team"\n {2}allowed: .*\n {2}fix: write "my-team"\n/m,
  },
  {
    name: 'no credentials',
    edits: [["credentials: CloudCredentials.fromSecret('cloud-config'),", '']],
    message:
      /^cloud: credentials is missing\n {2}allowed: a CloudCredentials\n {2}fix: write credentials: CloudCredentials.fromSecret\(…\), /m,
  },
  {
    name: 'an unset variable: Secret',
    edits: [["fromSecret('cloud-config')", `fromSecret(${UNSET})`]],
    message: unset('cloud: credentials.secretName'),
  },
  {
    name: 'an unset variable: external network',
    edits: [["only('public')", `only(${UNSET})`]],
    message: unset('cloud: externalNetwork.name'),
  },
  {
    name: 'an unset variable: image',
    edits: [["fromName('ubuntu-2404-kube-v1.34.3')", `fromName(${UNSET})`]],
    message: unset('management/prod: image.name'),
  },
  {
    name: 'an unset variable: SSH key',
    edits: [["kubernetesVersion: '", `sshKeyName: ${UNSET},\n    kubernetesVersion: '`]],
    message: unset('management/prod: sshKeyName'),
  },
  {
    name: 'an unset variable: version',
    edits: [["kubernetesVersion: '1.34.3'", 'kubernetesVersion: process.env.NOT_SET!']],
    message: missing('management/prod: kubernetesVersion'),
  },
  {
    name: 'an unset variable: range',
    edits: [[NODE_CIDR, 'nodeCidr: process.env.NOT_SET!']],
    message: missing('management/prod: network.nodeCidr'),
  },
  {
    name: 'the same name twice',
    edits: [
      [
        `cluster.addNodePool('workers', { ${POOL});`,
        `for (const size of [1, 2]) cluster.addNodePool('workers', { flavor: 'm1.large', replicas: size });`,
      ],
    ],
    message:
      /^management\/prod\/workers: name is "workers"\n {2}allowed: a name that nothing else in management\/prod has\n {2}fix: name it "workers-2"\n/m,
  },
];

// What a newcomer has is the tarball, and a folder that is no part of this repository.
describe('newcomer', () => {
  let folder = '';
  let project = '';
  let program = '';
  let sound = '';

  before(function () {
    this.timeout(240_000);
    folder = mkdtempSync(join(tmpdir(), 'newcomer-'));
    const library = `file:${packLibrary(join(folder, 'stage'))}`;
    project = join(folder, 'fleet');
    writeFileSync(
      join(folder, 'package.json'),
      JSON.stringify({ dependencies: { 'capi-fleet': library } }),
    );
    runIn(folder, 'npm', ...INSTALL);
    runIn(folder, 'npx', 'capi-fleet', 'init', 'fleet', '--infrastructure', 'openstack');
    const manifest = JSON.parse(readFileSync(join(project, 'package.json'), 'utf8'));
    manifest.dependencies['capi-fleet'] = library;
    writeFileSync(join(project, 'package.json'), JSON.stringify(manifest));
    runIn(project, 'npm', ...INSTALL);
    program = join(project, 'clusters.ts');
    sound = readFileSync(program, 'utf8');
  });
  afterEach(() => writeFileSync(program, sound));
  after(() => rmSync(folder, { recursive: true }));

  it('type-checks, tests and synthesises what init wrote', function () {
    this.timeout(120_000);
    runIn(project, 'npm', 'run', 'typecheck');
    runIn(project, 'npm', 'test');
    runIn(project, 'npm', 'run', 'synth');
  });

  for (const { name, edits, message } of MISTAKES) {
    it(`is told what to type: ${name}`, () => {
      writeFileSync(program, edited(sound, edits));

      const { status, stderr } = capiFleet('check', '--no-type-check');
      assert.equal(status, 1);
      assert.match(stderr, message);
      assert.match(stderr, /^1 mistake; nothing was written$|^2 mistakes; nothing was written$/m);
    });
  }

  it('is told of a wrong flavor by the type check', () => {
    writeFileSync(program, edited(sound, [[POOL, "flavor: 'm1.huge', replicas: 2 }"]]));

    const { status, stderr } = capiFleet('synth');
    assert.equal(status, 1);
    assert.match(
      stderr,
      /clusters\.ts\(\d+,\d+\): error TS2322: Type '"m1\.huge"' is not assignable/,
    );
  });

  it('is told that a program never runs its fleet', () => {
    const main = join(project, 'fleet.ts');
    const text = readFileSync(main, 'utf8');
    writeFileSync(main, text.replace('fleet.run();', ''));
    try {
      const { status, stderr } = capiFleet('synth');
      assert.equal(status, 1);
      assert.match(stderr, /fleet\.ts never runs its fleet\n.*\n {2}fix: call run\(\)/);
    } finally {
      writeFileSync(main, text);
    }
  });

  function capiFleet(...args: readonly string[]) {
    return spawnSync('npx', ['capi-fleet', ...args], { cwd: project, encoding: 'utf8' });
  }
});

function edited(text: string, edits: NewcomersMistake['edits']): string {
  return edits.reduce((before, [from, to]) => {
    const after = before.replace(from, () => to);
    assert.notEqual(after, before, `there is no ${from} in the program`);
    return after;
  }, text);
}
