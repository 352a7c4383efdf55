import { PLAIN_BOOTSTRAP } from '../../../../../lib/kubeadm/model/bootstrap';
import {
  AZURE_NETWORK,
  azureCluster,
  azureControlPlane,
  INTERNAL_ENDPOINT,
} from '../../../../support/azure-models';
import type { RuleCase } from '../../../assembly/rule-case';
import {
  adopting,
  hidden,
  inNetwork,
  reached,
  withControlPlaneSubnet,
  withPool,
  withSubnet,
} from './azure-case';

const [CONTROL_PLANE, NODES] = AZURE_NETWORK.subnets as [Subnet, Subnet];
const SSH = {
  name: 'allow_ssh',
  description: 'SSH from the office',
  priority: 2_200,
  sources: ['198.51.100.0/24'],
  ports: '22',
};
const API = { ...SSH, name: 'allow_apiserver', ports: '6443' };
const ROOM = [
  { ...CONTROL_PLANE, cidr: '10.8.0.0/24' },
  { ...NODES, cidr: '10.8.1.0/24' },
];

const SEVERAL: readonly Subnet[] = [
  CONTROL_PLANE,
  { ...NODES, cidr: '10.8.128.0/18' },
  { ...NODES, name: 'more', cidr: '10.8.192.0/18' },
];
const { outbound: _, ...WITHOUT_A_WAY } = INTERNAL_ENDPOINT;
const NO_WAY_OUT = `mothership/demo: endpoint.outbound is missing
  allowed: a load balancer, without which the control plane cannot reach the internet
  fix: write {}`;

type Subnet = (typeof AZURE_NETWORK)['subnets'][number];

/** Examples of rules on networks, endpoints and ways out. */
export const NETWORK_CASES: readonly RuleCase[] = [
  {
    rule: 'azure-vnet-range',
    broken: inNetwork({ nodeCidr: '10.8.0.0/29', subnets: [] }),
    sound: inNetwork({ nodeCidr: '10.8.0.0/16' }),
    says: `mothership/demo: network.nodeCidr is "10.8.0.0/29"
  allowed: an IPv4 range from a /28 to a /8
  fix: write, for example, "10.8.0.0/16"`,
  },
  {
    rule: 'azure-vnet-name',
    broken: adopting('shared network', 'networks.'),
    sound: adopting('shared-network', 'networks'),
    says: `mothership/demo: network.name is "shared network"
  allowed: 1 to 80 letters, digits, dots, dashes and underscores, starting with a letter or digit and not ending with a dot or dash
  fix: name it "shared-network"
mothership/demo: network.resourceGroup is "networks."
  allowed: 1 to 90 letters, digits and _ . ( ) -, not ending with a dot
  fix: write "networks"`,
  },
  {
    rule: 'azure-vnet-name',
    broken: withSubnet({ natGateway: { name: '-', publicIpName: 'a b' } }),
    sound: withSubnet({ natGateway: { name: 'out', publicIpName: 'out-ip' } }),
    says: `mothership/demo: network.subnets[1].natGateway.name is "-"
  allowed: 1 to 80 letters, digits, dots, dashes and underscores, starting with a letter or digit and not ending with a dot or dash
  fix: name it "gateway"
mothership/demo: network.subnets[1].natGateway.publicIpName is "a b"
  allowed: 1 to 80 letters, digits, dots, dashes and underscores, starting with a letter or digit and not ending with a dot or dash
  fix: name it "a-b"`,
  },
  {
    rule: 'azure-vnet-name',
    broken: adopting('shared', 'networks', { securityGroup: 'a b', routeTable: '-' }),
    sound: adopting('shared', 'networks', { securityGroup: 'nodes', routeTable: 'nodes' }),
    says: `mothership/demo: network.subnets[1].securityGroup is "a b"
  allowed: 1 to 80 letters, digits, dots, dashes and underscores, starting with a letter or digit and not ending with a dot or dash
  fix: name it "a-b"
mothership/demo: network.subnets[1].routeTable is "-"
  allowed: 1 to 80 letters, digits, dots, dashes and underscores, starting with a letter or digit and not ending with a dot or dash
  fix: name it "nodes"`,
  },
  {
    rule: 'azure-control-plane-gateway',
    broken: withControlPlaneSubnet({ natGateway: { name: 'out' } }),
    sound: withSubnet({ natGateway: { name: 'out' } }),
    says: `mothership/demo: network.subnets[0].natGateway is "out"
  allowed: none; this is a control plane subnet
  fix: leave it out, or use outbound of AzureEndpoint.internal() instead`,
  },
  {
    rule: 'azure-control-plane-outbound',
    broken: azureCluster({ endpoint: WITHOUT_A_WAY }),
    sound: hidden({}),
    says: NO_WAY_OUT,
  },
  {
    rule: 'azure-control-plane-outbound',
    broken: azureCluster({ endpoint: WITHOUT_A_WAY }),
    sound: azureCluster({
      endpoint: WITHOUT_A_WAY,
      network: { ...AZURE_NETWORK, subnets: [{ ...CONTROL_PLANE, role: 'cluster' }] },
    }),
    says: NO_WAY_OUT,
  },
  {
    rule: 'azure-control-plane-outbound',
    broken: azureCluster({ endpoint: WITHOUT_A_WAY }),
    sound: { ...adopting('shared', 'networks'), endpoint: WITHOUT_A_WAY },
    says: NO_WAY_OUT,
  },
  {
    rule: 'azure-endpoint-itself',
    broken: hidden({ privateDns: { kind: 'none' } }),
    sound: {
      ...hidden({ privateDns: { kind: 'none' } }),
      controlPlane: azureControlPlane({
        bootstrap: {
          ...PLAIN_BOOTSTRAP,
          preKubeadmCommands: ['ip address add 10.8.0.100/32 dev lo'],
        },
      }),
    },
    says: `mothership/demo: endpoint.privateDns is "none"
  allowed: a private DNS zone, unless preKubeadmCommands of the control plane assign 10.8.0.100 to the first machine
  fix: leave it out, or add a command such as "if [ -f /run/kubeadm/kubeadm.yaml ]; then ip address add 10.8.0.100/32 dev lo; fi" to bootstrap.preKubeadmCommands of the control plane, and assign the address on the other machines after kubeadm and on all machines after a restart`,
  },
  {
    rule: 'azure-pool-subnet',
    broken: inNetwork({ subnets: SEVERAL }),
    sound: withPool({ subnet: 'more' }, { network: { ...AZURE_NETWORK, subnets: SEVERAL } }),
    says: `mothership/demo/workers: subnet is missing
  allowed: one of "nodes", "more"
  fix: write "nodes"`,
  },
  {
    rule: 'azure-network-mtu',
    broken: inNetwork({ mtu: 9_001 }),
    sound: inNetwork({ mtu: 1_500 }),
    says: `mothership/demo: network.mtu is 9001
  allowed: an integer from 576 to 9000 bytes
  fix: leave it out so that each node detects it`,
  },
  {
    rule: 'azure-subnet-roles',
    broken: inNetwork({ subnets: [NODES] }),
    sound: inNetwork({ subnets: [{ ...NODES, role: 'cluster' }] }),
    says: `mothership/demo: network.subnets is ["node"]
  allowed: one "control-plane" and at least one "node", or a single "cluster"
  fix: give the subnets these roles`,
  },
  {
    rule: 'azure-subnet-name',
    broken: inNetwork({ subnets: [CONTROL_PLANE, { ...NODES, name: 'control-plane' }] }),
    sound: inNetwork({ subnets: [CONTROL_PLANE, NODES] }),
    says: `mothership/demo: network.subnets[1].name is "control-plane"
  allowed: a name that no other subnet has
  fix: name it "control-plane-2"`,
  },
  {
    rule: 'azure-subnet-name',
    broken: withSubnet({ name: 'workers of shop' }),
    says: `mothership/demo: network.subnets[1].name is "workers of shop"
  allowed: 1 to 80 letters, digits, dots, dashes and underscores, starting with a letter or digit and not ending with a dot or dash
  fix: name it "workers-of-shop"`,
  },
  {
    rule: 'azure-subnet-range',
    broken: withSubnet({ cidr: '10.8.64.0/18' }),
    sound: withSubnet({ cidr: '10.8.128.0/18' }),
    says: `mothership/demo: network.subnets[1].cidr is "10.8.64.0/18"
  allowed: a part of 10.8.0.0/16, up to a /29, that overlaps no earlier subnet
  fix: write a range of its own`,
  },
  {
    rule: 'azure-service-endpoints',
    broken: withSubnet({ serviceEndpoints: ['Microsoft.Storage', 'Storage'] }),
    sound: withSubnet({ serviceEndpoints: ['Microsoft.Storage', 'Microsoft.KeyVault'] }),
    says: `mothership/demo: network.subnets[1].serviceEndpoints is ["Microsoft.Storage","Storage"]
  allowed: services such as "Microsoft.Storage", without duplicates
  fix: write ["Microsoft.Storage"]`,
  },
  {
    rule: 'azure-service-endpoints',
    broken: withSubnet({ serviceEndpoints: ['storage'] }),
    says: `mothership/demo: network.subnets[1].serviceEndpoints is ["storage"]
  allowed: services such as "Microsoft.Storage", without duplicates
  fix: leave it out`,
  },
  {
    rule: 'azure-peerings',
    broken: inNetwork({ peerings: [{ vnetName: 'hub' }, { vnetName: 'hub' }] }),
    sound: inNetwork({ peerings: [{ vnetName: 'hub' }, { vnetName: 'hub', resourceGroup: 'b' }] }),
    says: `mothership/demo: network.peerings[1] is "hub"
  allowed: each network once
  fix: leave one of the two out`,
  },
  {
    rule: 'azure-peerings',
    broken: inNetwork({ peerings: [{ vnetName: 'hub net', resourceGroup: 'a b' }] }),
    says: `mothership/demo: network.peerings[0].vnetName is "hub net"
  allowed: 1 to 80 letters, digits, dots, dashes and underscores, starting with a letter or digit and not ending with a dot or dash
  fix: name it "hub-net"
mothership/demo: network.peerings[0].resourceGroup is "a b"
  allowed: 1 to 90 letters, digits and _ . ( ) -, not ending with a dot
  fix: write "a-b"`,
  },
  {
    rule: 'azure-rule-name',
    broken: withSubnet({ securityRules: [SSH, { ...SSH, priority: 2_300 }] }),
    sound: withSubnet({ securityRules: [SSH] }),
    says: `mothership/demo: network.subnets[1].securityRules[1].name is "allow_ssh"
  allowed: a name that no other rule of the subnet has
  fix: name it "allow_ssh-2"`,
  },
  {
    rule: 'azure-rule-name',
    broken: withSubnet({ securityRules: [{ ...SSH, name: 'allow SSH' }] }),
    says: `mothership/demo: network.subnets[1].securityRules[0].name is "allow SSH"
  allowed: 1 to 80 letters, digits, dots, dashes and underscores, starting with a letter or digit and not ending with a dot or dash
  fix: name it "allow-SSH"`,
  },
  {
    rule: 'azure-rule-priority',
    broken: withSubnet({ securityRules: [SSH, { ...SSH, name: 'more' }] }),
    sound: withSubnet({
      securityRules: [SSH, { ...SSH, name: 'more', direction: 'Outbound' }],
    }),
    says: `mothership/demo: network.subnets[1].securityRules[1].priority is 2200
  allowed: an integer from 100 to 4096 that no other rule of the direction has
  fix: write 2201`,
  },
  {
    rule: 'azure-rule-priority',
    broken: withSubnet({ securityRules: [{ ...SSH, priority: 99 }] }),
    sound: withSubnet({ securityRules: [{ ...SSH, priority: 2_201 }] }),
    says: `mothership/demo: network.subnets[1].securityRules[0].priority is 99
  allowed: an integer from 100 to 4096 that no other rule of the direction has
  fix: write 100`,
  },
  {
    rule: 'azure-rule-priority',
    broken: withControlPlaneSubnet({ securityRules: [{ ...SSH, priority: 2_201 }] }),
    sound: withControlPlaneSubnet({
      securityRules: [{ ...API, priority: 2_201 }],
    }),
    says: `mothership/demo: network.subnets[0].securityRules[0].priority is 2201
  allowed: an integer from 100 to 4096 that no other rule of the direction has
  fix: write 2202`,
  },
  {
    rule: 'azure-rule-api-server',
    broken: withControlPlaneSubnet({ securityRules: [{ ...API, ports: '22' }] }),
    sound: withControlPlaneSubnet({ securityRules: [{ ...API, ports: '6000-7000' }] }),
    says: `mothership/demo: network.subnets[0].securityRules[0].ports is "22"
  allowed: "6443"
  fix: write "6443", or give the rule another name`,
  },
  {
    rule: 'azure-rule-api-server',
    broken: withControlPlaneSubnet({ securityRules: [{ ...API, direction: 'Outbound' }] }),
    sound: withControlPlaneSubnet({ securityRules: [{ ...API, direction: 'Inbound' }] }),
    says: `mothership/demo: network.subnets[0].securityRules[0].direction is "Outbound"
  allowed: "Inbound"
  fix: write "Inbound", or give the rule another name`,
  },
  {
    rule: 'azure-rule-api-server',
    broken: withControlPlaneSubnet({ securityRules: [{ ...API, action: 'Deny' }] }),
    sound: withSubnet({ securityRules: [{ ...API, action: 'Deny' }] }),
    says: `mothership/demo: network.subnets[0].securityRules[0].action is "Deny"
  allowed: "Allow"
  fix: write "Allow", or give the rule another name`,
  },
  {
    rule: 'azure-rule-api-server',
    broken: withControlPlaneSubnet({ securityRules: [{ ...API, protocol: 'Udp' }] }),
    sound: withControlPlaneSubnet({ securityRules: [{ ...API, protocol: '*' }] }),
    says: `mothership/demo: network.subnets[0].securityRules[0].protocol is "Udp"
  allowed: "Tcp"
  fix: write "Tcp", or give the rule another name`,
  },
  {
    rule: 'azure-rule-api-server',
    broken: withControlPlaneSubnet({ securityRules: [{ ...API, sourcePorts: '443' }] }),
    sound: withControlPlaneSubnet({ securityRules: [{ ...API, ports: '*' }] }),
    says: `mothership/demo: network.subnets[0].securityRules[0].sourcePorts is "443"
  allowed: "*"
  fix: write "*", or give the rule another name`,
  },
  {
    rule: 'azure-rule-sources',
    broken: withSubnet({ securityRules: [{ ...SSH, sources: ['Internet', '198.51.100.7'] }] }),
    sound: withSubnet({ securityRules: [{ ...SSH, sources: ['Internet'] }] }),
    says: `mothership/demo: network.subnets[1].securityRules[0].sources is ["Internet","198.51.100.7"]
  allowed: IPv4 ranges, one service tag such as "Internet", or ["*"]
  fix: write one rule per tag, and ranges such as "198.51.100.0/24"`,
  },
  {
    rule: 'azure-rule-sources',
    broken: withSubnet({ securityRules: [{ ...SSH, sources: [] }] }),
    sound: withSubnet({ securityRules: [{ ...SSH, sources: ['198.51.100.7', '203.0.113.0/24'] }] }),
    says: `mothership/demo: network.subnets[1].securityRules[0].sources is []
  allowed: IPv4 ranges, one service tag such as "Internet", or ["*"]
  fix: write one rule per tag, and ranges such as "198.51.100.0/24"`,
  },
  {
    rule: 'azure-rule-destination',
    broken: withSubnet({ securityRules: [{ ...SSH, destination: 'fd00::/8' }] }),
    sound: withSubnet({ securityRules: [{ ...SSH, destination: '10.8.0.0/24' }] }),
    says: `mothership/demo: network.subnets[1].securityRules[0].destination is "fd00::/8"
  allowed: an IPv4 range, a service tag, or "*"
  fix: write "*"`,
  },
  {
    rule: 'azure-rule-ports',
    broken: withSubnet({ securityRules: [{ ...SSH, ports: '22,23' }] }),
    sound: withSubnet({ securityRules: [{ ...SSH, ports: '30000-32767', sourcePorts: '*' }] }),
    says: `mothership/demo: network.subnets[1].securityRules[0].ports is "22,23"
  allowed: a port from 1 to 65535, a range such as "30000-32767", or "*"
  fix: write, for example, "443"`,
  },
  {
    rule: 'azure-rule-ports',
    broken: withSubnet({ securityRules: [{ ...SSH, sourcePorts: '2000-1000' }] }),
    says: `mothership/demo: network.subnets[1].securityRules[0].sourcePorts is "2000-1000"
  allowed: a port from 1 to 65535, a range such as "30000-32767", or "*"
  fix: write, for example, "443"`,
  },
  {
    rule: 'azure-balancer-name',
    broken: hidden({ name: 'api!', outbound: { addresses: 1, name: ' ' } }),
    sound: hidden({ name: 'api', outbound: { addresses: 1, name: 'out' } }),
    says: `mothership/demo: endpoint.name is "api!"
  allowed: 1 to 80 letters, digits, dots, dashes and underscores, starting with a letter or digit and not ending with a dot or dash
  fix: name it "api"
mothership/demo: endpoint.outbound.name is " "
  allowed: 1 to 80 letters, digits, dots, dashes and underscores, starting with a letter or digit and not ending with a dot or dash
  fix: name it "balancer"`,
  },
  {
    rule: 'azure-balancer-name',
    broken: hidden({ name: 'api', outbound: { addresses: 1, name: 'api' } }),
    says: `mothership/demo: endpoint.outbound.name is "api"
  allowed: a name that no other load balancer of the cluster has
  fix: name it "api-2"`,
  },
  {
    rule: 'azure-balancer-name',
    broken: reached({ publicIpName: 'api.' }),
    sound: reached({ publicIpName: 'api' }),
    says: `mothership/demo: endpoint.publicIpName is "api."
  allowed: 1 to 80 letters, digits, dots, dashes and underscores, starting with a letter or digit and not ending with a dot or dash
  fix: name it "api"`,
  },
  {
    rule: 'azure-idle-timeout',
    broken: azureCluster({ nodeOutbound: { addresses: 1, idleTimeoutMinutes: 3 } }),
    sound: azureCluster({ nodeOutbound: { addresses: 1, idleTimeoutMinutes: 30 } }),
    says: `mothership/demo: nodeOutbound.idleTimeoutMinutes is 3
  allowed: an integer from 4 to 30
  fix: leave it out`,
  },
  {
    rule: 'azure-outbound-addresses',
    broken: azureCluster({ nodeOutbound: { addresses: 17 } }),
    sound: azureCluster({ nodeOutbound: { addresses: 16 } }),
    says: `mothership/demo: nodeOutbound.addresses is 17
  allowed: an integer from 1 to 16
  fix: leave it out`,
  },
  {
    rule: 'azure-dns-label',
    broken: reached({ dnsLabel: 'Shop.westeurope.cloudapp.azure.com' }),
    sound: reached({ dnsLabel: 'shop-2' }),
    says: `mothership/demo: endpoint.dnsLabel is "Shop.westeurope.cloudapp.azure.com"
  allowed: 3 to 63 lowercase letters, digits and dashes, starting with a letter and not ending with a dash
  fix: write "shop"`,
  },
  {
    rule: 'azure-dns-label',
    broken: azureCluster({ name: '4shop' }),
    sound: { ...reached({ dnsLabel: 'shop' }), name: '4shop' },
    says: `mothership/4shop: endpoint.dnsLabel is missing
  allowed: a label that starts with a letter; the default starts with the cluster's name
  fix: write "k4shop"`,
  },
  {
    rule: 'azure-dns-label',
    broken: azureCluster({ name: '4shop' }),
    sound: { ...hidden({}), name: '4shop' },
    says: `mothership/4shop: endpoint.dnsLabel is missing
  allowed: a label that starts with a letter; the default starts with the cluster's name
  fix: write "k4shop"`,
  },
  {
    rule: 'azure-dns-label',
    broken: reached({ dnsLabel: '4' }),
    says: `mothership/demo: endpoint.dnsLabel is "4"
  allowed: 3 to 63 lowercase letters, digits and dashes, starting with a letter and not ending with a dash
  fix: leave it out`,
  },
  {
    rule: 'azure-balancer-ports',
    broken: reached({ additionalPorts: [{ name: 'konnectivity', port: 6_443 }] }),
    sound: reached({ additionalPorts: [{ name: 'konnectivity', port: 8_132 }] }),
    says: `mothership/demo: endpoint.additionalPorts[0].port is 6443
  allowed: an integer from 1 to 65535 other than 6443, without duplicates
  fix: write another port, or leave it out`,
  },
  {
    rule: 'azure-balancer-ports',
    broken: reached({
      additionalPorts: [
        { name: 'a', port: 8_132 },
        { name: 'a', port: 8_133 },
      ],
    }),
    says: `mothership/demo: endpoint.additionalPorts[1].name is "a"
  allowed: a name that no other port has
  fix: write "port-2"`,
  },
  {
    rule: 'azure-private-ip',
    broken: hidden({ privateIp: '10.8.0.3' }),
    sound: hidden({ privateIp: '10.8.0.4' }),
    says: `mothership/demo: endpoint.privateIp is "10.8.0.3"
  allowed: an address in 10.8.0.0/17, except the first four and the last
  fix: leave it out to use the last available address`,
  },
  {
    rule: 'azure-balancer-zones',
    broken: hidden({ zones: ['1', '4'] }),
    sound: hidden({ zones: ['1', '2', '3'] }),
    says: `mothership/demo: endpoint.zones is ["1","4"]
  allowed: "1", "2" and "3", without duplicates
  fix: write ["1"]`,
  },
  {
    rule: 'azure-balancer-zones',
    broken: hidden({ zones: ['4'] }),
    says: `mothership/demo: endpoint.zones is ["4"]
  allowed: "1", "2" and "3", without duplicates
  fix: leave it out`,
  },
  {
    rule: 'azure-private-dns',
    broken: hidden({ privateDns: { kind: 'system', resourceGroup: 'names' } }),
    sound: hidden({
      privateDns: { kind: 'system', zoneName: 'a.example.org', resourceGroup: 'names' },
    }),
    says: `mothership/demo: endpoint.privateDns.resourceGroup is "names"
  allowed: none; zoneName is not set
  fix: leave it out, or write zoneName too`,
  },
  {
    rule: 'azure-private-dns',
    broken: hidden({ privateDns: { kind: 'system', zoneName: 'clusters', resourceGroup: 'a.' } }),
    says: `mothership/demo: endpoint.privateDns.zoneName is "clusters"
  allowed: a domain of at least two labels
  fix: write, for example, "clusters.example.org"
mothership/demo: endpoint.privateDns.resourceGroup is "a."
  allowed: 1 to 90 letters, digits and _ . ( ) -, not ending with a dot
  fix: write "a"`,
  },
  {
    rule: 'azure-bastion-tunneling',
    broken: bastion({ enableTunneling: true }),
    sound: bastion({ enableTunneling: true, sku: 'Standard' }),
    says: `mothership/demo: bastion.sku is "Basic"
  allowed: "Standard" when enableTunneling is true
  fix: write "Standard", or leave enableTunneling out`,
  },
  {
    rule: 'azure-bastion-range',
    broken: bastion({ cidr: '10.8.1.0/26' }),
    sound: bastion({ cidr: '10.8.2.0/26' }),
    says: `mothership/demo: bastion.cidr is "10.8.1.0/26"
  allowed: a part of 10.8.0.0/16, a /26 or larger, that no subnet uses
  fix: write an unused range, and set subnets that leave room for it`,
  },
];

function bastion(props: object) {
  return azureCluster({
    network: { ...AZURE_NETWORK, subnets: ROOM },
    bastion: { cidr: '10.8.2.0/26', sku: 'Basic', enableTunneling: false, ...props },
  });
}
