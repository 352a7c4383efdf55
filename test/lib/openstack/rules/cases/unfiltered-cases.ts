import type { OpenStackNetwork } from '../../../../../lib/openstack/model/network';
import { bastionModel } from '../../../../support/bastion';
import { cloudModel, controlPlaneModel, poolModel } from '../../../../support/models';
import type { AssembledCluster } from '../../../../support/openstack-cluster';
import { provisionedCluster, provisionedNetwork } from '../../../../support/provisioned';
import { cluster, type RuleCase } from '../../../assembly/rule-case';

type Managed = Extract<OpenStackNetwork, { kind: 'managed' }>;

const NO_GROUPS = { kind: 'adopted', controlPlane: [], workers: [] } as const;
const GROUP = { filter: { name: 'extra' } };
const PORT = { fixedIPs: [], securityGroups: [] };
const VIRTUAL = { kind: 'virtualIp', address: '10.8.0.254', image: 'kube-vip:v1' } as const;
const SUBNET = { filter: { name: 'public-v4' } };

/** Examples of rules on networks of which Neutron filters nothing, and on addresses of routers. */
export const UNFILTERED_CASES: readonly RuleCase[] = [
  {
    rule: 'port-security',
    broken: cluster({ network: managed({ portSecurity: false }) }),
    sound: unfiltered({}),
    says: `mothership/demo: network.portSecurity is false
  allowed: true with managed security groups
  fix: leave it out, or write securityGroups: SecurityGroups.none()`,
  },
  {
    rule: 'port-security',
    broken: provisionedCluster({
      network: provisionedNetwork({ portSecurity: false }),
      endpoint: VIRTUAL,
    }),
    sound: provisionedCluster({
      network: provisionedNetwork({ portSecurity: false }),
      endpoint: VIRTUAL,
      securityGroups: NO_GROUPS,
    }),
    says: `mothership/demo: network.portSecurity is false
  allowed: true with provisioned security groups
  fix: leave it out, or write securityGroups: SecurityGroups.none()`,
  },
  {
    rule: 'port-security',
    broken: unfiltered({ securityGroups: { ...NO_GROUPS, workers: [GROUP] } }),
    says: `mothership/demo: network.portSecurity is false
  allowed: true with adopted security groups
  fix: write securityGroups: SecurityGroups.none()`,
  },
  {
    rule: 'adopted-security-groups',
    broken: cluster({ securityGroups: { ...NO_GROUPS, workers: [GROUP] } }),
    sound: unfiltered({ bastion: bastionModel() }),
    says: `mothership/demo: securityGroups.controlPlane is []
  allowed: at least one security group
  fix: write NetworkLookup.fromName('…') with the name of a group, or use SecurityGroups.managed()`,
  },
  {
    rule: 'unfiltered-security-groups',
    broken: unfiltered({ controlPlane: controlPlaneModel({ securityGroups: [GROUP] }) }),
    sound: unfiltered({}),
    says: `mothership/demo/control-plane: securityGroups is [{"filter":{"name":"extra"}}]
  allowed: none on a network with portSecurity: false
  fix: leave it out`,
  },
  {
    rule: 'unfiltered-ports',
    broken: unfiltered({ pools: [poolModel({ ports: [{ ...PORT, securityGroups: [GROUP] }] })] }),
    sound: unfiltered({
      pools: [
        poolModel({ ports: [{ ...PORT, enablePortSecurity: true, securityGroups: [GROUP] }] }),
      ],
    }),
    says: `mothership/demo/workers: ports[0].securityGroups is [{"filter":{"name":"extra"}}]
  allowed: none on a network with portSecurity: false
  fix: leave it out, or write enablePortSecurity: true`,
  },
  {
    rule: 'unfiltered-ports',
    broken: unfiltered({
      pools: [
        poolModel({ ports: [{ ...PORT, allowedAddressPairs: [{ ipAddress: '10.8.0.9' }] }] }),
      ],
    }),
    sound: unfiltered({
      pools: [
        poolModel({
          ports: [
            PORT,
            {
              ...PORT,
              network: { filter: { name: 'san' } },
              allowedAddressPairs: [{ ipAddress: '10.8.0.9' }],
            },
          ],
        }),
      ],
    }),
    says: `mothership/demo/workers: ports[0].allowedAddressPairs is [{"ipAddress":"10.8.0.9"}]
  allowed: none on a network with portSecurity: false
  fix: leave it out, or write enablePortSecurity: true`,
  },
  {
    rule: 'router-address-own',
    broken: cluster({
      network: managed({
        router: { filter: { name: 'edge' } },
        externalRouterIPs: [{ subnet: SUBNET }],
      }),
    }),
    sound: cluster({ network: managed({ externalRouterIPs: [{ subnet: SUBNET }] }) }),
    says: `mothership/demo: network.externalRouterIPs is [{"subnet":{"filter":{"name":"public-v4"}}}]
  allowed: none with an existing router
  fix: leave it out`,
  },
  {
    rule: 'router-address-own',
    broken: cluster({
      cloud: cloudModel({ externalNetwork: { kind: 'none' } }),
      network: managed({ externalRouterIPs: [{ subnet: SUBNET }] }),
    }),
    says: `mothership/demo: network.externalRouterIPs is [{"subnet":{"filter":{"name":"public-v4"}}}]
  allowed: none; homelab has no external network
  fix: leave it out`,
  },
  {
    rule: 'router-address',
    broken: cluster({
      network: managed({ externalRouterIPs: [{ subnet: SUBNET, fixedIP: '203.0.113' }] }),
    }),
    sound: cluster({
      network: managed({ externalRouterIPs: [{ subnet: SUBNET, fixedIP: '203.0.113.5' }] }),
    }),
    says: `mothership/demo: network.externalRouterIPs[0].fixedIP is "203.0.113"
  allowed: an address of the subnet
  fix: leave it out to let Neutron choose one`,
  },
  {
    rule: 'lookup-readable',
    broken: cluster({
      network: managed({ externalRouterIPs: [{ subnet: { filter: { name: '' } } }] }),
    }),
    says: `mothership/demo: network.externalRouterIPs is {"name":""}
  allowed: a name, or at least one tag
  fix: write the name of the resource in the cloud`,
  },
];

function managed(part: Partial<Managed>): OpenStackNetwork {
  const usual = { nodeCidr: '10.8.0.0/24', dnsNameservers: [], allocationPools: [] };
  return { kind: 'managed', ...usual, ...part };
}

function unfiltered(rest: Partial<AssembledCluster>): AssembledCluster {
  return cluster({
    network: managed({ portSecurity: false }),
    securityGroups: NO_GROUPS,
    ...rest,
  });
}
