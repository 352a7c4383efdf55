import { poolModel } from '../../../../support/models';
import type { AssembledPool } from '../../../../support/openstack-cluster';
import { cluster, onCloud, type RuleCase, withPool } from '../../../assembly/rule-case';

/** Examples of rules on what nodes offer. */
export const CAPACITY_CASES: readonly RuleCase[] = [
  {
    rule: 'capacity-without-autoscale',
    broken: withPool({ capacity: { cpu: '2' } }),
    sound: capacity({ cpu: '2' }),
    says: `mothership/demo/workers: capacity is {"cpu":"2"}
  allowed: a capacity only together with autoscale
  fix: leave capacity out, or set autoscale instead of replicas`,
  },
  {
    rule: 'capacity-cpu',
    broken: capacity({ cpu: '5' }),
    sound: capacity({ cpu: '3500m' }),
    says: `mothership/demo/workers: capacity.cpu is "5"
  allowed: CPUs such as "2" or "1500m", at most the 4 of m1.k8s-worker
  fix: write "4", or leave it out`,
  },
  {
    rule: 'capacity-memory',
    broken: capacity({ memory: '8Gi' }),
    sound: capacity({ memory: '7Gi' }),
    says: `mothership/demo/workers: capacity.memory is "8Gi"
  allowed: a quantity of at most 7800Mi, which a node of m1.k8s-worker offers
  fix: write "7800Mi", or leave it out`,
  },
  {
    rule: 'capacity-memory',
    broken: capacity({ memory: 'much' }),
    says: `mothership/demo/workers: capacity.memory is "much"
  allowed: a quantity of at most 7800Mi, which a node of m1.k8s-worker offers
  fix: write "7800Mi", or leave it out`,
  },
  {
    rule: 'capacity-memory',
    broken: roomy('7613Mi'),
    sound: roomy('7612Mi'),
    says: `mothership/demo/workers: capacity.memory is "7613Mi"
  allowed: a quantity of at most 7612Mi, which a node of roomy offers
  fix: write "7612Mi", or leave it out`,
  },
  {
    rule: 'capacity-disk',
    broken: capacity({ ephemeralDisk: '30 GB' }),
    sound: capacity({ ephemeralDisk: '25Gi' }),
    says: `mothership/demo/workers: capacity.ephemeralDisk is "30 GB"
  allowed: a quantity such as "25Gi"
  fix: leave it out`,
  },
  {
    rule: 'capacity-max-pods',
    broken: capacity({ maxPods: 0 }),
    sound: capacity({ maxPods: 50 }),
    says: `mothership/demo/workers: capacity.maxPods is 0
  allowed: an integer of 1 or more
  fix: leave it out to use 110`,
  },
  {
    rule: 'capacity-max-pods',
    broken: capacity({ maxPods: 50 }, { kubeletExtraArgs: { 'max-pods': '30' } }),
    sound: capacity({ maxPods: 30 }, { kubeletExtraArgs: { 'max-pods': '30' } }),
    says: `mothership/demo/workers: capacity.maxPods is 50
  allowed: 30, as in kubeletExtraArgs
  fix: leave it out`,
  },
  {
    rule: 'capacity-gpu',
    broken: capacity({ gpuCount: 1 }),
    sound: capacity({ gpuCount: 1, gpuType: 'nvidia.com/gpu' }),
    says: `mothership/demo/workers: capacity.gpuType is missing
  allowed: a resource name with its domain, together with gpuCount
  fix: write gpuType: "nvidia.com/gpu"`,
  },
  {
    rule: 'capacity-gpu',
    broken: capacity({ gpuType: 'gpu' }),
    sound: capacity({ gpuCount: 2 }, { size: 'g1.gpu' }),
    says: `mothership/demo/workers: capacity.gpuType is "gpu"
  allowed: a resource name with its domain, such as "nvidia.com/gpu"
  fix: write "nvidia.com/gpu"
mothership/demo/workers: capacity.gpuCount is missing
  allowed: a number, together with gpuType
  fix: write gpuCount: 1`,
  },
  {
    rule: 'capacity-gpu',
    broken: capacity({ gpuCount: 0 }, { size: 'g1.gpu' }),
    says: `mothership/demo/workers: capacity.gpuCount is 0
  allowed: an integer of 1 or more
  fix: write 1`,
  },
  {
    rule: 'capacity-cpu',
    broken: capacity({ cpu: '0' }),
    sound: capacity({ cpu: '4' }),
    says: `mothership/demo/workers: capacity.cpu is "0"
  allowed: CPUs such as "2" or "1500m", at most the 4 of m1.k8s-worker
  fix: write "4", or leave it out`,
  },
  {
    rule: 'capacity-cpu',
    broken: capacity({ cpu: '4001m' }),
    says: `mothership/demo/workers: capacity.cpu is "4001m"
  allowed: CPUs such as "2" or "1500m", at most the 4 of m1.k8s-worker
  fix: write "4", or leave it out`,
  },
  {
    rule: 'capacity-memory',
    broken: capacity({ memory: '0' }),
    says: `mothership/demo/workers: capacity.memory is "0"
  allowed: a quantity of at most 7800Mi, which a node of m1.k8s-worker offers
  fix: write "7800Mi", or leave it out`,
  },
];

function capacity(props: AssembledPool['capacity'], pool: Partial<AssembledPool> = {}) {
  return withPool({ autoscale: { minSize: 0, maxSize: 2 }, capacity: props, ...pool });
}

/** Pool of a flavor that offers 7,612 MiB to the byte. */
function roomy(memory: string) {
  const { sizes: flavors } = cluster().cloud;
  const pool = poolModel({
    size: 'roomy',
    autoscale: { minSize: 0, maxSize: 2 },
    capacity: { memory },
  });
  return onCloud(
    { sizes: { ...flavors, roomy: { cpus: 4, memory: '8000Mi', disk: '30Gi' } } },
    { pools: [pool] },
  );
}
