import assert from 'node:assert/strict';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { stripVTControlCharacters } from 'node:util';
import { allRules } from '../../lib/assembly/table';
import { cdk8sSynth, inProject } from '../support/cdk8s-project';

const PLUGIN = 'package: ./lib/validation, version: 1.0.0, class: FleetRules';
const SETTINGS = 'language: typescript\napp: node --import tsx main.ts\noutput: build/cdk8s\n';
const VALIDATED = `${SETTINGS}validations:\n  - { ${PLUGIN} }\n`;

describe('the validation plugin in cdk8s synth', function () {
  this.timeout(180_000);

  it('reports that nothing is wrong', () => {
    inProject(VALIDATED, (folder) => {
      const { status, stdout, stderr } = synth(folder, program({ kubernetesVersion: '1.32.4' }));

      assert.equal(status, 0, stdout + stderr);
      assert.match(stdout, /Status {3}│ success/);
      assert.match(stdout, new RegExp(`Rules {4}│ ${allRules().length} `));
      assert.ok(existsSync(join(folder, 'clusters/mothership/prod/cluster.yaml')));
    });
  });

  it('reports every mistake by rule and construct path, and writes nothing', () => {
    inProject(VALIDATED, (folder) => {
      const report = join(folder, 'report.json');
      const broken = program({ kubernetesVersion: 'latest', replicas: 2 });
      const { status, stdout, stderr } = synth(
        folder,
        broken,
        '--validation-reports-output-file',
        report,
      );

      assert.equal(status, 2);
      assert.equal(
        violationsIn(stdout),
        `(Violations)

kubernetes-version (1 occurrences)

  Occurrences:

    - Construct Path: mothership/prod
    - Manifest Path: build/cdk8s/fleet-mistakes.yaml
    - Resource Name: mothership/prod
    - Locations:
      > kubernetesVersion is "latest"

  Recommendation: a release with three numbers, such as "1.32.4". A release has three numbers, by which kubeadm and the images of a cluster are found.
  How to fix: write the version of the image, such as "1.32.4"

odd-control-plane (1 occurrences)

  Occurrences:

    - Construct Path: mothership/prod/control-plane
    - Manifest Path: build/cdk8s/fleet-mistakes.yaml
    - Resource Name: mothership/prod/control-plane
    - Locations:
      > replicas is 2

  Recommendation: an odd integer of 1 or more. etcd needs a majority, so an even number of members costs a machine without any benefit.
  How to fix: write 3 or 1`,
      );
      assert.match(stderr, /^2 mistakes; nothing was written$/m);
      assert.ok(!existsSync(join(folder, 'clusters')));
      const [first] = JSON.parse(readFileSync(report, 'utf8')).reports;
      assert.deepEqual(
        first.violations.map((one: { ruleName: string }) => one.ruleName),
        ['kubernetes-version', 'odd-control-plane'],
      );
    });
  });

  it('leaves mistakes to the program where it is not asked, or is not named', () => {
    for (const [settings, ...args] of [[VALIDATED, '--no-validate'], [SETTINGS]] as const) {
      inProject(settings, (folder) => {
        const { status, stderr } = synth(folder, program({ kubernetesVersion: 'latest' }), ...args);

        assert.notEqual(status, 0);
        assert.match(stderr, /mothership\/prod: kubernetesVersion is "latest"/);
        assert.match(stderr, /1 mistake; nothing was written/);
      });
    }
  });

  it('checks objects of other charts against the versions that it is told', () => {
    const properties = "properties: { clusterApi: '1.13' }";
    inProject(`${SETTINGS}validations:\n  - { ${PLUGIN}, ${properties} }\n`, (folder) => {
      const { status, stdout } = synth(folder, OTHER_CHART);

      assert.equal(status, 2, stdout);
      assert.match(stdout, /object-schema \(1 occurrences\)/);
      assert.match(stdout, /Construct Path: other\/cluster/);
      assert.match(stdout, /> spec\.pausd is true/);
    });
  });

  it('says which versions there are', () => {
    const properties = "properties: { clusterApi: '2.0' }";
    inProject(`${SETTINGS}validations:\n  - { ${PLUGIN}, ${properties} }\n`, (folder) => {
      const { status, stderr } = synth(folder, OTHER_CHART);

      assert.notEqual(status, 0);
      assert.match(stderr, /FleetRules: providers\.clusterApi is "2\.0"/);
    });
  });
});

const OTHER_CHART = `
import { ApiObject, App, Chart } from 'cdk8s';

const app = new App();
const chart = new Chart(app, 'other');
new ApiObject(chart, 'cluster', {
  apiVersion: 'cluster.x-k8s.io/v1beta2',
  kind: 'Cluster',
  metadata: { name: 'own' },
  spec: {
    pausd: true,
    infrastructureRef: { apiGroup: 'infrastructure.cluster.x-k8s.io', kind: 'OpenStackCluster', name: 'own' },
  },
});
app.synth();
`;

function program(props: {
  readonly kubernetesVersion: string;
  readonly replicas?: number;
}): string {
  return `
import { CloudCredentials, ClusterNetwork, Fleet, MachineImage, ManagementCluster, OpenStackCloud, Providers, WorkloadCluster } from './constructs/index';

const fleet = new Fleet({ outdir: 'clusters' });
const cloud = new OpenStackCloud(fleet, 'cloud', {
  credentials: CloudCredentials.fromSecret('cloud-config'),
  flavors: { small: { cpus: 2, memory: '4Gi', disk: '20Gi' } },
});
const mothership = new ManagementCluster(fleet, 'mothership', { providers: Providers.stable('1.13') });
new WorkloadCluster(mothership, 'prod', {
  cloud,
  kubernetesVersion: '${props.kubernetesVersion}',
  image: MachineImage.fromName('ubuntu'),
  network: ClusterNetwork.managed({ nodeCidr: '10.0.0.0/24' }),
  controlPlane: { flavor: 'small', replicas: ${props.replicas ?? 1} },
  installedOtherwise: ['cni', 'cloud-controller-manager'],
});
fleet.run();
`;
}

function synth(folder: string, source: string, ...args: string[]) {
  writeFileSync(join(folder, 'main.ts'), source);
  return cdk8sSynth(folder, ...args);
}

function violationsIn(stdout: string): string {
  const text = stripVTControlCharacters(stdout);
  return text.slice(text.indexOf('(Violations)')).trim();
}
