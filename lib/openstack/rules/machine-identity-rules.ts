import type { Rule } from '../../base/rule';
import { providerOf } from '../../cluster/model/profile';
import { objectNameFinding } from '../../cluster/rules/names';
import { entryFinding, identityVersionFinding, reservedFinding } from './credential-findings';
import type { MachineSubject } from './subjects';

const IDENTITY = 'CAPO@v0.14.7:api/v1beta1/identity_types.go';

/** Rules on the credentials of machines. */
export const MACHINE_IDENTITY_RULES: readonly Rule<MachineSubject>[] = [
  {
    id: 'machine-identity-entry',
    reason: 'A clouds.yaml can have several entries, and the provider uses only the named one.',
    source: IDENTITY,
    check({ machine: { path, identity } }, refuse) {
      const finding = identity && entryFinding(identity.cloudName);
      if (finding !== undefined) refuse({ path, prop: 'identity.cloudName' }, finding);
    },
  },
  {
    id: 'machine-identity-name',
    reason:
      'The object with the credentials must have a valid name, and must not be one that Cluster API writes.',
    source: IDENTITY,
    check({ cluster, machine: { path, identity } }, refuse) {
      if (identity === undefined) return;
      const { kind, name } = identity;
      const prop = kind === 'secret' ? 'identity.secretName' : 'identity.identityName';
      const finding = objectNameFinding(name);
      if (finding !== undefined) refuse({ path, prop }, finding);
      if (kind !== 'secret') return;
      const reserved = reservedFinding(cluster.name, name, 'machines-cloud-config');
      if (reserved !== undefined) refuse({ path, prop }, reserved);
    },
  },
  {
    id: 'machine-identity-version',
    reason:
      'Older providers do not support OpenStackClusterIdentity, and look for a Secret with its name.',
    source: 'CAPO@v0.14.7:docs/book/src/topics/openstack-cluster-identity.md',
    check({ cluster, machine: { path, identity } }, refuse) {
      if (identity?.kind !== 'clusterIdentity') return;
      const factory = 'MachineIdentity.fromSecret';
      const finding = identityVersionFinding(providerOf(cluster), identity.name, factory);
      if (finding !== undefined) refuse({ path, prop: 'identity' }, finding);
    },
  },
];
