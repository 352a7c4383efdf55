import type { Rule } from '../../base/rule';
import type { AddonModel } from '../model/addon';
import type { CloudAddonsByKind } from '../model/cloud-addons';
import type { AddonSubject } from './subjects';

/** Builds the rules on addons that support one kind of cloud, from the addons of each kind. */
export function addonCloudRules(known: CloudAddonsByKind): readonly Rule<AddonSubject>[] {
  return [
    {
      id: 'addon-cloud',
      reason: 'An addon for one cloud does not find the machines and volumes of another.',
      source: 'kubernetes/website@main:content/en/docs/concepts/architecture/cloud-controller.md',
      check({ cluster, addon: { path, name, cloud } }, refuse) {
        if (cloud === undefined || !isMisplaced(cluster, { cloud })) return;
        const right = known[cluster.cloud.kind]?.[cloud.part];
        refuse(
          { path, prop: 'name' },
          {
            given: name,
            allowed: `an addon for the cloud ${cluster.cloud.path}, whose kind is ${JSON.stringify(cluster.cloud.kind)}; this one is for ${JSON.stringify(cloud.kind)}`,
            fix: right === undefined ? 'leave the addon out' : `add ${right} instead`,
          },
        );
      },
    },
  ];
}

/** Tells whether an addon is for another kind of cloud than that of its cluster, so that nothing else is known about it. */
export function isMisplaced(
  cluster: { readonly cloud: { readonly kind: string } },
  { cloud }: Pick<AddonModel, 'cloud'>,
): boolean {
  return cloud !== undefined && cloud.kind !== cluster.cloud.kind;
}
