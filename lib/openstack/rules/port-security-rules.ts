import { leaveOut } from '../../base/fix';
import type { Rule } from '../../base/rule';
import { isOnClusterNetwork } from '../model/cluster-ports';
import type { MachineSubject } from './subjects';

const WEBHOOK = 'CAPO@v0.14.7:pkg/webhooks/openstackmachine_webhook.go';
const PORT = 'CAPO@v0.14.7:controllers/openstackmachine_controller.go';
const NEUTRON = 'openstack/neutron@master:neutron/db/allowedaddresspairs_db.py';

/** Rules on the port security of machine ports. */
export const PORT_SECURITY_RULES: readonly Rule<MachineSubject>[] = [
  {
    id: 'port-security-groups',
    reason: 'A port without port security cannot be created with security groups.',
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
              allowed: 'none with enablePortSecurity: false',
              fix: leaveOut({ begins: 'leave one of the two out' }),
            },
          );
        } else if (isManaged && securityGroups.length > 0) {
          refuse(
            { path, prop: `ports[${index}].enablePortSecurity` },
            {
              given: false,
              allowed:
                'true, because every port of the machine gets its security groups in addition to the managed ones',
              fix: 'move the rules of the groups to SecurityGroups.managed(), and leave the groups out',
            },
          );
        }
      });
    },
  },
  {
    id: 'port-managed-groups',
    reason:
      'A port with its own security groups gets none of those that Cluster API manages, so its node cannot reach other nodes.',
    source: PORT,
    check({ cluster, machine: { path, ports = [] } }, refuse) {
      if (cluster.securityGroups.kind !== 'managed') return;
      ports.forEach((port, index) => {
        if (port.securityGroups.length === 0 || !isOnClusterNetwork(port, cluster)) return;
        refuse(
          { path, prop: `ports[${index}].securityGroups` },
          {
            given: port.securityGroups,
            allowed: "none on the port of the cluster's network",
            fix: 'set them as securityGroups of the machine, which adds them',
          },
        );
      });
    },
  },
  {
    id: 'port-address-pairs',
    reason: 'Neutron rejects address pairs on ports where it does not check addresses.',
    source: NEUTRON,
    check({ machine: { path, ports = [] } }, refuse) {
      ports.forEach(({ enablePortSecurity, allowedAddressPairs = [] }, index) => {
        if (enablePortSecurity !== false || allowedAddressPairs.length === 0) return;
        refuse(
          { path, prop: `ports[${index}].allowedAddressPairs` },
          {
            given: allowedAddressPairs,
            allowed: 'none with enablePortSecurity: false',
            fix: leaveOut({ begins: 'leave one of the two out' }),
          },
        );
      });
    },
  },
];
