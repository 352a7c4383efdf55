import assert from 'node:assert/strict';
import fc from 'fast-check';
import { join } from '../../../lib/schema/explain';
import { bundledSets } from '../../../lib/schema/generated/index.generated';
import { pattern } from '../../../lib/schema/text';
import { schemaSet, validateObject } from '../../../lib/schema/validate';
import {
  changed,
  configMap,
  controlPlane,
  healthCheck,
  type Loose,
  machineDeployment,
  machineTemplate,
  newerObjects,
  olderObjects,
  openStackCluster,
  RELEASES,
} from './objects';

const newer = schemaSet(RELEASES.v1beta2);
const older = schemaSet(RELEASES.v1beta1);

/** Mistake in one field, and the one finding that it leads to. */
type Row = readonly [make: () => Loose, path: string, value: unknown, finding: Loose];

const ROWS: readonly Row[] = [
  [
    machineDeployment,
    'spec.replicas',
    '3',
    { given: '3', allowed: 'an integer of 32 bits', fix: 'write it without quotes: 3' },
  ],
  [
    machineDeployment,
    'spec.replicas',
    2.5,
    { given: 2.5, allowed: 'an integer of 32 bits', fix: 'use an integer of 32 bits' },
  ],
  [
    machineDeployment,
    'spec.paused',
    'true',
    { given: 'true', allowed: 'true or false', fix: 'write it without quotes: true' },
  ],
  [
    machineDeployment,
    'spec.template.spec.version',
    1.33,
    { given: 1.33, allowed: 'text of 1 to 256 characters', fix: 'write it as text: "1.33"' },
  ],
  [
    machineDeployment,
    'spec.template.spec.failureDomain',
    '',
    { given: '', allowed: 'text of 1 to 256 characters', fix: 'leave the field out' },
  ],
  [
    machineDeployment,
    'spec.rollout.strategy.type',
    'RollingUpdates',
    {
      given: 'RollingUpdates',
      allowed: '"RollingUpdate" or "OnDelete"',
      fix: 'use "RollingUpdate"',
    },
  ],
  [
    machineDeployment,
    'spec.deletion',
    {},
    { given: {}, allowed: '1 or more fields', fix: 'leave the field out, or fill it' },
  ],
  [
    machineDeployment,
    'spec.clusterName',
    undefined,
    { allowed: 'text of 1 to 63 characters', fix: 'set spec.clusterName' },
  ],
  [
    machineDeployment,
    'spec.replica',
    3,
    {
      given: 3,
      allowed:
        'clusterName, deletion, machineNaming, paused, remediation, replicas, rollout, selector, ' +
        'template',
      fix: 'remove replica',
    },
  ],
  [
    healthCheck,
    'spec.checks.nodeStartupTimeout',
    '10m',
    {
      given: '10m',
      allowed: 'nodeStartupTimeoutSeconds, unhealthyMachineConditions, unhealthyNodeConditions',
      fix: 'remove nodeStartupTimeout',
    },
  ],
  [
    healthCheck,
    'spec.remediation.triggerIfs',
    {},
    {
      given: {},
      allowed: 'templateRef, triggerIf',
      fix: 'remove triggerIfs',
    },
  ],
  [
    healthCheck,
    'spec.checks.nodeStartupTimeoutSeconds',
    -1,
    { given: -1, allowed: 'an integer, 0 or more', fix: 'use an integer, 0 or more' },
  ],
  [
    controlPlane,
    'spec.kubeadmConfigSpec.files',
    [],
    { given: [], allowed: '1 to 200 items', fix: 'leave the field out, or fill it' },
  ],
  [
    controlPlane,
    'spec.kubeadmConfigSpec.files',
    'none',
    { given: 'none', allowed: 'a list of 1 to 200 items', fix: 'use a list of 1 to 200 items' },
  ],
  [
    controlPlane,
    'spec.rollout',
    null,
    { given: null, allowed: 'an object of 1 or more fields', fix: 'leave the field out' },
  ],
  [
    openStackCluster,
    'spec.externalNetwork.id',
    'external',
    { given: 'external', allowed: 'a UUID', fix: 'use a UUID' },
  ],
  [
    openStackCluster,
    'spec.externalNetwork',
    { filter: { tags: ['a,b'] } },
    {
      given: 'a,b',
      allowed: 'text of 1 or more characters that matches ^[^,]+$',
      fix: 'use text of 1 or more characters that matches ^[^,]+$',
      field: 'spec.externalNetwork.filter.tags[0]',
    },
  ],
  [
    machineTemplate,
    'spec.template.spec.tags.1',
    'fleet',
    {
      given: 'fleet',
      allowed: 'each item once',
      fix: 'remove spec.template.spec.tags[1] or make it different',
      field: 'spec.template.spec.tags[1]',
    },
  ],
  [
    configMap,
    'metadata.name',
    'Lab',
    {
      given: 'Lab',
      allowed:
        'text of at most 253 characters that matches ' +
        '^[a-z0-9]([-a-z0-9]*[a-z0-9])?(\\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*$',
      fix:
        'use text of at most 253 characters that matches ' +
        '^[a-z0-9]([-a-z0-9]*[a-z0-9])?(\\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*$',
    },
  ],
  [
    configMap,
    'data',
    { 'a/b': 'c' },
    {
      field: 'data["a/b"]',
      given: 'a/b',
      allowed: 'a key that matches ^[-._A-Za-z0-9]{1,253}$',
      fix: 'rename a/b',
    },
  ],
  [
    configMap,
    'data',
    { port: 80 },
    { field: 'data.port', given: 80, allowed: 'text', fix: 'write it as text: "80"' },
  ],
  [
    configMap,
    'binaryData',
    { a: '???' },
    { field: 'binaryData.a', given: '???', allowed: 'base64', fix: 'use base64' },
  ],
];

describe('validateObject', () => {
  it('accepts valid objects of both contracts', () => {
    const findings = [
      ...newerObjects().flatMap((object) => validateObject(newer, object)),
      ...olderObjects().flatMap((object) => validateObject(older, object)),
    ];

    assert.deepEqual(findings, []);
  });

  for (const [make, path, value, finding] of ROWS) {
    it(`refuses ${JSON.stringify(value) ?? 'nothing'} as ${path}`, () => {
      const findings = validateObject(newer, changed(make(), path, value));

      assert.deepEqual(findings, [{ field: path, ...finding }]);
    });
  }

  it('offers the nearest name that is not in use', () => {
    const object = changed(machineDeployment(), 'spec.replicas', undefined);

    const [finding] = validateObject(newer, changed(object, 'spec.replica', 3));

    assert.equal(finding?.fix, 'rename replica to replicas');
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

  it('passes kinds of other groups, and those that are named as unchecked', () => {
    const job = { apiVersion: 'batch/v1', kind: 'Job', spec: 1 };
    const hosted = { apiVersion: 'controlplane.cluster.x-k8s.io/v1', kind: 'HostedPlane' };
    const free = schemaSet(RELEASES.v1beta2, {
      unchecked: ['controlplane.cluster.x-k8s.io/HostedPlane'],
    });

    assert.deepEqual(validateObject(newer, job), []);
    assert.equal(validateObject(newer, hosted).length, 1);
    assert.deepEqual(validateObject(free, hosted), []);
    assert.equal(free.checks('batch/v1', 'Job'), false);
    assert.equal(free.checks('v1', 'Service'), false);
    assert.equal(free.checks('v1', 'Secret'), true);
    assert.equal(free.checks('controlplane.cluster.x-k8s.io/v1', 'HostedPlane'), false);
    assert.deepEqual([...newer.groups].sort().slice(0, 3), [
      'addons.cluster.x-k8s.io',
      'bootstrap.cluster.x-k8s.io',
      'cluster.x-k8s.io',
    ]);
  });

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
      message: /^no schemas of cluster-api-v0.0.1; there are: .*cluster-api-v1.14.0/,
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
