import type { AzureVmSize } from '../../../../../lib/azure/model/cloud';
import { azureCluster, subscriptionModel } from '../../../../support/azure-models';
import type { RuleCase } from '../../../assembly/rule-case';
import { GUID, inNetwork, inSubscription, manyTags, reached, withIdentity } from './azure-case';

const OTHER = '12121212-3434-5656-7878-909090909090';
const SECOND = { name: 'second', namespace: 'second', path: 'mothership/second' };
const SECRET = { kind: 'servicePrincipal', secretName: 'azure-credentials' } as const;
const FILE = { kind: 'certificateFile', path: '/var/azure.pem' } as const;

/** Cluster `demo` in a resource group that others use too, with some settings of its network. */
function inGroup(network: Parameters<typeof inNetwork>[0]) {
  return { ...inNetwork(network), resourceGroup: 'shop' };
}

/** Examples of rules on subscriptions, identities, clusters as such and clusters of a fleet together. */
export const SUBSCRIPTION_CASES: readonly RuleCase[] = [
  {
    rule: 'azure-subscription-id',
    broken: inSubscription({ subscriptionId: 'production' }),
    sound: inSubscription({ subscriptionId: GUID }),
    says: `production: subscriptionId is "production"
  allowed: a GUID: 32 hexadecimal digits in five groups
  fix: write, for example, "11111111-2222-3333-4444-555555555555"`,
  },
  {
    rule: 'azure-location',
    broken: inSubscription({ location: 'West Europe' }),
    sound: inSubscription({ location: 'eastus2' }),
    says: `production: location is "West Europe"
  allowed: the name of a location in lowercase letters and digits
  fix: write "westeurope"`,
  },
  {
    rule: 'azure-location',
    broken: inSubscription({ location: '' }),
    says: `production: location is ""
  allowed: the name of a location in lowercase letters and digits
  fix: write, for example, "westeurope"`,
  },
  {
    rule: 'azure-vm-size-numbers',
    broken: withSize('Standard_D4s_v5', { cpus: 1.5, memory: '16 GB' }),
    sound: withSize('Standard_D4s_v5', { cpus: 4, memory: '16Gi' }),
    says: `production: vmSizes["Standard_D4s_v5"].cpus is 1.5
  allowed: an integer of 1 or more
  fix: write 1
production: vmSizes["Standard_D4s_v5"].memory is "16 GB"
  allowed: a quantity, such as "4Gi"
  fix: write "4Gi"`,
  },
  {
    rule: 'azure-vm-architecture',
    broken: withSize('Standard_D2ps_v6'),
    sound: withSize('Standard_D2ps_v6', { architecture: 'arm64' }),
    says: `production: vmSizes["Standard_D2ps_v6"].architecture is missing
  allowed: "arm64", the architecture of Standard_D2ps_v6
  fix: write "arm64"`,
  },
  {
    rule: 'azure-vm-architecture',
    broken: withSize('Standard_NP10s', { architecture: 'arm64' }),
    sound: withSize('Standard_NP10s'),
    says: `production: vmSizes["Standard_NP10s"].architecture is "arm64"
  allowed: "amd64", the architecture of Standard_NP10s
  fix: write "amd64"`,
  },
  {
    rule: 'azure-subscription-zones',
    broken: inSubscription({ failureDomains: ['1', 'westeurope-2'] }),
    sound: inSubscription({ failureDomains: ['1', '3'] }),
    says: `production: failureDomains is "westeurope-2"
  allowed: a zone: "1", "2" or "3"
  fix: write "2"`,
  },
  {
    rule: 'azure-identity-name',
    broken: withIdentity({}, { name: 'Team A' }),
    sound: withIdentity({}, { name: 'team.a' }),
    says: `mothership/demo: identity.name is "Team A"
  allowed: lowercase letters, digits, dashes and dots, starting and ending with a letter or digit
  fix: name it "team-a"`,
  },
  {
    rule: 'azure-identity-name',
    broken: withIdentity({}, { namespace: 'CAPZ' }),
    sound: withIdentity({}, { namespace: 'identities' }),
    says: `mothership/demo: identity.namespace is "CAPZ"
  allowed: lower-case letters, digits and dashes, no dash at either end
  fix: write "capz"`,
  },
  {
    rule: 'azure-identity-ids',
    broken: withIdentity({ tenantId: 'example.onmicrosoft.com', clientId: 'clusters' }),
    sound: withIdentity({ tenantId: GUID.toUpperCase() }),
    says: `mothership/demo: identity.tenantId is "example.onmicrosoft.com"
  allowed: a GUID: 32 hexadecimal digits in five groups
  fix: write, for example, "11111111-2222-3333-4444-555555555555"
mothership/demo: identity.clientId is "clusters"
  allowed: a GUID: 32 hexadecimal digits in five groups
  fix: write, for example, "11111111-2222-3333-4444-555555555555"`,
  },
  {
    rule: 'azure-identity-secret',
    broken: withIdentity({ ...SECRET, secretName: 'Azure Credentials' }),
    sound: withIdentity(SECRET),
    says: `mothership/demo: identity.secretName is "Azure Credentials"
  allowed: lowercase letters, digits, dashes and dots, starting and ending with a letter or digit
  fix: write "azure-credentials"`,
  },
  {
    rule: 'azure-identity-path',
    broken: withIdentity({ ...FILE, path: 'var/azure.pem' }),
    sound: withIdentity(FILE),
    says: `mothership/demo: identity.path is "var/azure.pem"
  allowed: an absolute path
  fix: write "/var/azure.pem"`,
  },
  {
    rule: 'azure-identity-path',
    broken: withIdentity({ ...FILE, path: '' }),
    says: `mothership/demo: identity.path is ""
  allowed: an absolute path
  fix: write, for example, "/var/run/azure/credentials"`,
  },
  {
    rule: 'azure-cluster-name',
    broken: azureCluster({ name: `${'a'.repeat(44)}b` }),
    sound: azureCluster({ name: 'a'.repeat(44) }),
    says: `mothership/aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaab: name is "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaab"
  allowed: 2 to 44 lowercase letters, digits and dashes
  fix: name it "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa"`,
  },
  {
    rule: 'azure-cluster-name',
    broken: azureCluster({ name: 'a' }),
    says: `mothership/a: name is "a"
  allowed: 2 to 44 lowercase letters, digits and dashes
  fix: name it "a-cluster"`,
  },
  {
    rule: 'azure-resource-group',
    broken: azureCluster({ resourceGroup: 'shop & co.' }),
    sound: azureCluster({ resourceGroup: 'shop_(stage)' }),
    says: `mothership/demo: resourceGroup is "shop & co."
  allowed: 1 to 90 letters, digits and _ . ( ) -, not ending with a dot
  fix: write "shop-co"`,
  },
  {
    rule: 'azure-ip-family',
    broken: azureCluster({ podCidrs: ['192.168.0.0/16', 'fd00:1::/56'] }),
    sound: azureCluster({ podCidrs: ['192.168.0.0/16'] }),
    says: `mothership/demo: network.podCidrs is "fd00:1::/56"
  allowed: IPv4 ranges on Azure
  fix: leave it out, or create the cluster on OpenStack, where ClusterNetwork supports both families`,
  },
  {
    rule: 'azure-cni-encapsulation',
    broken: azureCluster({
      cni: { kind: 'calico', encapsulation: 'ipip', bgp: true, typha: false },
    }),
    sound: azureCluster({
      cni: { kind: 'calico', encapsulation: 'vxlan', bgp: false, typha: false },
    }),
    says: `mothership/demo: cni.encapsulation is "ipip"
  allowed: "vxlan" on Azure
  fix: write "vxlan"`,
  },
  {
    rule: 'azure-cni-encapsulation',
    broken: azureCluster({
      cni: { kind: 'cilium', routing: 'native', hubble: false, wireguard: false },
    }),
    sound: azureCluster({
      cni: { kind: 'cilium', routing: 'geneve', hubble: false, wireguard: false },
    }),
    says: `mothership/demo: cni.routing is "native"
  allowed: "vxlan" or "geneve" on Azure
  fix: write "vxlan"`,
  },
  {
    rule: 'azure-cluster-tags',
    broken: azureCluster({ tags: { 'example.org/team': 'shop' } }),
    sound: azureCluster({ tags: { 'example.org_team': 'a/b' } }),
    says: `mothership/demo: tags is "example.org/team"
  allowed: a key of 1 to 512 characters without < > % & \\ ? /
  fix: name it "example.org-team"`,
  },
  {
    rule: 'azure-cluster-tags',
    broken: azureCluster({ tags: manyTags(51) }),
    sound: azureCluster({ tags: manyTags(50) }),
    says: `mothership/demo: tags.length is 51
  allowed: at most 50 tags
  fix: remove 1 of them`,
  },
  {
    rule: 'azure-cluster-twice',
    broken: [
      azureCluster({ resourceGroup: 'shop' }),
      azureCluster({ resourceGroup: 'shop', namespace: 'other', path: 'mothership/second' }),
    ],
    sound: [
      azureCluster({ resourceGroup: 'shop' }),
      azureCluster({ resourceGroup: 'stage', namespace: 'other', path: 'mothership/second' }),
    ],
    says: `mothership/second: name is "demo"
  allowed: a name that no other cluster of the resource group has; mothership/demo has this one
  fix: name it "demo-2"`,
  },
  {
    rule: 'azure-name-twice',
    broken: [inGroup({ name: 'shared' }), { ...inGroup({ name: 'Shared' }), ...SECOND }],
    sound: [inGroup({ name: 'shared' }), { ...inGroup({ name: 'other' }), ...SECOND }],
    says: `mothership/second: network.name is "Shared"
  allowed: a name that no other network in the resource group has; mothership/demo uses this one
  fix: name it "Shared-2"`,
  },
  {
    rule: 'azure-name-twice',
    broken: [
      { ...reached({ name: 'api', publicIpName: 'api' }), resourceGroup: 'shop' },
      { ...reached({ name: 'api', publicIpName: 'api' }), resourceGroup: 'shop', ...SECOND },
    ],
    sound: [
      { ...reached({ name: 'api', publicIpName: 'api' }), resourceGroup: 'shop' },
      { ...reached({ name: 'api', publicIpName: 'api' }), resourceGroup: 'stage', ...SECOND },
    ],
    says: `mothership/second: endpoint.name is "api"
  allowed: a name that no other load balancer in the resource group has; mothership/demo uses this one
  fix: name it "api-2"
mothership/second: endpoint.publicIpName is "api"
  allowed: a name that no other public address in the resource group has; mothership/demo uses this one
  fix: name it "api-2"`,
  },
  {
    rule: 'azure-identity-contents',
    broken: [withIdentity(), { ...withIdentity({ clientId: OTHER }), ...SECOND }],
    sound: [withIdentity(), { ...withIdentity(), ...SECOND }],
    says: `mothership/second: identity is "capz-system/production"
  allowed: the same identity as that of mothership/demo
  fix: use one AzureIdentity for both, or give one of them another name`,
  },
  {
    rule: 'endpoint-unique',
    broken: [reached({ dnsLabel: 'shop' }), { ...reached({ dnsLabel: 'shop' }), ...SECOND }],
    sound: [reached({ dnsLabel: 'shop' }), { ...reached({ dnsLabel: 'stage' }), ...SECOND }],
    says: `mothership/second: endpoint is "shop.westeurope.cloudapp.azure.com"
  allowed: an address or host other than that of mothership/demo
  fix: give it an address or host of its own`,
  },
];

/** Cluster `demo` in a subscription with one size more. */
function withSize(name: string, props: Partial<AzureVmSize> = {}) {
  const { sizes } = subscriptionModel();
  const size = { cpus: 2, memory: '8Gi', disk: '30Gi', ...props };
  return inSubscription({ sizes: { ...sizes, [name]: size } });
}
