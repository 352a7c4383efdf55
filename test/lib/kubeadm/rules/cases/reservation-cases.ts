import { poolModel } from '../../../../support/models';
import type { RuleCase } from '../../../assembly/rule-case';
import { cluster, onCloud, withControlPlane, withPool } from '../../../assembly/rule-case';

/** Examples of rules on what kubelets keep from pods. */
export const RESERVATION_CASES: readonly RuleCase[] = [
  {
    rule: 'kubelet-max-pods',
    broken: told('max-pods', 'abc'),
    sound: told('max-pods', '250'),
    says: `mothership/demo/workers: kubeletExtraArgs["max-pods"] is "abc"
  allowed: an integer of 1 or more, as a string
  fix: leave it out to use the default of 110, or write "110"`,
  },
  {
    rule: 'kubelet-max-pods',
    broken: withControlPlane({ kubeletExtraArgs: { 'max-pods': '-3' } }),
    says: `mothership/demo/control-plane: kubeletExtraArgs["max-pods"] is "-3"
  allowed: an integer of 1 or more, as a string
  fix: leave it out to use the default of 110, or write "110"`,
  },
  {
    rule: 'kubelet-reservation',
    broken: told('kube-reserved', 'cpu=lots,memory=1Gi'),
    sound: told('kube-reserved', 'cpu=500m, memory=1Gi,ephemeral-storage=2Gi,pid=1000'),
    says: `mothership/demo/workers: kubeletExtraArgs["kube-reserved"] is "cpu=lots"
  allowed: cpu, memory, ephemeral-storage and pid, each with an amount
  fix: write "cpu=500m,memory=1Gi"`,
  },
  {
    rule: 'kubelet-reservation',
    broken: told('system-reserved', 'disk=1Gi'),
    sound: told('system-reserved', ''),
    says: `mothership/demo/workers: kubeletExtraArgs["system-reserved"] is "disk=1Gi"
  allowed: cpu, memory, ephemeral-storage and pid, each with an amount
  fix: write "cpu=500m,memory=1Gi"`,
  },
  {
    rule: 'kubelet-eviction',
    broken: told('eviction-hard', 'memory.available<half'),
    sound: told('eviction-hard', 'memory.available<500Mi,nodefs.inodesFree<5%'),
    says: `mothership/demo/workers: kubeletExtraArgs["eviction-hard"] is "memory.available<half"
  allowed: signals such as memory.available, each with a quantity or a percentage
  fix: write "memory.available<10%"`,
  },
  {
    rule: 'kubelet-eviction',
    broken: told('eviction-hard', '500Mi'),
    says: `mothership/demo/workers: kubeletExtraArgs["eviction-hard"] is "500Mi"
  allowed: signals such as memory.available, each with a quantity or a percentage
  fix: write "memory.available<500Mi"`,
  },
  {
    rule: 'kubelet-room-for-pods',
    broken: told('kube-reserved', 'cpu=4,memory=16Gi'),
    sound: told('kube-reserved', 'cpu=3900m,memory=7Gi'),
    says: `mothership/demo/workers: kubeletExtraArgs["kube-reserved"] is "cpu=4,memory=16Gi"
  allowed: less cpu in total than a node of m1.k8s-worker has (4)
  fix: reserve less cpu, or choose a larger machine
mothership/demo/workers: kubeletExtraArgs["kube-reserved"] is "cpu=4,memory=16Gi"
  allowed: less memory in total than a node of m1.k8s-worker has (8Gi)
  fix: reserve less memory, or choose a larger machine`,
  },
  {
    rule: 'kubelet-room-for-pods',
    broken: told('eviction-hard', 'memory.available<8Gi'),
    says: `mothership/demo/workers: kubeletExtraArgs["eviction-hard"] is "memory.available<8Gi"
  allowed: less memory in total than a node of m1.k8s-worker has (8Gi)
  fix: reserve less memory, or choose a larger machine`,
  },
  {
    rule: 'kubelet-room-for-pods',
    broken: withPool({
      rootVolume: { sizeGiB: 50 },
      kubeletExtraArgs: { 'system-reserved': 'ephemeral-storage=50Gi' },
    }),
    says: `mothership/demo/workers: kubeletExtraArgs["system-reserved"] is "ephemeral-storage=50Gi"
  allowed: less ephemeral-storage in total than a node of m1.k8s-worker has (50Gi)
  fix: reserve less ephemeral-storage, or choose a larger machine`,
  },
  {
    rule: 'kubelet-max-pods',
    broken: small('-1'),
    sound: small('10'),
    says: `mothership/demo/workers: kubeletExtraArgs["max-pods"] is "-1"
  allowed: an integer of 1 or more, as a string
  fix: leave it out to use the default of 110, or write "110"`,
  },
];

function small(maxPods: string) {
  const { sizes: flavors } = cluster().cloud;
  return onCloud(
    { sizes: { ...flavors, tiny: { cpus: 1, memory: '128Mi', disk: '10Gi' } } },
    { pools: [poolModel({ size: 'tiny', kubeletExtraArgs: { 'max-pods': maxPods } })] },
  );
}

function told(name: string, value: string) {
  return withPool({ kubeletExtraArgs: { [name]: value } });
}
