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
      image: capi.MachineImage.named('ubuntu'),
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
  why: A word that is not known is not what anything acts upon. [input-word]
m: providers.clusterApi is "9.9"
  allowed: a minor of Cluster API, or a release of one: "1.10", "1.13", "1.14"
  fix: use Providers.stable('1.10'), Providers.stable('1.13') or Providers.stable('1.14')
  why: Manifests can be written only for releases of Cluster API whose fields are known. [cluster-api-version]
cloud: credentials.secretName is "undefined"
  allowed: a text that is not made of a missing value
  fix: set the variable that it is made from, or write "…"
  why: A template turns a variable that is not set into the text undefined. [input-unset]
m/a: network.nodeCidr is missing
  allowed: a text
  fix: write nodeCidr: "…", or set the variable that it is read from
  why: Nothing is made without a value that has no default. [input-missing]
  … and 2 more clusters
m/a: lables is no known prop
  allowed: cloud, image, sshKeyName, credentials, network, endpoint, securityGroups, bastion, tags, kubernetesVersion, bootstrap, namespace and 10 more
  fix: write labels
  why: A prop that nothing reads has no effect, and is most often another one misspelt. [input-unknown]
  … and 2 more clusters
m/a: image is missing
  allowed: a MachineImage
  fix: write image: MachineImage.named(…), MachineImage.id(…) or MachineImage.orc(…)
  why: Nothing is made without a value that has no default. [input-missing]
m/a: network is missing
  allowed: a ClusterNetwork
  fix: write network: ClusterNetwork.managed(…), ClusterNetwork.provisioned(…) or ClusterNetwork.fromName(…)
  why: Nothing is made without a value that has no default. [input-missing]
m/a: annotations is "ab"
  allowed: a map of texts
  fix: write annotations: { "…": "…" }, or leave it out
  why: Programs run without a type check, and read variables and files that have no types. [input-type]
m/a: paused is "false"
  allowed: true or false
  fix: write false
  why: Programs run without a type check, and read variables and files that have no types. [input-type]
m/a: controlPlane.flavor is missing
  allowed: a text
  fix: write flavor: "…"
  why: Nothing is made without a value that has no default. [input-missing]
m/a: name is "a"
  allowed: a name that nothing else in m has
  fix: name it "a-2"
  why: What is below one construct is told apart by its name. [construct-name]
m/a/w: healthCheck is "yes"
  allowed: a map with nodeStartupTimeout, unhealthyConditions, unhealthyMachineConditions, unhealthyRange, maxUnhealthy
  fix: write healthCheck: {}, or leave it out
  why: Programs run without a type check, and read variables and files that have no types. [input-type]

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
      const { status, stderr } = node(folder, join(ROOT, 'lib/cli/main.ts'), 'synth');

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
      assert.match(text, /Construct Path: m\/c\n[^>]*> lables is no known prop/);
      assert.match(text, /Recommendation: a text\. Nothing is made without a value/);
      assert.match(text, /How to fix: write flavor: "…"/);
      for (const rule of ['input-word', 'cluster-api-version', 'input-unset', 'construct-name']) {
        assert.match(text, new RegExp(`^${rule} \\(`, 'm'));
      }
    });
  });

  it('are printed where the program has no run(), or ends by an error of its own', () => {
    inProject(SETTINGS, (folder) => {
      const without = node(folder, 'main.ts', '', PROGRAM.replace('fleet.run();', ''));
      const failed = node(folder, 'main.ts', '', PROGRAM.replace('fleet.run()', 'env.x.y.z'));

      assert.match(without.stderr, /^Fleet: layout is "nope"\n[\s\S]*\n\n16 mistakes;/);
      assert.equal(without.status, 1);
      assert.match(failed.stderr, /^Fleet: layout is "nope"\n[\s\S]*\n\n16 mistakes;/);
      assert.match(failed.stderr, /\nTypeError: Cannot read properties of undefined/);
      assert.equal(failed.status, 1);
    });
  });
});

function node(folder: string, script: string, command = '', program = PROGRAM) {
  writeFileSync(join(folder, 'main.ts'), program);
  const rest = command === '' ? [] : [command, 'main.ts'];
  return spawnSync(process.execPath, ['--import', 'tsx', script, ...rest], {
    cwd: folder,
    encoding: 'utf8',
  });
}
