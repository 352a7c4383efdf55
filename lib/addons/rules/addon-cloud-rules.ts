import type { Rule } from '../../base/rule';
import type { AddonModel } from '../model/addon';
import type { CloudAddonsByKind } from '../model/cloud-addons';
import type { AddonSubject } from './subjects';

/** Rules on addons that are for clouds of one kind, by the addons that each kind has. */
export function addonCloudRules(known: CloudAddonsByKind): readonly Rule<AddonSubject>[] {
  return [
    {
      id: 'addon-cloud',
      reason: 'What talks to one cloud finds nothing of the machines and volumes of another.',
      source: 'kubernetes/website@main:content/en/docs/concepts/architecture/cloud-controller.md',
      check({ cluster, addon: { path, name, cloud } }, refuse) {
        if (cloud === undefined || !isMisplaced(cluster, { cloud })) return;
        const right = known[cluster.cloud.kind]?.[cloud.part];
        refuse(
          { path, prop: 'name' },
          {
            given: name,
            allowed: `an addon for the cloud ${cluster.cloud.path}, whose kind is ${JSON.stringify(cluster.cloud.kind)}; this one is for ${JSON.stringify(cloud.kind)}`,
            fix: right === undefined ? 'leave the addon out' : `add ${right} in its place`,
          },
        );
      },
    },
  ];
}

/** Tells whether an addon is for clouds of another kind than that of its cluster, so that nothing is known of it. */
export function isMisplaced(
  cluster: { readonly cloud: { readonly kind: string } },
  { cloud }: Pick<AddonModel, 'cloud'>,
): boolean {
  return cloud !== undefined && cloud.kind !== cluster.cloud.kind;
}
