import type { CloudConf } from '../../../../lib/model/cloud-conf';
import { type RuleCase, withAddons } from '../rule-case';

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
    rule: 'cloud-conf-ovn-method',
    broken: configured({ LoadBalancer: { 'lb-method': 'ROUND_ROBIN' } }, 'ovn'),
    sound: configured({ LoadBalancer: { 'lb-method': 'SOURCE_IP_PORT' } }, 'ovn'),
    says: `mothership/demo/hello: cloudConf.LoadBalancer["lb-method"] is "ROUND_ROBIN"
  allowed: "SOURCE_IP_PORT" with the driver "ovn"
  fix: write "SOURCE_IP_PORT", or loadBalancerProvider: "ovn" and neither key in cloudConf`,
  },
  {
    rule: 'cloud-conf-ovn-method',
    broken: configured({ LoadBalancer: { 'lb-provider': 'ovn' } }),
    sound: configured({ LoadBalancer: { 'lb-provider': 'amphora' } }),
    says: `mothership/demo/hello: cloudConf.LoadBalancer["lb-method"] is missing
  allowed: "SOURCE_IP_PORT" with the driver "ovn"
  fix: write "SOURCE_IP_PORT", or loadBalancerProvider: "ovn" and neither key in cloudConf`,
  },
  {
    rule: 'cloud-controller-name',
    broken: withAddons({ cloudControllerName: '' }, { name: 'csi', volumeClusterName: ' ' }),
    sound: withAddons({ cloudControllerName: 'a' }, { name: 'csi', volumeClusterName: 'a' }),
    says: `mothership/demo/hello: clusterName is ""
  allowed: a name of one character or more
  fix: leave it out to have "demo"
mothership/demo/csi: clusterName is " "
  allowed: a name of one character or more
  fix: leave it out to have "demo"`,
  },
];

function configured(given: CloudConf, provider?: string) {
  const { LoadBalancer = {}, ...rest } = given;
  const driver = provider === undefined ? {} : { 'lb-provider': provider };
  return withAddons({
    cloudConf: { given, merged: { ...rest, LoadBalancer: { ...driver, ...LoadBalancer } } },
  });
}
