import { leaveOut, nameIt, write } from '../../base/fix';
import type { Rule } from '../../base/rule';
import { refuseSizeNumbers } from '../../cluster/rules/size-numbers';
import type { HetznerCloudModel } from '../model/cloud';
import { API } from './sources';

/** Server types with Ampere CPUs, the only ones with arm64. */
const ARM_TYPE = /^cax\d/;
const TYPE_NAME = /^[a-z]+\d+[a-z\d-]*$/;

/** Rules for a project. */
export const HETZNER_CLOUD_RULES: readonly Rule<HetznerCloudModel>[] = [
  {
    id: 'hcloud-type-name',
    reason: 'Hetzner has no server types with names of another form.',
    source: API,
    check({ path, sizes }, refuse) {
      for (const name of Object.keys(sizes)) {
        if (TYPE_NAME.test(name)) continue;
        const better = name.trim().toLowerCase();
        refuse(
          { path, prop: 'serverTypes' },
          {
            given: name,
            allowed: 'the name of a server type: lower-case letters and digits, such as "cpx32"',
            fix: TYPE_NAME.test(better)
              ? nameIt(better)
              : 'write a name that `hcloud server-type list` prints',
          },
        );
      }
    },
  },
  {
    id: 'hcloud-type-architecture',
    reason:
      'The provider selects images by the architecture of the server type, and pods for the other one do not start.',
    source: API,
    check({ path, sizes }, refuse) {
      for (const [name, { architecture }] of Object.entries(sizes)) {
        const wanted = ARM_TYPE.test(name) ? 'arm64' : 'amd64';
        const said = architecture ?? 'amd64';
        if (!TYPE_NAME.test(name) || said === wanted) continue;
        refuse(
          { path, prop: `serverTypes[${JSON.stringify(name)}].architecture` },
          {
            given: architecture,
            allowed: `"${wanted}", the architecture of ${name}`,
            fix: write(wanted),
          },
        );
      }
    },
  },
  {
    id: 'hcloud-type-size',
    reason: 'The autoscaler estimates the capacity of new nodes from the server type.',
    source: 'CA@cluster-autoscaler-1.36.1:cluster-autoscaler/cloudprovider/clusterapi/README.md',
    check(cloud, refuse) {
      refuseSizeNumbers(cloud, 'serverTypes', refuse);
    },
  },
  {
    id: 'hcloud-type-regions',
    reason: 'No server can be created with a server type that is not available in any region.',
    source: API,
    check({ path, sizes }, refuse) {
      for (const [name, { regions }] of Object.entries(sizes)) {
        if (regions === undefined || regions.length > 0) continue;
        refuse(
          { path, prop: `serverTypes[${JSON.stringify(name)}].regions` },
          { given: regions, allowed: 'at least one region', fix: leaveOut() },
        );
      }
    },
  },
];
