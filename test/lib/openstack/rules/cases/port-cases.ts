import type { Lookup } from '../../../../../lib/openstack/model/lookup';
import type { PortModel } from '../../../../../lib/openstack/model/port';
import type { AssembledCluster } from '../../../../support/openstack-cluster';
import { type RuleCase, withControlPlane, withPool } from '../../../assembly/rule-case';

const STORAGE = { filter: { name: 'storage' } };
const GROUP = { filter: { name: 'extra' } };
const LAN = { filter: { name: 'lan' } };
const ID = '0c1d6a54-0000-4000-8000-000000000000';
const ADOPTED = adopted(STORAGE);
const OF_PROJECT = adopted({ filter: { name: 'lan', projectID: 'a' } });
const OWN_GROUPS: Partial<AssembledCluster> = {
  securityGroups: { kind: 'adopted', controlPlane: [GROUP], workers: [GROUP] },
};
const UNFILTERED = { network: STORAGE, enablePortSecurity: false };

/** Examples of rules on the ports of machines. */
export const PORT_CASES: readonly RuleCase[] = [
  {
    rule: 'port-cluster-network',
    broken: ports([{ network: STORAGE }]),
    sound: ports([{ network: STORAGE }], ADOPTED),
    says: `mothership/demo/workers: ports is [{"filter":{"name":"storage"}}]
  allowed: a port on the cluster's network: one without network, or with the cluster's network
  fix: add {} as the first port`,
  },
  {
    rule: 'port-cluster-network',
    broken: ports([{ network: LAN }], ADOPTED),
    sound: ports([{ network: { id: ID } }], ADOPTED),
    says: `mothership/demo/workers: ports is [{"filter":{"name":"lan"}}]
  allowed: a port on the cluster's network: one without network, or with the cluster's network
  fix: add {} as the first port`,
  },
  {
    rule: 'port-cluster-network',
    broken: ports([{ network: { id: ID.replace('0', '1') } }], adopted({ id: ID })),
    sound: ports([{ network: { id: ID.replaceAll('-', '').toUpperCase() } }], adopted({ id: ID })),
    says: `mothership/demo/workers: ports is [{"id":"1c1d6a54-0000-4000-8000-000000000000"}]
  allowed: a port on the cluster's network: one without network, or with the cluster's network
  fix: add {} as the first port`,
  },
  {
    rule: 'port-cluster-network',
    broken: ports([{ network: { filter: { projectID: 'b', tags: ['a'] } } }], OF_PROJECT),
    sound: ports([{ network: { filter: { tags: ['a'] } } }], OF_PROJECT),
    says: `mothership/demo/workers: ports is [{"filter":{"projectID":"b","tags":["a"]}}]
  allowed: a port on the cluster's network: one without network, or with the cluster's network
  fix: add {} as the first port`,
  },
  {
    rule: 'port-fixed-ip-network',
    broken: ports([{ fixedIPs: [{ subnet: STORAGE }] }]),
    sound: ports([{}, { network: STORAGE, fixedIPs: [{ subnet: STORAGE }] }]),
    says: `mothership/demo/workers: ports[0].fixedIPs is [{"subnet":{"filter":{"name":"storage"}}}]
  allowed: fixed IPs together with a network
  fix: add the network of the port, or leave fixedIPs out`,
  },
  {
    rule: 'port-fixed-ip',
    broken: storage([{ ipAddress: '10.1.0.9' }, { ipAddress: '10.1.0' }, {}]),
    sound: withPool({
      replicas: 1,
      ports: [port({}), port({ network: STORAGE, fixedIPs: [{ ipAddress: '10.1.0.9' }] })],
      rollout: { maxSurge: 0, maxUnavailable: 1 },
    }),
    says: `mothership/demo/workers: ports[1].fixedIPs is "10.1.0.9"
  allowed: an address only for a single machine, not for 2
  fix: write the subnet instead of the address
mothership/demo/workers: ports[1].fixedIPs is "10.1.0"
  allowed: an address of the subnet
  fix: leave ipAddress out to get any address
mothership/demo/workers: ports[1].fixedIPs is {}
  allowed: a subnet or an address
  fix: write subnet, or leave it out`,
  },
  {
    rule: 'port-fixed-ip',
    broken: withControlPlane({
      ports: [port({}), port({ network: STORAGE, fixedIPs: [{ ipAddress: '10.1.0.9' }] })],
    }),
    says: `mothership/demo/control-plane: ports[1].fixedIPs is "10.1.0.9"
  allowed: an address only for a single machine, not for 3
  fix: write the subnet instead of the address`,
  },
  {
    rule: 'port-name-suffix',
    broken: ports([{ nameSuffix: '1' }, {}, { nameSuffix: 'Data_Net' }]),
    sound: ports([{ nameSuffix: '0' }, { nameSuffix: 'data' }, {}]),
    says: `mothership/demo/workers: ports[1].nameSuffix is "1"
  allowed: lower-case letters, digits and dashes, at most 30 characters, different from the suffixes and indexes of other ports
  fix: write "port-1"
mothership/demo/workers: ports[2].nameSuffix is "Data_Net"
  allowed: lower-case letters, digits and dashes, at most 30 characters, different from the suffixes and indexes of other ports
  fix: write "data-net"`,
  },
  {
    rule: 'port-tags',
    broken: ports([{ tags: ['a,b', 'c', 'c'] }]),
    sound: ports([{ tags: ['a', 'b', 'c'] }]),
    says: `mothership/demo/workers: ports[0].tags is "a,b"
  allowed: tags of 1 to 60 characters without commas or slashes
  fix: write "a", "b"
mothership/demo/workers: ports[0].tags is ["a,b","c","c"]
  allowed: unique tags
  fix: write ["a,b", "c"]`,
  },
  {
    rule: 'port-address-pair',
    broken: ports([{ allowedAddressPairs: [{ ipAddress: 'vip', macAddress: 'fa:16' }] }]),
    sound: ports([
      { allowedAddressPairs: [{ ipAddress: '10.8.0.0/28', macAddress: 'fa:16:3e:00:00:01' }] },
    ]),
    says: `mothership/demo/workers: ports[0].allowedAddressPairs is "vip"
  allowed: an address or a range
  fix: write a numeric address or range, or leave it out
mothership/demo/workers: ports[0].allowedAddressPairs is "fa:16"
  allowed: a MAC address such as "fa:16:3e:00:00:01"
  fix: leave it out to use the port's own`,
  },
  {
    rule: 'port-profile',
    broken: ports([{ profile: { trustedVF: true } }]),
    sound: ports([{ profile: { trustedVF: true }, vnicType: 'direct' }]),
    says: `mothership/demo/workers: ports[0].profile is {"trustedVF":true}
  allowed: a profile with a vnicType other than "normal"
  fix: write vnicType: "direct"`,
  },
  {
    rule: 'port-security-groups',
    broken: ports([{}, { ...UNFILTERED, securityGroups: [GROUP] }]),
    sound: ports([{}, UNFILTERED]),
    says: `mothership/demo/workers: ports[1].securityGroups is [{"filter":{"name":"extra"}}]
  allowed: none with enablePortSecurity: false
  fix: leave one of the two out`,
  },
  {
    rule: 'port-security-groups',
    broken: grouped({}),
    sound: grouped(OWN_GROUPS),
    says: `mothership/demo/workers: ports[1].enablePortSecurity is false
  allowed: true, because every port of the machine gets its security groups in addition to the managed ones
  fix: move the rules of the groups to SecurityGroups.managed(), and leave the groups out`,
  },
  {
    rule: 'port-managed-groups',
    broken: ports([{ securityGroups: [GROUP] }]),
    sound: ports([{}, { network: STORAGE, securityGroups: [GROUP] }]),
    says: `mothership/demo/workers: ports[0].securityGroups is [{"filter":{"name":"extra"}}]
  allowed: none on the port of the cluster's network
  fix: set them as securityGroups of the machine, which adds them`,
  },
  {
    rule: 'port-address-pairs',
    broken: ports([
      { enablePortSecurity: false, allowedAddressPairs: [{ ipAddress: '10.8.0.9' }] },
    ]),
    sound: ports([{ allowedAddressPairs: [{ ipAddress: '10.8.0.9' }] }]),
    says: `mothership/demo/workers: ports[0].allowedAddressPairs is [{"ipAddress":"10.8.0.9"}]
  allowed: none with enablePortSecurity: false
  fix: leave one of the two out`,
  },
  {
    rule: 'machine-lookup-readable',
    broken: ports([{}, { network: { id: 'storage' } }]),
    says: `mothership/demo/workers: ports[1].network is "storage"
  allowed: an ID such as "0c1d6a54-0000-4000-8000-000000000000"
  fix: write NetworkLookup.fromName("storage") if that is its name`,
  },
  {
    rule: 'port-name-suffix',
    broken: ports([{ nameSuffix: 's'.repeat(31) }]),
    sound: ports([{ nameSuffix: 's'.repeat(30) }]),
    says: `mothership/demo/workers: ports[0].nameSuffix is "sssssssssssssssssssssssssssssss"
  allowed: lower-case letters, digits and dashes, at most 30 characters, different from the suffixes and indexes of other ports
  fix: write "sssssssssssssssssssssssssss"`,
  },
];

function adopted(network: Lookup): Partial<AssembledCluster> {
  return { network: { kind: 'adopted', network, subnets: [] } };
}

function port(given: Partial<PortModel>): PortModel {
  return { fixedIPs: [], securityGroups: [], ...given };
}

function ports(given: readonly Partial<PortModel>[], rest: Partial<AssembledCluster> = {}) {
  return withPool({ ports: given.map(port), replicas: 2 }, rest);
}

/** Pool with groups of its own, and a port at which Neutron filters nothing. */
function grouped(rest: Partial<AssembledCluster>) {
  return withPool({ ports: [{}, UNFILTERED].map(port), securityGroups: [GROUP] }, rest);
}

function storage(fixedIPs: PortModel['fixedIPs']) {
  return ports([{}, { network: STORAGE, fixedIPs }]);
}
