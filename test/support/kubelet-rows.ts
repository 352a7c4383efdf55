import type { KubeletModel } from '../../lib/cluster/model/kubelet';

/** What of a kubelet's typed settings arrives in its arguments, by setting. */
export const KUBELET_ROWS: Readonly<
  Record<keyof KubeletModel, readonly [KubeletModel, Readonly<Record<string, string>>]>
> = {
  maxPods: [{ maxPods: 60 }, { 'max-pods': '60' }],
  podPidsLimit: [{ podPidsLimit: 4096 }, { 'pod-max-pids': '4096' }],
  kubeReserved: [
    { kubeReserved: { memory: '1Gi', cpu: '500m', pid: 1000, ephemeralStorage: '2Gi' } },
    { 'kube-reserved': 'cpu=500m,ephemeral-storage=2Gi,memory=1Gi,pid=1000' },
  ],
  systemReserved: [{ systemReserved: { cpu: '100m' } }, { 'system-reserved': 'cpu=100m' }],
  evictionHard: [
    { evictionHard: { 'nodefs.available': '10%', 'memory.available': '500Mi' } },
    { 'eviction-hard': 'memory.available<500Mi,nodefs.available<10%' },
  ],
  evictionMinimumReclaim: [
    { evictionMinimumReclaim: { 'imagefs.available': '2Gi' } },
    { 'eviction-minimum-reclaim': 'imagefs.available=2Gi' },
  ],
  evictionSoft: [
    { evictionSoft: { 'memory.available': { threshold: '1Gi', graceSeconds: 90 } } },
    {
      'eviction-soft': 'memory.available<1Gi',
      'eviction-soft-grace-period': 'memory.available=90s',
    },
  ],
  evictionMaxPodGraceSeconds: [
    { evictionMaxPodGraceSeconds: 60 },
    { 'eviction-max-pod-grace-period': '60' },
  ],
};
