import { tryParseCidr } from '../../base/cidr';
import { leaveOut, write } from '../../base/fix';
import type { Refuse, Rule } from '../../base/rule';
import { isWholeNumber } from '../../base/words';
import { compareMinors, providerOf } from '../../cluster/model/profile';
import { unalignedRange, unreadableRange } from '../../cluster/rules/ranges';
import type { OpenStackCluster } from '../model/cluster';
import { hasBalancer, type LoadBalancerMonitor } from '../model/endpoint';
import { isIPv6Balancer } from './ipv6-endpoint-rules';
import { isOvn, ovnNameFinding } from './ovn';

const MONITOR_SINCE = '0.13';
/** Newest minor that panics with several additional ports, and its first fixed patch. */
const PANIC_UNTIL = '0.12';
const PANIC_FIXED = 7;
const USUAL_DELAY = 10;
const USUAL_TIMEOUT = 5;
const NEWER = "Providers.stable('1.13')";
const LOAD_BALANCER = 'CAPO@v0.14.7:pkg/cloud/services/loadbalancer/loadbalancer.go';
const CLUSTER_CRD =
  'CAPO@v0.14.7:config/crd/bases/infrastructure.cluster.x-k8s.io_openstackclusters.yaml';

/** Rules on the load balancer of an API server. */
export const LOAD_BALANCER_RULES: readonly Rule<OpenStackCluster>[] = [
  {
    id: 'additional-ports',
    reason: 'A load balancer can have only one listener for each TCP port.',
    source: LOAD_BALANCER,
    check({ path, endpoint, apiServerPort }, refuse) {
      if (!hasBalancer(endpoint) || endpoint.additionalPorts.length === 0) return;
      const { additionalPorts } = endpoint;
      const isUsable = (port: number) => isWholeNumber(port, 1, 65_535) && port !== apiServerPort;
      const kept = [...new Set(additionalPorts)].filter(isUsable);
      if (kept.length === additionalPorts.length) return;
      refuse(
        { path, prop: 'endpoint.additionalPorts' },
        {
          given: additionalPorts,
          allowed: `distinct integers from 1 to 65535, except ${apiServerPort}, the API server's port`,
          fix: kept.length === 0 ? leaveOut() : write(kept),
        },
      );
    },
  },
  {
    id: 'additional-ports-panic',
    reason:
      'Provider 0.12.4 crashes with two or more additional ports if it manages the security groups; 0.12.7 does not.',
    source: 'CAPO@v0.12.4:pkg/cloud/services/networking/securitygroups_rules.go',
    check(cluster, refuse) {
      const { path, endpoint, profile, securityGroups } = cluster;
      if (!hasBalancer(endpoint) || endpoint.additionalPorts.length < 2) return;
      if (securityGroups.kind !== 'managed') return;
      const { minor, patch = 0 } = providerOf(cluster);
      if (compareMinors(minor, PANIC_UNTIL) > 0 || patch >= PANIC_FIXED) return;
      const fixed = `${PANIC_UNTIL}.${PANIC_FIXED}`;
      refuse(
        { path, prop: 'endpoint.additionalPorts' },
        {
          given: endpoint.additionalPorts,
          allowed: `one port with OpenStack provider ${minor}; several with ${fixed} or later`,
          fix: write(endpoint.additionalPorts.slice(0, 1), {
            or: `use Providers.versions('${profile.clusterApi}', '${fixed}')`,
          }),
        },
      );
    },
  },
  {
    id: 'monitor-version',
    reason: 'Older providers do not have the field, so the API server drops it.',
    source: 'CAPO@v0.13.9:api/v1beta1/types.go',
    check(cluster, refuse) {
      const { path, endpoint } = cluster;
      if (!hasBalancer(endpoint) || endpoint.monitor === undefined) return;
      const { minor } = providerOf(cluster);
      if (compareMinors(minor, MONITOR_SINCE) >= 0) return;
      refuse(
        { path, prop: 'endpoint.monitor' },
        {
          given: endpoint.monitor,
          allowed: `none with OpenStack provider ${minor}; a monitor with ${MONITOR_SINCE} or later`,
          fix: leaveOut({ begins: 'leave monitor out', or: `use ${NEWER}` }),
        },
      );
    },
  },
  {
    id: 'monitor-numbers',
    reason: 'Octavia accepts times of at least 1 second, and from 1 to 10 retries.',
    source: CLUSTER_CRD,
    check({ path, endpoint }, refuse) {
      if (!hasBalancer(endpoint) || endpoint.monitor === undefined) return;
      for (const [field, most] of MONITOR_BOUNDS) {
        const value = endpoint.monitor[field];
        if (value === undefined || isWholeNumber(value, 1, most)) continue;
        refuse(
          { path, prop: `endpoint.monitor.${field}` },
          {
            given: value,
            allowed: most === Infinity ? 'an integer of 1 or more' : `an integer from 1 to ${most}`,
            fix: leaveOut(),
          },
        );
      }
    },
  },
  {
    id: 'monitor-timeout',
    reason: 'A health check must finish before the next one starts.',
    source: 'openstack/octavia@master:octavia/api/v2/controllers/health_monitor.py',
    check({ path, endpoint }, refuse) {
      if (!hasBalancer(endpoint) || endpoint.monitor === undefined) return;
      const { delaySeconds: delay = USUAL_DELAY, timeoutSeconds: timeout = USUAL_TIMEOUT } =
        endpoint.monitor;
      if (!isWholeNumber(delay, 1) || !isWholeNumber(timeout, 1) || timeout < delay) return;
      const isDelay = endpoint.monitor.timeoutSeconds === undefined;
      refuse(
        { path, prop: `endpoint.monitor.${isDelay ? 'delaySeconds' : 'timeoutSeconds'}` },
        isDelay
          ? {
              given: delay,
              allowed: `more than the timeout of ${timeout} seconds`,
              fix: write(Math.max(1, delay - 1), {
                prop: 'endpoint.monitor.timeoutSeconds',
                begins: 'add timeoutSeconds:',
                or: `write delaySeconds: ${timeout + 1}`,
              }),
            }
          : {
              given: timeout,
              allowed: `less than the delay of ${delay} seconds`,
              fix: write(timeout + 1, {
                prop: 'endpoint.monitor.delaySeconds',
                begins: 'write delaySeconds:',
              }),
            },
      );
    },
  },
  {
    id: 'load-balancer-text',
    reason: 'The name of a driver, flavor or availability zone must not be empty.',
    source: LOAD_BALANCER,
    check({ path, endpoint }, refuse) {
      if (!hasBalancer(endpoint)) return;
      const { provider } = endpoint;
      const { flavor, availabilityZone }: { flavor?: string; availabilityZone?: string } =
        endpoint.kind === 'managed' ? endpoint : {};
      for (const [prop, value] of Object.entries({ provider, flavor, availabilityZone })) {
        if (value === undefined || value.trim() !== '') continue;
        refuse(
          { path, prop: `endpoint.${prop}` },
          {
            given: value,
            allowed: 'a name',
            fix: leaveOut({ ends: " to use the cloud's default" }),
          },
        );
      }
    },
  },
  {
    id: 'load-balancer-ovn-name',
    reason:
      'Octavia and the provider compare driver names case-sensitively, and treat OVN differently from other drivers.',
    source: LOAD_BALANCER,
    check({ path, endpoint }, refuse) {
      const finding = hasBalancer(endpoint) ? ovnNameFinding(endpoint.provider) : undefined;
      if (finding !== undefined) refuse({ path, prop: 'endpoint.provider' }, finding);
    },
  },
  {
    id: 'allowed-ranges',
    reason:
      'Listeners accept IPv4 ranges; a range that Octavia cannot parse leaves the listener unchanged.',
    source: LOAD_BALANCER,
    check(cluster, refuse) {
      const { path, endpoint } = cluster;
      if (!hasBalancer(endpoint) || isIPv6Balancer(cluster.endpoint, cluster)) return;
      for (const text of endpoint.allowedCidrs) checkAllowedRange(path, text, refuse);
    },
  },
  {
    id: 'allowed-ranges-ovn',
    reason:
      'The OVN driver does not support allowed CIDRs, so the provider opens the load balancer to all addresses.',
    source: LOAD_BALANCER,
    check({ path, endpoint }, refuse) {
      if (!hasBalancer(endpoint) || !isOvn(endpoint.provider)) return;
      if (endpoint.allowedCidrs.length === 0) return;
      refuse(
        { path, prop: 'endpoint.allowedCidrs' },
        {
          given: endpoint.allowedCidrs,
          allowed: `none with the driver ${JSON.stringify(endpoint.provider)}`,
          fix: write('amphora', {
            prop: 'endpoint.provider',
            begins: 'write provider:',
            or: 'leave allowedCidrs out',
          }),
        },
      );
    },
  },
];

const MONITOR_BOUNDS: readonly (readonly [keyof LoadBalancerMonitor, number])[] = [
  ['delaySeconds', Infinity],
  ['timeoutSeconds', Infinity],
  ['maxRetries', 10],
  ['maxRetriesDown', 10],
];

function checkAllowedRange(path: string, text: string, refuse: Refuse): void {
  const place = { path, prop: 'endpoint.allowedCidrs' };
  const cidr = tryParseCidr(text);
  if (cidr === undefined) refuse(place, unreadableRange(text, 'peers', 4));
  else if (cidr.family === 6) {
    const fix = leaveOut({ begins: 'leave the IPv6 range out' });
    refuse(place, { given: text, allowed: 'IPv4 ranges', fix });
  } else if (!cidr.aligned) refuse(place, unalignedRange(cidr));
}
