import { isAddress } from '../../base/cidr';
import { leaveOut, write } from '../../base/fix';
import type { Rule } from '../../base/rule';
import { hostOf } from '../../cluster/rules/hosts';
import { zoneFinding } from '../../cluster/rules/placement-rules';
import type { OpenStackCluster } from '../model/cluster';
import { isUnfiltered } from '../model/network';

const CONTROLLER = 'CAPO@v0.14.7:controllers/openstackcluster_controller.go';
const CLUSTER_CRD =
  'CAPO@v0.14.7:config/crd/bases/infrastructure.cluster.x-k8s.io_openstackclusters.yaml';

/** Rules on bastions, in addition to those on servers. */
export const BASTION_RULES: readonly Rule<OpenStackCluster>[] = [
  {
    id: 'bastion-zone',
    reason: 'Nova cannot create a server in an availability zone that does not exist.',
    source: CONTROLLER,
    check({ path, bastion, cloud }, refuse) {
      const zone = bastion?.availabilityZone;
      if (zone === undefined) return;
      const known = cloud.failureDomains;
      if (known === undefined ? zone.trim() !== '' : known.includes(zone)) return;
      refuse({ path, prop: 'bastion.availabilityZone' }, zoneFinding(zone, known, cloud.path));
    },
  },
  {
    id: 'bastion-floating-ip',
    reason: 'A floating IP must be an IPv4 address of an external network.',
    source: CLUSTER_CRD,
    check({ path, bastion, cloud }, refuse) {
      const address = bastion?.floatingIP;
      if (address === undefined) return;
      const place = { path, prop: 'bastion.floatingIP' };
      if (cloud.externalNetwork?.kind === 'none') {
        refuse(place, {
          given: address,
          allowed: `none; ${cloud.path} has no external network`,
          fix: leaveOut({ or: `set externalNetwork on ${cloud.path}` }),
        });
      } else if (!isAddress(address, 4)) {
        const host = hostOf(address);
        refuse(place, {
          given: address,
          allowed: 'an IPv4 address',
          fix:
            host !== undefined && isAddress(host, 4)
              ? write(host)
              : 'write a floating IP of the project, such as "203.0.113.10"',
        });
      }
    },
  },
  {
    id: 'bastion-floating-ip-own',
    reason: 'A floating IP can be associated with only one port.',
    source: 'CAPO@v0.14.7:pkg/cloud/services/networking/floatingip.go',
    check({ path, bastion, endpoint }, refuse) {
      if (bastion?.floatingIP === undefined || endpoint.kind === 'external') return;
      if (endpoint.floatingIP?.kind !== 'address') return;
      if (endpoint.floatingIP.address !== bastion.floatingIP) return;
      refuse(
        { path, prop: 'bastion.floatingIP' },
        {
          given: bastion.floatingIP,
          allowed: 'an address other than that of the endpoint',
          fix: leaveOut({ ends: ' to have one allocated' }),
        },
      );
    },
  },
  {
    id: 'bastion-security-groups',
    reason:
      'A bastion without security groups gets the default group of the project, which allows no traffic from outside.',
    source: 'CAPO@v0.14.7:pkg/cloud/services/networking/securitygroups.go',
    check({ path, bastion, network, securityGroups }, refuse) {
      if (bastion?.enabled !== true || securityGroups.kind === 'managed') return;
      if (isUnfiltered(network)) return;
      if (bastion.securityGroups.length > 0) return;
      refuse(
        { path, prop: 'bastion.securityGroups' },
        {
          given: [],
          allowed: `at least one security group, because the groups of the cluster are ${securityGroups.kind}`,
          fix: "write NetworkLookup.fromName('…') with the name of a group that allows SSH",
        },
      );
    },
  },
];
