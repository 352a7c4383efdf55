import { leaveOut } from '../../base/fix';
import type { Rule } from '../../base/rule';
import type { OpenStackCluster } from '../model/cluster';
import { mayBeOnClusterNetwork } from '../model/cluster-ports';
import type { ServerSubject } from './subjects';

const NEUTRON_PORTS = 'openstack/neutron-lib@master:neutron_lib/api/definitions/port_security.py';

const NO_GROUPS = 'write securityGroups: SecurityGroups.none()';

/** Rules on clusters on a network without port security. */
export const UNFILTERED_NETWORK_RULES: readonly Rule<OpenStackCluster>[] = [
  {
    id: 'port-security',
    reason: 'Neutron rejects security groups on ports without port security.',
    source: NEUTRON_PORTS,
    check({ path, securityGroups }, refuse) {
      const { kind } = securityGroups;
      const groups =
        kind === 'adopted' ? [...securityGroups.controlPlane, ...securityGroups.workers] : [kind];
      if (groups.length === 0) return;
      refuse(
        { path, prop: 'network.portSecurity' },
        {
          given: false,
          allowed: `true with ${kind} security groups`,
          fix: kind === 'adopted' ? NO_GROUPS : leaveOut({ or: NO_GROUPS }),
        },
      );
    },
  },
];

/** Rules on servers on a network without port security. */
export const UNFILTERED_SERVER_RULES: readonly Rule<ServerSubject>[] = [
  {
    id: 'unfiltered-security-groups',
    reason: 'The security groups of a server apply to all its ports, one of which accepts none.',
    source: NEUTRON_PORTS,
    check({ machine: { path, securityGroups } }, refuse) {
      if (securityGroups.length === 0) return;
      refuse(
        { path, prop: 'securityGroups' },
        {
          given: securityGroups,
          allowed: 'none on a network with portSecurity: false',
          fix: leaveOut(),
        },
      );
    },
  },
  {
    id: 'unfiltered-ports',
    reason: 'Neutron rejects security groups and address pairs on ports without port security.',
    source: NEUTRON_PORTS,
    check({ cluster, machine: { path, ports = [] } }, refuse) {
      ports.forEach((port, index) => {
        if (port.enablePortSecurity !== undefined || !mayBeOnClusterNetwork(port, cluster)) return;
        for (const field of ['securityGroups', 'allowedAddressPairs'] as const) {
          const given = port[field] ?? [];
          if (given.length === 0) continue;
          refuse(
            { path, prop: `ports[${index}].${field}` },
            {
              given,
              allowed: 'none on a network with portSecurity: false',
              fix: leaveOut({ or: 'write enablePortSecurity: true' }),
            },
          );
        }
      });
    },
  },
];
