import fc from 'fast-check';
import {
  type AwsAccount,
  type AwsBastion,
  AwsEndpoint,
  AwsIdentity,
  AwsImage,
  AwsLookup,
  type AwsMachineProps,
  type AwsManagedEndpointOptions,
  AwsNetwork,
  AwsSecurityGroups,
  Cni,
  type ControlPlaneProps,
  type DataVolume,
  type EbsVolume,
  Gpu,
  type NodePoolProps,
  RulePeer,
  type SecurityGroupRule,
  Spot,
} from '../../../constructs/index';
import type { AwsOverrides, TestType } from '../aws-fleets';
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

type Pool = Omit<NodePoolProps<AwsAccount<TestType>>, 'instanceType'>;
type ControlPlane = Omit<ControlPlaneProps<AwsAccount<TestType>>, 'instanceType'>;

/** Program of one cluster on AWS with pools, legal or not. */
export interface RandomAwsProgram {
  readonly cluster: Omit<AwsOverrides, 'controlPlane'>;
  readonly controlPlane: ControlPlane;
  readonly pools: readonly Pool[];
}

const digits = fc.stringMatching(/^[0-9a-f]{17}$/);
const id = (prefix: string) => digits.map((rest) => `${prefix}-${rest}`);
const range = fc.constantFrom('192.0.2.0/24', '198.51.100.7', '203.0.113.0/28', '0.0.0.0/0');
const ranges = fc.uniqueArray(range, { minLength: 1, maxLength: 3 });
const tagText = fc.stringMatching(/^[A-Za-z0-9][-A-Za-z0-9 _.:/=+@]{0,12}[A-Za-z0-9]$/);
const tags = fc.dictionary(tagText.filter(isOwn), tagText, { maxKeys: 3, noNullPrototype: true });
const keyName = fc.stringMatching(/^[A-Za-z][-\w ]{0,10}[a-z]$/);
const image = fc.oneof(
  id('ami').map(AwsImage.fromId),
  halfOf({
    org: fc.constant('123456789012'),
    baseOs: fc.constantFrom('ubuntu-24.04', 'flatcar-stable'),
    format: fc.constant('own-{{.BaseOS}}-{{.K8sVersion}}-*'),
  }).map(AwsImage.lookup),
);
const lookup = (prefix: string) =>
  fc.oneof(
    id(prefix).map(AwsLookup.fromId),
    fc.record({ role: word }).map(AwsLookup.fromTags),
    word.map((value) => AwsLookup.matching({ name: 'tag-key', values: [value] })),
  );

const volume: fc.Arbitrary<EbsVolume> = fc
  .tuple(
    fc.integer({ min: 8, max: 2000 }),
    fc.oneof(
      fc.constantFrom({}, { type: 'gp2' }, { encrypted: false }),
      fc.record({ type: fc.constantFrom('io1', 'io2'), iops: fc.integer({ min: 100, max: 9000 }) }),
      fc.record({
        type: fc.constant('gp3'),
        iops: fc.integer({ min: 3000, max: 9000 }),
        throughput: fc.integer({ min: 125, max: 1000 }),
      }),
      word.map((key) => ({ encrypted: true, encryptionKey: `alias/${key}` })),
    ),
  )
  .map(([sizeGiB, rest]) => ({ sizeGiB, ...rest }) as EbsVolume);
const dataVolumes: fc.Arbitrary<readonly DataVolume[]> = fc
  .array(volume, { minLength: 1, maxLength: 3 })
  .map((all) => all.map((one, index) => ({ ...one, deviceName: `/dev/sd${'bcd'[index]}` })));

const instanceParts: PartsOf<
  Omit<Every<AwsMachineProps<TestType>>, 'instanceType' | 'capacityReservation'>
> = {
  image,
  sshKeyName: keyName,
  rootVolume: volume.map((one) => ({ ...one, sizeGiB: one.sizeGiB + 40 })),
  dataVolumes,
  instanceProfile: word,
  instanceMetadata: halfOf({
    tokens: fc.constantFrom('required', 'optional'),
    hopLimit: fc.integer({ min: 1, max: 64 }),
  }),
  securityGroups: fc.array(lookup('sg'), { minLength: 1, maxLength: 2 }),
  subnet: lookup('subnet'),
  publicIp: flag,
  tags,
  placementGroup: fc
    .tuple(word, halfOf({ partition: fc.integer({ min: 1, max: 7 }) }))
    .map(([name, rest]) => ({ name, ...rest })),
  dedicated: flag,
  efa: flag,
  userDataStore: fc.constantFrom('secrets-manager', 'ssm-parameter-store', 'user-data'),
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

const zones = ['eu-central-1a', 'eu-central-1b'];
const mark: fc.Arbitrary<Partial<Pool>> = fc.oneof(
  { weight: 4, arbitrary: fc.constant({}) },
  halfOf({ maxPrice: fc.constantFrom('0.05', '1'), tainted: flag }).map((options) => ({
    preemptible: Spot.instances(options),
    healthCheck: {},
  })),
  id('cr').chain((one) =>
    halfOf({ capacityBlock: flag }).map((rest) => ({ capacityReservation: { id: one, ...rest } })),
  ),
  fc.constant({ gpu: Gpu.nvidia({ count: 1 }) }),
);
const size: fc.Arbitrary<Partial<Pool>> = fc.oneof(
  fc.nat(9).map((replicas) => ({ replicas })),
  fc.nat(3).map((minSize) => ({ autoscale: { minSize, maxSize: minSize + 2 } })),
);
const place: fc.Arbitrary<Partial<Pool>> = fc.oneof(
  { weight: 2, arbitrary: fc.constant({}) },
  fc.constantFrom(...zones).map((failureDomain) => ({ failureDomain })),
  fc.constant({ failureDomains: zones }),
);
const pool: fc.Arbitrary<Pool> = fc
  .tuple(
    someOf({
      ...instanceParts,
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

const controlPlane: fc.Arbitrary<ControlPlane> = someOf({
  ...instanceParts,
  ...neutralParts,
  ...labelParts,
  audit: featureParts.audit,
  encryption: featureParts.encryption,
  tls: featureParts.tls,
  replicas: fc.constantFrom(1, 3, 5),
  apiServerExtraArgs: extraArgs,
});

const rule: fc.Arbitrary<SecurityGroupRule> = fc
  .tuple(
    fc.constantFrom('allNodes', 'controlPlane'),
    fc.constantFrom(
      { protocol: 'tcp', ports: 9100 },
      { protocol: 'udp', ports: [4000, 4010] },
      { protocol: 'tcp' },
      { protocol: 'esp' },
      {},
    ),
    fc.oneof(
      range.map(RulePeer.cidr),
      id('sg').map(RulePeer.group),
      fc
        .subarray(['controlplane', 'worker'] as const, { minLength: 1 })
        .map((groups) => RulePeer.groups(...groups)),
    ),
  )
  .map(([scope, what, from]) => ({ name: 'own', scope, ...what, from }) as SecurityGroupRule);
const securityGroups = fc.oneof(
  {
    weight: 3,
    arbitrary: fc.tuple(fc.array(rule, { maxLength: 3 }), halfOf({ nodePortCidrs: ranges })),
  }.arbitrary.map(([rules, rest]) =>
    AwsSecurityGroups.managed({
      rules: rules.map((one, index) => ({ ...one, name: `own-${index}` })),
      ...rest,
    }),
  ),
  fc
    .record({
      controlPlane: id('sg'),
      nodes: id('sg'),
      apiServerLoadBalancer: id('sg'),
      loadBalancers: id('sg'),
    })
    .map(AwsSecurityGroups.fromIds),
);

const endpoint = fc.oneof(
  {
    weight: 4,
    arbitrary: halfOf<Every<AwsManagedEndpointOptions>>({
      scheme: fc.constantFrom('internet-facing', 'internal'),
      name: word.map((text) => `a${text}z`),
      allowedCidrs: ranges,
      additionalPorts: fc.constantFrom([8443], [22_623, 8443]),
      subnetIds: fc.uniqueArray(id('subnet'), { minLength: 1, maxLength: 2 }),
      securityGroupIds: fc.uniqueArray(id('sg'), { minLength: 1, maxLength: 2 }),
      crossZone: flag,
      preserveClientIp: flag,
      healthCheck: halfOf({
        intervalSeconds: fc.integer({ min: 10, max: 300 }),
        timeoutSeconds: fc.integer({ min: 2, max: 9 }),
        thresholdCount: fc.integer({ min: 2, max: 10 }),
        unhealthyThresholdCount: fc.integer({ min: 2, max: 10 }),
      }),
    }).map(AwsEndpoint.managed),
  },
  fc.constantFrom(
    AwsEndpoint.external({ host: 'api.example.org' }),
    AwsEndpoint.external({ host: '203.0.113.7', port: 443 }),
  ),
);

const subnet = (name: string, cidr: string, availabilityZone: string, isPublic: boolean) => ({
  name,
  cidr,
  availabilityZone,
  public: isPublic,
});
const network = fc.oneof(
  halfOf({
    zoneLimit: fc.integer({ min: 2, max: 6 }),
    zoneSelection: fc.constantFrom('Ordered', 'Random'),
    mtu: fc.constantFrom(1500, 9001),
  }).map((rest) => AwsNetwork.managed({ nodeCidr: '10.8.0.0/16', ...rest })),
  fc.constant(
    AwsNetwork.managed({
      nodeCidr: '10.8.0.0/16',
      subnets: zones.flatMap((one, index) => [
        subnet(`edge-${index}`, `10.8.${index * 16}.0/20`, one, true),
        subnet(`nodes-${index}`, `10.8.${64 + index * 64}.0/18`, one, false),
      ]),
    }),
  ),
  fc
    .tuple(
      id('vpc'),
      halfOf({ subnetIds: fc.uniqueArray(id('subnet'), { minLength: 1, maxLength: 3 }) }),
    )
    .map(([vpc, rest]) => AwsNetwork.fromId(vpc, { nodeCidr: '10.8.0.0/16', ...rest })),
);

const identity = fc.oneof(
  word.map((name) => AwsIdentity.fromRole(name)),
  fc
    .tuple(
      word,
      halfOf({
        externalId: word.map((text) => `x-${text}`),
        durationSeconds: fc.integer({ min: 900, max: 3600 }),
      }),
    )
    .map(([name, rest]) =>
      AwsIdentity.role(name, { roleArn: `arn:aws:iam::123456789012:role/${name}`, ...rest }),
    ),
  word.map((name) => AwsIdentity.static(name, { secretName: `${name}-keys` })),
);
const bastion: fc.Arbitrary<AwsBastion> = fc
  .tuple(ranges, halfOf({ enabled: flag, instanceType: fc.constant('t3.small'), ami: id('ami') }))
  .map(([allowedCidrs, rest]) => ({ allowedCidrs, ...rest }));

const cluster = someOf({
  image,
  sshKeyName: keyName,
  identity,
  endpoint,
  network,
  securityGroups,
  bastion,
  tags,
  labels,
  annotations,
  paused: flag,
  templateNames: fc.constantFrom('hashed', 'plain'),
  cni: fc.constantFrom(
    Cni.calico({ encapsulation: 'vxlan' }),
    Cni.calico({ typha: true }),
    Cni.cilium({ wireguard: true }),
  ),
});

/** Programs on AWS of which most are legal; a prop of the provider that is new is added to the tables above. */
export const randomAwsProgram: fc.Arbitrary<RandomAwsProgram> = fc.record({
  cluster,
  controlPlane,
  pools: fc.array(pool, { maxLength: 2 }),
}) as fc.Arbitrary<RandomAwsProgram>;

/** Tells whether a tag is not one that AWS or the provider keeps for itself. */
function isOwn(key: string): boolean {
  return !/^aws:|^name$/i.test(key);
}
