import type { PortModel } from '../../../../../lib/openstack/model/port';
import { cluster, onCloud, type RuleCase, withPool } from '../../../assembly/rule-case';

const ID = '0c1d6a54-0000-4000-8000-000000000000';
const GROUP = 'k8s-cluster-demo-demo-secgroup-worker';
const OTHER_NETWORK = 'k8s-clusterapi-cluster-other-other';

/** Examples of rules on what exists and is looked up. */
export const LOOKUP_CASES: readonly RuleCase[] = [
  {
    rule: 'lookup-readable',
    broken: onNetwork({ id: 'tenant-net' }),
    sound: onNetwork({ id: ID }),
    says: `mothership/demo: network is "tenant-net"
  allowed: an ID such as "0c1d6a54-0000-4000-8000-000000000000"
  fix: write ClusterNetwork.fromName("tenant-net") if that is its name`,
  },
  {
    rule: 'lookup-readable',
    broken: onNetwork({ filter: { name: '' } }),
    sound: onNetwork({ filter: { tagsAny: ['prod'] } }),
    says: `mothership/demo: network is {"name":""}
  allowed: a name, or at least one tag
  fix: write the name of the resource in the cloud`,
  },
  {
    rule: 'lookup-readable',
    broken: onNetwork({ filter: { tags: ['prod,eu', 'team/a'] } }),
    says: `mothership/demo: network is "prod,eu"
  allowed: tags of 1 to 255 characters without commas
  fix: write "prod", "eu"`,
  },
  {
    rule: 'external-network-readable',
    broken: onCloud({ externalNetwork: { kind: 'lookup', network: { id: 'public' } } }),
    sound: onCloud({
      externalNetwork: { kind: 'lookup', network: { filter: { name: 'public' } } },
    }),
    says: `homelab: externalNetwork is "public"
  allowed: an ID such as "0c1d6a54-0000-4000-8000-000000000000"
  fix: write ExternalNetwork.fromName("public") if that is its name`,
  },
  {
    rule: 'lookup-readable',
    broken: cluster({ network: { kind: 'adopted', network: { id: ID }, subnets: [{ id: '' }] } }),
    says: `mothership/demo: network.subnets is ""
  allowed: an ID such as "0c1d6a54-0000-4000-8000-000000000000"
  fix: write the ID`,
  },
  {
    rule: 'adopted-name-managed',
    broken: onNetwork({ filter: { name: 'k8s-clusterapi-cluster-prod-prod' } }),
    sound: onNetwork({ filter: { name: 'clusterapi-network' } }),
    says: `mothership/demo: network is "k8s-clusterapi-cluster-prod-prod"
  allowed: a name unlike "k8s-clusterapi-cluster-…", which a cluster deletes
  fix: rename it in the cloud, or look it up by its ID`,
  },
  {
    rule: 'adopted-name-managed',
    broken: groups(GROUP),
    sound: groups('workers'),
    says: `mothership/demo: securityGroups.workers is "k8s-cluster-demo-demo-secgroup-worker"
  allowed: a name unlike "k8s-cluster-…-secgroup-…", which a cluster deletes
  fix: rename it in the cloud, or look it up by its ID`,
  },
  {
    rule: 'machine-lookup-readable',
    broken: withPool({ image: { id: 'ubuntu-2204' } }),
    sound: withPool({ image: { id: ID.replaceAll('-', '') } }),
    says: `mothership/demo/workers: image is "ubuntu-2204"
  allowed: an ID such as "0c1d6a54-0000-4000-8000-000000000000"
  fix: write MachineImage.fromName("ubuntu-2204") if that is its name`,
  },
  {
    rule: 'machine-lookup-readable',
    broken: withPool({ serverGroup: { filter: {} } }),
    says: `mothership/demo/workers: serverGroup is {}
  allowed: a name, or at least one tag
  fix: write the name of the resource in the cloud`,
  },
  {
    rule: 'machine-group-managed',
    broken: withPool({ securityGroups: [{ filter: { name: GROUP } }] }),
    sound: withPool({ securityGroups: [{ id: ID }] }),
    says: `mothership/demo/workers: securityGroups is "k8s-cluster-demo-demo-secgroup-worker"
  allowed: a name unlike "k8s-cluster-…-secgroup-…", which a cluster deletes
  fix: rename it in the cloud, or look it up by its ID`,
  },
  {
    rule: 'machine-network-managed',
    broken: withPool({
      ports: [
        port({}),
        port({
          network: { filter: { name: OTHER_NETWORK } },
          fixedIPs: [{ subnet: { filter: { name: OTHER_NETWORK } } }],
        }),
      ],
    }),
    sound: withPool({
      ports: [
        port({}),
        port({ network: { filter: { name: 'k8s-clusterapi-cluster-demo-demo' } } }),
        port({ network: { id: ID } }),
      ],
    }),
    says: `mothership/demo/workers: ports[1].network is "k8s-clusterapi-cluster-other-other"
  allowed: a name unlike "k8s-clusterapi-cluster-…", which a cluster deletes
  fix: rename it in the cloud, or look it up by its ID
mothership/demo/workers: ports[1].fixedIPs is "k8s-clusterapi-cluster-other-other"
  allowed: a name unlike "k8s-clusterapi-cluster-…", which a cluster deletes
  fix: rename it in the cloud, or look it up by its ID`,
  },
  {
    rule: 'server-group-filter',
    broken: withPool({ serverGroup: { filter: { tags: ['spread'] } } }),
    sound: withPool({ serverGroup: { filter: { name: 'spread' } } }),
    says: `mothership/demo/workers: serverGroup is {"tags":["spread"]}
  allowed: a name or an ID
  fix: write NetworkLookup.fromName("my-group")`,
  },
];

function port(given: Partial<PortModel>): PortModel {
  return { fixedIPs: [], securityGroups: [], ...given };
}

function onNetwork(
  network: { id: string } | { filter: { name?: string; tags?: string[]; tagsAny?: string[] } },
) {
  return cluster({ network: { kind: 'adopted', network, subnets: [] } });
}

function groups(name: string) {
  const lookup = [{ filter: { name } }];
  return cluster({
    securityGroups: { kind: 'adopted', controlPlane: [{ id: ID }], workers: lookup },
  });
}
