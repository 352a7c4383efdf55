import { HCLOUD_CLOUD_CONTROLLER_MANAGER } from '../../../../../lib/hetzner/addons/cloud-controller-manager';
import { HetznerEndpoint } from '../../../../../lib/hetzner/model/endpoint';
import { BalancerHealthCheck } from '../../../../../lib/hetzner/model/health-check';
import {
  type HetznerModel,
  hetznerCluster,
  serverControlPlane,
  serverPool,
} from '../../../../support/hetzner-models';
import { addonModel } from '../../../../support/models';
import type { RuleCase } from '../../../assembly/rule-case';
import { behind, onNetwork, withServerPool } from './hetzner-case';

/** Examples of rules on clusters on Hetzner Cloud. */
export const HETZNER_CLUSTER_CASES: readonly RuleCase[] = [
  {
    rule: 'hetzner-regions',
    broken: hetznerCluster({ controlPlaneRegions: [] }),
    sound: hetznerCluster({ controlPlaneRegions: ['hel1'] }),
    says: `mothership/demo: controlPlaneRegions is []
  allowed: at least one region
  fix: write ["fsn1"]`,
  },
  {
    rule: 'hetzner-regions',
    broken: hetznerCluster({ controlPlaneRegions: ['fsn1', 'fsn1'] }),
    says: `mothership/demo: controlPlaneRegions is ["fsn1","fsn1"]
  allowed: each value once
  fix: write ["fsn1"]`,
  },
  {
    rule: 'hetzner-region-zone',
    broken: hetznerCluster({ controlPlaneRegions: ['fsn1', 'ash', 'hel1'] }),
    sound: hetznerCluster({ controlPlaneRegions: ['fsn1', 'hel1'] }),
    says: `mothership/demo: controlPlaneRegions is ["fsn1","ash","hel1"]
  allowed: regions of one network zone, such as "fsn1", "nbg1", "hel1"
  fix: write ["fsn1", "hel1"]`,
  },
  {
    rule: 'hetzner-balancer-zone',
    broken: behind({ region: 'ash' }),
    sound: behind({ region: 'hel1' }),
    says: `mothership/demo: endpoint.region is "ash"
  allowed: a region of eu-central, where the control plane is: "fsn1", "nbg1", "hel1"
  fix: write "fsn1"`,
  },
  {
    rule: 'hcloud-controller-release',
    broken: controlled('1.34.0'),
    sound: controlled('1.35.0'),
    says: `mothership/demo/hello: version is "1.34.0"
  allowed: 1.35.0 or newer
  fix: leave it out, or write "1.35.0"`,
  },
  {
    rule: 'hetzner-network-range',
    broken: onNetwork({ cidrBlock: '100.64.0.0/16', subnetCidrBlock: '100.64.0.0/24' }),
    sound: onNetwork({ cidrBlock: '172.16.0.0/12', subnetCidrBlock: '172.16.0.0/24' }),
    says: `mothership/demo: network.cidrBlock is "100.64.0.0/16"
  allowed: an aligned range in 10.0.0.0/8, 172.16.0.0/12 or 192.168.0.0/16, a /24 or larger
  fix: write, for example, "10.0.0.0/16"`,
  },
  {
    rule: 'hetzner-network-range',
    broken: onNetwork({ cidrBlock: '10.0.0.0/25' }),
    sound: onNetwork({ cidrBlock: '10.0.0.0/24' }),
    says: `mothership/demo: network.cidrBlock is "10.0.0.0/25"
  allowed: an aligned range in 10.0.0.0/8, 172.16.0.0/12 or 192.168.0.0/16, a /24 or larger
  fix: write, for example, "10.0.0.0/16"`,
  },
  {
    rule: 'hetzner-network-range',
    broken: onNetwork({ cidrBlock: '10.0.0.0' }),
    says: `mothership/demo: network.cidrBlock is "10.0.0.0"
  allowed: an aligned range in 10.0.0.0/8, 172.16.0.0/12 or 192.168.0.0/16, a /24 or larger
  fix: write, for example, "10.0.0.0/16"`,
  },
  {
    rule: 'hetzner-subnet-range',
    broken: onNetwork({ subnetCidrBlock: '10.1.0.0/24' }),
    sound: onNetwork({ subnetCidrBlock: '10.0.1.0/24' }),
    says: `mothership/demo: network.subnetCidrBlock is "10.1.0.0/24"
  allowed: an aligned range in 10.0.0.0/16, a /30 or larger, without 172.31.1.1
  fix: write, for example, "10.0.0.0/24"`,
  },
  {
    rule: 'hetzner-subnet-range',
    broken: onNetwork({ subnetCidrBlock: '10.0.0.0/31' }),
    sound: onNetwork({ subnetCidrBlock: '10.0.0.0/30' }),
    says: `mothership/demo: network.subnetCidrBlock is "10.0.0.0/31"
  allowed: an aligned range in 10.0.0.0/16, a /30 or larger, without 172.31.1.1
  fix: write, for example, "10.0.0.0/24"`,
  },
  {
    rule: 'hetzner-subnet-range',
    broken: onNetwork({ cidrBlock: '172.16.0.0/12', subnetCidrBlock: '172.31.0.0/16' }),
    sound: onNetwork({ cidrBlock: '172.16.0.0/12', subnetCidrBlock: '172.31.0.0/24' }),
    says: `mothership/demo: network.subnetCidrBlock is "172.31.0.0/16"
  allowed: an aligned range in 172.16.0.0/12, a /30 or larger, without 172.31.1.1
  fix: write, for example, "172.16.0.0/24"`,
  },
  {
    rule: 'hetzner-network-servers',
    broken: withServerPool({ replicas: 95 }),
    sound: withServerPool({ replicas: 94 }),
    says: `mothership/demo: network is "101 servers and load balancers, including those of a rollout"
  allowed: at most 100 in a private network
  fix: write network: HetznerNetwork.public(), or make pools smaller`,
  },
  {
    rule: 'hetzner-network-servers',
    broken: withServerPool({ autoscale: { minSize: 1, maxSize: 96 } }, withoutBalancer()),
    sound: withServerPool({ autoscale: { minSize: 1, maxSize: 95 } }, withoutBalancer()),
    says: `mothership/demo: network is "101 servers and load balancers, including those of a rollout"
  allowed: at most 100 in a private network
  fix: write network: HetznerNetwork.public(), or make pools smaller`,
  },
  {
    rule: 'hetzner-balancer-name',
    broken: hetznerCluster({ endpoint: adopted('') }),
    sound: hetznerCluster({ endpoint: adopted('api') }),
    says: `mothership/demo: endpoint.name is ""
  allowed: the name of a load balancer of the project
  fix: write its name, or use HetznerEndpoint.managed(…)`,
  },
  {
    rule: 'hetzner-balancer-host',
    broken: behind({ dnsName: 'https://api.example.org' }),
    sound: behind({ dnsName: 'api.example.org' }),
    says: `mothership/demo: endpoint.dnsName is "https://api.example.org"
  allowed: a host name or an IP address, without scheme and port
  fix: write "api.example.org"`,
  },
  {
    rule: 'hetzner-balancer-services',
    broken: behind({ extraServices: [{ listenPort: 6443, destinationPort: 0 }] }),
    sound: behind({ extraServices: [{ listenPort: 443, destinationPort: 30443 }] }),
    says: `mothership/demo: endpoint.extraServices[0].listenPort is 6443
  allowed: a port from 1 to 65535 other than 6443
  fix: write 8443
mothership/demo: endpoint.extraServices[0].destinationPort is 0
  allowed: a port from 1 to 65535
  fix: write, for example, 30443`,
  },
  {
    rule: 'hetzner-balancer-services',
    broken: behind({
      extraServices: [443, 443].map((listenPort) => ({ listenPort, destinationPort: 30443 })),
    }),
    says: `mothership/demo: endpoint.extraServices[1].listenPort is 443
  allowed: a port from 1 to 65535 other than 6443, 443
  fix: write 8443`,
  },
  {
    rule: 'hetzner-balancer-services',
    broken: behind(services(5)),
    sound: behind(services(4)),
    says: `mothership/demo: endpoint.type is "lb11"
  allowed: a type for 6 services; lb11 supports 5
  fix: write "lb21"`,
  },
  {
    rule: 'hetzner-balancer-services',
    broken: behind({ ...services(30), type: 'lb31' }),
    sound: behind({ ...services(29), type: 'lb31' }),
    says: `mothership/demo: endpoint.type is "lb31"
  allowed: a type for 31 services; lb31 supports 30
  fix: remove services from extraServices`,
  },
  {
    rule: 'hetzner-health-check',
    broken: behind({
      healthCheck: BalancerHealthCheck.tcp({
        port: 0,
        intervalSeconds: 2,
        timeoutSeconds: 61,
        retries: 6,
      }),
    }),
    sound: behind({
      healthCheck: BalancerHealthCheck.tcp({
        port: 1,
        intervalSeconds: 3,
        timeoutSeconds: 60,
        retries: 5,
      }),
    }),
    says: `mothership/demo: endpoint.healthCheck.port is 0
  allowed: an integer from 1 to 65535
  fix: leave it out
mothership/demo: endpoint.healthCheck.intervalSeconds is 2
  allowed: an integer from 3 to 60
  fix: leave it out
mothership/demo: endpoint.healthCheck.timeoutSeconds is 61
  allowed: an integer from 1 to 60
  fix: leave it out
mothership/demo: endpoint.healthCheck.retries is 6
  allowed: an integer from 1 to 5
  fix: leave it out`,
  },
  {
    rule: 'hetzner-health-answer',
    broken: behind({
      healthCheck: BalancerHealthCheck.https({ path: 'readyz', statusCodes: ['200', 'ok', '600'] }),
    }),
    sound: behind({
      healthCheck: BalancerHealthCheck.https({ path: '/readyz', statusCodes: ['200', '2??'] }),
    }),
    says: `mothership/demo: endpoint.healthCheck.path is "readyz"
  allowed: a path that starts with "/"
  fix: write "/readyz"
mothership/demo: endpoint.healthCheck.statusCodes is "ok"
  allowed: three digits or "?" wildcards, such as "200" or "2??"
  fix: leave it out
mothership/demo: endpoint.healthCheck.statusCodes is "600"
  allowed: three digits or "?" wildcards, such as "200" or "2??"
  fix: leave it out`,
  },
  {
    rule: 'hcloud-group-name',
    broken: hetznerCluster({ placementGroups: ['My Group', 'my-group'] }),
    sound: hetznerCluster({ placementGroups: ['my-group'] }),
    says: `mothership/demo: placementGroups is "My Group"
  allowed: lower-case letters, digits and dashes, no dash at either end, at most 63 characters
  fix: name it "my-group-2"`,
  },
  {
    rule: 'hcloud-group-name',
    broken: hetznerCluster({ placementGroups: ['a', 'a'] }),
    says: `mothership/demo: placementGroups is ["a","a"]
  allowed: each value once
  fix: write ["a"]`,
  },
  {
    rule: 'hcloud-group-room',
    broken: together(6),
    sound: together(5),
    says: `mothership/demo: placementGroups is "all"
  allowed: a group of at most 10 servers; this one would have 11
  fix: move some of its pools to another group, or make them smaller`,
  },
  {
    rule: 'hcloud-group-room',
    broken: overZones(9),
    sound: overZones(8),
    says: `mothership/demo: placementGroups is "web"
  allowed: a group of at most 10 servers; this one would have 11
  fix: move some of its pools to another group, or make them smaller`,
  },
  {
    rule: 'hcloud-group-known',
    broken: hetznerCluster({
      placementGroups: ['web'],
      pools: [serverPool({ placementGroup: 'wep' })],
    }),
    sound: hetznerCluster({
      placementGroups: ['web'],
      pools: [serverPool({ placementGroup: 'web' })],
    }),
    says: `mothership/demo/workers: placementGroup is "wep"
  allowed: a group of mothership/demo: "web"
  fix: write "web", or add "wep" to the placementGroups of mothership/demo`,
  },
  {
    rule: 'hcloud-group-known',
    broken: withServerPool({ placementGroup: 'web' }),
    says: `mothership/demo/workers: placementGroup is "web"
  allowed: a group of mothership/demo, which has none
  fix: leave it out, or add "web" to the placementGroups of mothership/demo`,
  },
];

function withoutBalancer(): Partial<HetznerModel> {
  return { endpoint: HetznerEndpoint.external({ host: 'api.example.org' }).model };
}

function adopted(name: string): HetznerModel['endpoint'] {
  return HetznerEndpoint.fromLoadBalancer(name, { region: 'fsn1' }).model;
}

function services(number: number) {
  return {
    extraServices: Array.from({ length: number }, (_, index) => ({
      listenPort: 8000 + index,
      destinationPort: 30000 + index,
    })),
  };
}

/** Control plane of three and a pool in one group. */
function together(replicas: number): HetznerModel {
  return hetznerCluster({
    placementGroups: ['all'],
    controlPlane: serverControlPlane({ placementGroup: 'all' }),
    pools: [serverPool({ placementGroup: 'all', replicas })],
  });
}

/** Pool over two regions in a group. */
function overZones(replicas: number): HetznerModel {
  return hetznerCluster({
    placementGroups: ['web'],
    pools: [
      serverPool({ placementGroup: 'web', replicas, failureDomains: ['fsn1', 'nbg1'] }),
      serverPool({ name: 'others', replicas: 20 }),
    ],
  });
}

/** Cluster with a release of the cloud controller manager. */
function controlled(version: string): HetznerModel {
  return hetznerCluster({
    addons: [addonModel({ type: HCLOUD_CLOUD_CONTROLLER_MANAGER, version })],
  });
}
