import type { StackCloud, StackClouds, StackPlace } from '../../provision/stack-provider';
import { type CloudAccess, cloudAccess } from './cloud-access';

/**
 * Finds the access of a stack to a cloud: the same entry and the same region as Pulumi's provider.
 *
 * @returns Undefined if the credentials are in the configuration of the stack, which is left to Pulumi.
 * @throws CloudError when there is no such entry, or no cloud is configured.
 */
export function stackAccess(
  { name, path, region }: StackCloud,
  { entries, own }: StackClouds,
  { environment, folder }: StackPlace,
): CloudAccess | undefined {
  const entry = entries[name];
  if (entry !== undefined) {
    const choose = (other: string) =>
      `pulumi config set --path capi-fleet:cloudEntries.${name} ${other}`;
    const access = cloudAccess({ entry, cloud: name, choose }, environment, folder);
    if (region === undefined) return access;
    return { ...access, region, regionFrom: `region of the OpenStackCloud ${path}` };
  }
  if (own('authUrl') !== undefined) return undefined;
  const ownEntry = own('cloud');
  const wanted =
    ownEntry === undefined
      ? { cloud: name }
      : {
          entry: ownEntry,
          cloud: name,
          choose: (other: string) => `pulumi config set openstack:cloud ${other}`,
        };
  const access = cloudAccess(wanted, environment, folder);
  const ownRegion = own('region');
  if (ownRegion === undefined) return access;
  return { ...access, region: ownRegion, regionFrom: 'openstack:region of the stack' };
}
