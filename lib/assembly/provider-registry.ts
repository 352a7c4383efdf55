import type { CloudAddonsByKind } from '../addons/model/cloud-addons';
import type { EquippedCluster } from '../addons/model/cluster';
import { AWS } from '../aws/provider';
import { AZURE } from '../azure/provider';
import { once } from '../base/once';
import type { CloudOffersByKind } from '../cluster/model/cloud-offers';
import { DEV } from '../dev/provider';
import { HETZNER } from '../hetzner/provider';
import { OPENSTACK } from '../openstack/provider';
import type { Provider } from '../provider/provider';
import { registeredProviders } from '../provider/registration';
import { VSPHERE } from '../vsphere/provider';

/** Infrastructure providers by kind of cloud; add a line here for a new provider. */
export const PROVIDERS = Object.freeze({
  openstack: OPENSTACK,
  dev: DEV,
  vsphere: VSPHERE,
  aws: AWS,
  azure: AZURE,
  hetzner: HETZNER,
}) satisfies Readonly<Record<string, Provider>>;

/** Names of infrastructure providers; a module that registers its own adds a line to this interface. */
export interface InfrastructureNames extends Record<keyof typeof PROVIDERS, true> {}

/** Infrastructure provider of Cluster API. */
export type InfrastructureName = keyof InfrastructureNames & string;

/** All providers by kind of cloud, including registered ones. */
export const allProviders = once(
  (): ReadonlyMap<string, Provider> =>
    new Map(Object.entries<Provider>({ ...registeredProviders(), ...PROVIDERS })),
);

/** Returns the addons of clouds by kind of cloud. */
export function cloudAddons(): CloudAddonsByKind {
  return Object.fromEntries([...allProviders()].map(([kind, { addons }]) => [kind, addons]));
}

/** Returns the offers of clouds by kind of cloud. */
export function cloudOffers(): CloudOffersByKind {
  return Object.fromEntries(allProviders());
}

/** Returns the provider of a cloud. */
export function providerOfCloud({ kind }: { readonly kind: string }): Provider {
  const found = allProviders().get(kind);
  if (found === undefined)
    throw new Error(`there is no provider for clouds of kind ${JSON.stringify(kind)}`);
  return found;
}

/** Returns the infrastructure provider of a cluster. */
export function providerOfCluster({ cloud }: Pick<EquippedCluster, 'cloud'>): Provider {
  return providerOfCloud(cloud);
}
