import {
  CLOUD_CONF,
  CLOUD_CONTROLLER_NAME,
  VOLUME_CLUSTER_NAME,
} from '../../../../../lib/openstack/model/addon-facts';
import type { ExternalNetworkModel } from '../../../../../lib/openstack/model/cloud';
import type { CloudConf, CloudConfModel } from '../../../../../lib/openstack/model/cloud-conf';
import { addonModel, poolModel } from '../../../../support/models';
import { cluster, onCloud, type RuleCase, withAddons } from '../../../assembly/rule-case';

const LAN = '0c1d6a54-0000-4000-8000-000000000000';

const KNOWN: CloudConf = {
  global: { 'TLS-insecure': true },
  'Global "west"': { region: 'west' },
  LoadBalancer: { 'lb-method': 'LEAST_CONNECTIONS' },
  'LoadBalancerClass "inside"': { 'subnet-id': 'f00' },
  Route: { 'router-id': 'f00' },
};

/** Examples of rules on the `cloud.conf` of addons. */
export const CLOUD_CONF_CASES: readonly RuleCase[] = [
  {
    rule: 'cloud-conf-known',
    broken: configured({ Loadbalancers: { 'lb-method': 'ROUND_ROBIN' }, Mine: {} }),
    sound: configured(KNOWN),
    says: `mothership/demo/hello: cloudConf is "Loadbalancers"
  allowed: "Global", "Networking", "LoadBalancer", "LoadBalancerClass", "BlockStorage", "Metadata", "Route"
  fix: write "LoadBalancer"
mothership/demo/hello: cloudConf is "Mine"
  allowed: "Global", "Networking", "LoadBalancer", "LoadBalancerClass", "BlockStorage", "Metadata", "Route"
  fix: leave it out`,
  },
  {
    rule: 'cloud-conf-known',
    broken: configured({ Metadata: { 'search-ordr': 'configDrive', secret: 'fake' } }),
    says: `mothership/demo/hello: cloudConf["Metadata"] is "search-ordr"
  allowed: "request-timeout", "search-order"
  fix: write "search-order"
mothership/demo/hello: cloudConf["Metadata"] is "secret"
  allowed: "request-timeout", "search-order"
  fix: leave it out`,
  },
  {
    rule: 'cloud-conf-known',
    broken: configured({ 'LoadBalancerClass "a\n[Global]"': { 'subnet-id': 'f00' } }),
    says: `mothership/demo/hello: cloudConf is "LoadBalancerClass \\"a… (30 characters)
  allowed: "Global", "Networking", "LoadBalancer", "LoadBalancerClass", "BlockStorage", "Metadata", "Route"
  fix: leave it out`,
  },
  {
    rule: 'cloud-conf-list',
    broken: configured({
      Networking: { 'address-sort-order': ['a', 'b'] },
      Metadata: { 'search-order': ['configDrive'] },
    }),
    sound: configured({ Networking: { 'internal-network-name': ['a', 'b'] } }),
    says: `mothership/demo/hello: cloudConf["Networking"]["address-sort-order"] is ["a","b"]
  allowed: one value; only internal-network-name and public-network-name accept lists
  fix: write one of them
mothership/demo/hello: cloudConf["Metadata"]["search-order"] is ["configDrive"]
  allowed: one value; only internal-network-name and public-network-name accept lists
  fix: write "configDrive"`,
  },
  {
    rule: 'cloud-conf-floating-network',
    broken: controlled({ network: { filter: { name: 'internet' } } }),
    sound: controlled({ network: { filter: { name: 'internet' } }, only: true }),
    says: `mothership/demo/hello: cloudConf.LoadBalancer["floating-network-id"] is missing
  allowed: the ID of the external network "internet"
  fix: write the ID that "openstack network list --external" shows, or externalNetwork: ExternalNetwork.only("internet") if homelab has no other`,
  },
  {
    rule: 'cloud-conf-floating-network',
    broken: controlled({ network: { filter: { tags: ['outside'] } } }),
    sound: controlled(
      { network: { filter: { tags: ['outside'] } } },
      { LoadBalancer: { 'internal-lb': true } },
    ),
    says: `mothership/demo/hello: cloudConf.LoadBalancer["floating-network-id"] is missing
  allowed: the ID of the external network
  fix: write the ID that "openstack network list --external" shows`,
  },
  {
    rule: 'cloud-conf-floating-network',
    broken: controlled({ network: { filter: { name: 'internet' } } }),
    sound: controlled(
      { network: { filter: { name: 'internet' } } },
      { LoadBalancer: { enabled: false } },
    ),
    says: `mothership/demo/hello: cloudConf.LoadBalancer["floating-network-id"] is missing
  allowed: the ID of the external network "internet"
  fix: write the ID that "openstack network list --external" shows, or externalNetwork: ExternalNetwork.only("internet") if homelab has no other`,
  },
  {
    rule: 'cloud-conf-floating-network-id',
    broken: withAddons(floating('LoadBalancer', 'floating-network-id', 'inter net')),
    sound: withAddons(floating('LoadBalancer', 'floating-network-id', LAN)),
    says: `mothership/demo/hello: cloudConf["LoadBalancer"]["floating-network-id"] is "inter net"
  allowed: the ID of a network, a UUID
  fix: write the ID that "openstack network list --external" shows`,
  },
  {
    rule: 'cloud-conf-floating-network-id',
    broken: withAddons(floating('loadbalancerclass "a"', 'Floating-Network-ID', '')),
    sound: withAddons(floating('loadbalancerclass "a"', 'Floating-Network-ID', LAN)),
    says: `mothership/demo/hello: cloudConf["loadbalancerclass \\"a\\""]["Floating-Network-ID"] is ""
  allowed: the ID of a network, a UUID
  fix: write the ID that "openstack network list --external" shows`,
  },
  {
    rule: 'cloud-conf-internal-network',
    broken: inSeveralNetworks({}),
    sound: inSeveralNetworks({ Networking: { 'internal-network-name': 'lan' } }),
    says: `mothership/demo/hello: cloudConf.Networking["internal-network-name"] is missing
  allowed: the name of the network of the node addresses
  fix: write the name, or look up the network by name: ClusterNetwork.fromName("…")`,
  },
  {
    rule: 'cloud-conf-ovn-method',
    broken: configured({ LoadBalancer: { 'lb-method': 'ROUND_ROBIN' } }, 'ovn'),
    sound: configured({ LoadBalancer: { 'lb-method': 'SOURCE_IP_PORT' } }, 'ovn'),
    says: `mothership/demo/hello: cloudConf.LoadBalancer["lb-method"] is "ROUND_ROBIN"
  allowed: "SOURCE_IP_PORT" with the driver "ovn"
  fix: write "SOURCE_IP_PORT", or write loadBalancerProvider: "ovn" and leave both keys out of cloudConf`,
  },
  {
    rule: 'cloud-conf-ovn-method',
    broken: configured({ LoadBalancer: { 'lb-provider': 'ovn' } }),
    sound: configured({ LoadBalancer: { 'lb-provider': 'amphora' } }),
    says: `mothership/demo/hello: cloudConf.LoadBalancer["lb-method"] is missing
  allowed: "SOURCE_IP_PORT" with the driver "ovn"
  fix: write "SOURCE_IP_PORT", or write loadBalancerProvider: "ovn" and leave both keys out of cloudConf`,
  },
  {
    rule: 'cloud-controller-name',
    broken: withAddons(
      { facts: CLOUD_CONTROLLER_NAME.is('') },
      { name: 'csi', facts: VOLUME_CLUSTER_NAME.is(' ') },
    ),
    sound: withAddons(
      { facts: CLOUD_CONTROLLER_NAME.is('a') },
      { name: 'csi', facts: VOLUME_CLUSTER_NAME.is('a') },
    ),
    says: `mothership/demo/hello: clusterName is ""
  allowed: a non-empty name
  fix: leave it out to use "demo"
mothership/demo/csi: clusterName is " "
  allowed: a non-empty name
  fix: leave it out to use "demo"`,
  },
];

function floating(section: string, key: string, value: string) {
  const given = { [section]: { [key]: value } };
  return { facts: controller({ given, merged: given }) };
}

function controlled(
  external: Omit<Extract<ExternalNetworkModel, { kind: 'lookup' }>, 'kind'>,
  merged: CloudConf = {},
) {
  const addon = addonModel({ facts: controller({ given: {}, merged }) });
  return onCloud({ externalNetwork: { kind: 'lookup', ...external } }, { addons: [addon] });
}

/** Cluster whose machines are in the network of the cluster, of which no name is known, and in another one. */
function inSeveralNetworks(merged: CloudConf) {
  const port = { network: { filter: { name: 'storage' } }, fixedIPs: [], securityGroups: [] };
  return cluster({
    network: { kind: 'adopted', network: { id: LAN }, subnets: [] },
    pools: [poolModel({ ports: [{ fixedIPs: [], securityGroups: [] }, port] })],
    addons: [addonModel({ facts: controller({ given: {}, merged }) })],
  });
}

function configured(given: CloudConf, provider?: string) {
  const { LoadBalancer = {}, ...rest } = given;
  const driver = provider === undefined ? {} : { 'lb-provider': provider };
  return withAddons({
    facts: CLOUD_CONF.is({
      given,
      merged: { ...rest, LoadBalancer: { ...driver, ...LoadBalancer } },
    }),
  });
}

function controller(conf: CloudConfModel) {
  return { ...CLOUD_CONTROLLER_NAME.is('demo'), ...CLOUD_CONF.is(conf) };
}
