import { leaveOut, write } from '../fix';
import { compareMinors } from '../model/profile';
import { IDENTITY_SINCE } from './credential-rules';
import { objectNameFinding, RESERVED_SECRETS } from './names';
import type { Rule } from './rule';
import type { MachineSubject } from './subjects';
import { quotedList } from './words';

const IDENTITY = 'CAPO@v0.14.7:api/v1beta1/identity_types.go';

/** Rules on the credentials of machines. */
export const MACHINE_IDENTITY_RULES: readonly Rule<MachineSubject>[] = [
  {
    id: 'machine-identity-entry',
    reason: 'A clouds.yaml may have several entries, and the provider takes the one that is named.',
    source: IDENTITY,
    check({ machine: { path, identity } }, refuse) {
      if (identity === undefined || identity.cloudName.trim() !== '') return;
      refuse(
        { path, prop: 'identity.cloudName' },
        {
          given: identity.cloudName,
          allowed: 'the name of an entry in clouds.yaml',
          fix: leaveOut({ ends: ' to have "openstack"' }),
        },
      );
    },
  },
  {
    id: 'machine-identity-name',
    reason:
      'Credentials are in an object of a name that Kubernetes takes, and in none that Cluster API writes.',
    source: IDENTITY,
    check({ cluster, machine: { path, identity } }, refuse) {
      if (identity === undefined) return;
      const { kind, name } = identity;
      const prop = kind === 'secret' ? 'identity.secretName' : 'identity.identityName';
      const finding = objectNameFinding(name);
      if (finding !== undefined) refuse({ path, prop }, finding);
      const taken = [...RESERVED_SECRETS].map((suffix) => `${cluster.name}-${suffix}`);
      if (kind !== 'secret' || !taken.includes(name)) return;
      refuse(
        { path, prop },
        {
          given: name,
          allowed: `a name other than ${quotedList(taken)}`,
          fix: write(`${cluster.name}-machines-cloud-config`, { begins: 'name the Secret' }),
        },
      );
    },
  },
  {
    id: 'machine-identity-version',
    reason:
      'Older providers do not know OpenStackClusterIdentity and look for a Secret of its name.',
    source: 'CAPO@v0.14.7:docs/book/src/topics/openstack-cluster-identity.md',
    check({ cluster: { profile }, machine: { path, identity } }, refuse) {
      if (identity?.kind !== 'clusterIdentity') return;
      if (compareMinors(profile.openStackProvider, IDENTITY_SINCE) >= 0) return;
      refuse(
        { path, prop: 'identity' },
        {
          given: `cluster identity ${identity.name}`,
          allowed: `a Secret with OpenStack provider ${profile.openStackProvider}; a cluster identity from ${IDENTITY_SINCE} on`,
          fix: "write MachineIdentity.fromSecret('…'), or use Providers.stable('1.13')",
        },
      );
    },
  },
];
