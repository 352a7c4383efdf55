import type { CloudModel } from '../model/cloud';
import { type CloudAccess, cloudAccess } from './cloud-access';
import type { Environment } from './clouds-file';

/** What the configuration of a stack says about its clouds. */
export interface StackClouds {
  /** Entries of `clouds.yaml` by the names of clouds, as `capi-fleet:cloudEntries` has them. */
  readonly entries: Readonly<Record<string, string>>;
  /** Value of a key under `openstack:`, which Pulumi's own provider reads where there is no such entry. */
  readonly own: (key: string) => string | undefined;
}

/** Where a stack's programs run. */
export interface StackPlace {
  /** Variables of the process. */
  readonly environment: Environment;
  /** Folder in which a clouds.yaml is looked for first. */
  readonly folder: string;
}

/**
 * Finds out how a stack reaches a cloud: by the same entry, and in the same region, as Pulumi's provider.
 *
 * @returns Undefined where credentials stand in the configuration of the stack, which is left to Pulumi.
 * @throws CloudError when there is no such entry, or nothing is said at all.
 */
export function stackAccess(
  { name, path, region }: Pick<CloudModel, 'name' | 'path' | 'region'>,
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
