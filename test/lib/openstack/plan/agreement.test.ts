import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { Manifest } from '../../../../lib/base/manifest';
import { type FleetPlan, itemsOf } from '../../../../lib/openstack/plan/fleet-plan';
import { isResource, type PlannedResource } from '../../../../lib/openstack/plan/plan';
import { at, findObject } from '../../../support/fleets';
import {
  type ClusterShape,
  clusterShape,
  DECLARED,
  declaredAddress,
  endpointName,
  shapedFleet,
} from '../../../support/provisioned-arbitrary';

const ADDRESS = '203.0.113.10';
const RUNS = { numRuns: 60 };

/** Names in the cloud that objects look for, as kind and name. */
function lookedFor(objects: readonly Manifest[]): string[] {
  const found: string[] = [];
  const look = (kind: string, value: unknown) => {
    const name = typeof value === 'string' ? value : at(value, 'filter.name');
    if (value !== undefined) found.push(`${kind} ${String(name)}`);
  };
  const lookAll = (kind: string, values: unknown) => {
    if (Array.isArray(values)) for (const value of values) look(kind, value);
  };
  for (const { kind, ...object } of objects) {
    if (kind === 'OpenStackCluster') {
      look('network', at(object, 'spec.network'));
      look('network', at(object, 'spec.externalNetwork'));
      lookAll('subnet', at(object, 'spec.subnets'));
      look('router', at(object, 'spec.router'));
    }
    if (kind !== 'OpenStackMachineTemplate') continue;
    const machine = at(object, 'spec.template.spec');
    look('image', at(machine, 'image'));
    look('keyPair', at(machine, 'sshKeyName'));
    look('serverGroup', at(machine, 'serverGroup'));
    lookAll('securityGroup', at(machine, 'securityGroups'));
  }
  return found;
}

/** Names in the cloud that a plan makes, as kind and name. */
function made(plan: FleetPlan): string[] {
  return itemsOf(plan)
    .filter(isResource)
    .flatMap(({ kind, args }) => (args.name === undefined ? [] : [`${kind} ${args.name}`]));
}

/** Runs a check on the manifests and the plan of each cluster of random fleets. */
function everywhere(
  check: (
    objects: readonly Manifest[],
    own: readonly PlannedResource[],
    shape: ClusterShape,
    index: number,
  ) => void,
): void {
  fc.assert(
    fc.property(fc.array(clusterShape, { minLength: 1, maxLength: 3 }), (shapes) => {
      const { fleet } = shapedFleet(shapes, 'nowhere');
      for (const { cluster, items } of fleet.plan().clusters) {
        const index = Number(cluster.name.slice(1));
        const [shape] = shapes.slice(index);
        assert.ok(shape);
        const objects = fleet.manifests(cluster.path, { floatingIP: ADDRESS });
        check(objects, items.filter(isResource), shape, index);
      }
    }),
    RUNS,
  );
}

describe('manifests and plan', () => {
  it('look for nothing that is neither made nor declared as existing, and make nothing in vain', () => {
    fc.assert(
      fc.property(fc.array(clusterShape, { minLength: 1, maxLength: 3 }), (shapes) => {
        const { fleet } = shapedFleet(shapes, 'nowhere');
        const plan = fleet.plan();
        const looked = plan.clusters.flatMap(({ cluster }) =>
          lookedFor(fleet.manifests(cluster.path, { floatingIP: ADDRESS })),
        );

        const declared = Object.entries(DECLARED).flatMap(([kind, names]) =>
          names.map((name) => `${kind} ${name}`),
        );
        const names = made(plan);
        const there = new Set([...names, ...declared]);
        assert.deepEqual(
          looked.filter((name) => !there.has(name)),
          [],
        );
        const inVain = names.filter((name) => {
          const isLookedFor = /^(network|subnet|router|securityGroup|serverGroup) /.test(name);
          return isLookedFor && !looked.includes(name) && !/ cloud-floor$/.test(name);
        });
        assert.deepEqual(inVain, []);
      }),
      RUNS,
    );
  });

  it('leave network, groups and load balancer to one of the two', () => {
    everywhere((objects, own, shape) => {
      const spec = findObject(objects, 'OpenStackCluster').spec;
      const kinds = new Set(own.map(({ kind }) => kind));

      assert.equal(at(spec, 'managedSubnets') !== undefined, shape.network === 'managed');
      assert.equal(kinds.has('subnet'), shape.network === 'provisioned');
      assert.equal(at(spec, 'managedSecurityGroups') !== undefined, shape.groups === 'managed');
      assert.equal(kinds.has('securityGroup'), shape.groups === 'provisioned');
      assert.equal(kinds.has('loadBalancer'), shape.endpoint === 'loadBalancer');
      assert.equal(kinds.has('port'), shape.endpoint === 'virtualIp');
      assert.equal(kinds.has('applicationCredential'), shape.credential);
    });
  });

  it('name the load balancer and its parts as the provider does from the manifests', () => {
    everywhere((objects, own, shape) => {
      if (shape.endpoint !== 'loadBalancer') return;
      const { metadata, spec } = findObject(objects, 'OpenStackCluster');
      const balancer = at(spec, 'apiServerLoadBalancer');
      const { namespace, name } = metadata;
      const extra = at(balancer, 'additionalPorts');
      const ports = [6443, ...(Array.isArray(extra) ? extra : [])];

      const base = `k8s-clusterapi-cluster-${namespace}-${name}-kubeapi`;
      const parts = ports.map((port) => `${base}-${port}`);
      assert.deepEqual(namesOf(own, 'loadBalancer'), [base]);
      for (const kind of ['listener', 'pool', 'monitor']) {
        assert.deepEqual(namesOf(own, kind), parts, kind);
      }
      assert.deepEqual(
        own.filter(({ kind }) => kind === 'listener').map(({ args }) => args.protocolPort),
        ports,
      );
    });
  });

  it('have the same allowed ranges and driver', () => {
    everywhere((objects, own, shape) => {
      if (shape.endpoint !== 'loadBalancer') return;
      const rendered = at(findObject(objects, 'OpenStackCluster').spec, 'apiServerLoadBalancer');
      for (const { kind, args } of own) {
        if (kind === 'listener') {
          assert.deepEqual(
            args.allowedCidrs,
            at(rendered, 'allowedCIDRs') ?? at(rendered, 'allowedCidrs'),
          );
        }
        if (kind === 'loadBalancer') {
          assert.equal(args.loadbalancerProvider, at(rendered, 'provider'));
        }
      }
    });
  });

  it('have the same address of the endpoint', () => {
    everywhere((objects, own, shape, index) => {
      if (shape.endpoint === 'managed' || shape.endpoint === 'external') return;
      const spec = findObject(objects, 'OpenStackCluster').spec;
      const isMade = own.some(({ kind }) => kind === 'floatingIP');
      const address = isMade
        ? ADDRESS
        : shape.floatingIP === 'address'
          ? declaredAddress(index)
          : undefined;

      assert.equal(isMade, shape.floatingIP === 'allocated');
      const association = own.find(({ kind }) => kind === 'floatingIPAssociation');
      const isMachine = shape.endpoint === 'machine';
      assert.equal(association !== undefined, address !== undefined && !isMachine);
      if (shape.endpoint === 'loadBalancer' || isMachine) {
        assert.equal(at(spec, 'apiServerFloatingIP'), address);
      } else {
        const [port] = own.filter(({ kind }) => kind === 'port');
        const inside = at(port?.args.fixedIps, '0.ipAddress');
        const text = JSON.stringify(objects);
        const host = at(spec, 'controlPlaneEndpoint.host');
        assert.ok(host === (address ?? inside) || host === endpointName(index), String(host));
        assert.ok(text.includes(`"allowedAddressPairs":[{"ipAddress":"${inside}"}]`));
      }
    });
  });

  it('have the same name of the endpoint, in the certificate and in Designate', () => {
    everywhere((objects, own, shape, index) => {
      const [record] = own.filter(({ kind }) => kind === 'recordSet');
      const isMade = ['loadBalancer', 'virtualIp'].includes(shape.endpoint);
      const isKept = shape.endpoint === 'machine' && shape.floatingIP !== 'none';
      const isNamed = shape.namedEndpoint && (isMade || isKept);

      assert.equal(record?.args.name, isNamed ? `${endpointName(index)}.` : undefined);
      if (!isNamed) return;
      const config = 'spec.kubeadmConfigSpec.clusterConfiguration.apiServer.certSANs';
      const names = at(findObject(objects, 'KubeadmControlPlane'), config);
      assert.ok(Array.isArray(names) && names.includes(endpointName(index)));
    });
  });
});

function namesOf(own: readonly PlannedResource[], kind: string): unknown[] {
  return own.filter((one) => one.kind === kind).map(({ args }) => args.name);
}
