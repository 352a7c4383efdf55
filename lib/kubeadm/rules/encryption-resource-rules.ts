import { type Fix, leaveOut, write } from '../../base/fix';
import type { Rule } from '../../base/rule';
import type { EncryptionModel } from '../model/encryption';
import type { ControlPlaneSubject } from './subjects';

const ALL = '*.*';
const EVENTS_GROUP = 'events.k8s.io';
const GONE_GROUP = 'extensions';
/** Internal resources that the API server stores in etcd and never encrypts. */
const NO_OBJECTS = ['apiserveripinfo', 'serviceipallocations', 'servicenodeportallocations'];
const VALIDATION =
  'kubernetes/apiserver@v0.32.0:pkg/apis/apiserver/validation/validation_encryption.go';

/** Rules on which resources are encrypted, for well-formed names. */
export const ENCRYPTION_RESOURCE_RULES: readonly Rule<ControlPlaneSubject>[] = [
  {
    id: 'encryption-resource-overlap',
    reason:
      'The API server does not start with overlapping resources, because the second one would never apply.',
    source: VALIDATION,
    check({ controlPlane: { path, encryption } }, refuse) {
      const resources = resourcesOf(encryption);
      resources.forEach((resource, index) => {
        const earlier = resources.slice(0, index).find((other) => overlap(resource, other));
        if (earlier === undefined) return;
        const fix =
          resource === earlier
            ? leaveOut({ begins: 'leave one of the two out' })
            : `leave out ${JSON.stringify(covers(resource, earlier) ? earlier : resource)}`;
        refuse(
          { path, prop: `encryption.resources[${index}]` },
          {
            given: resource,
            allowed: `resources that do not overlap with ${JSON.stringify(earlier)}`,
            fix,
          },
        );
      });
    },
  },
  {
    id: 'encryption-resource-stored',
    reason:
      'The API server does not start with a resource that has no objects or is stored in another group.',
    source: VALIDATION,
    check({ controlPlane: { path, encryption } }, refuse) {
      resourcesOf(encryption).forEach((resource, index) => {
        const fix = fixOf(resource);
        if (fix === undefined) return;
        refuse(
          { path, prop: `encryption.resources[${index}]` },
          { given: resource, allowed: 'resources with the group in which they are stored', fix },
        );
      });
    },
  },
];

function resourcesOf(encryption: EncryptionModel | undefined): readonly string[] {
  return encryption === undefined || encryption.kind === 'secret' ? [] : encryption.resources;
}

function overlap(one: string, other: string): boolean {
  return one === other || covers(one, other) || covers(other, one);
}

/** Tells whether a wildcard covers another resource. */
function covers(wildcard: string, resource: string): boolean {
  if (wildcard === ALL) return true;
  return wildcard.startsWith('*.') && groupOf(wildcard) === groupOf(resource);
}

function fixOf(resource: string): Fix | undefined {
  if (NO_OBJECTS.includes(resource)) return leaveOut();
  const group = groupOf(resource);
  if (group === EVENTS_GROUP) return write('events');
  return group === GONE_GROUP
    ? 'write its current group, as in "ingresses.networking.k8s.io"'
    : undefined;
}

function groupOf(resource: string): string {
  const dot = String(resource).indexOf('.');
  return dot < 0 ? '' : resource.slice(dot + 1);
}
