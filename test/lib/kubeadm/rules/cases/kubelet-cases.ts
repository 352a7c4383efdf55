import type { KubeletModel } from '../../../../../lib/cluster/model/kubelet';
import { type RuleCase, withControlPlane, withPool } from '../../../assembly/rule-case';

/** Examples of rules on what kubelets are told in typed form. */
export const KUBELET_CASES: readonly RuleCase[] = [
  {
    rule: 'kubelet-numbers',
    broken: told({ maxPods: 0, podPidsLimit: 10.4 }),
    sound: told({ maxPods: 1, podPidsLimit: 10 }),
    says: `mothership/demo/workers: kubelet.maxPods is 0
  allowed: an integer of 1 or more
  fix: leave it out
mothership/demo/workers: kubelet.podPidsLimit is 10.4
  allowed: an integer of 1 or more
  fix: write 10`,
  },
  {
    rule: 'kubelet-amounts',
    broken: withControlPlane({
      kubelet: {
        kubeReserved: { cpu: 'lots', ephemeralStorage: 'all' },
        systemReserved: { pid: 1.5 },
      },
    }),
    sound: told({
      kubeReserved: { cpu: '1', memory: '1Gi', ephemeralStorage: '2Gi', pid: 100 },
      systemReserved: { cpu: '100m' },
    }),
    says: `mothership/demo/control-plane: kubelet.kubeReserved.cpu is "lots"
  allowed: an amount such as "500m"
  fix: write "500m", or leave it out
mothership/demo/control-plane: kubelet.kubeReserved.ephemeralStorage is "all"
  allowed: an amount such as "2Gi"
  fix: write "2Gi", or leave it out
mothership/demo/control-plane: kubelet.systemReserved.pid is 1.5
  allowed: an amount such as 1000
  fix: write 1000, or leave it out`,
  },
  {
    rule: 'kubelet-thresholds',
    broken: told({
      evictionHard: { 'memory.available': '0%' },
      evictionMinimumReclaim: { 'nodefs.available': 'some' },
      evictionSoft: { 'imagefs.available': { threshold: '', graceSeconds: 60 } },
    }),
    sound: told({
      evictionHard: { 'memory.available': '5%' },
      evictionMinimumReclaim: { 'nodefs.available': '1Gi' },
      evictionSoft: { 'imagefs.available': { threshold: '15%', graceSeconds: 60 } },
    }),
    says: `mothership/demo/workers: kubelet.evictionHard["memory.available"] is "0%"
  allowed: a quantity such as "500Mi", or a percentage above "0%" and below "100%"
  fix: write "10%", or leave it out
mothership/demo/workers: kubelet.evictionMinimumReclaim["nodefs.available"] is "some"
  allowed: a quantity such as "500Mi", or a percentage above "0%" and below "100%"
  fix: write "10%", or leave it out
mothership/demo/workers: kubelet.evictionSoft["imagefs.available"] is ""
  allowed: a quantity such as "500Mi", or a percentage above "0%" and below "100%"
  fix: write "10%", or leave it out`,
  },
  {
    rule: 'kubelet-thresholds',
    broken: told({ evictionHard: Object.fromEntries([['disk.available', '10%']]) }),
    says: `mothership/demo/workers: kubelet.evictionHard["disk.available"] is "10%"
  allowed: thresholds of "memory.available", "nodefs.available", "nodefs.inodesFree", "imagefs.available", "imagefs.inodesFree", "containerfs.available", "containerfs.inodesFree", "pid.available"
  fix: leave it out`,
  },
  {
    rule: 'kubelet-soft-eviction',
    broken: told({
      evictionSoft: { 'memory.available': { threshold: '1Gi', graceSeconds: 0 } },
      evictionMaxPodGraceSeconds: 0.5,
    }),
    sound: told({
      evictionSoft: { 'memory.available': { threshold: '1Gi', graceSeconds: 1 } },
      evictionMaxPodGraceSeconds: 0,
    }),
    says: `mothership/demo/workers: kubelet.evictionSoft["memory.available"].gracePeriod is "0 seconds"
  allowed: a duration of at least 1 second, in whole seconds
  fix: write Duration.seconds(90), or use evictionHard instead
mothership/demo/workers: kubelet.evictionMaxPodGracePeriod is "0.5 seconds"
  allowed: a duration of whole seconds
  fix: write Duration.seconds(1)`,
  },
  {
    rule: 'kubelet-said-twice',
    broken: withPool({ kubelet: { maxPods: 60 }, kubeletExtraArgs: { 'max-pods': '50' } }),
    sound: withPool({ kubelet: { maxPods: 60 }, kubeletExtraArgs: { v: '2' } }),
    says: `mothership/demo/workers: kubeletExtraArgs["max-pods"] is "50"
  allowed: arguments that kubelet.maxPods does not set
  fix: leave one of the two out`,
  },
  {
    rule: 'kubelet-room-for-pods',
    broken: told({ kubeReserved: { cpu: '4' } }),
    says: `mothership/demo/workers: kubelet.kubeReserved is "cpu=4"
  allowed: less cpu in total than a node of m1.k8s-worker has (4)
  fix: reserve less cpu, or choose a larger machine`,
  },
  {
    rule: 'capacity-max-pods',
    broken: withPool({
      autoscale: { minSize: 0, maxSize: 2 },
      kubelet: { maxPods: 60 },
      capacity: { maxPods: 50 },
    }),
    says: `mothership/demo/workers: capacity.maxPods is 50
  allowed: 60, as in kubelet
  fix: leave it out`,
  },
  {
    rule: 'kubelet-thresholds',
    broken: told({ evictionHard: { 'nodefs.inodesFree': '100%' } }),
    sound: told({ evictionHard: { 'nodefs.inodesFree': '99%' } }),
    says: `mothership/demo/workers: kubelet.evictionHard["nodefs.inodesFree"] is "100%"
  allowed: a quantity such as "500Mi", or a percentage above "0%" and below "100%"
  fix: write "10%", or leave it out`,
  },
];

function told(kubelet: KubeletModel) {
  return withPool({ kubelet });
}
