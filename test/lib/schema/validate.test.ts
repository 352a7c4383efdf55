import assert from 'node:assert/strict';
import fc from 'fast-check';
import { share } from '../../../lib/base/shared';
import { join } from '../../../lib/schema/explain';
import { bundledSets } from '../../../lib/schema/generated/index.generated';
import { pattern } from '../../../lib/schema/text';
import { schemaSet, validateObject } from '../../../lib/schema/validate';
import {
  changed,
  controlPlane,
  type Loose,
  machineDeployment,
  newerObjects,
  olderObjects,
  openStackCluster,
  RELEASES,
} from './objects';

const newer = schemaSet(RELEASES.v1beta2);
const older = schemaSet(RELEASES.v1beta1);

/** Kinds of projects that share the groups of Cluster API. */
const FOREIGN = [
  'addons.cluster.x-k8s.io/v1alpha1/HelmChartProxy',
  'bootstrap.cluster.x-k8s.io/v1beta1/EKSConfigTemplate',
  'bootstrap.cluster.x-k8s.io/v1beta1/K0sWorkerConfigTemplate',
  'bootstrap.cluster.x-k8s.io/v1beta1/RKE2ConfigTemplate',
  'bootstrap.cluster.x-k8s.io/v1alpha3/TalosConfigTemplate',
  'controlplane.cluster.x-k8s.io/v1alpha2/KamajiControlPlane',
  'controlplane.cluster.x-k8s.io/v1beta1/K0smotronControlPlane',
  'controlplane.cluster.x-k8s.io/v1beta1/RKE2ControlPlane',
  'infrastructure.cluster.x-k8s.io/v1beta1/AzureCluster',
  'infrastructure.cluster.x-k8s.io/v1beta2/AWSCluster',
  'infrastructure.cluster.x-k8s.io/v1beta2/DevCluster',
  'ipam.cluster.x-k8s.io/v1alpha2/InClusterIPPool',
];

/** Kinds that look like them, with the field that is wrong and what to do about it. */
const NOT_FOREIGN = [
  ['addons.cluster.x-k8s.io/v1beta2/ClusterResourcesSet', 'kind', 'use ClusterResourceSet'],
  [
    'controlplane.cluster.x-k8s.io/v1beta2/KubeadmPlane',
    'kind',
    'use a kind that this version has',
  ],
  ['infrastructure.cluster.x-k8s.io/v1beta1/OpenStackMachin', 'kind', 'use OpenStackMachine'],
  ['infrastructure.cluster.x-k8s.io/v1beta1/OpenstackCluster', 'kind', 'use OpenStackCluster'],
  ['ipam.cluster.x-k8s.io/v1beta2/IPAdressClaim', 'kind', 'use IPAddressClaim'],
  ['cluster.x-k8s.io/v1beta2/Fleet', 'kind', 'use a kind that this version has'],
  [
    'infrastructure.cluster.x-k8s.io/v1alpha7/OpenStackCluster',
    'apiVersion',
    'use infrastructure.cluster.x-k8s.io/v1beta1',
  ],
  [
    'bootstrap.cluster.x-k8s.io/v1beta2/KubeadmControlPlane',
    'apiVersion',
    'use controlplane.cluster.x-k8s.io/v1beta2',
  ],
  [
    'controlplane.cluster.x-k8s.io/v1beta2/MachineDeployment',
    'apiVersion',
    'use cluster.x-k8s.io/v1beta2',
  ],
] as const;

describe('validateObject', () => {
  it('accepts valid objects of both contracts', () => {
    const findings = [
      ...newerObjects().flatMap((object) => validateObject(newer, object)),
      ...olderObjects().flatMap((object) => validateObject(older, object)),
    ];

    assert.deepEqual(findings, []);
  });

  it('offers the nearest name that is not in use', () => {
    const object = changed(machineDeployment(), 'spec.replicas', undefined);

    const [finding] = validateObject(newer, changed(object, 'spec.replica', 3));

    assert.equal(finding?.fix, 'rename replica to replicas');
  });

  it('tells of data that many objects share whether it fits where it stands', () => {
    const labels = share({ 'example.com/pool': 'a' });
    const fine = changed(machineDeployment(), 'spec.selector.matchLabels', labels);
    const misplaced = changed(machineDeployment(), 'spec.template.spec.bootstrap', labels);

    for (let round = 0; round < 2; round++) {
      assert.deepEqual(validateObject(newer, fine), []);
      assert.notDeepEqual(validateObject(newer, misplaced), []);
    }
  });

  it('lets no two items of a keyed list be alike', () => {
    const args = [
      { name: 'v', value: '2' },
      { name: 'v', value: '2' },
    ];
    const path = 'spec.kubeadmConfigSpec.clusterConfiguration.apiServer.extraArgs';

    assert.deepEqual(validateObject(newer, changed(controlPlane(), path, args)), [
      {
        field: `${path}[1]`,
        given: args[1],
        allowed: 'each combination of name, value once',
        fix: `remove ${path}[1] or make it different`,
      },
    ]);
  });

  it('finds all mistakes of an object at once', () => {
    const object = changed(controlPlane(), 'spec.replicas', 'three');

    const fields = validateObject(newer, changed(object, 'metadata.labels', { 'a b': '-' })).map(
      ({ field }) => field,
    );

    assert.deepEqual(fields, ['metadata.labels["a b"]', 'metadata.labels["a b"]', 'spec.replicas']);
  });

  it('counts characters rather than units', () => {
    const object = (name: string) =>
      changed(machineDeployment(), 'spec.template.spec.version', name);

    assert.deepEqual(validateObject(newer, object('🌲'.repeat(256))), []);
    assert.equal(validateObject(newer, object('🌲'.repeat(257))).length, 1);
  });

  it('does not ask for fields that an API server fills in', () => {
    const object = changed(openStackCluster(), 'spec.apiServerLoadBalancer', {});

    assert.deepEqual(validateObject(newer, object), []);
  });

  it('takes undefined for absent', () => {
    const object = changed(machineDeployment(), 'spec.machineNaming', undefined);

    assert.deepEqual(validateObject(newer, object), []);
  });

  it('says which version of a kind is served', () => {
    const object = { ...machineDeployment(), apiVersion: 'cluster.x-k8s.io/v1beta2' };

    assert.deepEqual(validateObject(older, object), [
      {
        field: 'apiVersion',
        given: 'cluster.x-k8s.io/v1beta2',
        allowed: 'cluster.x-k8s.io/v1beta1',
        fix: 'use cluster.x-k8s.io/v1beta1',
      },
    ]);
  });

  it('refuses an unknown kind of a known group', () => {
    const object = { ...machineDeployment(), kind: 'MachineDeploymnet' };

    const [finding, ...others] = validateObject(newer, object);

    assert.deepEqual(others, []);
    assert.equal(finding?.field, 'kind');
    assert.equal(finding?.fix, 'use MachineDeployment');
  });

  it('passes kinds of other groups', () => {
    const job = { apiVersion: 'batch/v1', kind: 'Job', spec: 1 };

    assert.deepEqual(validateObject(newer, job), []);
    assert.equal(newer.checks('batch/v1', 'Job'), false);
    assert.equal(newer.checks('v1', 'Service'), false);
    assert.equal(newer.checks('v1', 'Secret'), true);
    assert.deepEqual([...newer.groups].sort().slice(0, 3), [
      'addons.cluster.x-k8s.io',
      'bootstrap.cluster.x-k8s.io',
      'cluster.x-k8s.io',
    ]);
  });

  for (const foreign of FOREIGN) {
    it(`passes ${foreign} of another project`, () => {
      for (const set of [older, newer]) assert.deepEqual(validateObject(set, ofKind(foreign)), []);
    });
  }

  for (const [wrong, field, fix] of NOT_FOREIGN) {
    it(`refuses ${wrong}, which is of no other project`, () => {
      const findings = validateObject(newer, ofKind(wrong));

      assert.deepEqual(
        findings.map((finding) => [finding.field, finding.fix]),
        [[field, fix]],
      );
    });
  }

  it('refuses what is no object', () => {
    assert.equal(validateObject(newer, null).length, 1);
    assert.equal(validateObject(newer, { kind: 'Cluster' })[0]?.fix, 'set apiVersion');
    assert.equal(validateObject(newer, { apiVersion: 'v1' })[0]?.fix, 'set kind');
  });

  it('finds mistakes where they are', () => {
    const [objects, leaf] = [newerObjects(), fc.anything({ maxDepth: 1 })];

    fc.assert(
      fc.property(fc.nat(objects.length - 1), fc.nat(), leaf, (which, step, value) => {
        const object: Loose = JSON.parse(JSON.stringify(objects[which]));
        const place = replaceSomewhere(object, step, value);

        const findings = validateObject(newer, object);

        for (const { field, allowed, fix } of findings) {
          assert.ok(field.startsWith(place) || place.startsWith(field), `${field} for ${place}`);
          assert.ok(allowed !== '' && fix !== '');
        }
      }),
      { numRuns: 500 },
    );
  });

  it('names the sets that there are when asked for another', () => {
    assert.throws(() => schemaSet(['cluster-api-v0.0.1']), {
      name: 'RangeError',
      message: /^no schemas for cluster-api-v0.0.1; available: .*cluster-api-v1.14.0/,
    });
  });

  it('has only patterns that JavaScript understands', () => {
    for (const load of Object.values(bundledSets)) {
      for (const node of load().nodes) pattern(node.pattern ?? '');
    }
  });
});

/** Puts a value in the place of one of all fields below an object, and returns its path. */
function replaceSomewhere(object: Loose, step: number, value: unknown): string {
  const places = placesIn(object, '');
  const [holder, name, path] = places[step % places.length] ?? [object, 'spec', 'spec'];
  holder[name] = value;
  return path;
}

function placesIn(value: unknown, path: string): [Loose, string, string][] {
  if (typeof value !== 'object' || value === null) return [];
  const holder = value as Loose;
  return Object.keys(holder).flatMap((name): [Loose, string, string][] => {
    const below = Array.isArray(value) ? `${path}[${name}]` : join(path, name);
    return [[holder, name, below], ...placesIn(holder[name], below)];
  });
}

function ofKind(name: string) {
  const [group, version, kind] = name.split('/');
  return { apiVersion: `${group}/${version}`, kind, metadata: { name: 'a' } };
}
