import { FloatingIPPool } from '../../../constructs';
import {
  ApiEndpoint,
  type BastionProps,
  BlockDevice,
  CloudCredentials,
  ClusterNetwork,
  ExternalNetwork,
  FloatingIP,
  MachineIdentity,
  MachineImage,
  type MachinePort,
  NetworkLookup,
  type NodePoolProps,
  RulePeer,
  SecurityGroups,
} from '../../../constructs/index';
import type { TestFlavor } from '../fleets';
import type { WideProgram } from './wide-program';

const RANGE = '10.0.0.0/24';
const ID = '0f0f0f0f-0f0f-4f0f-8f0f-0f0f0f0f0f0f';
const byId = NetworkLookup.fromId(ID);
const FILTER = { name: 'one', tags: ['a'], tagsAny: ['b'], projectID: '0123456789abcdef' };
const byFilter = NetworkLookup.matching(FILTER);
const LOOKUPS = [byId, byFilter];
const MANAGED = ClusterNetwork.managed({ nodeCidr: RANGE });

const PORT: MachinePort = {
  nameSuffix: 'own',
  description: 'own port',
  tags: ['a'],
  trunk: false,
  propagateUplinkStatus: true,
  valueSpecs: { key: 'value' },
  vnicType: 'direct',
  profile: { ovsHWOffload: true, trustedVF: true },
  enablePortSecurity: true,
  allowedAddressPairs: [{ ipAddress: '203.0.113.9', macAddress: 'fa:16:3e:00:00:02' }],
};
const MACHINE: Omit<NodePoolProps, 'flavor'> = {
  rootVolume: { sizeGiB: 20, type: 'ssd', availabilityZone: 'nova' },
  additionalBlockDevices: [
    BlockDevice.volume('data', { sizeGiB: 10, type: 'ssd', availabilityZone: 'machine' }),
  ],
  ports: [
    PORT,
    { network: byFilter, fixedIPs: [{ subnet: byFilter, ipAddress: '198.51.100.7' }] },
    { network: byId, fixedIPs: [{ subnet: byId }], securityGroups: LOOKUPS },
  ],
  rollout: { maxSurge: 0, maxUnavailable: 1 },
  schedulerHints: { text: 'one', number: 1, flag: true },
  serverGroup: NetworkLookup.fromName('group'),
  securityGroups: LOOKUPS,
  tags: ['a'],
  serverMetadata: { key: 'value' },
  configDrive: true,
  sshKeyName: 'key',
  identity: MachineIdentity.fromSecret('other'),
  trunk: true,
  floatingIPPool: 'edge',
};
const BASTION: BastionProps<TestFlavor> = {
  enabled: true,
  flavor: 'small',
  sshKeyName: 'key',
  rootVolume: { sizeGiB: 20, type: 'ssd', availabilityZone: 'nova' },
  securityGroups: LOOKUPS,
  tags: ['a'],
  serverMetadata: { key: 'value' },
  availabilityZone: 'nova',
  floatingIP: '203.0.113.8',
  serverGroup: NetworkLookup.fromName('group'),
  schedulerHints: { text: 'one', number: 1, flag: true },
  configDrive: true,
};
const RULE = { protocol: 'tcp', ports: 8000, description: 'for us' } as const;
const MONITOR = { delaySeconds: 10, timeoutSeconds: 5, maxRetries: 3, maxRetriesDown: 3 };
const SCOPES = ['allNodes', 'controlPlane', 'workers'] as const;

/** Programs that write the fields of what the OpenStack provider makes. */
export const WIDE_OPEN_STACK: readonly WideProgram[] = [
  {
    cloud: { externalNetwork: ExternalNetwork.matching(FILTER) },
    cluster: (cluster, [, provider]) => {
      const wide = cluster('networked', {
        tags: ['a'],
        bastion: BASTION,
        network: ClusterNetwork.managed({
          nodeCidr: RANGE,
          dnsNameservers: ['192.0.2.53'],
          allocationPools: [{ start: '10.0.0.10', end: '10.0.0.200' }],
          router: byFilter,
          mtu: 1400,
        }),
        endpoint: ApiEndpoint.managed({
          provider: 'amphora',
          flavor: 'large',
          availabilityZone: 'nova',
          allowedCidrs: ['192.0.2.0/24'],
          additionalPorts: [8132],
          ...(provider !== '0.12' && { monitor: MONITOR }),
          floatingIP: FloatingIP.fromAddress('203.0.113.7'),
          vipAddress: '10.0.0.252',
        }),
        securityGroups: SecurityGroups.managed({
          allowAllInClusterTraffic: false,
          rules: SCOPES.flatMap((scope) => [
            { name: `${scope}-range`, scope, from: RulePeer.cidr('192.0.2.0/24'), ...RULE },
            { name: `${scope}-group`, scope, from: RulePeer.group(ID), ...RULE },
            { name: `${scope}-own`, scope, from: RulePeer.groups('worker'), ...RULE },
          ]),
        }),
        controlPlane: { flavor: 'large', failureDomains: ['nova'] },
      });
      new FloatingIPPool(wide, 'edge', { maxIPs: 5, preAllocatedFloatingIPs: ['203.0.113.9'] });
      wide.addNodePool('workers', { flavor: 'small', replicas: 1, ...MACHINE });
      return wide;
    },
  },
  {
    cluster: (cluster) => {
      const wide = cluster('adopted', {
        network: ClusterNetwork.matching(FILTER, { subnets: [byFilter] }),
        endpoint: ApiEndpoint.external({ host: 'api.example', port: 8443 }),
        image: MachineImage.fromTags('kube'),
        bastion: {
          ...BASTION,
          image: MachineImage.fromId(ID),
          rootVolume: { sizeGiB: 20, availabilityZone: 'machine' },
          serverGroup: byId,
        },
        controlPlane: { flavor: 'large', omitAvailabilityZone: true },
      });
      wide.addNodePool('by-id', {
        flavor: 'small',
        image: MachineImage.fromId(ID),
        serverGroup: byId,
        additionalBlockDevices: [
          BlockDevice.volume('data', { sizeGiB: 10, availabilityZone: 'nova' }),
        ],
        rootVolume: { sizeGiB: 20, availabilityZone: 'machine' },
      });
      return wide;
    },
  },
  {
    cloud: { externalNetwork: ExternalNetwork.fromId(ID) },
    cluster: (cluster) => {
      const wide = cluster('pinned', {
        network: ClusterNetwork.fromId(ID, { subnets: [byId], router: byId }),
        endpoint: ApiEndpoint.managed({ floatingIP: FloatingIP.none() }),
        bastion: { ...BASTION, image: MachineImage.fromTags('kube') },
      });
      new FloatingIPPool(wide, 'edge');
      return wide;
    },
  },
  {
    cluster: (cluster) => {
      const wide = cluster('unfiltered', {
        network: ClusterNetwork.managed({
          nodeCidr: RANGE,
          portSecurity: false,
          externalRouterIPs: [{ subnet: byFilter, fixedIP: '203.0.113.5' }, { subnet: byId }],
        }),
        securityGroups: SecurityGroups.none(),
        credentials: CloudCredentials.fromSecret('clouds', { region: 'RegionOne' }),
        image: MachineImage.orc('kube'),
        bastion: { flavor: 'small', sshKeyName: 'key' },
      });
      new FloatingIPPool(wide, 'edge');
      wide.addNodePool('workers', { flavor: 'small' });
      return wide;
    },
  },
  {
    cloud: { externalNetwork: ExternalNetwork.none() },
    cluster: (cluster) => cluster('inside', { network: MANAGED }),
  },
  {
    cluster: (cluster, [, provider]) =>
      provider === '0.12'
        ? undefined
        : cluster('identified', {
            credentials: CloudCredentials.clusterIdentity('shared', {
              secretRef: { name: 'clouds', namespace: 'credentials' },
              namespaceSelector: { team: 'web' },
            }),
            network: MANAGED,
            endpoint: ApiEndpoint.managed({ network: byFilter, subnetId: ID }),
            controlPlane: {
              flavor: 'large',
              identity: MachineIdentity.fromClusterIdentity('other'),
            },
          }),
  },
  {
    cluster: (cluster, [, provider]) =>
      provider === '0.12'
        ? undefined
        : cluster('balanced', {
            network: MANAGED,
            endpoint: ApiEndpoint.managed({ network: byId }),
          }),
  },
];
