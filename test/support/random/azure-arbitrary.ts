import fc from 'fast-check';
import {
  AzureBootDiagnostics,
  type AzureDataDisk,
  AzureEndpoint,
  AzureEtcdDisk,
  AzureIdentity,
  type AzureIdentityOptions,
  AzureImage,
  type AzureInternalEndpointOptions,
  AzureMachineIdentity,
  type AzureMachineProps,
  type AzureManagedSubnet,
  AzureNetwork,
  type AzureOsDisk,
  type AzureOutbound,
  AzurePrivateDns,
  type AzurePublicEndpointOptions,
  type AzureSecurityRule,
  AzureSpot,
  type AzureSubscription,
  Cni,
  type ControlPlaneProps,
  Gpu,
  type NodePoolProps,
} from '../../../constructs/index';
import type { AzureOverrides, TestSize } from '../azure-fleets';
import { featureParts } from './features-arbitrary';
import { labelParts, machineParts } from './machine-arbitrary';
import {
  annotations,
  type Every,
  extraArgs,
  flag,
  halfOf,
  labels,
  type PartsOf,
  seconds,
  someOf,
  taints,
  word,
} from './parts';

type Pool = Omit<NodePoolProps<AzureSubscription<TestSize>>, 'vmSize'>;
type ControlPlane = Omit<ControlPlaneProps<AzureSubscription<TestSize>>, 'vmSize'>;

/** Program of one cluster on Azure with pools, legal or not. */
export interface RandomAzureProgram {
  readonly cluster: Omit<AzureOverrides, 'controlPlane'>;
  readonly controlPlane: ControlPlane;
  readonly pools: readonly Pool[];
}

const guid = fc.uuid();
const resource = (type: string) =>
  fc
    .tuple(guid, word, word)
    .map(
      ([id, group, name]) =>
        `/subscriptions/${id}/resourceGroups/${group}/providers/${type}/${name}`,
    );
const set = resource('Microsoft.Compute/diskEncryptionSets');
const tagText = fc.stringMatching(/^[A-Za-z0-9][-A-Za-z0-9 _.:=+@]{0,12}[A-Za-z0-9]$/);
const tags = fc.dictionary(tagText.filter(isOwn), tagText, { maxKeys: 3, noNullPrototype: true });
const key = fc.stringMatching(/^[A-Za-z0-9+/]{68}$/).map((text) => `ssh-ed25519 ${text} ops`);
const plan = fc.record({ publisher: word, offer: word, sku: word });
const version = fc.constantFrom('1.32.4', '2026.1.1', 'latest');
const image = fc.oneof(
  fc.constant(AzureImage.reference()),
  resource('Microsoft.Compute/images').map(AzureImage.fromId),
  fc
    .tuple(
      fc.record({ gallery: word, name: word, version }),
      halfOf({ owner: fc.record({ subscriptionId: guid, resourceGroup: word }), plan }),
    )
    .map(([names, rest]) => AzureImage.gallery({ ...names, ...rest })),
  fc
    .tuple(plan, version, halfOf({ thirdParty: flag }))
    .map(([names, text, rest]) => AzureImage.marketplace({ ...names, version: text, ...rest })),
);

const caching = fc.constantFrom('None', 'ReadOnly', 'ReadWrite');
const kept = fc.oneof(
  halfOf({ storageType: fc.constantFrom('StandardSSD_LRS', 'Premium_LRS'), caching }),
  fc.record({ storageType: fc.constantFrom('Premium_LRS', 'Premium_ZRS'), encryptionSetId: set }),
);
const osDisk = fc
  .tuple(
    fc.integer({ min: 64, max: 2048 }),
    fc.oneof(kept, fc.record({ ephemeral: fc.constantFrom('CacheDisk', 'ResourceDisk') })),
  )
  .map(([sizeGiB, rest]) => ({ sizeGiB, ...rest }) as AzureOsDisk);
const dataDisk = fc
  .tuple(
    fc.integer({ min: 4, max: 4000 }),
    fc.oneof(kept, fc.record({ storageType: fc.constantFrom('UltraSSD_LRS', 'PremiumV2_LRS') })),
  )
  .map(([sizeGiB, rest]) => ({ sizeGiB, ...rest }));
const dataDisks = fc
  .array(dataDisk, { minLength: 1, maxLength: 3 })
  .map((all) =>
    all.map((one, index) => ({ ...one, name: `data-${index}`, lun: index + 1 }) as AzureDataDisk),
  );
const userAssigned = fc
  .array(resource('Microsoft.ManagedIdentity/userAssignedIdentities'), {
    minLength: 1,
    maxLength: 2,
  })
  .map((ids) => AzureMachineIdentity.userAssigned(...ids));
const systemAssigned = fc.oneof(
  fc.constant(AzureMachineIdentity.systemAssigned()),
  fc
    .record({
      definitionId: resource('Microsoft.Authorization/roleDefinitions'),
      scope: set,
    })
    .map((role) => AzureMachineIdentity.systemAssigned({ role })),
);

const vmParts: PartsOf<
  Omit<Every<AzureMachineProps<TestSize>>, 'vmSize' | 'capacityReservationGroupId' | 'subnet'>
> = {
  image,
  sshPublicKey: key,
  osDisk,
  dataDisks,
  machineIdentity: fc.oneof(userAssigned, systemAssigned),
  acceleratedNetworking: flag,
  publicIp: flag,
  ipForwarding: flag,
  dnsServers: fc.constantFrom(['10.8.0.53'], ['192.0.2.53', '192.0.2.54']),
  tags,
  securityProfile: fc.oneof(
    fc.record({ encryptionAtHost: flag }),
    fc.record({
      securityType: fc.constant('TrustedLaunch' as const),
      secureBoot: flag,
      vTpm: flag,
    }),
  ),
  ultraSsd: fc.constant(true),
  bootDiagnostics: fc.constantFrom(
    AzureBootDiagnostics.managed(),
    AzureBootDiagnostics.disabled(),
    AzureBootDiagnostics.account('https://logs.blob.core.windows.net/'),
  ),
};
const { kubelet, kubeadm, readinessGates, machineNaming, kubeletExtraArgs, healthCheck, drain } =
  machineParts;
const neutralParts = {
  kubelet,
  kubeadm,
  readinessGates,
  machineNaming,
  kubeletExtraArgs,
  healthCheck,
  drain,
};

const mark: fc.Arbitrary<Partial<Pool>> = fc.oneof(
  { weight: 4, arbitrary: fc.constant({}) },
  halfOf({
    maxPrice: fc.constantFrom('0.05', '1'),
    evictionPolicy: fc.constantFrom('Delete', 'Deallocate'),
    tainted: flag,
  }).map((options) => ({
    preemptible: AzureSpot.machines(options),
    healthCheck: {},
    // Machines on a disk of the host cannot be deallocated.
    ...(options.evictionPolicy === 'Deallocate' ? { osDisk: { sizeGiB: 64 } } : {}),
  })),
  resource('Microsoft.Compute/capacityReservationGroups').map((id) => ({
    capacityReservationGroupId: id,
  })),
  fc.constant({ gpu: Gpu.nvidia({ count: 1 }) }),
);
const size: fc.Arbitrary<Partial<Pool>> = fc.oneof(
  fc.nat(9).map((replicas) => ({ replicas })),
  fc.nat(3).map((minSize) => ({ autoscale: { minSize, maxSize: minSize + 2 } })),
);
const zones = ['1', '2'];
const place: fc.Arbitrary<Partial<Pool>> = fc.oneof(
  { weight: 2, arbitrary: fc.constant({}) },
  fc.constantFrom(...zones).map((failureDomain) => ({ failureDomain })),
  fc.constant({ failureDomains: zones }),
);
const pool: fc.Arbitrary<Pool> = fc
  .tuple(
    someOf({
      ...vmParts,
      ...neutralParts,
      labels,
      taints,
      annotations,
      machineAnnotations: annotations,
      minReady: seconds,
      rollout: fc.constantFrom({ maxSurge: 2 }, { maxSurge: 0, maxUnavailable: 1 }),
    }),
    size,
    place,
    mark,
  )
  .map((parts) => Object.assign({}, ...parts));

const controlPlane: fc.Arbitrary<ControlPlane> = fc
  .tuple(
    someOf({
      ...vmParts,
      ...neutralParts,
      ...labelParts,
      audit: featureParts.audit,
      encryption: featureParts.encryption,
      tls: featureParts.tls,
      replicas: fc.constantFrom(1, 3, 5),
      apiServerExtraArgs: extraArgs,
      failureDomains: fc.constantFrom(['1'], ['1', '3'], ['1', '2', '3']),
      etcdDisk: fc.oneof(
        fc.constant(AzureEtcdDisk.none()),
        dataDisk.map((one) => AzureEtcdDisk.own(one as Partial<AzureDataDisk>)),
      ),
    }),
    userAssigned,
  )
  .map(([props, machineIdentity]) => ({ machineIdentity, ...props }));

const rule: fc.Arbitrary<Omit<AzureSecurityRule, 'name' | 'priority'>> = fc
  .tuple(
    fc.constantFrom('22', '30000-32767', '*'),
    fc.constantFrom(['*'], ['Internet'], ['198.51.100.0/24', '203.0.113.7']),
    halfOf({
      protocol: fc.constantFrom('Tcp', 'Udp', 'Icmp', '*'),
      direction: fc.constantFrom('Inbound', 'Outbound'),
      action: fc.constantFrom('Allow', 'Deny'),
      sourcePorts: fc.constantFrom('*', '1024-65535'),
      destination: fc.constantFrom('*', '10.8.0.0/24', 'VirtualNetwork'),
    }),
  )
  .map(([ports, sources, rest]) => ({ description: 'a rule', ports, sources, ...rest }));
const securityRules = fc
  .array(rule, { minLength: 1, maxLength: 3 })
  .map((all) =>
    all.map((one, index) => ({ ...one, name: `rule-${index}`, priority: 200 + index })),
  );
const subnets: fc.Arbitrary<readonly AzureManagedSubnet[]> = fc
  .tuple(
    halfOf({ securityRules }),
    halfOf({
      securityRules,
      natGateway: fc
        .tuple(word, halfOf({ publicIpName: word, zone: fc.constantFrom('1', '2', '3') }))
        .map(([name, rest]) => ({ name, ...rest })),
      serviceEndpoints: fc.constantFrom(
        ['Microsoft.Storage'],
        ['Microsoft.Storage', 'Microsoft.KeyVault'],
      ),
    }),
    flag,
  )
  .map(([first, second, isOne]) =>
    isOne
      ? [{ ...second, name: 'all', role: 'cluster', cidr: '10.8.0.0/20' }]
      : [
          {
            ...first,
            name: 'control-plane',
            role: 'control-plane',
            cidr: '10.8.0.0/20',
          },
          { ...second, name: 'nodes', role: 'node', cidr: '10.8.64.0/18' },
        ],
  );
const network = fc.oneof(
  fc
    .tuple(
      halfOf({
        name: word,
        subnets,
        peerings: fc.constantFrom([{ vnetName: 'hub', resourceGroup: 'networks' }]),
        mtu: fc.constantFrom(1_500, 3_900),
      }),
    )
    .map(([rest]) => AzureNetwork.managed({ nodeCidr: '10.8.0.0/16', ...rest })),
  fc
    .tuple(word, word, halfOf({ securityGroup: word, routeTable: word }))
    .map(([name, resourceGroup, names]) =>
      AzureNetwork.fromName(name, {
        nodeCidr: '10.8.0.0/16',
        resourceGroup,
        subnets: [{ name: 'all', role: 'cluster', cidr: '10.8.0.0/20', ...names }],
      }),
    ),
);

const minutes = fc.integer({ min: 4, max: 30 });
const outbound: fc.Arbitrary<AzureOutbound> = halfOf({
  addresses: fc.integer({ min: 1, max: 16 }),
  idleTimeoutMinutes: minutes,
  name: word,
});
const endpointParts = {
  name: word,
  idleTimeoutMinutes: minutes,
  additionalPorts: fc.constantFrom([{ name: 'konnectivity', port: 8_132 }]),
};
const publicParts: PartsOf<Every<AzurePublicEndpointOptions>> = {
  ...endpointParts,
  dnsLabel: fc.stringMatching(/^[a-z][a-z0-9]{4,9}$/),
  publicIpName: word,
};
const internalParts: PartsOf<Every<AzureInternalEndpointOptions>> = {
  ...endpointParts,
  privateIp: fc.constantFrom('10.8.0.4', '10.8.1.100'),
  zones: fc.constantFrom(['1'], ['1', '2', '3']),
  privateDns: halfOf({ zoneName: fc.constant('clusters.example.org') }).map(AzurePrivateDns.system),
  outbound,
};
const endpoint = fc.oneof(
  halfOf(publicParts).map(AzureEndpoint.public),
  fc
    .tuple(outbound, halfOf(internalParts))
    .map(([way, rest]) => AzureEndpoint.internal({ outbound: way, ...rest })),
);

const identityOptions: fc.Arbitrary<AzureIdentityOptions> = fc
  .tuple(
    fc.record({ tenantId: guid, clientId: guid }),
    halfOf({
      namespace: fc.constantFrom('capz-system', 'identities'),
      namespaceSelector: fc.record({ team: word }),
    }),
  )
  .map(([ids, rest]) => ({ ...ids, ...rest }));
const identity = fc
  .tuple(identityOptions, word, fc.integer({ min: 0, max: 6 }))
  .map(([options, name, choice]) => {
    const all = [
      () => AzureIdentity.fromName(name),
      () => AzureIdentity.workload(name, options),
      () => AzureIdentity.managed(name, options),
      () => AzureIdentity.servicePrincipal(name, { ...options, secretName: 'azure' }),
      () => AzureIdentity.servicePrincipalCertificate(name, { ...options, secretName: 'azure' }),
      () => AzureIdentity.certificateFile(name, { ...options, path: '/azure.pem' }),
      () => AzureIdentity.credentialsFile(name, { ...options, path: '/azure', cloudType: 'china' }),
    ];
    return (all[choice] ?? all[0])?.() as AzureIdentity;
  });

/** Random programs of one cluster on Azure, most of them legal. */
export const randomAzureProgram: fc.Arbitrary<RandomAzureProgram> = fc.record({
  cluster: fc
    .tuple(
      halfOf({
        image,
        sshPublicKey: key,
        identity,
        resourceGroup: word,
        endpoint,
        nodeOutbound: outbound,
        tags,
        cni: fc.constantFrom(Cni.calico({ encapsulation: 'vxlan' }), Cni.cilium()),
      }),
      network,
      halfOf({
        bastion: halfOf({
          sku: fc.constant('Standard' as const),
          enableTunneling: fc.constant(false),
        }).map((rest) => ({ cidr: '10.8.32.0/26', ...rest })),
      }),
    )
    .map(([props, own, bastion]) => ({
      ...props,
      network: own,
      ...(own.model.subnets.some(({ cidr }) => cidr === '10.8.0.0/20') ? bastion : {}),
    })),
  controlPlane,
  pools: fc.array(pool, { maxLength: 2 }),
});

/** Tells whether a key is one that no object has by itself. */
function isOwn(text: string): boolean {
  return !(text in {});
}
