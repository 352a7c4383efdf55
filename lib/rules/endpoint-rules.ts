import { isAddress, tryParseCidr } from '../model/cidr';
import type { ClusterModel } from '../model/cluster';
import { hostOf } from './control-plane-rules';
import { isObjectName } from './names';
import type { Rule } from './rule';
import { isWholeNumber } from './words';

const USUAL_API_PORT = 6443;
const CLUSTER_CRD =
  'CAPO@v0.14.7:config/crd/bases/infrastructure.cluster.x-k8s.io_openstackclusters.yaml';

/** Rules on the way to a cluster's API server. */
export const ENDPOINT_RULES: readonly Rule<ClusterModel>[] = [
  {
    id: 'floating-ip-without-external-network',
    reason: 'A floating address is one of an external network.',
    source: CLUSTER_CRD,
    check({ path, cloud, endpoint }, refuse) {
      if (endpoint.kind === 'external' || cloud.externalNetwork?.kind !== 'none') return;
      const { floatingIP } = endpoint;
      if (floatingIP === undefined || floatingIP.kind === 'none') return;
      refuse(
        { path, prop: 'endpoint.floatingIP' },
        {
          given: floatingIP.kind === 'address' ? floatingIP.address : floatingIP.kind,
          allowed: `no floating address, as ${cloud.path} has no external network`,
          fix: `write FloatingIP.none(), or give ${cloud.path} an external network`,
        },
      );
    },
  },
  {
    id: 'floating-ip-address',
    reason: 'Floating addresses are IPv4 addresses.',
    source: 'CAPO@v0.14.7:pkg/cloud/services/networking/floatingip.go',
    check({ path, endpoint }, refuse) {
      if (endpoint.kind === 'external' || endpoint.floatingIP?.kind !== 'address') return;
      const { address } = endpoint.floatingIP;
      if (isAddress(address, 4)) return;
      const host = hostOf(address);
      const isPlain = host !== undefined && isAddress(host, 4);
      refuse(
        { path, prop: 'endpoint.floatingIP' },
        {
          given: address,
          allowed: 'an IPv4 address',
          fix: isPlain
            ? `write FloatingIP.fromAddress('${host}')`
            : 'write the address that the project has, such as "203.0.113.10"',
        },
      );
    },
  },
  {
    id: 'endpoint-host',
    reason: 'The host goes into kubeconfigs and certificates as it stands.',
    source: CLUSTER_CRD,
    check({ path, endpoint }, refuse) {
      if (endpoint.kind !== 'external') return;
      const { host } = endpoint;
      if (isAddress(host) || isObjectName(host)) return;
      const better = hostOf(host);
      refuse(
        { path, prop: 'endpoint.host' },
        {
          given: host,
          allowed: 'a host name or an IP address, without scheme and port',
          fix:
            better === undefined
              ? 'write such as "api.example.org"'
              : `write ${JSON.stringify(better)}`,
        },
      );
    },
  },
  {
    id: 'endpoint-port',
    reason: 'The API server is reached at a TCP port.',
    source: CLUSTER_CRD,
    check({ path, endpoint }, refuse) {
      if (endpoint.kind !== 'external' || endpoint.port === undefined) return;
      if (isWholeNumber(endpoint.port, 1, 65_535)) return;
      refuse(
        { path, prop: 'endpoint.port' },
        {
          given: endpoint.port,
          allowed: 'an integer from 1 to 65535',
          fix: 'leave it out to have apiServerPort',
        },
      );
    },
  },
];

/** Rules on the port of the API server. */
export const API_PORT_RULES: readonly Rule<ClusterModel>[] = [
  {
    id: 'api-server-port-open',
    reason:
      'The managed security groups open port 6443 to the world, whichever port the API server has.',
    source: 'CAPO@v0.14.7:pkg/cloud/services/networking/securitygroups_rules.go',
    check({ path, apiServerPort: port, securityGroups, serviceCidrs }, refuse) {
      if (port === USUAL_API_PORT || securityGroups.kind !== 'managed') return;
      const isOpen = securityGroups.rules.some(
        (rule) =>
          rule.scope !== 'workers' &&
          rule.direction === 'ingress' &&
          (rule.protocol === undefined || rule.protocol === 'tcp' || rule.protocol === '6') &&
          (rule.portRangeMin ?? 0) <= port &&
          (rule.portRangeMax ?? 65_535) >= port,
      );
      if (isOpen) return;
      // The API server listens on addresses of the family of the first service range.
      const isIPv6 = tryParseCidr(serviceCidrs[0] ?? '')?.family === 6;
      const [family, world] = isIPv6 ? ["etherType: 'IPv6', ", '::/0'] : ['', '0.0.0.0/0'];
      refuse(
        { path, prop: 'apiServerPort' },
        {
          given: port,
          allowed: `${USUAL_API_PORT}, or a port that one of securityGroups.rules opens`,
          fix: `add { name: 'api-server', scope: 'controlPlane', ${family}protocol: 'tcp', ports: ${port}, from: RulePeer.cidr('${world}') } to the rules`,
        },
      );
    },
  },
];
