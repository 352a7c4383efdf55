import { leaveOut } from '../../base/fix';
import type { Rule } from '../../base/rule';
import { isOnClusterNetwork } from '../model/cluster-ports';
import type { MachineSubject } from './subjects';

const WEBHOOK = 'CAPO@v0.14.7:pkg/webhooks/openstackmachine_webhook.go';
const PORT = 'CAPO@v0.14.7:controllers/openstackmachine_controller.go';
const NEUTRON = 'openstack/neutron@master:neutron/db/allowedaddresspairs_db.py';

/** Rules on what Neutron filters at the ports of machines. */
export const PORT_SECURITY_RULES: readonly Rule<MachineSubject>[] = [
  {
    id: 'port-security-groups',
    reason: 'A port without port security may have no security groups, and is not made with any.',
    source: WEBHOOK,
    check(subject, refuse) {
      const { path, ports = [], securityGroups } = subject.machine;
      const isManaged = subject.cluster.securityGroups.kind === 'managed';
      ports.forEach((port, index) => {
        if (port.enablePortSecurity !== false) return;
        if (port.securityGroups.length > 0) {
          refuse(
            { path, prop: `ports[${index}].securityGroups` },
            {
              given: port.securityGroups,
              allowed: 'no security groups beside enablePortSecurity: false',
              fix: leaveOut({ begins: 'leave one of the two out' }),
            },
          );
        } else if (isManaged && securityGroups.length > 0) {
          refuse(
            { path, prop: `ports[${index}].enablePortSecurity` },
            {
              given: false,
              allowed:
                'true, as every port of the machine gets the security groups that it has besides those that Cluster API manages',
              fix: 'put what the groups allow into the rules of SecurityGroups.managed(), and leave them out',
            },
          );
        }
      });
    },
  },
  {
    id: 'port-managed-groups',
    reason:
      'A port with security groups of its own gets none of those that Cluster API manages, and its node reaches no other.',
    source: PORT,
    check({ cluster, machine: { path, ports = [] } }, refuse) {
      if (cluster.securityGroups.kind !== 'managed') return;
      ports.forEach((port, index) => {
        if (port.securityGroups.length === 0 || !isOnClusterNetwork(port, cluster)) return;
        refuse(
          { path, prop: `ports[${index}].securityGroups` },
          {
            given: port.securityGroups,
            allowed: "no security groups on the port of the cluster's network",
            fix: 'give them as securityGroups of the machine, which adds them',
          },
        );
      });
    },
  },
  {
    id: 'port-address-pairs',
    reason: 'Neutron refuses address pairs where it checks no addresses.',
    source: NEUTRON,
    check({ machine: { path, ports = [] } }, refuse) {
      ports.forEach(({ enablePortSecurity, allowedAddressPairs = [] }, index) => {
        if (enablePortSecurity !== false || allowedAddressPairs.length === 0) return;
        refuse(
          { path, prop: `ports[${index}].allowedAddressPairs` },
          {
            given: allowedAddressPairs,
            allowed: 'no address pairs beside enablePortSecurity: false',
            fix: leaveOut({ begins: 'leave one of the two out' }),
          },
        );
      });
    },
  },
];
