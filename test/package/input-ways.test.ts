import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { stripVTControlCharacters } from 'node:util';
import { cdk8sSynth, inProject } from '../support/cdk8s-project';
import { ROOT } from '../support/import-graph';

const SETTINGS = 'language: typescript\napp: node --import tsx main.ts\noutput: build/cdk8s\n';
const PLUGIN =
  'validations:\n  - { package: ./lib/validation, version: 1.0.0, class: FleetRules }\n';

/** Program that no type check has seen, of clusters with the same and with other mistakes. */
const PROGRAM = `
  import * as capi from './constructs';
  const env: any = process.env;
  const fleet = new capi.Fleet({ outdir: 'clusters', layout: 'nope' } as any);
  const management = new capi.ManagementCluster(fleet, 'm', { providers: capi.Providers.stable('9.9') });
  const cloud = new capi.OpenStackCloud(fleet, 'cloud', {
    credentials: capi.CloudCredentials.fromSecret(\`\${env.NOT_SET_SECRET}\`),
    flavors: { small: { cpus: 4, memory: '8Gi', disk: '40Gi' } },
  });
  for (const name of ['a', 'b', 'c']) {
    new capi.WorkloadCluster(management, name, {
      cloud,
      kubernetesVersion: '1.32.4',
      image: capi.MachineImage.fromName('ubuntu'),
      network: capi.ClusterNetwork.managed({ nodeCidr: env.NOT_SET_CIDR }),
      controlPlane: { flavor: 'small' },
      installedOtherwise: ['cni', 'cloud-controller-manager'],
      lables: {},
    } as any);
  }
  const twice = { cloud, kubernetesVersion: '1.32.4', paused: 'false', annotations: 'ab', controlPlane: {}, installedOtherwise: ['cni', 'cloud-controller-manager'] };
  const last = new capi.WorkloadCluster(management, 'a', twice as any);
  last.addNodePool('w', { flavor: 'small', healthCheck: 'yes' } as any);
  fleet.run();
`;

const PRINTED = `Fleet: layout is "nope"
  allowed: "file-per-concern" or "file-per-pool-and-addon"
  fix: write layout: "file-per-concern" or "file-per-pool-and-addon", or leave it out
  why: An unknown word has no effect. [input-word]
m: providers.clusterApi is "9.9"
  allowed: a minor of Cluster API, or a release of one: "1.10", "1.13", "1.14"
  fix: use Providers.stable('1.10'), Providers.stable('1.13') or Providers.stable('1.14')
  why: The library can write manifests only for releases of Cluster API whose fields it knows. [cluster-api-version]
cloud: credentials.secretName is "undefined"
  allowed: a string that is not built from a missing value
  fix: set the variable that it is built from, or write "…"
  why: A template literal turns an unset variable into the text undefined. [input-unset]
m/a: network.nodeCidr is missing
  allowed: a string
  fix: write nodeCidr: "…", or set the variable that it is read from
  why: A prop without a default needs a value. [input-missing]
  … and 2 more clusters
m/a: lables is not a known prop
  allowed: cloud, image, sshKeyName, credentials, network, endpoint, securityGroups, bastion, tags, kubernetesVersion, bootstrap, namespace and 10 more
  fix: write labels
  why: A prop that nothing reads has no effect, and is usually another one misspelled. [input-unknown]
  … and 2 more clusters
m/a: image is missing
  allowed: a MachineImage
  fix: write image: MachineImage.fromName(…), MachineImage.fromId(…) or MachineImage.orc(…)
  why: A prop without a default needs a value. [input-missing]
m/a: network is missing
  allowed: a ClusterNetwork
  fix: write network: ClusterNetwork.managed(…), ClusterNetwork.provisioned(…) or ClusterNetwork.fromName(…)
  why: A prop without a default needs a value. [input-missing]
m/a: annotations is "ab"
  allowed: a map of strings
  fix: write annotations: { "…": "…" }, or leave it out
  why: Programs run without a type check, and read untyped variables and files. [input-type]
m/a: paused is "false"
  allowed: true or false
  fix: write false
  why: Programs run without a type check, and read untyped variables and files. [input-type]
m/a: controlPlane.flavor is missing
  allowed: a string
  fix: write flavor: "…"
  why: A prop without a default needs a value. [input-missing]
m/a: name is "a"
  allowed: a name that nothing else in m has
  fix: name it "a-2"
  why: Children of a construct are identified by their names. [construct-name]
m/a/w: healthCheck is "yes"
  allowed: a map with nodeStartupTimeout, unhealthyConditions, unhealthyMachineConditions, unhealthyRange, maxUnhealthy
  fix: write healthCheck: {}, or leave it out
  why: Programs run without a type check, and read untyped variables and files. [input-type]

16 mistakes; nothing was written
`;

describe('mistakes that no type check has seen', function () {
  this.timeout(180_000);

  it('are printed without a stack where the program is run', () => {
    inProject(SETTINGS, (folder) => {
      const { status, stderr } = node(folder, 'main.ts');

      assert.equal(stderr, PRINTED);
      assert.equal(status, 1);
    });
  });

  it('are printed by capi-fleet', () => {
    inProject(SETTINGS, (folder) => {
      const main = join(ROOT, 'lib/cli/main.ts');
      const { status, stderr } = node(folder, main, ['synth', '--no-type-check', 'main.ts']);

      assert.equal(stderr, PRINTED);
      assert.equal(status, 1);
    });
  });

  it('are printed by cdk8s synth', () => {
    inProject(SETTINGS, (folder) => {
      writeFileSync(join(folder, 'main.ts'), PROGRAM);
      const { status, stderr } = cdk8sSynth(folder);

      assert.ok(stderr.includes(PRINTED), stderr);
      assert.notEqual(status, 0);
    });
  });

  it('are reported by the validation plugin, with every construct', () => {
    inProject(`${SETTINGS}${PLUGIN}`, (folder) => {
      writeFileSync(join(folder, 'main.ts'), PROGRAM);
      const { status, stdout } = cdk8sSynth(folder);
      const text = stripVTControlCharacters(stdout);

      assert.equal(status, 2);
      assert.match(text, /input-unknown \(3 occurrences\)/);
      assert.match(text, /Construct Path: m\/c\n[^>]*> lables is not a known prop/);
      assert.match(text, /Recommendation: a string\. A prop without a default needs a value/);
      assert.match(text, /How to fix: write flavor: "…"/);
      for (const rule of ['input-word', 'cluster-api-version', 'input-unset', 'construct-name']) {
        assert.match(text, new RegExp(`^${rule} \\(`, 'm'));
      }
    });
  });

  it('are printed where the program has no run(), or ends by an error of its own', () => {
    inProject(SETTINGS, (folder) => {
      const without = node(folder, 'main.ts', [], PROGRAM.replace('fleet.run();', ''));
      const failed = node(folder, 'main.ts', [], PROGRAM.replace('fleet.run()', 'env.x.y.z'));

      assert.match(without.stderr, /^Fleet: layout is "nope"\n[\s\S]*\n\n16 mistakes;/);
      assert.equal(without.status, 1);
      assert.match(failed.stderr, /^Fleet: layout is "nope"\n[\s\S]*\n\n16 mistakes;/);
      assert.match(failed.stderr, /\nTypeError: Cannot read properties of undefined/);
      assert.equal(failed.status, 1);
    });
  });
});

function node(folder: string, script: string, words: readonly string[] = [], program = PROGRAM) {
  writeFileSync(join(folder, 'main.ts'), program);
  return spawnSync(process.execPath, ['--import', 'tsx', script, ...words], {
    cwd: folder,
    encoding: 'utf8',
  });
}
