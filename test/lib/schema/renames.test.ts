import assert from 'node:assert/strict';
import { RENAMED_FIELDS } from '../../../lib/openstack/model/renamed-fields';
import { CrdSet, checkAgainstCrds } from '../../../lib/schema/full-check';
import type { OpenApiSchema } from '../../../lib/schema/open-api';
import { schemaSet, validateObject } from '../../../lib/schema/validate';

const FLAG: OpenApiSchema = { type: 'boolean' };
const TEXT: OpenApiSchema = { type: 'string' };
const NEWER = {
  apiServer: fields({ managedLoadBalancer: fields({ enabled: FLAG }), enableFloatingIP: FLAG }),
  enableExternalNetwork: FLAG,
  managedNetwork: fields({ mtu: { type: 'integer' }, enablePortSecurity: FLAG }),
  managedSecurityGroups: fields({ clusterNodesSecurityGroupRules: { type: 'array', items: TEXT } }),
};

describe('fields of another version', () => {
  it('are said in the newer one by their new names and places', () => {
    assert.deepEqual(
      newer({
        apiServerLoadBalancer: { enabled: false },
        disableAPIServerFloatingIP: true,
        disableExternalNetwork: false,
        networkMTU: 1450,
        disablePortSecurity: true,
        managedSecurityGroups: { allNodesSecurityGroupRules: [] },
      }),
      [
        'move apiServerLoadBalancer to apiServer.managedLoadBalancer',
        'write apiServer.enableFloatingIP: false in place of disableAPIServerFloatingIP',
        'write enableExternalNetwork: true in place of disableExternalNetwork',
        'move networkMTU to managedNetwork.mtu',
        'write managedNetwork.enablePortSecurity: false in place of disablePortSecurity',
        'rename allNodesSecurityGroupRules to clusterNodesSecurityGroupRules',
      ],
    );
  });

  it('are said in the older one by their old names', () => {
    assert.deepEqual(
      older({
        apiServer: { floatingIP: '192.0.2.7', enableFloatingIP: false },
        managedNetwork: { mtu: 1450 },
        managedSecurityGroups: {
          allowAllInClusterTraffic: false,
          clusterNodesSecurityGroupRules: [],
        },
      }),
      [
        'move apiServer.floatingIP to apiServerFloatingIP, write disableAPIServerFloatingIP: true in place of apiServer.enableFloatingIP',
        'move managedNetwork.mtu to networkMTU',
        'rename clusterNodesSecurityGroupRules to allNodesSecurityGroupRules',
      ],
    );
  });

  it('are taken for mistyped ones where the right one is there too', () => {
    const groups = { allNodesSecurityGroupRules: [], clusterNodesSecurityGroupRules: [] };

    assert.deepEqual(
      older({ managedSecurityGroups: { allowAllInClusterTraffic: false, ...groups } }),
      ['rename clusterNodesSecurityGroupRules to workerNodesSecurityGroupRules'],
    );
  });

  for (const [kind, spec, fixes] of [
    [
      'MachineDeployment',
      {
        clusterName: 'demo',
        rolloutAfter: '2027-01-01T00:00:00Z',
        strategy: { type: 'RollingUpdate' },
        minReadySeconds: 5,
        machineNamingStrategy: { template: 'x' },
      },
      [
        'move rolloutAfter to rollout.after',
        'move strategy to rollout.strategy',
        'move minReadySeconds to template.spec.minReadySeconds',
        'rename machineNamingStrategy to machineNaming',
      ],
    ],
    [
      'MachineHealthCheck',
      { clusterName: 'demo', nodeStartupTimeout: '10m', maxUnhealthy: '40%' },
      [
        'move nodeStartupTimeout to checks.nodeStartupTimeoutSeconds',
        'move maxUnhealthy to remediation.triggerIf.unhealthyLessThanOrEqualTo',
      ],
    ],
  ] as const) {
    it(`are said in a ${kind} of Cluster API, which has moved them`, () => {
      const set = schemaSet(['cluster-api-v1.14.0']);
      const object = {
        apiVersion: 'cluster.x-k8s.io/v1beta2',
        kind,
        metadata: { name: 'demo' },
        spec,
      };

      const found = validateObject(set, object).map(({ fix }) => fix);
      assert.deepEqual(
        found.filter((fix) => /^(move|rename|remove) /.test(fix)),
        fixes,
      );
    });
  }
});

function fields(properties: Record<string, OpenApiSchema>): OpenApiSchema {
  return { type: 'object', properties };
}

function newer(spec: unknown): string[] {
  const kind = { group: 'toys.example', version: 'v1', kind: 'Toy' };
  const schema = fields({ spec: fields(NEWER) });
  const set = new CrdSet(
    [{ ...kind, served: true, schema, file: 'toys.yaml' }],
    undefined,
    RENAMED_FIELDS,
  );
  const object = { apiVersion: 'toys.example/v1', kind: 'Toy', metadata: { name: 'a' }, spec };
  return checkAgainstCrds(set, object).map(({ fix }) => fix);
}

function older(spec: object): string[] {
  const identityRef = { name: 'cloud-config', cloudName: 'openstack' };
  const object = {
    apiVersion: 'infrastructure.cluster.x-k8s.io/v1beta1',
    kind: 'OpenStackCluster',
    metadata: { name: 'demo' },
    spec: { identityRef, ...spec },
  };
  const set = schemaSet(['cluster-api-openstack-v0.14.7'], RENAMED_FIELDS);
  return validateObject(set, object).map(({ fix }) => fix);
}
