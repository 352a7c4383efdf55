import { call, write } from '../../base/fix';
import type { Rule } from '../../base/rule';
import type { OpenStackCluster } from '../model/cluster';

const MACHINES = 'CAPO@v0.14.7:controllers/openstackmachine_controller.go';

/** Rules on floating IPs of endpoints that kube-vip holds. */
export const VIRTUAL_IP_RULES: readonly Rule<OpenStackCluster>[] = [
  {
    id: 'virtual-ip-floating-address',
    reason:
      'A floating IP needs a port, and a network that Cluster API creates has none for the endpoint.',
    source: MACHINES,
    check({ path, endpoint, network, cloud }, refuse) {
      if (endpoint.kind !== 'virtualIp' || network.kind !== 'managed') return;
      const { floatingIP } = endpoint;
      if (floatingIP?.kind === 'none') return;
      if (floatingIP === undefined && cloud.externalNetwork?.kind === 'none') return;
      refuse(
        { path, prop: 'endpoint.floatingIP' },
        {
          given: floatingIP?.kind === 'address' ? floatingIP.address : 'allocated',
          allowed: 'none on a managed network',
          fix: write(call('FloatingIP.none'), {
            begins: 'write floatingIP:',
            or: 'use ClusterNetwork.provisioned({ … })',
          }),
        },
      );
    },
  },
];
