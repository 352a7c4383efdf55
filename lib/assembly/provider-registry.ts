import type { CloudAddonsByKind } from '../addons/model/cloud-addons';
import type { EquippedCluster } from '../addons/model/cluster';
import { AWS_PROVIDER } from '../aws/releases';
import { AZURE_PROVIDER } from '../azure/releases';
import type { CloudOffersByKind } from '../cluster/model/cloud-offers';
import { DEV } from '../dev/provider';
import { HETZNER_PROVIDER } from '../hetzner/releases';
import { OPENSTACK } from '../openstack/provider';
import type { KnownProvider, Provider } from '../provider/provider';
import { VSPHERE_PROVIDER } from '../vsphere/releases';

/**
 * Infrastructure providers by the kinds of their clouds: a new one is a line here.
 *
 * Clusters are made on those that are whole; of the others, releases and schemas are known.
 */
export const PROVIDERS = Object.freeze({
  openstack: OPENSTACK,
  dev: DEV,
  vsphere: { releases: VSPHERE_PROVIDER },
  aws: { releases: AWS_PROVIDER },
  azure: { releases: AZURE_PROVIDER },
  hetzner: { releases: HETZNER_PROVIDER },
}) satisfies Readonly<Record<string, KnownProvider | Provider>>;

/** Infrastructure provider of Cluster API. */
export type InfrastructureName = keyof typeof PROVIDERS;

/** Providers on which clusters are made, by the kinds of their clouds. */
export const WHOLE_PROVIDERS: ReadonlyMap<string, Provider> = new Map(
  Object.entries<KnownProvider | Provider>(PROVIDERS).flatMap(([kind, one]) =>
    'renderer' in one ? [[kind, one]] : [],
  ),
);

/** Addons of clouds, by the kinds of these. */
export const CLOUD_ADDONS: CloudAddonsByKind = Object.freeze(
  Object.fromEntries([...WHOLE_PROVIDERS].map(([kind, { addons }]) => [kind, addons])),
);

/** What clouds have to offer, by their kinds. */
export const CLOUD_OFFERS: CloudOffersByKind = Object.fromEntries(WHOLE_PROVIDERS);

/** Provider of a cloud. */
export function providerOfCloud({ kind }: { readonly kind: string }): Provider {
  const found = WHOLE_PROVIDERS.get(kind);
  if (found === undefined) throw new Error(`there is no cloud of the kind ${JSON.stringify(kind)}`);
  return found;
}

/** Provider that makes the machines of a cluster. */
export function providerOfCluster({ cloud }: Pick<EquippedCluster, 'cloud'>): Provider {
  return providerOfCloud(cloud);
}
