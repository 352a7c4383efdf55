import type { CloudAddonsByKind } from '../addons/model/cloud-addons';
import type { Infrastructure } from '../cluster/infrastructure';
import { OPENSTACK } from '../openstack/infrastructure';

/** Infrastructures that clusters may have, by the kinds of their clouds. A new one is a line here. */
export const INFRASTRUCTURES: Readonly<Record<string, Infrastructure>> = Object.freeze({
  openstack: OPENSTACK,
});

/** Addons of clouds, by the kinds of these. */
export const CLOUD_ADDONS: CloudAddonsByKind = Object.freeze(
  Object.fromEntries(Object.entries(INFRASTRUCTURES).map(([kind, { addons }]) => [kind, addons])),
);

/** Infrastructure of a cluster or a cloud. */
export function infrastructureOf({ kind }: { readonly kind: string }): Infrastructure {
  const found = INFRASTRUCTURES[kind];
  if (found === undefined) throw new Error(`there is no infrastructure ${JSON.stringify(kind)}`);
  return found;
}
