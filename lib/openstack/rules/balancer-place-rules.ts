import { leaveOut } from '../../base/fix';
import type { Rule } from '../../base/rule';
import { compareMinors, providerOf } from '../../cluster/model/profile';
import type { OpenStackCluster } from '../model/cluster';
import { hasBalancer, type OpenStackEndpoint } from '../model/endpoint';
import { describeLookup, type Lookup } from '../model/lookup';
import type { OpenStackNetwork } from '../model/network';
import { UUID } from './lookup-rules';
import { isOvn } from './ovn';

const MEMBERS_SINCE = '0.13';
const SUBNETS = 'CAPO@v0.14.7:controllers/openstackcluster_controller.go';
const OVN_OCTAVIA = 'openstack/ovn-octavia-provider@master:ovn_octavia_provider/driver.py';

/** Rules on the placement, flavor and driver of a load balancer. */
export const BALANCER_PLACE_RULES: readonly Rule<OpenStackCluster>[] = [
  {
    id: 'load-balancer-subnet',
    reason: 'The provider ignores a subnet without a network, and finds subnets only by ID.',
    source: SUBNETS,
    check({ path, endpoint }, refuse) {
      if (endpoint.kind !== 'managed' || endpoint.vipSubnetId === undefined) return;
      const { vipSubnetId, vipNetwork } = endpoint;
      const place = { path, prop: 'endpoint.subnetId' };
      if (!UUID.test(vipSubnetId)) {
        refuse(place, {
          given: vipSubnetId,
          allowed: 'an ID such as "0c1d6a54-0000-4000-8000-000000000000"',
          fix: leaveOut({ begins: 'write the ID of the subnet, or leave it out' }),
        });
      }
      if (vipNetwork !== undefined) return;
      refuse(place, {
        given: vipSubnetId,
        allowed: 'a subnet of endpoint.network, which is not set',
        fix: leaveOut({
          begins: 'add network: NetworkLookup.fromName(…), or leave it out',
        }),
      });
    },
  },
  {
    id: 'load-balancer-network-version',
    reason:
      'Provider 0.12 adds members without their subnet, so Octavia looks for them in the network of the load balancer.',
    source: 'CAPO@v0.12.4:pkg/cloud/services/loadbalancer/loadbalancer.go',
    check(cluster, refuse) {
      const { path, endpoint, network } = cluster;
      if (endpoint.kind !== 'managed' || endpoint.vipNetwork === undefined) return;
      if (isOfMachines(endpoint.vipNetwork, network)) return;
      const { minor } = providerOf(cluster);
      if (compareMinors(minor, MEMBERS_SINCE) >= 0) return;
      refuse(
        { path, prop: 'endpoint.network' },
        {
          given: endpoint.vipNetwork,
          allowed: `none with OpenStack provider ${minor}; a network with ${MEMBERS_SINCE} or later`,
          fix: "leave it out, or use Providers.stable('1.13')",
        },
      );
    },
  },
  {
    id: 'load-balancer-flavor-id',
    reason: 'Octavia needs the ID of a flavor, and provisioning does not look up names.',
    source: 'openstack/octavia@master:octavia/api/v2/types/load_balancer.py',
    check({ path, endpoint }, refuse) {
      if (endpoint.kind !== 'loadBalancer' || endpoint.flavorId === undefined) return;
      if (UUID.test(endpoint.flavorId)) return;
      refuse(
        { path, prop: 'endpoint.flavorId' },
        {
          given: endpoint.flavorId,
          allowed: 'an ID such as "0c1d6a54-0000-4000-8000-000000000000"',
          fix: 'write the ID that "openstack loadbalancer flavor list" shows, or leave it out',
        },
      );
    },
  },
  {
    id: 'load-balancer-ovn',
    reason:
      'The OVN driver supports neither flavors nor availability zones, and Octavia rejects those of other drivers.',
    source: OVN_OCTAVIA,
    check({ path, endpoint }, refuse) {
      if (!hasBalancer(endpoint) || !isOvn(endpoint.provider)) return;
      for (const [prop, value] of driverSettings(endpoint)) {
        refuse(
          { path, prop: `endpoint.${prop}` },
          {
            given: value,
            allowed: `none with the driver ${JSON.stringify(endpoint.provider)}`,
            fix: leaveOut({ or: 'write provider: "amphora"' }),
          },
        );
      }
    },
  },
];

/** Lists the driver-specific settings of a load balancer, by prop. */
function driverSettings(endpoint: OpenStackEndpoint): readonly (readonly [string, string])[] {
  if (endpoint.kind === 'loadBalancer') return givenSettings({ flavorId: endpoint.flavorId });
  if (endpoint.kind !== 'managed') return [];
  const { flavor, availabilityZone } = endpoint;
  return givenSettings({ flavor, availabilityZone });
}

function givenSettings(settings: Readonly<Record<string, string | undefined>>) {
  return Object.entries(settings).flatMap(([prop, value]) =>
    value === undefined ? [] : [[prop, value] as const],
  );
}

/** Tells whether a lookup is written in the same way as that of the machines' network. */
function isOfMachines(lookup: Lookup, network: OpenStackNetwork): boolean {
  return network.kind === 'adopted' && describeLookup(lookup) === describeLookup(network.network);
}
