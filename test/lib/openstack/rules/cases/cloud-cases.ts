import type { Flavor } from '../../../../../lib/openstack/model/cloud';
import { onCloud, type RuleCase } from '../../../assembly/rule-case';

const FLAVOR: Flavor = { cpus: 4, memory: '8Gi', disk: '30Gi' };

/** Examples of rules on clouds. */
export const CLOUD_CASES: readonly RuleCase[] = [
  {
    rule: 'cloud-ovn-name',
    broken: onCloud({ loadBalancerProvider: 'Ovn' }),
    sound: onCloud({ loadBalancerProvider: 'ovn' }),
    says: `homelab: loadBalancerProvider is "Ovn"
  allowed: the name as Octavia spells it
  fix: write "ovn"`,
  },
  {
    rule: 'flavor-cpus',
    broken: withFlavor({ cpus: 0.5 }),
    sound: withFlavor({ cpus: 1 }),
    says: `homelab: flavors["odd"].cpus is 0.5
  allowed: an integer of 1 or more
  fix: write the vCPUs of the flavor`,
  },
  {
    rule: 'flavor-memory',
    broken: withFlavor({ memory: '8G' }),
    sound: withFlavor({ memory: '512Mi' }),
    says: `homelab: flavors["odd"].memory is "8G"
  allowed: a whole number of MiB, such as "8Gi" or "512Mi"
  fix: write "8Gi"`,
  },
  {
    rule: 'flavor-memory',
    broken: withFlavor({ memory: '8 GiB' }),
    says: `homelab: flavors["odd"].memory is "8 GiB"
  allowed: a whole number of MiB, such as "8Gi" or "512Mi"
  fix: write "8Gi"`,
  },
  {
    rule: 'flavor-memory',
    broken: withFlavor({ memory: '8192' }),
    says: `homelab: flavors["odd"].memory is "8192"
  allowed: a whole number of MiB, such as "8Gi" or "512Mi"
  fix: write "8192Mi"`,
  },
  {
    rule: 'flavor-memory',
    broken: withFlavor({ memory: 'much' }),
    says: `homelab: flavors["odd"].memory is "much"
  allowed: a whole number of MiB, such as "8Gi" or "512Mi"
  fix: write the RAM of the flavor, such as "8Gi"`,
  },
  {
    rule: 'flavor-disk',
    broken: withFlavor({ disk: '30G' }),
    sound: withFlavor({ disk: '0' }),
    says: `homelab: flavors["odd"].disk is "30G"
  allowed: a whole number of GiB, such as "30Gi" or "0Gi"
  fix: write "30Gi"`,
  },
  {
    rule: 'flavor-gpu',
    broken: withFlavor({ gpu: { type: 'nvidia', count: 0 } }),
    sound: withFlavor({ gpu: { type: 'amd.com/gpu', count: 2 } }),
    says: `homelab: flavors["odd"].gpu.type is "nvidia"
  allowed: a resource name with its domain, such as "nvidia.com/gpu"
  fix: write "nvidia.com/gpu"
homelab: flavors["odd"].gpu.count is 0
  allowed: an integer of 1 or more
  fix: write the number of GPUs of the flavor, or leave gpu out if it has none`,
  },
  {
    rule: 'flavor-memory',
    broken: withFlavor({ memory: '0Mi' }),
    sound: withFlavor({ memory: '1Mi' }),
    says: `homelab: flavors["odd"].memory is "0Mi"
  allowed: a whole number of MiB, such as "8Gi" or "512Mi"
  fix: write the RAM of the flavor, such as "8Gi"`,
  },
];

function withFlavor(props: Partial<Flavor>) {
  return onCloud({
    sizes: { 'm1.k8s-master': FLAVOR, 'm1.k8s-worker': FLAVOR, odd: { ...FLAVOR, ...props } },
  });
}
