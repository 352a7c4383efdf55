import { leaveOut, write } from '../../base/fix';
import type { Rule } from '../../base/rule';
import { closestWord, quotedList, wordsFor } from '../../base/words';
import { CLOUD_CONF, CLOUD_CONTROLLER_NAME, VOLUME_CLUSTER_NAME } from '../model/addon-facts';
import {
  CLOUD_CONF_SECTIONS,
  type CloudConfSection,
  cloudConfSection,
  OVN_DRIVER,
  OVN_METHOD,
} from '../model/cloud-conf';
import { hasOtherNetworks } from '../model/cluster-ports';
import { CLOUD_CONF_KEYS } from './cloud-conf-keys';
import { UUID } from './lookup-rules';
import type { AddonSubject } from './subjects';

/** Keys that can be repeated. */
const INTERNAL_NETWORK = 'internal-network-name';
const REPEATED = [INTERNAL_NETWORK, 'public-network-name'];
const FLOATING_NETWORK = 'floating-network-id';
const USING =
  'CPO@HEAD:docs/openstack-cloud-controller-manager/using-openstack-cloud-controller-manager.md';

/** Rules on the `cloud.conf` of addons. */
export const CLOUD_CONF_RULES: readonly Rule<AddonSubject>[] = [
  {
    id: 'cloud-conf-known',
    reason: 'The addon ignores sections and keys that its release does not know.',
    source: USING,
    check({ addon }, refuse) {
      const { path } = addon;
      const cloudConf = CLOUD_CONF.of(addon);
      for (const [section, keys] of Object.entries(cloudConf?.given ?? {})) {
        const known = keysOf(section);
        if (known === undefined) {
          refuse({ path, prop: 'cloudConf' }, unknown(section, CLOUD_CONF_SECTIONS));
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
    id: 'cloud-conf-list',
    reason: 'If a key is repeated, only its last value counts, except for the names of networks.',
    source: USING,
    check({ addon }, refuse) {
      const { path } = addon;
      const cloudConf = CLOUD_CONF.of(addon);
      for (const [section, keys] of Object.entries(cloudConf?.given ?? {})) {
        for (const [key, value] of Object.entries(keys)) {
          if (typeof value !== 'object' || REPEATED.includes(key.toLowerCase())) continue;
          refuse(
            { path, prop: `cloudConf[${JSON.stringify(section)}][${JSON.stringify(key)}]` },
            {
              given: value,
              allowed: `one value; only ${wordsFor(REPEATED, 'and')} accept lists`,
              fix: value.length === 1 ? write(value[0]) : 'write one of them',
            },
          );
        }
      }
    },
  },
  {
    id: 'cloud-conf-ovn-method',
    reason:
      'The OVN driver supports only one load-balancing method, and Octavia rejects all others.',
    source: USING,
    check({ addon }, refuse) {
      const { path } = addon;
      const cloudConf = CLOUD_CONF.of(addon);
      const settings = cloudConf?.merged.LoadBalancer ?? {};
      const given = settings['lb-method'];
      if (settings['lb-provider'] !== OVN_DRIVER || given === OVN_METHOD) return;
      refuse(
        { path, prop: 'cloudConf.LoadBalancer["lb-method"]' },
        {
          ...(given === undefined ? {} : { given }),
          allowed: `${JSON.stringify(OVN_METHOD)} with the driver ${JSON.stringify(OVN_DRIVER)}`,
          fix: write(OVN_METHOD, {
            or: `write loadBalancerProvider: ${JSON.stringify(OVN_DRIVER)} and leave both keys out of cloudConf`,
          }),
        },
      );
    },
  },
];

/** Rules on the `cloud.conf` of the cloud controller. */
export const CLOUD_CONTROLLER_RULES: readonly Rule<AddonSubject>[] = [
  {
    id: 'cloud-conf-floating-network',
    reason:
      'The controller finds the network for LoadBalancer Services only by ID, and otherwise uses the first external network.',
    source: 'CPO@HEAD:pkg/util/openstack/network.go',
    check({ cluster, addon }, refuse) {
      const { path } = addon;
      const cloudConf = CLOUD_CONF.of(addon);
      const external = cluster.cloud.externalNetwork;
      const settings = cloudConf?.merged.LoadBalancer ?? {};
      if (external?.kind !== 'lookup' || external.only === true) return;
      if (settings[FLOATING_NETWORK] !== undefined || isWithoutAddresses(settings)) return;
      const { name } = 'filter' in external.network ? external.network.filter : {};
      const only =
        name === undefined
          ? ''
          : `, or externalNetwork: ExternalNetwork.only(${JSON.stringify(name)}) if ${cluster.cloud.path} has no other`;
      refuse(
        { path, prop: `cloudConf.LoadBalancer[${JSON.stringify(FLOATING_NETWORK)}]` },
        {
          allowed: `the ID of the external network${name === undefined ? '' : ` ${JSON.stringify(name)}`}`,
          fix: `write the ID that "openstack network list --external" shows${only}`,
        },
      );
    },
  },
  {
    id: 'cloud-conf-floating-network-id',
    reason: 'The controller looks up the network by this ID, and cannot find it by name.',
    source: USING,
    check({ addon }, refuse) {
      const { path } = addon;
      const cloudConf = CLOUD_CONF.of(addon);
      for (const [section, keys] of Object.entries(cloudConf?.given ?? {})) {
        for (const [key, given] of Object.entries(keys)) {
          if (key.toLowerCase() !== FLOATING_NETWORK || given === undefined) continue;
          if (typeof given === 'object' || UUID.test(String(given))) continue;
          refuse(
            { path, prop: `cloudConf[${JSON.stringify(section)}][${JSON.stringify(key)}]` },
            {
              given,
              allowed: 'the ID of a network, a UUID',
              fix: 'write the ID that "openstack network list --external" shows',
            },
          );
        }
      }
    },
  },
  {
    id: 'cloud-conf-internal-network',
    reason:
      'If a machine is on several networks, any of its addresses can become that of its node, unless the network is named.',
    source: USING,
    check({ cluster, addon }, refuse) {
      const { path } = addon;
      const cloudConf = CLOUD_CONF.of(addon);
      if (cloudConf?.merged.Networking?.[INTERNAL_NETWORK] !== undefined) return;
      if (!hasOtherNetworks(cluster)) return;
      refuse(
        { path, prop: `cloudConf.Networking[${JSON.stringify(INTERNAL_NETWORK)}]` },
        {
          allowed: 'the name of the network of the node addresses',
          fix: 'write the name, or look up the network by name: ClusterNetwork.fromName("…")',
        },
      );
    },
  },
];

/** Tells whether LoadBalancer Services get no floating IP, or are disabled. */
function isWithoutAddresses(settings: CloudConfSection): boolean {
  return String(settings.enabled) === 'false' || String(settings['internal-lb']) === 'true';
}

/** Rules on the cluster names that addons use in the cloud. */
export const CLOUD_NAME_RULES: readonly Rule<AddonSubject>[] = [
  {
    id: 'cloud-controller-name',
    reason:
      'Load balancers and volumes carry this name, which distinguishes those of different clusters.',
    source: 'CPO@HEAD:pkg/openstack/loadbalancer.go',
    check({ cluster, addon }, refuse) {
      const given = CLOUD_CONTROLLER_NAME.of(addon) ?? VOLUME_CLUSTER_NAME.of(addon);
      if (given === undefined || given.trim() !== '') return;
      refuse(
        { path: addon.path, prop: 'clusterName' },
        {
          given,
          allowed: 'a non-empty name',
          fix: leaveOut({ ends: ` to use ${JSON.stringify(cluster.name)}` }),
        },
      );
    },
  },
];

/** Returns the known keys of a section, whose name is case-insensitive. */
function keysOf(given: string): readonly string[] | undefined {
  const section = cloudConfSection(given);
  return section && Object.keys(CLOUD_CONF_KEYS[section]);
}

function unknown(given: string, known: readonly string[]) {
  const close = closestWord(given, known);
  return {
    given,
    allowed: quotedList(known),
    fix: close === undefined ? leaveOut() : write(close),
  };
}
