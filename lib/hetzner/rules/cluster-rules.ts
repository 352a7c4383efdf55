import { nameIt } from '../../base/fix';
import type { Rule } from '../../base/rule';
import { MOST_LABEL, toDnsLabel } from '../../cluster/rules/names';
import type { HetznerCluster } from '../model/cluster';
import { refuseSshKeys } from './names';
import { SERVERS } from './sources';

/** Prefix of the label by which the provider identifies the resources of a cluster. */
const LABEL = 'caph-cluster-';

/** Rules for a whole cluster. */
export const HETZNER_CLUSTER_RULES: readonly Rule<HetznerCluster>[] = [
  {
    id: 'hetzner-cluster-name',
    reason:
      'The name is part of a label on servers and load balancers in the project, and the length of labels is limited.',
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
    reason:
      'The provider cannot create a server with an SSH key that does not exist in the project.',
    source: SERVERS,
    check({ path, cloud, sshKeys }, refuse) {
      refuseSshKeys(cloud, path, sshKeys, refuse);
    },
  },
];
