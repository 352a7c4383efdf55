import assert from 'node:assert/strict';
import { ApiObject, Duration, JsonPatch } from 'cdk8s';
import {
  BlockDevice,
  Cni,
  Gpu,
  KubeadmPatch,
  MachineImage,
  NetworkLookup,
  NodePool,
  type NodePoolProps,
  Preemptible,
} from '../../constructs/index';
import type { OpenStackCloud } from '../../constructs/openstack/open-stack-cloud';
import { assertHolds } from '../support/assert-holds';
import { at, findObject, type TestFlavor, testFleet } from '../support/fleets';

type PropRow = readonly [
  keyof NodePoolProps,
  Partial<NodePoolProps<OpenStackCloud<TestFlavor>>>,
  string,
  string,
  unknown,
];

const ANNOTATIONS = 'metadata.annotations';
const REGISTERED_TAINTS = 'spec.template.spec.joinConfiguration.nodeRegistration.taints';
const WINDOWS = { os: 'windows', image: MachineImage.fromName('windows-2022') } as const;
const ROWS: readonly PropRow[] = [
  ['flavor', { flavor: 'large' }, 'OpenStackMachineTemplate', 'spec.template.spec.flavor', 'large'],
  ['replicas', { replicas: 0 }, 'MachineDeployment', 'spec.replicas', 0],
  [
    'autoscale',
    { autoscale: { minSize: 0, maxSize: 4 } },
    'MachineDeployment',
    'spec.replicas',
    undefined,
  ],
  [
    'autoscale',
    {
      autoscale: {
        minSize: 0,
        maxSize: 4,
        scaleDownUnneededTime: Duration.minutes(5),
        scaleDownUnreadyTime: Duration.minutes(6),
        maxNodeProvisionTime: Duration.minutes(7),
        scaleDownUtilizationThreshold: 0.6,
      },
    },
    'MachineDeployment',
    ANNOTATIONS,
    {
      'cluster.x-k8s.io/autoscaling-options-scaledownunneededtime': '5m0s',
      'cluster.x-k8s.io/autoscaling-options-scaledownunreadytime': '6m0s',
      'cluster.x-k8s.io/autoscaling-options-maxnodeprovisiontime': '7m0s',
      'cluster.x-k8s.io/autoscaling-options-scaledownutilizationthreshold': '0.6',
    },
  ],
  [
    'kubernetesVersion',
    { kubernetesVersion: '1.31.2' },
    'MachineDeployment',
    'spec.template.spec.version',
    'v1.31.2',
  ],
  [
    'failureDomain',
    { failureDomain: 'az1' },
    'MachineDeployment',
    'spec.template.spec.failureDomain',
    'az1',
  ],
  [
    'image',
    { image: MachineImage.fromId('6a0f1f1e-0d0c-4b0a-9a53-7a6a2f6c7b11') },
    'OpenStackMachineTemplate',
    'spec.template.spec.image',
    { id: '6a0f1f1e-0d0c-4b0a-9a53-7a6a2f6c7b11' },
  ],
  [
    'sshKeyName',
    { sshKeyName: 'ops' },
    'OpenStackMachineTemplate',
    'spec.template.spec.sshKeyName',
    'ops',
  ],
  [
    'rootVolume',
    { rootVolume: { sizeGiB: 50, type: 'ssd' } },
    'OpenStackMachineTemplate',
    'spec.template.spec.rootVolume',
    { sizeGiB: 50, type: 'ssd' },
  ],
  [
    'additionalBlockDevices',
    {
      additionalBlockDevices: [
        BlockDevice.local('scratch', { sizeGiB: 5 }),
        BlockDevice.volume('data', { sizeGiB: 20, type: 'ssd' }),
      ],
    },
    'OpenStackMachineTemplate',
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
    'OpenStackMachineTemplate',
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
    'OpenStackMachineTemplate',
    'spec.template.spec.schedulerHintAdditionalProperties',
    [{ name: 'rack', value: { type: 'String', string: 'r1' } }],
  ],
  [
    'kubelet',
    {
      kubelet: {
        evictionSoft: {
          'memory.available': { threshold: '1Gi', gracePeriod: Duration.minutes(2) },
        },
        evictionMaxPodGracePeriod: Duration.minutes(1),
      },
    },
    'KubeadmConfigTemplate',
    'spec.template.spec.joinConfiguration.nodeRegistration.kubeletExtraArgs',
    [
      { name: 'cloud-provider', value: 'external' },
      { name: 'eviction-max-pod-grace-period', value: '60' },
      { name: 'eviction-soft', value: 'memory.available<1Gi' },
      { name: 'eviction-soft-grace-period', value: 'memory.available=120s' },
      { name: 'provider-id', value: "openstack:///'{{ instance_id }}'" },
    ],
  ],
  [
    'serverGroup',
    { serverGroup: NetworkLookup.fromName('apart') },
    'OpenStackMachineTemplate',
    'spec.template.spec.serverGroup',
    { filter: { name: 'apart' } },
  ],
  [
    'securityGroups',
    { securityGroups: [NetworkLookup.fromTags('ssh')] },
    'OpenStackMachineTemplate',
    'spec.template.spec.securityGroups',
    [{ filter: { tags: ['ssh'] } }],
  ],
  ['tags', { tags: ['team-a'] }, 'OpenStackMachineTemplate', 'spec.template.spec.tags', ['team-a']],
  [
    'serverMetadata',
    { serverMetadata: { rack: 'r1' } },
    'OpenStackMachineTemplate',
    'spec.template.spec.serverMetadata',
    [{ key: 'rack', value: 'r1' }],
  ],
  [
    'configDrive',
    { configDrive: false },
    'OpenStackMachineTemplate',
    'spec.template.spec.configDrive',
    false,
  ],
  [
    'deletionOrder',
    { deletionOrder: 'Oldest' },
    'MachineDeployment',
    'spec.deletion.order',
    'Oldest',
  ],
  [
    'minReady',
    { minReady: Duration.minutes(1) },
    'MachineDeployment',
    'spec.template.spec.minReadySeconds',
    60,
  ],
  [
    'drain',
    { drain: { nodeDrainTimeout: Duration.minutes(5) } },
    'MachineDeployment',
    'spec.template.spec.deletion.nodeDrainTimeoutSeconds',
    300,
  ],
  [
    'rollout',
    { rollout: { maxSurge: 0, maxUnavailable: '20%' } },
    'MachineDeployment',
    'spec.rollout.strategy.rollingUpdate',
    { maxSurge: 0, maxUnavailable: '20%' },
  ],
  [
    'healthCheck',
    { healthCheck: { maxUnhealthy: 2 } },
    'MachineHealthCheck',
    'spec.remediation.triggerIf.unhealthyLessThanOrEqualTo',
    2,
  ],
  [
    'labels',
    { labels: { 'node.cluster.x-k8s.io/tier': 'a' } },
    'MachineDeployment',
    'spec.template.metadata.labels',
    { 'node.cluster.x-k8s.io/tier': 'a' },
  ],
  [
    'taints',
    { taints: [{ key: 'gpu', effect: 'NoSchedule' }] },
    'KubeadmConfigTemplate',
    'spec.template.spec.joinConfiguration.nodeRegistration.taints',
    [{ key: 'gpu', effect: 'NoSchedule' }],
  ],
  [
    'annotations',
    { annotations: { 'example.com/team': 'a' } },
    'MachineDeployment',
    ANNOTATIONS,
    { 'example.com/team': 'a' },
  ],
  [
    'preemptible',
    { preemptible: Preemptible.byTag('preemptible'), tags: ['own'], healthCheck: {} },
    'OpenStackMachineTemplate',
    'spec.template.spec.tags',
    ['own', 'preemptible'],
  ],
  [
    'preemptible',
    {
      preemptible: Preemptible.byMetadata({ kind: 'spot', price: 'low' }),
      serverMetadata: { price: 'none' },
      healthCheck: {},
    },
    'OpenStackMachineTemplate',
    'spec.template.spec.serverMetadata',
    [
      { key: 'kind', value: 'spot' },
      { key: 'price', value: 'none' },
    ],
  ],
  [
    'preemptible',
    { preemptible: Preemptible.bySchedulerHints({ spot: true }), healthCheck: {} },
    'OpenStackMachineTemplate',
    'spec.template.spec.schedulerHintAdditionalProperties',
    [{ name: 'spot', value: { type: 'Bool', bool: true } }],
  ],
  [
    'preemptible',
    { preemptible: Preemptible.byFlavor(), healthCheck: {} },
    'KubeadmConfigTemplate',
    REGISTERED_TAINTS,
    [{ key: 'node.cluster.x-k8s.io/preemptible', value: 'true', effect: 'NoSchedule' }],
  ],
  [
    'preemptible',
    { preemptible: Preemptible.byFlavor({ tainted: false }), healthCheck: {} },
    'MachineDeployment',
    'spec.template.metadata.labels',
    { 'node.cluster.x-k8s.io/preemptible': 'true' },
  ],
  [
    'patches',
    { patches: [KubeadmPatch.merge('kubeletconfiguration', { maxOpenFiles: 5000 })] },
    'KubeadmConfigTemplate',
    'spec.template.spec.joinConfiguration.patches',
    { directory: '/etc/kubernetes/patches' },
  ],
  ['os', WINDOWS, 'OpenStackMachineTemplate', 'spec.template.spec.configDrive', true],
  [
    'os',
    { ...WINDOWS, configDrive: false },
    'OpenStackMachineTemplate',
    'spec.template.spec.configDrive',
    false,
  ],
  [
    'os',
    WINDOWS,
    'KubeadmConfigTemplate',
    REGISTERED_TAINTS,
    [{ key: 'os', value: 'windows', effect: 'NoSchedule' }],
  ],
  [
    'gpu',
    { gpu: Gpu.nvidia({ accelerator: 'a100', count: 1 }) },
    'KubeadmConfigTemplate',
    'spec.template.spec.joinConfiguration.nodeRegistration',
    {
      kubeletExtraArgs: [
        { name: 'cloud-provider', value: 'external' },
        { name: 'node-labels', value: 'cluster-api/accelerator=a100,nvidia.com/gpu.present=true' },
        { name: 'provider-id', value: "openstack:///'{{ instance_id }}'" },
      ],
      taints: [{ key: 'nvidia.com/gpu', value: 'present', effect: 'NoSchedule' }],
    },
  ],
  [
    'gpu',
    {
      gpu: Gpu.amd({ count: 2 }),
      autoscale: { minSize: 0, maxSize: 1 },
      taints: [{ key: 'amd.com/gpu', value: 'own', effect: 'NoSchedule' }],
      labels: { 'node-role.kubernetes.io/gpu': 'own' },
    },
    'MachineDeployment',
    ANNOTATIONS,
    {
      'capacity.cluster-autoscaler.kubernetes.io/gpu-count': '2',
      'capacity.cluster-autoscaler.kubernetes.io/gpu-type': 'amd.com/gpu',
      'capacity.cluster-autoscaler.kubernetes.io/labels':
        'amd.com/gpu.present=true,cluster-api/accelerator=amd.com,node-role.kubernetes.io/gpu=own',
      'capacity.cluster-autoscaler.kubernetes.io/taints': 'amd.com/gpu=own:NoSchedule',
    },
  ],
  [
    'gpu',
    { gpu: Gpu.ofType('gpu.intel.com/i915', { count: 1, tainted: false }) },
    'MachineDeployment',
    'spec.template.metadata.labels',
    { 'node-role.kubernetes.io/gpu': '' },
  ],
  [
    'capacity',
    { autoscale: { minSize: 0, maxSize: 1 }, capacity: { memory: '3Gi' } },
    'MachineDeployment',
    ANNOTATIONS,
    { 'capacity.cluster-autoscaler.kubernetes.io/memory': '3Gi' },
  ],
];

describe('NodePool', () => {
  for (const [prop, props, kind, path, expected] of ROWS) {
    it(`brings ${prop} to ${kind} ${path}`, () => {
      const cluster = testFleet().cluster('prod', { cni: Cni.calico({ encapsulation: 'vxlan' }) });
      cluster.addNodePool('workers', { flavor: 'small', ...props });

      const object = findObject(cluster.toJson(), kind, 'prod-workers');
      assertHolds(at(object, path), expected);
    });
  }

  it('has a MachineDeployment of equal shape in each of its zones', () => {
    const cluster = testFleet().cluster();
    const pool = cluster.addNodePool('workers', {
      flavor: 'small',
      replicas: 3,
      failureDomains: ['az1', 'az2'],
      healthCheck: {},
    });
    pool.machineDeploymentIn('az2').addJsonPatch(JsonPatch.add('/spec/paused', true));
    pool.machineHealthCheckIn('az1')?.metadata.addLabel('example.com/owner', 'ops');

    const objects = cluster.toJson();
    const deployments = objects.filter(({ kind }) => kind === 'MachineDeployment');
    const place = 'spec.template.spec.infrastructureRef.name';
    assert.deepEqual(
      deployments.map((object) => [
        object.metadata.name,
        at(object, 'spec.replicas'),
        at(object, 'spec.paused'),
      ]),
      [
        ['prod-workers-az1', 2, undefined],
        ['prod-workers-az2', 1, true],
      ],
    );
    assert.equal(new Set(deployments.map((object) => at(object, place))).size, 1);
    assert.deepEqual(
      objects
        .filter(({ kind }) => kind === 'MachineHealthCheck')
        .map(({ metadata }) => [metadata.name, metadata.labels?.['example.com/owner']]),
      [
        ['prod-workers-az1', 'ops'],
        ['prod-workers-az2', undefined],
      ],
    );
  });

  it('says how to reach what it has in each zone', () => {
    const pool = testFleet()
      .cluster()
      .addNodePool('workers', {
        flavor: 'small',
        failureDomains: ['az1'],
        healthCheck: {},
      });

    assert.throws(() => pool.machineDeployment, /use machineDeploymentIn\(zone\)/);
    assert.throws(() => pool.machineHealthCheck, /use machineHealthCheckIn\(zone\)/);
    assert.throws(
      () => pool.machineDeploymentIn('az2'),
      /mothership\/prod\/workers: the pool does not span the zone "az2"/,
    );
  });

  it('joins its kubelet arguments to the derived ones', () => {
    const cluster = testFleet().cluster();
    cluster.addNodePool('workers', { flavor: 'small', kubeletExtraArgs: { 'max-pods': '50' } });

    const template = findObject(cluster.toJson(), 'KubeadmConfigTemplate');
    const args = at(
      template,
      'spec.template.spec.joinConfiguration.nodeRegistration.kubeletExtraArgs',
    );
    assert.ok(Array.isArray(args));
    assert.deepEqual(
      args.map((arg) => arg.name),
      ['cloud-provider', 'max-pods', 'provider-id'],
    );
  });

  it('is the same as a class of its own', () => {
    const one = testFleet().cluster();
    const other = testFleet().cluster();

    one.addNodePool('workers', { flavor: 'small', replicas: 2 });
    new NodePool(other, 'workers', { flavor: 'small', replicas: 2 });

    assert.deepEqual(one.toJson(), other.toJson());
  });

  it('takes labels and taints later, whatever the order', () => {
    const cluster = testFleet().cluster();
    const pool = cluster.addNodePool('workers', {
      flavor: 'small',
      autoscale: { minSize: 0, maxSize: 1 },
    });

    pool.addTaint({ key: 'gpu', effect: 'NoSchedule' });
    pool.addLabel('example.com/tier', 'a');

    const annotations = pool.machineDeployment.toJson().metadata.annotations;
    assert.equal(
      annotations['capacity.cluster-autoscaler.kubernetes.io/taints'],
      'gpu=:NoSchedule',
    );
    assert.equal(
      annotations['capacity.cluster-autoscaler.kubernetes.io/labels'],
      'example.com/tier=a',
    );
  });

  it('refuses another value for a label', () => {
    const cluster = testFleet().cluster();
    const pool = cluster.addNodePool('workers', { flavor: 'small', labels: { tier: 'a' } });
    pool.addLabel('tier', 'b');
    pool.addLabel('tier', 'a');

    assert.throws(() => cluster.render(), {
      message: `mothership/prod/workers: labels["tier"] is "b"
  allowed: "a", the value that it already has
  fix: write "a", or leave one of the two out`,
    });
  });

  it('refuses durations of less than a second', () => {
    const cluster = testFleet().cluster();
    cluster.addNodePool('workers', {
      flavor: 'small',
      minReady: Duration.millis(1500),
      healthCheck: { nodeStartupTimeout: Duration.millis(60_001) },
      drain: { nodeDrainTimeout: Duration.millis(1) },
    });

    assert.throws(() => cluster.render(), {
      message: `mothership/prod/workers: minReady is "1.5 seconds"
  allowed: a duration of whole seconds
  fix: write Duration.seconds(2)
mothership/prod/workers: healthCheck.nodeStartupTimeout is "60.001 seconds"
  allowed: a duration of 0, or of at least 30 whole seconds
  fix: write Duration.seconds(61), or leave it out to use 10 minutes
mothership/prod/workers: drain.nodeDrainTimeout is "0.001 seconds"
  allowed: a duration of whole seconds
  fix: write Duration.seconds(1)`,
    });
  });

  it('is reached by ApiObject.of, and patched', () => {
    const cluster = testFleet().cluster();
    const pool = cluster.addNodePool('workers', { flavor: 'small', replicas: 1 });

    ApiObject.of(pool).addJsonPatch(JsonPatch.add('/spec/paused', true));
    pool.machineDeployment.metadata.addLabel('example.com/owner', 'ops');

    const deployment = findObject(cluster.toJson(), 'MachineDeployment');
    assert.equal(at(deployment, 'spec.paused'), true);
    assert.equal(deployment.metadata.labels?.['example.com/owner'], 'ops');
  });

  it('names a template anew when a patch changes it', () => {
    const names = [false, true].map((patched) => {
      const cluster = testFleet().cluster();
      const pool = cluster.addNodePool('workers', { flavor: 'small', replicas: 1 });
      if (patched)
        pool.machineTemplate.addJsonPatch(JsonPatch.replace('/spec/template/spec/flavor', 'other'));
      const objects = cluster.toJson();
      const { name } = findObject(objects, 'OpenStackMachineTemplate', 'prod-workers').metadata;
      const deployment = findObject(objects, 'MachineDeployment');
      assert.equal(at(deployment, 'spec.template.spec.infrastructureRef.name'), name);
      return name;
    });

    assert.notEqual(names[0], names[1]);
  });
});
