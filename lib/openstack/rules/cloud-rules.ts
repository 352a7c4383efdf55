import { suchAs, write } from '../../base/fix';
import { GIBIBYTE, MEBIBYTE, tryParseBytes } from '../../base/quantity';
import type { Refuse, Rule } from '../../base/rule';
import { integerWords, isWholeNumber } from '../../base/words';
import { binaryFix } from '../../cluster/rules/binary-quantity';
import { isResourceName } from '../../cluster/rules/names';
import type { Flavor, OpenStackCloudModel } from '../model/cloud';
import { ovnNameFinding } from './ovn';

const NOVA_FLAVORS = 'openstack/nova@master:nova/api/openstack/compute/schemas/flavors.py';
const CAPACITY =
  'CA@cluster-autoscaler-1.36.1:cluster-autoscaler/cloudprovider/clusterapi/README.md';

/** Rules on a single cloud. */
export const CLOUD_RULES: readonly Rule<OpenStackCloudModel>[] = [
  {
    id: 'cloud-ovn-name',
    reason: 'Cloud controllers and Octavia compare the name of the driver case-sensitively.',
    source: 'CPO@HEAD:pkg/openstack/loadbalancer.go',
    check({ path, loadBalancerProvider }, refuse) {
      const finding = ovnNameFinding(loadBalancerProvider);
      if (finding !== undefined) refuse({ path, prop: 'loadBalancerProvider' }, finding);
    },
  },
  flavorRule(
    'flavor-cpus',
    'Nova counts vCPUs as integers.',
    NOVA_FLAVORS,
    ({ cpus }, path, prop, refuse) => {
      if (isWholeNumber(cpus, 1)) return;
      refuse(
        { path, prop: `${prop}.cpus` },
        { given: cpus, allowed: integerWords(cpus, 1), fix: 'write the vCPUs of the flavor' },
      );
    },
  ),
  flavorRule(
    'flavor-memory',
    'Nova counts memory in MiB; 8G is less than the 8Gi that such a flavor has.',
    NOVA_FLAVORS,
    ({ memory }, path, prop, refuse) => {
      const bytes = tryParseBytes(memory);
      if (bytes !== undefined && bytes > 0 && bytes % MEBIBYTE === 0) return;
      refuse(
        { path, prop: `${prop}.memory` },
        {
          given: memory,
          allowed: 'a whole number of MiB, such as "8Gi" or "512Mi"',
          fix: binaryFix(memory, 'Mi', suchAs('8Gi', 'the RAM of the flavor')),
        },
      );
    },
  ),
  flavorRule(
    'flavor-disk',
    'Nova counts disks in GiB, with 0 for a flavor without a disk.',
    NOVA_FLAVORS,
    ({ disk }, path, prop, refuse) => {
      const bytes = tryParseBytes(disk);
      if (bytes !== undefined && bytes % GIBIBYTE === 0) return;
      refuse(
        { path, prop: `${prop}.disk` },
        {
          given: disk,
          allowed: 'a whole number of GiB, such as "30Gi" or "0Gi"',
          fix: binaryFix(disk, 'Gi', suchAs('30Gi', 'the disk of the flavor')),
        },
      );
    },
  ),
  flavorRule(
    'flavor-gpu',
    'The autoscaler counts GPUs by the resource name of their device plugin.',
    CAPACITY,
    ({ gpu }, path, prop, refuse) => {
      if (gpu === undefined) return;
      if (!isResourceName(gpu.type)) {
        refuse(
          { path, prop: `${prop}.gpu.type` },
          {
            given: gpu.type,
            allowed: 'a resource name with its domain, such as "nvidia.com/gpu"',
            fix: /amd/i.test(gpu.type) ? write('amd.com/gpu') : write('nvidia.com/gpu'),
          },
        );
      }
      if (isWholeNumber(gpu.count, 1)) return;
      refuse(
        { path, prop: `${prop}.gpu.count` },
        {
          given: gpu.count,
          allowed: integerWords(gpu.count, 1),
          fix: 'write the number of GPUs of the flavor, or leave gpu out if it has none',
        },
      );
    },
  ),
];

function flavorRule(
  id: string,
  reason: string,
  source: string,
  check: (flavor: Flavor, path: string, prop: string, refuse: Refuse) => void,
): Rule<OpenStackCloudModel> {
  return {
    id,
    reason,
    source,
    check({ path, sizes: flavors }, refuse) {
      for (const [name, flavor] of Object.entries(flavors)) {
        check(flavor, path, `flavors[${JSON.stringify(name)}]`, refuse);
      }
    },
  };
}
