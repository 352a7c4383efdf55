import { leaveOut, write } from '../fix';
import { OVN_DRIVER, OVN_METHOD } from '../model/cloud-conf';
import { CLOUD_CONF_KEYS } from './cloud-conf-keys';
import type { Rule } from './rule';
import type { AddonSubject } from './subjects';
import { closestWord, quotedList } from './words';

const SECTIONS = Object.keys(CLOUD_CONF_KEYS);
/** Name of a section, which may have a part of its own in quotes. */
const SECTION = /^(\S+?)(?:\s+"[^"]*")?$/;
const USING =
  'CPO@HEAD:docs/openstack-cloud-controller-manager/using-openstack-cloud-controller-manager.md';

/** Rules on the `cloud.conf` of addons. */
export const CLOUD_CONF_RULES: readonly Rule<AddonSubject>[] = [
  {
    id: 'cloud-conf-known',
    reason: 'What a release does not know in its configuration is passed over.',
    source: USING,
    check({ addon: { path, cloudConf } }, refuse) {
      for (const [section, keys] of Object.entries(cloudConf?.given ?? {})) {
        const known = keysOf(section);
        if (known === undefined) {
          refuse({ path, prop: 'cloudConf' }, unknown(section, SECTIONS));
          continue;
        }
        for (const key of Object.keys(keys)) {
          if (known.includes(key.toLowerCase())) continue;
          refuse({ path, prop: `cloudConf[${JSON.stringify(section)}]` }, unknown(key, known));
        }
      }
    },
  },
  {
    id: 'cloud-conf-ovn-method',
    reason: 'OVN spreads connections in one way alone, and Octavia refuses another.',
    source: USING,
    check({ addon: { path, cloudConf } }, refuse) {
      const settings = cloudConf?.merged.LoadBalancer ?? {};
      const given = settings['lb-method'];
      if (settings['lb-provider'] !== OVN_DRIVER || given === OVN_METHOD) return;
      refuse(
        { path, prop: 'cloudConf.LoadBalancer["lb-method"]' },
        {
          ...(given === undefined ? {} : { given }),
          allowed: `${JSON.stringify(OVN_METHOD)} with the driver ${JSON.stringify(OVN_DRIVER)}`,
          fix: write(OVN_METHOD, {
            or: `loadBalancerProvider: ${JSON.stringify(OVN_DRIVER)} and neither key in cloudConf`,
          }),
        },
      );
    },
  },
];

/** Rules on the cluster names that addons use in the cloud. */
export const CLOUD_NAME_RULES: readonly Rule<AddonSubject>[] = [
  {
    id: 'cloud-controller-name',
    reason:
      'Load balancers and volumes carry this name, by which those of two clusters are told apart.',
    source: 'CPO@HEAD:pkg/openstack/loadbalancer.go',
    check({ cluster, addon }, refuse) {
      const given = addon.cloudControllerName ?? addon.volumeClusterName;
      if (given === undefined || given.trim() !== '') return;
      refuse(
        { path: addon.path, prop: 'clusterName' },
        {
          given,
          allowed: 'a name of one character or more',
          fix: leaveOut({ ends: ` to have ${JSON.stringify(cluster.name)}` }),
        },
      );
    },
  },
];

/** Keys of a section in any capitals, as the reader of the file takes them. */
function keysOf(section: string): readonly string[] | undefined {
  const name = SECTION.exec(section)?.[1]?.toLowerCase();
  return CLOUD_CONF_KEYS[SECTIONS.find((known) => known.toLowerCase() === name) ?? ''];
}

function unknown(given: string, known: readonly string[]) {
  const close = closestWord(given, known);
  return {
    given,
    allowed: quotedList(known),
    fix: close === undefined ? leaveOut() : write(close),
  };
}
