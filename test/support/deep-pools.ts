import { Cni } from '../../lib/addons/model/cni';
import { Gpu } from '../../lib/cluster/model/gpu';
import type { VersionProfile } from '../../lib/cluster/model/profile';
import { WINDOWS_TAINT } from '../../lib/cluster/model/windows';
import type { PortModel } from '../../lib/openstack/model/port';
import { Preemptible } from '../../lib/openstack/model/preemptible';
import { clusterModel, poolModel } from './models';
import type { AssembledCluster } from './openstack-cluster';

const STORAGE = { filter: { name: 'storage' } };
const HEALTH_CHECK = {
  nodeStartupTimeoutSeconds: 600,
  unhealthyConditions: [{ type: 'Ready', status: 'Unknown', timeoutSeconds: 300 }],
  maxUnhealthy: '100%',
} as const;
const PORTS: readonly PortModel[] = [
  { fixedIPs: [], securityGroups: [], allowedAddressPairs: [{ ipAddress: '10.9.0.0/24' }] },
  {
    network: STORAGE,
    fixedIPs: [{ subnet: STORAGE }],
    securityGroups: [],
    nameSuffix: 'storage',
    description: 'to the store',
    tags: ['storage'],
    trunk: true,
    vnicType: 'direct',
    profile: { ovsHWOffload: true, trustedVF: true },
    enablePortSecurity: false,
    propagateUplinkStatus: true,
    valueSpecs: { 'binding:vif': 'x' },
  },
];

/** Cluster whose pools say everything that a pool may say. */
export function deepPools(profile: VersionProfile): AssembledCluster {
  const gpu = Gpu.nvidia({ accelerator: 'a100' }).model;
  const preemptible = Preemptible.byTag('preemptible').model;
  return clusterModel({
    profile,
    cni: Cni.calico({ encapsulation: 'vxlan' }).model,
    pools: [
      poolModel({
        name: 'gpu',
        size: 'g1.gpu',
        gpu,
        taints: [{ key: gpu.type, value: 'present', effect: 'NoSchedule' }],
        autoscale: {
          minSize: 0,
          maxSize: 5,
          scaleDownUtilizationThreshold: 0.5,
          scaleDownGpuUtilizationThreshold: 0,
          scaleDownUnneededSeconds: 60,
          scaleDownUnreadySeconds: 60,
          maxNodeProvisionSeconds: 900,
        },
        failureDomains: ['az1', 'az2'],
        healthCheck: HEALTH_CHECK,
      }),
      poolModel({
        name: 'spot',
        preemptible,
        tags: preemptible.tags,
        healthCheck: HEALTH_CHECK,
        schedulerHints: { spread: true, weight: 2, cell: 'a' },
      }),
      poolModel({
        name: 'storage',
        additionalBlockDevices: [
          { name: 'scratch', sizeGiB: 5, storage: { kind: 'local' } },
          {
            name: 'data',
            sizeGiB: 9,
            storage: { kind: 'volume', type: 'ssd', availabilityZone: 'a' },
          },
          { name: 'logs', sizeGiB: 9, storage: { kind: 'volume', availabilityZone: 'machine' } },
          { name: 'rest', sizeGiB: 9, storage: { kind: 'volume' } },
        ],
        ports: PORTS,
        kubelet: {
          maxPods: 60,
          podPidsLimit: 4096,
          kubeReserved: { cpu: '500m', memory: '1Gi', ephemeralStorage: '2Gi', pid: 1000 },
          evictionHard: { 'memory.available': '5%', 'nodefs.available': '10%' },
          evictionSoft: { 'memory.available': { threshold: '10%', graceSeconds: 90 } },
          evictionMaxPodGraceSeconds: 60,
        },
      }),
      poolModel({
        name: 'win',
        os: 'windows',
        image: { filter: { name: 'windows-2022' } },
        taints: [WINDOWS_TAINT],
        configDrive: true,
        autoscale: { minSize: 0, maxSize: 2 },
      }),
    ],
    drainRules: [
      { path: 'mothership/demo/all', name: 'all', behavior: { kind: 'drain', order: 5 } },
      {
        path: 'mothership/demo/jobs',
        name: 'jobs',
        behavior: { kind: 'waitCompleted' },
        pools: ['gpu', 'spot'],
        pods: [
          { selector: { matchLabels: { kind: 'job' } } },
          {
            selector: { matchExpressions: [{ key: 'kind', operator: 'Exists' }] },
            namespaceSelector: { matchLabels: { 'kubernetes.io/metadata.name': 'batch' } },
          },
        ],
      },
    ],
  });
}
