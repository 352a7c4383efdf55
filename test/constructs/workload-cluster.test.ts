import assert from 'node:assert/strict';
import { ApiObject, JsonPatch } from 'cdk8s';
import {
  ApiEndpoint,
  CloudCredentials,
  ClusterNetwork,
  Cni,
  ExternalNetwork,
  FloatingIP,
  MachineImage,
  NetworkLookup,
  RulePeer,
  SecurityGroups,
  ValidationError,
  type WorkloadClusterProps,
} from '../../constructs/index';
import { assertHolds } from '../support/assert-holds';
import { at, type ClusterOverrides, findObject, testFleet } from '../support/fleets';

type PropRow = readonly [keyof WorkloadClusterProps, ClusterOverrides, string, string, unknown];

const INFRASTRUCTURE = 'OpenStackCluster';
const managed = (options: Parameters<typeof ApiEndpoint.managed>[0]) => ({
  endpoint: ApiEndpoint.managed(options),
});
const onTenantNetwork = ClusterNetwork.fromName('tenant', {
  subnets: [NetworkLookup.fromName('nodes')],
  router: NetworkLookup.fromTags('edge'),
});

const ROWS: readonly PropRow[] = [
  [
    'kubernetesVersion',
    { kubernetesVersion: 'v1.33.0' },
    'KubeadmControlPlane',
    'spec.version',
    'v1.33.0',
  ],
  [
    'image',
    { image: MachineImage.fromName('flatcar') },
    'OpenStackMachineTemplate',
    'spec.template.spec.image',
    { filter: { name: 'flatcar' } },
  ],
  [
    'sshKeyName',
    { sshKeyName: 'ops' },
    'OpenStackMachineTemplate',
    'spec.template.spec.sshKeyName',
    'ops',
  ],
  ['namespace', { namespace: 'team-a' }, 'Cluster', 'metadata.namespace', 'team-a'],
  [
    'labels',
    { labels: { 'example.com/env': 'prod' } },
    'Cluster',
    'metadata.labels',
    { 'example.com/env': 'prod' },
  ],
  [
    'annotations',
    { annotations: { 'example.com/a': 'b' } },
    'Cluster',
    'metadata.annotations',
    { 'example.com/a': 'b' },
  ],
  ['paused', { paused: true }, 'Cluster', 'spec.paused', true],
  [
    'credentials',
    { credentials: CloudCredentials.fromClusterIdentity('rented', { cloudName: 'own' }) },
    INFRASTRUCTURE,
    'spec.identityRef',
    { type: 'ClusterIdentity', name: 'rented', cloudName: 'own' },
  ],
  [
    'network',
    {
      network: ClusterNetwork.managed({
        nodeCidr: '10.1.0.0/24',
        dnsNameservers: ['10.1.0.2'],
        allocationPools: [{ start: '10.1.0.10', end: '10.1.0.99' }],
      }),
    },
    INFRASTRUCTURE,
    'spec.managedSubnets',
    [
      {
        cidr: '10.1.0.0/24',
        dnsNameservers: ['10.1.0.2'],
        allocationPools: [{ start: '10.1.0.10', end: '10.1.0.99' }],
      },
    ],
  ],
  [
    'network',
    {
      network: ClusterNetwork.managed({
        nodeCidr: '10.1.0.0/24',
        mtu: 1400,
        router: NetworkLookup.fromName('edge'),
      }),
    },
    INFRASTRUCTURE,
    'spec',
    { networkMTU: 1400, router: { filter: { name: 'edge' } } },
  ],
  [
    'network',
    { network: onTenantNetwork },
    INFRASTRUCTURE,
    'spec',
    {
      network: { filter: { name: 'tenant' } },
      subnets: [{ filter: { name: 'nodes' } }],
      router: { filter: { tags: ['edge'] } },
      managedSubnets: undefined,
    },
  ],
  [
    'network',
    { network: ClusterNetwork.fromId('0c1d6a2e-51a7-4be6-9f0c-4f29a8c6b1aa') },
    INFRASTRUCTURE,
    'spec.network',
    { id: '0c1d6a2e-51a7-4be6-9f0c-4f29a8c6b1aa' },
  ],
  [
    'network',
    { network: ClusterNetwork.fromTags(['prod']) },
    INFRASTRUCTURE,
    'spec.network',
    { filter: { tags: ['prod'] } },
  ],
  [
    'network',
    {
      network: ClusterNetwork.managed({
        nodeCidr: '10.1.0.0/24',
        podCidrs: ['10.2.0.0/16'],
        serviceCidrs: ['10.3.0.0/16'],
        serviceDomain: 'k8s.example',
      }),
    },
    'Cluster',
    'spec.clusterNetwork',
    {
      pods: { cidrBlocks: ['10.2.0.0/16'] },
      services: { cidrBlocks: ['10.3.0.0/16'] },
      serviceDomain: 'k8s.example',
    },
  ],
  [
    'apiServerPort',
    {
      apiServerPort: 8443,
      endpoint: ApiEndpoint.external({ host: 'api.example.com' }),
      securityGroups: SecurityGroups.fromLookups({
        controlPlane: [NetworkLookup.fromName('cp')],
        workers: [NetworkLookup.fromName('w')],
      }),
    },
    'Cluster',
    'spec.clusterNetwork.apiServerPort',
    8443,
  ],
  [
    'endpoint',
    managed({ provider: 'amphora', flavor: 'ha' }),
    INFRASTRUCTURE,
    'spec.apiServerLoadBalancer',
    { enabled: true, provider: 'amphora', flavor: 'ha' },
  ],
  [
    'endpoint',
    managed({
      availabilityZone: 'az-1',
      network: NetworkLookup.fromName('edge'),
      subnetId: '0c1d6a2e-51a7-4be6-9f0c-4f29a8c6b1aa',
      vipAddress: '10.7.0.9',
    }),
    INFRASTRUCTURE,
    'spec',
    {
      apiServerLoadBalancer: {
        enabled: true,
        network: { filter: { name: 'edge' } },
        subnets: [{ id: '0c1d6a2e-51a7-4be6-9f0c-4f29a8c6b1aa' }],
        availabilityZone: 'az-1',
      },
      apiServerFixedIP: '10.7.0.9',
    },
  ],
  [
    'endpoint',
    managed({ allowedCidrs: ['203.0.113.0/24'] }),
    INFRASTRUCTURE,
    'spec.apiServerLoadBalancer.allowedCIDRs',
    ['203.0.113.0/24'],
  ],
  [
    'endpoint',
    managed({ additionalPorts: [22] }),
    INFRASTRUCTURE,
    'spec.apiServerLoadBalancer.additionalPorts',
    [22],
  ],
  [
    'endpoint',
    managed({ monitor: { delaySeconds: 20, maxRetriesDown: 2 } }),
    INFRASTRUCTURE,
    'spec.apiServerLoadBalancer.monitor',
    { delay: 20, maxRetriesDown: 2 },
  ],
  [
    'endpoint',
    managed({ floatingIP: FloatingIP.fromAddress('203.0.113.9') }),
    INFRASTRUCTURE,
    'spec.apiServerFloatingIP',
    '203.0.113.9',
  ],
  [
    'endpoint',
    managed({ floatingIP: FloatingIP.none() }),
    INFRASTRUCTURE,
    'spec.disableAPIServerFloatingIP',
    true,
  ],
  [
    'endpoint',
    { endpoint: ApiEndpoint.external({ host: 'api.example.com', port: 443 }) },
    INFRASTRUCTURE,
    'spec',
    {
      controlPlaneEndpoint: { host: 'api.example.com', port: 443 },
      disableAPIServerFloatingIP: true,
      apiServerLoadBalancer: undefined,
    },
  ],
  [
    'endpoint',
    { endpoint: ApiEndpoint.virtualIp({ floatingIP: FloatingIP.none() }) },
    INFRASTRUCTURE,
    'spec',
    {
      controlPlaneEndpoint: { host: '10.0.0.254', port: 6443 },
      disableAPIServerFloatingIP: true,
      apiServerLoadBalancer: undefined,
    },
  ],
  [
    'endpoint',
    {
      network: ClusterNetwork.managed({ nodeCidr: '10.1.0.0/24' }),
      endpoint: ApiEndpoint.virtualIp({ address: '10.1.0.7', floatingIP: FloatingIP.none() }),
    },
    INFRASTRUCTURE,
    'spec.managedSubnets.0.allocationPools',
    [
      { start: '10.1.0.2', end: '10.1.0.6' },
      { start: '10.1.0.8', end: '10.1.0.254' },
    ],
  ],
  [
    'securityGroups',
    { securityGroups: SecurityGroups.managed({ allowAllInClusterTraffic: true }) },
    INFRASTRUCTURE,
    'spec.managedSecurityGroups',
    { allowAllInClusterTraffic: true },
  ],
  [
    'securityGroups',
    {
      securityGroups: SecurityGroups.fromLookups({
        controlPlane: [NetworkLookup.fromName('cp')],
        workers: [NetworkLookup.fromName('w')],
      }),
    },
    'OpenStackMachineTemplate',
    'spec.template.spec.securityGroups',
    [{ filter: { name: 'cp' } }],
  ],
  ['tags', { tags: ['fleet'] }, INFRASTRUCTURE, 'spec.tags', ['fleet']],
  [
    'templateNames',
    { templateNames: 'plain' },
    'OpenStackMachineTemplate',
    'metadata.name',
    'prod-control-plane',
  ],
];

describe('WorkloadCluster', () => {
  ROWS.forEach(([prop, props, kind, path, expected], index) => {
    it(`brings ${prop} to ${kind} ${path} (${index + 1})`, () => {
      const objects = testFleet().cluster('prod', props).toJson();

      assertHolds(at(findObject(objects, kind), path), expected);
    });
  });

  it("derives rules of the network plugin and keeps the user's own, by name", () => {
    const rule = {
      name: 'ssh',
      protocol: 'tcp',
      ports: 22,
      from: RulePeer.cidr('203.0.113.0/24'),
    } as const;
    const objects = testFleet()
      .cluster('prod', {
        cni: Cni.calico({ encapsulation: 'vxlan' }),
        securityGroups: SecurityGroups.managed({ rules: [rule] }),
      })
      .toJson();

    const rules = at(
      findObject(objects, INFRASTRUCTURE),
      'spec.managedSecurityGroups.allNodesSecurityGroupRules',
    );
    assert.ok(Array.isArray(rules));
    assert.deepEqual(
      rules.map((one) => [one.protocol, one.portRangeMin]),
      [
        ['udp', 4789],
        ['tcp', 22],
      ],
    );
  });

  it('has load balancers of the driver that its cloud says, and may choose another', () => {
    const driverOf = (endpoint?: ApiEndpoint) => {
      const { cluster } = testFleet({ cloud: { loadBalancerProvider: 'ovn' } });
      const objects = cluster('prod', endpoint && { endpoint }).toJson();
      return at(findObject(objects, INFRASTRUCTURE), 'spec.apiServerLoadBalancer.provider');
    };

    assert.equal(driverOf(), 'ovn');
    assert.equal(driverOf(ApiEndpoint.managed({ provider: 'amphora' })), 'amphora');
    assert.equal(driverOf(ApiEndpoint.external({ host: 'api.example.com' })), undefined);
  });

  it('does without an external network where the cloud has none', () => {
    const objects = testFleet({ cloud: { externalNetwork: ExternalNetwork.none() } })
      .cluster()
      .toJson();

    assertHolds(findObject(objects, INFRASTRUCTURE).spec, {
      disableExternalNetwork: true,
      disableAPIServerFloatingIP: true,
    });
  });

  it('writes credentials in plain text only when told so by name', () => {
    const auth = '{ auth_url: https://k, username: a, password: not-a-password }';
    const cloudsYaml = `clouds:\n  openstack:\n    auth: ${auth}\n`;
    const objects = testFleet()
      .cluster('prod', { credentials: CloudCredentials.plaintextInManifests({ cloudsYaml }) })
      .toJson();

    const secret = findObject(objects, 'Secret');
    assert.equal(secret.metadata.name, 'prod-cloud-config');
    assert.equal(secret.metadata.labels?.['clusterctl.cluster.x-k8s.io/move'], 'true');
  });

  it('tells how large packets of pods may be', () => {
    const network = ClusterNetwork.managed({ nodeCidr: '10.1.0.0/24', mtu: 1442 });
    const { cluster } = testFleet();

    assert.equal(cluster('a', { network, cni: Cni.cilium() }).podMtu, 1392);
    assert.equal(cluster('b', { network }).podMtu, undefined);
  });

  it('names all its mistakes at once', () => {
    const cluster = testFleet().cluster('prod', {
      kubernetesVersion: 'latest',
      controlPlane: { flavor: 'large', replicas: 2 },
    });
    cluster.addNodePool('workers', { flavor: 'small', replicas: -1 });

    assert.throws(
      () => cluster.toJson(),
      (error) => {
        assert.ok(error instanceof ValidationError);
        assert.deepEqual(
          error.issues.map((issue) => `${issue.path} ${issue.prop}`),
          [
            'mothership/prod kubernetesVersion',
            'mothership/prod/control-plane replicas',
            'mothership/prod/workers replicas',
          ],
        );
        return true;
      },
    );
  });

  it('is reached by ApiObject.of, and patched', () => {
    const cluster = testFleet().cluster();

    ApiObject.of(cluster).addJsonPatch(JsonPatch.add('/metadata/labels/x', 'y'));
    cluster.infrastructure.addJsonPatch(JsonPatch.add('/spec/networkMTU', 1450));

    assert.equal(findObject(cluster.toJson(), 'Cluster').metadata.labels?.x, 'y');
    assert.equal(at(findObject(cluster.toJson(), INFRASTRUCTURE), 'spec.networkMTU'), 1450);
  });

  it('writes objects that the user put beside ours', () => {
    const cluster = testFleet().cluster();

    new ApiObject(cluster, 'quota', {
      apiVersion: 'v1',
      kind: 'ResourceQuota',
      metadata: { name: 'quota' },
    });

    const quota = findObject(cluster.toJson(), 'ResourceQuota');
    assert.deepEqual(quota.metadata, { name: 'quota', namespace: 'prod' });
  });

  it('knows its flavors at compile time', () => {
    const { cluster } = testFleet();

    // @ts-expect-error: the cloud has no flavor of that name
    cluster().addNodePool('workers', { flavor: 'huge' });
  });
});
