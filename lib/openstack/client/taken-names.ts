import type { Finding } from '../../base/errors';
import type { PlannedResource, ResourceKind } from '../plan/plan';
import type { CloudObject } from './cloud-client';
import { idOf } from './cloud-search';

/** Object with a planned name that is not in the stack. */
export interface TakenObject {
  readonly resource: PlannedResource;
  readonly object: CloudObject;
}

/** Maximum number of objects in a message, because longer messages are truncated. */
const MOST = 2;

/** Commands that delete an unused object with everything that belongs to it. */
const DELETIONS: Readonly<Partial<Record<ResourceKind, string>>> = {
  loadBalancer: 'openstack loadbalancer delete --cascade',
  network: 'openstack network delete',
  router: 'openstack router delete',
  securityGroup: 'openstack security group delete',
  serverGroup: 'openstack server group delete',
  keyPair: 'openstack keypair delete',
  port: 'openstack port delete',
  floatingIP: 'openstack floating ip delete',
  applicationCredential: 'openstack application credential delete',
};

/** Creates the finding for objects with planned names, of a cluster or of the cloud itself. */
export function takenFinding(
  taken: readonly TakenObject[],
  cluster: string | undefined,
  cloud: string,
): Finding {
  const few = taken.slice(0, MOST).map(({ resource: { kind, args }, object }) => {
    const name = typeof args.name === 'string' ? `${args.name} ` : '';
    return `${kind} ${name}(${idOf(object)})`;
  });
  const more = taken.length > MOST ? [`${taken.length - MOST} more`] : [];
  const chosen = cluster === undefined ? `--cloud ${cloud}` : `--cluster ${cluster}`;
  const takeOver =
    `capi-fleet import ${chosen} --json PROGRAM > import.json, and ` +
    'pulumi import --file import.json --generate-code=false --protect=false in the stack';
  return {
    given: [...few, ...more],
    allowed: 'names that nothing in the project has, except the resources of the stack',
    fix: isImportable(taken)
      ? `import what belongs to this cluster: ${takeOver}${deleting(taken)}`
      : deletion(taken),
  };
}

function isImportable(taken: readonly TakenObject[]): boolean {
  return taken.some(({ resource }) => resource.kind !== 'applicationCredential');
}

function deleting(taken: readonly TakenObject[]): string {
  const command = deletion(taken);
  return command === '' ? '' : `; or delete what nothing uses: ${command}`;
}

function deletion(taken: readonly TakenObject[]): string {
  for (const [kind, command] of Object.entries(DELETIONS)) {
    const one = taken.find(({ resource }) => resource.kind === kind);
    if (one !== undefined) return `${command} ${idOf(one.object)}`;
  }
  return '';
}
