import assert from 'node:assert/strict';
import { ApiObject, Duration, JsonPatch } from 'cdk8s';
import {
  AuditPolicy,
  Authentication,
  BlockDevice,
  type ControlPlaneProps,
  EncryptionAtRest,
  Etcd,
  KubeadmPatch,
  MachineImage,
  NetworkLookup,
} from '../../constructs/index';
import type { OpenStackCloud } from '../../constructs/openstack/open-stack-cloud';
import { assertHolds } from '../support/assert-holds';
import { at, findObject, type TestFlavor, testFleet } from '../support/fleets';

type PropRow = readonly [
  keyof ControlPlaneProps,
  Partial<ControlPlaneProps<OpenStackCloud<TestFlavor>>>,
  string,
  string,
  unknown,
];

const MACHINE = 'OpenStackMachineTemplate';
const SERVER = 'spec.template.spec';
const KCP = 'KubeadmControlPlane';
const CLUSTER_CONFIGURATION = 'spec.kubeadmConfigSpec.clusterConfiguration';

const VOLUME = { name: 'extra', hostPath: '/srv/extra', mountPath: '/extra' };
const GATE = { name: 'feature-gates', value: 'Some=true' };

const ROWS: readonly PropRow[] = [
  ['flavor', { flavor: 'small' }, MACHINE, `${SERVER}.flavor`, 'small'],
  [
    'image',
    { image: MachineImage.fromTags('kube', 'stable') },
    MACHINE,
    `${SERVER}.image`,
    { filter: { tags: ['kube', 'stable'] } },
  ],
  ['sshKeyName', { sshKeyName: 'ops' }, MACHINE, `${SERVER}.sshKeyName`, 'ops'],
  ['rootVolume', { rootVolume: { sizeGiB: 80 } }, MACHINE, `${SERVER}.rootVolume.sizeGiB`, 80],
  [
    'additionalBlockDevices',
    {
      additionalBlockDevices: [
        BlockDevice.local('scratch', { sizeGiB: 5 }),
        BlockDevice.volume('data', { sizeGiB: 20, type: 'ssd' }),
      ],
    },
    MACHINE,
    'spec.template.spec.additionalBlockDevices',
    [
      { name: 'scratch', sizeGiB: 5, storage: { type: 'Local' } },
      { name: 'data', sizeGiB: 20, storage: { type: 'Volume', volume: { type: 'ssd' } } },
    ],
  ],
  [
    'ports',
    {
      ports: [
        {},
        {
          network: NetworkLookup.fromName('storage'),
          fixedIPs: [{ subnet: NetworkLookup.fromName('storage-4') }],
          securityGroups: [NetworkLookup.fromName('storage')],
          vnicType: 'direct',
        },
      ],
    },
    MACHINE,
    'spec.template.spec.ports',
    [
      {},
      {
        network: { filter: { name: 'storage' } },
        fixedIPs: [{ subnet: { filter: { name: 'storage-4' } } }],
        securityGroups: [{ filter: { name: 'storage' } }],
        vnicType: 'direct',
      },
    ],
  ],
  [
    'schedulerHints',
    { schedulerHints: { rack: 'r1' } },
    MACHINE,
    'spec.template.spec.schedulerHintAdditionalProperties',
    [{ name: 'rack', value: { type: 'String', string: 'r1' } }],
  ],
  [
    'serverGroup',
    { serverGroup: NetworkLookup.fromName('apart') },
    MACHINE,
    `${SERVER}.serverGroup`,
    { filter: { name: 'apart' } },
  ],
  [
    'securityGroups',
    { securityGroups: [NetworkLookup.fromName('ssh')] },
    MACHINE,
    `${SERVER}.securityGroups`,
    [{ filter: { name: 'ssh' } }],
  ],
  ['tags', { tags: ['cp'] }, MACHINE, `${SERVER}.tags`, ['cp']],
  [
    'serverMetadata',
    { serverMetadata: { rack: '1' } },
    MACHINE,
    `${SERVER}.serverMetadata`,
    [{ key: 'rack', value: '1' }],
  ],
  ['configDrive', { configDrive: true }, MACHINE, `${SERVER}.configDrive`, true],
  ['replicas', { replicas: 1 }, KCP, 'spec.replicas', 1],
  [
    'labels',
    { labels: { 'example.com/tier': 'cp' } },
    KCP,
    'spec.machineTemplate.metadata.labels',
    { 'example.com/tier': 'cp' },
  ],
  [
    'annotations',
    { annotations: { 'example.com/a': 'b' } },
    KCP,
    'spec.machineTemplate.metadata.annotations',
    { 'example.com/a': 'b' },
  ],
  [
    'apiServerExtraArgs',
    { apiServerExtraArgs: { profiling: 'false' } },
    KCP,
    `${CLUSTER_CONFIGURATION}.apiServer.extraArgs`,
    [{ name: 'profiling', value: 'false' }],
  ],
  [
    'controllerManagerExtraArgs',
    { controllerManagerExtraArgs: { profiling: 'false' } },
    KCP,
    `${CLUSTER_CONFIGURATION}.controllerManager.extraArgs.1`,
    { name: 'profiling', value: 'false' },
  ],
  [
    'schedulerExtraArgs',
    { schedulerExtraArgs: { profiling: 'false' } },
    KCP,
    `${CLUSTER_CONFIGURATION}.scheduler.extraArgs`,
    [{ name: 'profiling', value: 'false' }],
  ],
  [
    'kubeletExtraArgs',
    { kubeletExtraArgs: { 'max-pods': '60' } },
    KCP,
    'spec.kubeadmConfigSpec.joinConfiguration.nodeRegistration.kubeletExtraArgs.1',
    { name: 'max-pods', value: '60' },
  ],
  [
    'certSANs',
    { certSANs: ['api.example.com'] },
    KCP,
    `${CLUSTER_CONFIGURATION}.apiServer.certSANs`,
    ['api.example.com'],
  ],
  [
    'apiServerExtraVolumes',
    { apiServerExtraVolumes: [VOLUME] },
    KCP,
    `${CLUSTER_CONFIGURATION}.apiServer.extraVolumes`,
    [VOLUME],
  ],
  [
    'controllerManagerExtraVolumes',
    { controllerManagerExtraVolumes: [VOLUME] },
    KCP,
    `${CLUSTER_CONFIGURATION}.controllerManager.extraVolumes`,
    [VOLUME],
  ],
  [
    'schedulerExtraVolumes',
    { schedulerExtraVolumes: [VOLUME] },
    KCP,
    `${CLUSTER_CONFIGURATION}.scheduler.extraVolumes`,
    [VOLUME],
  ],
  [
    'featureGates',
    { featureGates: { everywhere: { Some: true }, kubeadm: { Other: false } } },
    KCP,
    CLUSTER_CONFIGURATION,
    { featureGates: { Other: false }, scheduler: { extraArgs: [GATE] } },
  ],
  [
    'audit',
    { audit: { policy: AuditPolicy.metadata(), log: {} } },
    KCP,
    `${CLUSTER_CONFIGURATION}.apiServer.extraArgs.6`,
    { name: 'audit-policy-file', value: '/etc/kubernetes/audit/policy.yaml' },
  ],
  [
    'encryption',
    { encryption: EncryptionAtRest.fromSecret({ name: 'encryption', key: 'config' }) },
    KCP,
    'spec.kubeadmConfigSpec.files.0.contentFrom.secret',
    { name: 'encryption', key: 'config' },
  ],
  [
    'authentication',
    {
      authentication: Authentication.oidc({ issuerUrl: 'https://id.example', clientId: 'kube' }),
    },
    KCP,
    `${CLUSTER_CONFIGURATION}.apiServer.extraArgs.1`,
    { name: 'oidc-issuer-url', value: 'https://id.example' },
  ],
  [
    'admission',
    { admission: { enablePlugins: ['AlwaysPullImages'] } },
    KCP,
    `${CLUSTER_CONFIGURATION}.apiServer.extraArgs`,
    [{ name: 'enable-admission-plugins', value: 'AlwaysPullImages,NodeRestriction' }],
  ],
  [
    'tls',
    { tls: { minVersion: 'VersionTLS13' } },
    KCP,
    `${CLUSTER_CONFIGURATION}.scheduler.extraArgs`,
    [{ name: 'tls-min-version', value: 'VersionTLS13' }],
  ],
  [
    'etcd',
    { etcd: Etcd.external({ endpoints: ['https://etcd.example:2379'] }) },
    KCP,
    `${CLUSTER_CONFIGURATION}.etcd.external.endpoints`,
    ['https://etcd.example:2379'],
  ],
  [
    'certificates',
    { certificates: { validityDays: 90 } },
    KCP,
    `${CLUSTER_CONFIGURATION}.certificateValidityPeriodDays`,
    90,
  ],
  [
    'patches',
    { patches: [KubeadmPatch.merge('kubeletconfiguration', { maxPods: 50 })] },
    KCP,
    'spec.kubeadmConfigSpec.joinConfiguration.patches.directory',
    '/etc/kubernetes/patches',
  ],
  [
    'schedulable',
    { schedulable: true },
    KCP,
    'spec.kubeadmConfigSpec.initConfiguration.nodeRegistration.taints',
    [],
  ],
  [
    'rollout',
    { rollout: { maxSurge: 0, certificatesExpiryDays: 30, after: '2026-11-01T00:00:00Z' } },
    KCP,
    'spec.rollout',
    { after: '2026-11-01T00:00:00Z', before: { certificatesExpiryDays: 30 } },
  ],
  [
    'remediation',
    {
      healthCheck: {},
      remediation: {
        maxRetry: 5,
        retryPeriod: Duration.minutes(2),
        minHealthyPeriod: Duration.hours(2),
      },
    },
    KCP,
    'spec.remediation',
    { maxRetry: 5, retryPeriodSeconds: 120, minHealthyPeriodSeconds: 7200 },
  ],
  [
    'drain',
    {
      drain: {
        nodeDrainTimeout: Duration.minutes(5),
        nodeVolumeDetachTimeout: Duration.minutes(4),
        nodeDeletionTimeout: Duration.seconds(0),
      },
    },
    KCP,
    'spec.machineTemplate.spec.deletion',
    {
      nodeDrainTimeoutSeconds: 300,
      nodeVolumeDetachTimeoutSeconds: 240,
      nodeDeletionTimeoutSeconds: 0,
    },
  ],
  [
    'healthCheck',
    { healthCheck: { nodeStartupTimeout: Duration.minutes(20) } },
    'MachineHealthCheck',
    'spec.checks.nodeStartupTimeoutSeconds',
    1200,
  ],
  [
    'failureDomains',
    { failureDomains: ['az1', 'az2'] },
    'OpenStackCluster',
    'spec.controlPlaneAvailabilityZones',
    ['az1', 'az2'],
  ],
  [
    'omitAvailabilityZone',
    { omitAvailabilityZone: true },
    'OpenStackCluster',
    'spec.controlPlaneOmitAvailabilityZone',
    true,
  ],
];

describe('ControlPlane', () => {
  for (const [prop, props, kind, path, expected] of ROWS) {
    it(`brings ${prop} to ${kind} ${path}`, () => {
      const cluster = testFleet().cluster('prod', { controlPlane: { flavor: 'large', ...props } });

      assertHolds(at(findObject(cluster.toJson(), kind), path), expected);
    });
  }

  it('takes three machines unless told otherwise', () => {
    const objects = testFleet().cluster().toJson();

    assert.equal(at(findObject(objects, 'KubeadmControlPlane'), 'spec.replicas'), 3);
  });

  it('is reached by ApiObject.of, and patched', () => {
    const cluster = testFleet().cluster();

    ApiObject.of(cluster.controlPlane).addJsonPatch(
      JsonPatch.add('/spec/kubeadmConfigSpec/verbosity', 5),
    );

    const object = findObject(cluster.toJson(), 'KubeadmControlPlane');
    assert.equal(at(object, 'spec.kubeadmConfigSpec.verbosity'), 5);
    assert.equal(cluster.controlPlane.machineHealthCheck, undefined);
  });
});
