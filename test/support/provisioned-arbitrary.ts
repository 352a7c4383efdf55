import fc from 'fast-check';
import {
  Addon,
  ApiEndpoint,
  CalicoJob,
  CloudCredentials,
  ClusterNetwork,
  ExternalNetwork,
  FloatingIP,
  ManagementCluster,
  NetworkLookup,
  Providers,
  RulePeer,
  SecurityGroups,
  ServerGroup,
  SharedNetwork,
} from '../../constructs/index';
import { RELEASED_CALICO } from './calico';
import { type ClusterOverrides, otherwiseBut, type TestFleet, testFleet } from './fleets';

/** Shape of a cluster in a random fleet. */
export interface ClusterShape {
  readonly network: 'provisioned' | 'shared' | 'adopted' | 'managed';
  readonly dualStack: boolean;
  readonly ownRouter: boolean;
  readonly endpoint: 'managed' | 'loadBalancer' | 'virtualIp' | 'machine' | 'external';
  readonly floatingIP: 'allocated' | 'address' | 'none';
  readonly namedEndpoint: boolean;
  readonly ports: readonly number[];
  readonly allowedCidrs: readonly string[];
  readonly provider: 'amphora' | 'ovn' | undefined;
  readonly groups: 'managed' | 'provisioned' | 'adopted';
  readonly allTraffic: boolean;
  readonly ownRule: boolean;
  readonly calico: boolean;
  readonly cloudController: boolean;
  readonly serverGroups: boolean;
  readonly credential: boolean;
  readonly second: boolean;
}

/** What a random fleet declares as existing in its cloud, by kind. */
export const DECLARED: Readonly<Record<string, readonly string[]>> = {
  network: ['public', 'tenant-net'],
  subnet: ['tenant-subnet'],
  router: ['edge'],
  securityGroup: ['own-control-plane', 'own-workers'],
  serverGroup: [],
  keyPair: [],
  image: ['ubuntu'],
};

/** Address that exists in the project for the endpoint of a cluster. */
export function declaredAddress(index: number): string {
  return `198.51.100.${200 + index}`;
}

/** Zone of Designate of a random fleet. */
export const ZONE = 'k8s.example.org';

const bit = fc.boolean();

/** Shapes of clusters that no rule refuses. */
export const clusterShape: fc.Arbitrary<ClusterShape> = fc
  .record({
    network: fc.constantFrom('provisioned', 'shared', 'adopted', 'managed'),
    dualStack: bit,
    ownRouter: bit,
    endpoint: fc.constantFrom('managed', 'loadBalancer', 'virtualIp', 'machine', 'external'),
    floatingIP: fc.constantFrom('allocated', 'address', 'none'),
    namedEndpoint: bit,
    ports: fc.uniqueArray(fc.constantFrom(9345, 8132, 443), { maxLength: 2 }),
    allowedCidrs: fc.uniqueArray(fc.constantFrom('192.0.2.0/24', '198.51.100.0/25')),
    provider: fc.constantFrom('amphora', 'ovn', undefined),
    groups: fc.constantFrom('managed', 'provisioned', 'adopted'),
    allTraffic: bit,
    ownRule: bit,
    calico: bit,
    cloudController: bit,
    serverGroups: bit,
    credential: bit,
    second: bit,
  } satisfies { [field in keyof ClusterShape]: fc.Arbitrary<ClusterShape[field]> })
  .filter(({ network, endpoint }) => {
    return network !== 'managed' || !['loadBalancer', 'virtualIp'].includes(endpoint);
  });

/** Fleet of clusters of given shapes, named by their positions, on one cloud. */
export function shapedFleet(shapes: readonly ClusterShape[], handOverFolder: string): TestFleet {
  const test = testFleet({
    handOverFolder,
    cloud: {
      externalNetwork: ExternalNetwork.only('public'),
      dnsZone: ZONE,
      keyPairs: { ops: 'ssh-ed25519 AAAA' },
      imageUploads: { plain: { source: { file: 'plain.qcow2' } } },
    },
  });
  const floor = new SharedNetwork(test.cloud, 'floor', { nodeCidr: '10.200.0.0/16' });
  const second = new ManagementCluster(test.fleet, 'second', {
    providers: Providers.stable('1.10'),
  });
  shapes.forEach((shape, index) => {
    const cluster = test.cluster(
      `c${index}`,
      {
        ...propsOf(shape, index, floor),
        installedOtherwise: otherwiseBut(
          ...(shape.calico ? (['cni'] as const) : []),
          ...(shape.cloudController ? (['cloud-controller-manager'] as const) : []),
        ),
      },
      shape.second ? second : undefined,
    );
    cluster.addNodePool('workers', {
      flavor: 'small',
      replicas: 1,
      ...(shape.serverGroups && { serverGroup: ServerGroup.antiAffinity() }),
    });
    if (shape.calico)
      new CalicoJob(cluster, 'calico', { version: '3.30.2', manifest: RELEASED_CALICO });
    if (shape.cloudController) cluster.addAddon(Addon.openStackCloudControllerManager());
  });
  return test;
}

/** Name that Designate is to have for the endpoint of a cluster. */
export function endpointName(index: number): string {
  return `c${index}.${ZONE}`;
}

function propsOf(shape: ClusterShape, index: number, floor: SharedNetwork): ClusterOverrides {
  return {
    sshKeyName: 'ops',
    network: networkOf(shape, index, floor),
    endpoint: endpointOf(shape, index),
    securityGroups: groupsOf(shape),
    controlPlane: {
      flavor: 'large',
      ...(shape.endpoint === 'machine' && { replicas: 1 }),
      ...(shape.serverGroups && { serverGroup: ServerGroup.softAntiAffinity() }),
    },
    ...(shape.credential && { credentials: CloudCredentials.applicationCredential() }),
  };
}

function networkOf(shape: ClusterShape, index: number, floor: SharedNetwork): ClusterNetwork {
  const podCidrs = [`100.${64 + index}.0.0/16`];
  const nodeCidr = `10.${index + 1}.0.0/24`;
  const router = { ...(shape.ownRouter && { router: NetworkLookup.fromName('edge') }) };
  switch (shape.network) {
    case 'managed':
      return ClusterNetwork.managed({ nodeCidr, podCidrs, ...router });
    case 'shared':
      return floor.clusterNetwork({ podCidrs });
    case 'adopted':
      return ClusterNetwork.fromName('tenant-net', {
        subnets: [NetworkLookup.fromName('tenant-subnet')],
        podCidrs,
        ...router,
      });
    default:
      return ClusterNetwork.provisioned({
        nodeCidr,
        podCidrs,
        ...router,
        ...(shape.dualStack && { nodeCidrIPv6: `fd00:${index + 1}::/64` }),
      });
  }
}

function endpointOf(shape: ClusterShape, index: number): ApiEndpoint {
  const { provider, allowedCidrs } = shape;
  const dnsName = { ...(shape.namedEndpoint && { dnsName: endpointName(index) }) };
  const floatingIP =
    shape.floatingIP === 'address'
      ? FloatingIP.fromAddress(declaredAddress(index))
      : FloatingIP[shape.floatingIP]();
  switch (shape.endpoint) {
    case 'external':
      return ApiEndpoint.external({ host: endpointName(index) });
    case 'machine':
      return shape.floatingIP === 'none'
        ? ApiEndpoint.machine({ floatingIP: FloatingIP.ephemeral() })
        : ApiEndpoint.machine({ floatingIP, ...dnsName });
    case 'virtualIp': {
      const address = shape.network === 'provisioned' ? {} : { address: `10.200.255.${index}` };
      return ApiEndpoint.virtualIp({ floatingIP, ...address, ...dnsName });
    }
    default: {
      const balancer = {
        floatingIP,
        allowedCidrs: provider === 'ovn' ? [] : allowedCidrs,
        additionalPorts: shape.second ? shape.ports.slice(0, 1) : shape.ports,
        ...(provider !== undefined && { provider }),
      };
      return shape.endpoint === 'managed'
        ? ApiEndpoint.managed(balancer)
        : ApiEndpoint.loadBalancer({ ...balancer, ...dnsName });
    }
  }
}

function groupsOf(shape: ClusterShape): SecurityGroups {
  const rule = {
    name: 'backup',
    protocol: 'tcp',
    ports: 8000,
    from: RulePeer.cidr('192.0.2.0/24'),
  };
  const options = {
    allowAllInClusterTraffic: shape.allTraffic,
    rules: shape.ownRule ? [rule] : [],
  };
  if (shape.groups === 'managed') return SecurityGroups.managed(options);
  if (shape.groups === 'provisioned') return SecurityGroups.provisioned(options);
  return SecurityGroups.fromLookups({
    controlPlane: [NetworkLookup.fromName('own-control-plane')],
    workers: [NetworkLookup.fromName('own-workers')],
  });
}
