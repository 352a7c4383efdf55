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

/** Infrastructure providers by the kinds of their clouds: a new one is a line here. */
export const PROVIDERS = Object.freeze({
  openstack: OPENSTACK,
  dev: DEV,
  vsphere: VSPHERE,
  aws: AWS,
  azure: AZURE,
  hetzner: HETZNER,
}) satisfies Readonly<Record<string, Provider>>;

/** Infrastructure providers by name; a module that registers one of its own adds a line to this interface. */
export interface InfrastructureNames extends Record<keyof typeof PROVIDERS, true> {}

/** Infrastructure provider of Cluster API. */
export type InfrastructureName = keyof InfrastructureNames & string;

/** Every provider by the kind of its clouds, those that were registered included. */
export const allProviders = once(
  (): ReadonlyMap<string, Provider> =>
    new Map(Object.entries<Provider>({ ...registeredProviders(), ...PROVIDERS })),
);

/** Addons of clouds, by the kinds of these. */
export function cloudAddons(): CloudAddonsByKind {
  return Object.fromEntries([...allProviders()].map(([kind, { addons }]) => [kind, addons]));
}

/** What clouds have to offer, by their kinds. */
export function cloudOffers(): CloudOffersByKind {
  return Object.fromEntries(allProviders());
}

/** Provider of a cloud. */
export function providerOfCloud({ kind }: { readonly kind: string }): Provider {
  const found = allProviders().get(kind);
  if (found === undefined) throw new Error(`there is no cloud of the kind ${JSON.stringify(kind)}`);
  return found;
}

/** Provider that makes the machines of a cluster. */
export function providerOfCluster({ cloud }: Pick<EquippedCluster, 'cloud'>): Provider {
  return providerOfCloud(cloud);
}
