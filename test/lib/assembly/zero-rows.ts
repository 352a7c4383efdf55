import { Duration } from 'cdk8s';
import { Addon } from '../../../constructs/addons/addon';
import type { AuditProps } from '../../../constructs/audit-props';
import type { AutoscaleProps } from '../../../constructs/autoscale-props';
import type { ControlPlaneProps } from '../../../constructs/control-plane-props';
import type {
  Fleet,
  InfrastructureName,
  ManagementCluster,
  WorkloadCluster,
} from '../../../constructs/index';
import type { NodePoolProps } from '../../../constructs/node-pool-props';
import type { OpenStackCloud } from '../../../constructs/openstack/open-stack-cloud';
import { RulePeer, type SecurityGroupRule } from '../../../lib/addons/model/firewall-rule';
import { Gpu } from '../../../lib/cluster/model/gpu';
import type { KubeVipLease } from '../../../lib/cluster/model/kube-vip';
import type { NodeCapacity } from '../../../lib/cluster/model/node-pool';
import { AuditPolicy } from '../../../lib/kubeadm/model/audit-policy';
import { EncryptionAtRest } from '../../../lib/kubeadm/model/encryption';
import { Etcd, type EtcdTuning } from '../../../lib/kubeadm/model/etcd';
import { KubeProxy } from '../../../lib/kubeadm/model/kube-proxy';
import { BlockDevice } from '../../../lib/openstack/model/block-device';
import type { Flavor } from '../../../lib/openstack/model/cloud';
import { CloudCredentials } from '../../../lib/openstack/model/credentials';
import { ApiEndpoint, type LoadBalancerMonitor } from '../../../lib/openstack/model/endpoint';
import { ClusterNetwork } from '../../../lib/openstack/model/network';
import { Preemptible } from '../../../lib/openstack/model/preemptible';
import { SecurityGroups } from '../../../lib/openstack/model/security-groups';
import type { ClusterOverrides, TestFlavor } from '../../support/fleets';
import { AWS_ZERO_ROWS } from '../aws/zero-rows';
import { AZURE_ZERO_ROWS } from '../azure/zero-rows';
import { DEV_ZERO_ROWS } from '../dev/zero-rows';
import { HETZNER_ZERO_ROWS } from '../hetzner/zero-rows';
import { VSPHERE_ZERO_ROWS } from '../vsphere/zero-rows';

/** Program in which one number is zero. */
export interface ZeroProgram {
  readonly cluster?: ClusterOverrides;
  readonly pool?: Omit<NodePoolProps<OpenStackCloud<TestFlavor>>, 'flavor'>;
  readonly addon?: Addon;
  readonly drainOrder?: number;
  readonly floatingIPs?: number;
  /** Releases of Cluster API that can say it; absent for all. */
  readonly releases?: readonly string[];
  readonly flavor?: Partial<Flavor>;
  /** Cluster on a cloud of another kind, in place of all the above. */
  readonly on?: {
    readonly kind: InfrastructureName;
    readonly cluster: (management: ManagementCluster, scope: Fleet) => WorkloadCluster;
  };
}

/** What becomes of a zero. */
export type ZeroRow =
  /** A rule refuses it. */
  | (ZeroProgram & { readonly refused: string })
  /** It is in a manifest, in a field whose Go type tells zero from absent: a pointer, or a text. */
  | (ZeroProgram & { readonly lands: RegExp })
  /** It is part of another place that has a row, or is nothing that manifests have. */
  | { readonly elsewhere: string };

const NONE = Duration.seconds(0);
const NODES = { nodeCidr: '10.0.0.0/24' };
const CIDR = RulePeer.cidr('192.0.2.0/24');
const WEBHOOK = { kubeconfig: { name: 'audit', key: 'kubeconfig' } };
const SOFT = { threshold: '1Gi', gracePeriod: Duration.seconds(9) };
const SOURCE = { store: 'vault', data: { 'clouds.yaml': { key: 'clouds' } } };

/** Every number that users hand in, and what becomes of zero. */
export const ZERO_ROWS: Readonly<Record<string, ZeroRow>> = {
  ...AWS_ZERO_ROWS,
  ...AZURE_ZERO_ROWS,
  ...DEV_ZERO_ROWS,
  ...HETZNER_ZERO_ROWS,
  ...VSPHERE_ZERO_ROWS,
  'AdoptedNetworkOptions.mtu': {
    cluster: { network: ClusterNetwork.fromName('lan', { mtu: 0 }) },
    refused: 'network-mtu',
  },
  'ManagedNetworkOptions.mtu': {
    cluster: { network: ClusterNetwork.managed({ ...NODES, mtu: 0 }) },
    refused: 'network-mtu',
  },
  'ProvisionedNetworkOptions.mtu': {
    cluster: { network: ClusterNetwork.provisioned({ ...NODES, mtu: 0 }) },
    refused: 'network-mtu',
  },
  'OpenStackNetwork.mtu': { elsewhere: 'the options of ClusterNetwork' },
  'ProvisionedNetworkProps.mtu': { elsewhere: 'the options of ClusterNetwork' },
  'AuditLog.maxAgeDays': {
    ...audited({ log: { maxAgeDays: 0 } }),
    lands: argument('audit-log-maxage', '0'),
  },
  'AuditLog.maxBackups': {
    ...audited({ log: { maxBackups: 0 } }),
    lands: argument('audit-log-maxbackup', '0'),
  },
  'AuditLog.maxSizeMiB': { ...audited({ log: { maxSizeMiB: 0 } }), refused: 'audit-numbers' },
  'AuditWebhook.batchMaxSize': {
    ...audited({ webhook: { ...WEBHOOK, batchMaxSize: 0 } }),
    refused: 'audit-numbers',
  },
  'AuditWebhook.batchMaxWaitSeconds': {
    ...audited({ webhook: { ...WEBHOOK, batchMaxWaitSeconds: 0 } }),
    refused: 'audit-numbers',
  },
  'AuditWebhook.initialBackoffSeconds': {
    ...audited({ webhook: { ...WEBHOOK, initialBackoffSeconds: 0 } }),
    refused: 'audit-numbers',
  },
  'AutoscaleProps.minSize': { ...sized({ minSize: 0 }), lands: /group-min-size":"0"/ },
  'AutoscaleProps.maxSize': { ...sized({ minSize: 0, maxSize: 0 }), refused: 'autoscale-bounds' },
  'AutoscaleProps.priority': {
    ...sized({ priority: 0 }),
    addon: Addon.clusterAutoscaler({ expander: 'priority' }),
    lands: /priorities: \|\\n {4}0:/,
  },
  'AutoscaleProps.scaleDownUtilizationThreshold': {
    ...sized({ scaleDownUtilizationThreshold: 0 }),
    lands: /scaledownutilizationthreshold":"0"/,
  },
  'AutoscaleProps.scaleDownGpuUtilizationThreshold': {
    ...sized({ scaleDownGpuUtilizationThreshold: 0 }),
    lands: /scaledowngpuutilizationthreshold":"0"/,
  },
  'AutoscaleProps.scaleDownUnneededTime': {
    ...sized({ scaleDownUnneededTime: NONE }),
    lands: /scaledownunneededtime":"0s"/,
  },
  'AutoscaleProps.scaleDownUnreadyTime': {
    ...sized({ scaleDownUnreadyTime: NONE }),
    lands: /scaledownunreadytime":"0s"/,
  },
  'AutoscaleProps.maxNodeProvisionTime': {
    ...sized({ maxNodeProvisionTime: NONE }),
    lands: /maxnodeprovisiontime":"0s"/,
  },
  'AutoscaleProps.maxNodeStartupTime': {
    ...sized({ maxNodeStartupTime: NONE }),
    addon: Addon.clusterAutoscaler({ version: '1.35.0' }),
    lands: /maxnodestartuptime":"0s"/,
  },
  'BastionProps.schedulerHints': {
    cluster: { bastion: { flavor: 'small', sshKeyName: 'ops', schedulerHints: { hint: 0 } } },
    lands: /"number":0/,
  },
  'BootstrapProps.verbosity': { pool: { bootstrap: { verbosity: 0 } }, lands: /"verbosity":0/ },
  'CertificateSettings.validityDays': {
    ...controlled({ certificates: { validityDays: 0 } }),
    refused: 'certificates-validity',
  },
  'CertificateSettings.authorityValidityDays': {
    ...controlled({ certificates: { authorityValidityDays: 0 } }),
    refused: 'certificates-validity',
  },
  'CidrPlanProps.clusters': { elsewhere: 'the number of a range, of which 0 is the first' },
  'CidrPool.prefix': { elsewhere: 'the length of a range, which cidr-plan-pool looks at' },
  'CinderCsiOptions.cloudConf': {
    addon: Addon.cinderCsi({ cloudConf: { BlockStorage: { 'node-volume-attach-limit': 0 } } }),
    lands: /node-volume-attach-limit=0\\n/,
  },
  'CloudControllerManagerOptions.cloudConf': {
    addon: Addon.openStackCloudControllerManager({
      cloudConf: { LoadBalancer: { 'max-shared-lb': 0 } },
    }),
    lands: /max-shared-lb=0\\n/,
  },
  'ClusterAutoscalerOptions.scaleDownUtilizationThreshold': {
    addon: Addon.clusterAutoscaler({ scaleDownUtilizationThreshold: 0 }),
    lands: /--scale-down-utilization-threshold=0"/,
  },
  'ClusterAutoscalerOptions.scaleDownUnneededTime': {
    addon: Addon.clusterAutoscaler({ scaleDownUnneededTime: NONE }),
    lands: /--scale-down-unneeded-time=0s"/,
  },
  'ControlPlaneProps.replicas': { ...controlled({ replicas: 0 }), refused: 'odd-control-plane' },
  'ControlPlaneProps.schedulerHints': {
    ...controlled({ schedulerHints: { hint: 0 } }),
    lands: /"number":0/,
  },
  'ControlPlaneRemediationProps.maxRetry': {
    ...controlled({ healthCheck: {}, remediation: { maxRetry: 0 } }),
    lands: /"maxRetry":0/,
  },
  'ControlPlaneRemediationProps.retryPeriod': {
    ...controlled({ healthCheck: {}, remediation: { retryPeriod: NONE } }),
    lands: /"retryPeriod(Seconds":0|":"0s")/,
  },
  'ControlPlaneRemediationProps.minHealthyPeriod': {
    ...controlled({ healthCheck: {}, remediation: { minHealthyPeriod: NONE } }),
    lands: /"minHealthyPeriod(Seconds":0|":"0s")/,
  },
  'ControlPlaneRollout.maxSurge': {
    ...controlled({ rollout: { maxSurge: 0 } }),
    lands: /"rollingUpdate":\{"maxSurge":0\}/,
  },
  'ControlPlaneRollout.certificatesExpiryDays': {
    ...controlled({ rollout: { certificatesExpiryDays: 0 } }),
    refused: 'certificates-expiry-days',
  },
  'DrainBehavior.drain(order)': { drainOrder: 0, lands: /"order":0/ },
  'DrainProps.nodeDrainTimeout': {
    pool: { drain: { nodeDrainTimeout: NONE } },
    lands: /"nodeDrainTimeout(Seconds":0|":"0s")/,
  },
  'DrainProps.nodeVolumeDetachTimeout': {
    pool: { drain: { nodeVolumeDetachTimeout: NONE } },
    lands: /"nodeVolumeDetachTimeout(Seconds":0|":"0s")/,
  },
  'DrainProps.nodeDeletionTimeout': {
    pool: { drain: { nodeDeletionTimeout: NONE } },
    lands: /"nodeDeletionTimeout(Seconds":0|":"0s")/,
  },
  'EtcdBackupOptions.retentionDays': {
    elsewhere: 'the script of the backup, and etcd-backup-retention refuses it',
  },
  'EtcdDefragmentationOptions.timeout': {
    addon: Addon.etcdDefragmentation({ timeout: NONE }),
    refused: 'etcd-task-timeout',
  },
  ...etcdRows('heartbeatIntervalMs', 'electionTimeoutMs', 'quotaGiB', 'snapshotCount'),
  ...etcdRows('maxRequestMiB'),
  'ExternalEndpointOptions.port': {
    cluster: { endpoint: ApiEndpoint.external({ host: 'api.example.org', port: 0 }) },
    refused: 'endpoint-port',
  },
  'ExternalSecretOptions.refreshSeconds': {
    cluster: { credentials: CloudCredentials.fromExternalSecret({ ...SOURCE, refreshSeconds: 0 }) },
    lands: /"refreshInterval":"0s"/,
  },
  'ExternalSecretSource.refreshSeconds': { elsewhere: 'ExternalSecretOptions' },
  'Flavor.cpus': { flavor: { cpus: 0 }, refused: 'flavor-cpus' },
  'Flavor.extraDisks': { elsewhere: 'checks of disks alone, where 0 is what absent means' },
  'SizeGpu.count': {
    flavor: { gpu: { type: 'nvidia.com/gpu', count: 0 } },
    refused: 'flavor-gpu',
  },
  'FleetProps.yamlOutputType': { elsewhere: 'the writer, which knows the words of cdk8s' },
  'FloatingIPPoolProps.maxIPs': { floatingIPs: 0, refused: 'floating-ip-pool-size' },
  'GpuOptions.count': { pool: { gpu: Gpu.nvidia({ count: 0 }) }, refused: 'gpu-count' },
  'HealthCheckProps.maxUnhealthy': {
    pool: { healthCheck: { maxUnhealthy: 0 } },
    refused: 'health-check-max-unhealthy',
  },
  'HealthCheckProps.unhealthyRange': {
    pool: { healthCheck: { unhealthyRange: [0, 0] } },
    refused: 'health-check-range',
  },
  'HealthCheckProps.nodeStartupTimeout': {
    pool: { healthCheck: { nodeStartupTimeout: NONE } },
    lands: /"nodeStartupTimeout(Seconds":0|":"0s")/,
  },
  'UnhealthyCondition.timeout': {
    pool: {
      healthCheck: {
        unhealthyConditions: [{ type: 'Ready', status: 'False', timeout: NONE }],
      },
    },
    lands: /"timeout(Seconds":0|":"0s")/,
  },
  'HelmChartOptions.maxHistory': {
    addon: Addon.helmChart('web', {
      chart: 'web',
      repository: 'https://charts.example',
      version: '1.2.3',
      maxHistory: 0,
    }),
    refused: 'helm-max-history',
  },
  'HelmChartOptions.timeout': {
    addon: Addon.helmChart('web', {
      chart: 'web',
      repository: 'https://charts.example',
      version: '1.2.3',
      timeout: NONE,
    }),
    refused: 'helm-timeout',
  },
  HelmValue: {
    addon: Addon.helmChart('web', {
      chart: 'web',
      repository: 'https://charts.example',
      version: '1.2.3',
      values: { count: 0 },
    }),
    lands: /"valuesTemplate":"count: 0\\n"/,
  },
  'KmsOptions.timeoutSeconds': {
    ...controlled({
      encryption: EncryptionAtRest.kms({
        name: 'kms',
        endpoint: 'unix:///run/kms/kms.sock',
        timeoutSeconds: 0,
      }),
    }),
    refused: 'encryption-kms',
  },
  'KubeProxyConntrack.maxPerCore': {
    ...controlled({ kubeProxy: KubeProxy.with({ conntrack: { maxPerCore: 0 } }) }),
    lands: /maxPerCore: 0\\n/,
  },
  'KubeProxyConntrack.min': {
    ...controlled({ kubeProxy: KubeProxy.with({ conntrack: { min: 0 } }) }),
    lands: / min: 0\\n/,
  },
  'KubeadmTimeouts.controlPlaneComponentHealthCheck': {
    ...controlled({ kubeadm: { timeouts: { controlPlaneComponentHealthCheck: NONE } } }),
    lands: /"(timeoutForControlPlane":"0s"|controlPlaneComponentHealthCheckSeconds":0)/,
  },
  'KubeadmTimeouts.tlsBootstrap': {
    ...controlled({ kubeadm: { timeouts: { tlsBootstrap: NONE } } }),
    lands: /"(timeout":"0s"|tlsBootstrapSeconds":0)/,
  },
  ...timeoutRows('discovery', 'etcdAPICall', 'kubeletHealthCheck', 'kubernetesAPICall'),
  'KubeVipLease.durationSeconds': leased({ durationSeconds: 0 }),
  'KubeVipLease.renewDeadlineSeconds': leased({ renewDeadlineSeconds: 0 }),
  'KubeVipLease.retryPeriodSeconds': leased({ retryPeriodSeconds: 0 }),
  'VirtualIpOptions.arpIntervalMilliseconds': {
    ...virtual({ arpIntervalMilliseconds: 0 }),
    refused: 'virtual-ip-arp-interval',
  },
  'KubeletProps.maxPods': { pool: { kubelet: { maxPods: 0 } }, refused: 'kubelet-numbers' },
  'KubeletProps.podPidsLimit': {
    pool: { kubelet: { podPidsLimit: 0 } },
    refused: 'kubelet-numbers',
  },
  'KubeletProps.evictionMaxPodGracePeriod': {
    pool: {
      kubelet: { evictionSoft: { 'memory.available': SOFT }, evictionMaxPodGracePeriod: NONE },
    },
    lands: argument('eviction-max-pod-grace-period', '0'),
  },
  'SoftThreshold.gracePeriod': {
    pool: { kubelet: { evictionSoft: { 'memory.available': { ...SOFT, gracePeriod: NONE } } } },
    refused: 'kubelet-soft-eviction',
  },
  'ReservedResources.pid': {
    pool: { kubelet: { kubeReserved: { pid: 0 } } },
    lands: argument('kube-reserved', 'pid=0'),
  },
  'LoadBalancerMonitor.delaySeconds': monitored({ delaySeconds: 0 }),
  'LoadBalancerMonitor.timeoutSeconds': monitored({ timeoutSeconds: 0 }),
  'LoadBalancerMonitor.maxRetries': monitored({ maxRetries: 0 }),
  'LoadBalancerMonitor.maxRetriesDown': monitored({ maxRetriesDown: 0 }),
  'ManagedEndpointOptions.additionalPorts': {
    cluster: { endpoint: ApiEndpoint.managed({ additionalPorts: [0] }) },
    refused: 'additional-ports',
  },
  'ProvisionedLoadBalancerOptions.additionalPorts': {
    cluster: {
      endpoint: ApiEndpoint.loadBalancer({ additionalPorts: [0] }),
      network: ClusterNetwork.provisioned(NODES),
    },
    refused: 'additional-ports',
  },
  'LocalDeviceOptions.sizeGiB': {
    pool: { additionalBlockDevices: [BlockDevice.local('data', { sizeGiB: 0 })] },
    refused: 'block-device-size',
  },
  'VolumeDeviceOptions.sizeGiB': {
    pool: { additionalBlockDevices: [BlockDevice.volume('data', { sizeGiB: 0 })] },
    refused: 'block-device-size',
  },
  'RootVolume.sizeGiB': { pool: { rootVolume: { sizeGiB: 0 } }, refused: 'root-volume-size' },
  'NodeCapacity.maxPods': { ...sized({}, { maxPods: 0 }), refused: 'capacity-max-pods' },
  'NodeCapacity.gpuCount': {
    ...sized({}, { gpuType: 'nvidia.com/gpu', gpuCount: 0 }),
    refused: 'capacity-gpu',
  },
  'NodePoolProps.replicas': { pool: { replicas: 0 }, lands: /"replicas":0/ },
  'NodePoolProps.schedulerHints': {
    pool: { schedulerHints: { hint: 0 } },
    lands: /"number":0/,
  },
  'NodePoolProps.minReady': { pool: { minReady: NONE }, lands: /"minReadySeconds":0/ },
  'PoolRemediation.maxInFlight': {
    pool: { healthCheck: {}, remediation: { maxInFlight: 0 } },
    refused: 'pool-max-in-flight',
  },
  'PoolRollout.maxSurge': {
    pool: { rollout: { maxSurge: 0, maxUnavailable: 1 } },
    lands: /"maxSurge":0,"maxUnavailable":1/,
  },
  'PoolRollout.maxUnavailable': {
    pool: { rollout: { maxUnavailable: 0 } },
    lands: /"maxUnavailable":0/,
  },
  'Preemptible.bySchedulerHints(schedulerHints)': {
    pool: { healthCheck: {}, preemptible: Preemptible.bySchedulerHints({ spot: 0 }) },
    lands: /"number":0/,
  },
  'SecurityGroupRule.ports': walled({ protocol: 'icmp', ports: [8, 0] }),
  'WorkloadClusterProps.apiServerPort': {
    cluster: { apiServerPort: 0 },
    refused: 'api-server-port',
  },
};

function argument(name: string, value: string): RegExp {
  return new RegExp(`"${name}"(,"value")?:"${value}"|"value":"${value}","name":"${name}"`);
}

function controlled(
  props: Omit<ControlPlaneProps<OpenStackCloud<TestFlavor>>, 'flavor'>,
): ZeroProgram {
  return { cluster: { controlPlane: { flavor: 'large', ...props } } };
}

function audited(props: Omit<AuditProps, 'policy'>): ZeroProgram {
  return controlled({ audit: { policy: AuditPolicy.metadata(), ...props } });
}

function sized(autoscale: Partial<AutoscaleProps>, capacity?: NodeCapacity): ZeroProgram {
  const bounds = { minSize: 1, maxSize: 3, ...autoscale };
  return { pool: { autoscale: bounds, ...(capacity && { capacity }) } };
}

/** Timeouts that only newer versions of the API have. */
function timeoutRows(
  ...names: readonly ('discovery' | 'etcdAPICall' | 'kubeletHealthCheck' | 'kubernetesAPICall')[]
): Readonly<Record<string, ZeroRow>> {
  return Object.fromEntries(
    names.map((name) => [
      `KubeadmTimeouts.${name}`,
      {
        ...controlled({ kubeadm: { timeouts: { [name]: NONE } } }),
        releases: ['1.14'],
        lands: new RegExp(`"${name}Seconds":0`),
      },
    ]),
  );
}

function etcdRows(...props: readonly (keyof EtcdTuning)[]): Readonly<Record<string, ZeroRow>> {
  return Object.fromEntries(
    props.map((prop) => [
      `EtcdTuning.${prop}`,
      { ...controlled({ etcd: Etcd.local({ tuning: { [prop]: 0 } }) }), refused: 'etcd-tuning' },
    ]),
  );
}

function virtual(options: Parameters<typeof ApiEndpoint.virtualIp>[0]): ZeroProgram {
  const endpoint = ApiEndpoint.virtualIp({ address: '10.0.0.9', ...options });
  return { cluster: { endpoint, network: ClusterNetwork.provisioned(NODES) } };
}

function leased(lease: KubeVipLease): ZeroRow {
  return { ...virtual({ lease }), refused: 'virtual-ip-lease' };
}

function monitored(monitor: LoadBalancerMonitor): ZeroRow {
  return { cluster: { endpoint: ApiEndpoint.managed({ monitor }) }, refused: 'monitor-numbers' };
}

function walled(rule: Pick<SecurityGroupRule, 'protocol' | 'ports'>): ZeroRow {
  const rules = [{ name: 'own', from: CIDR, ...rule }];
  return {
    cluster: { securityGroups: SecurityGroups.managed({ rules }) },
    refused: 'security-rule-ports',
  };
}
