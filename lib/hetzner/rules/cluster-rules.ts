import { nameIt } from '../../base/fix';
import type { Rule } from '../../base/rule';
import { MOST_LABEL, toDnsLabel } from '../../cluster/rules/names';
import type { HetznerCluster } from '../model/cluster';
import { refuseSshKeys } from './names';
import { SERVERS } from './sources';

/** Beginning of the label by which the provider tells what is of a cluster. */
const LABEL = 'caph-cluster-';

/** Rules on a cluster as a whole. */
export const HETZNER_CLUSTER_RULES: readonly Rule<HetznerCluster>[] = [
  {
    id: 'hetzner-cluster-name',
    reason: 'The name is a part of the label that servers and load balancers have in the project.',
    source: 'CAPH@v1.1.8:api/v1beta1/tags.go',
    check({ path, name }, refuse) {
      const most = MOST_LABEL - LABEL.length;
      if (name.length <= most || name.length > MOST_LABEL) return;
      refuse(
        { path, prop: 'name' },
        {
          given: name,
          allowed: `at most ${most} characters, so that "${LABEL}<name>" has at most ${MOST_LABEL}`,
          fix: nameIt(toDnsLabel(name, most) ?? 'cluster'),
        },
      );
    },
  },
  {
    id: 'hetzner-ssh-keys',
    reason: 'The provider makes no server with an SSH key that the project does not have.',
    source: SERVERS,
    check({ path, cloud, sshKeys }, refuse) {
      refuseSshKeys(cloud, path, sshKeys, refuse);
    },
  },
];
