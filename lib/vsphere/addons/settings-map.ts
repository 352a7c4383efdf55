import { scratchManifests } from '../../addons/catalogue/scratch-chart';
import type { Manifest } from '../../base/manifest';
import type { VSphereCloudModel } from '../model/cloud';
import { ADDON_NAMESPACE } from './account-access';

/** Returns a ConfigMap that belongs to an addon. */
export function settingsMap(name: string, data: Record<string, string>): readonly Manifest[] {
  return scratchManifests(['vsphere-settings', name, data], (chart, k8s) => {
    new k8s.KubeConfigMap(chart, 'settings', {
      metadata: { name, namespace: ADDON_NAMESPACE },
      data,
    });
  });
}

/** Returns the datacenters of a vCenter's machines, as far as they are named. */
export function datacentersOf({ placement, zones }: VSphereCloudModel): readonly string[] {
  const ofZones =
    zones?.kind === 'written' ? Object.values(zones.zones).map((zone) => zone.datacenter) : [];
  const own = placement.datacenter === undefined ? [] : [placement.datacenter];
  return [...new Set([...own, ...ofZones])].sort();
}

/** Returns the tag categories of regions and zones; undefined if the zones are not written here or use several categories. */
export function zoneCategories({
  zones,
}: VSphereCloudModel): { readonly region: string; readonly zone: string } | undefined {
  if (zones?.kind !== 'written') return undefined;
  const all = Object.values(zones.zones);
  const regions = new Set(all.map(({ region }) => region.tagCategory));
  const own = new Set(all.map(({ zone }) => zone.tagCategory));
  const [region] = regions;
  const [zone] = own;
  if (regions.size !== 1 || own.size !== 1) return undefined;
  return region === undefined || zone === undefined ? undefined : { region, zone };
}
