import { leaveOut, suchAs, write } from '../../base/fix';
import type { Rule } from '../../base/rule';
import { isWholeNumber } from '../../base/words';
import { hostFinding } from '../../cluster/rules/hosts';
import { timingRule } from '../../cluster/rules/timing-rule';
import type { HetznerCluster } from '../model/cluster';
import { type BalancerService, balancerOf } from '../model/endpoint';
import type { BalancerProbeOptions } from '../model/health-check';
import { API, BALANCERS, CLUSTER_CRD } from './sources';

const MOST_PORT = 65_535;
/** Most services of a load balancer by type, including the API server. */
const MOST_SERVICES = { lb11: 5, lb21: 15, lb31: 30 } as const;
const TYPES = ['lb11', 'lb21', 'lb31'] as const;
const STATUS_CODE = /^[1-5?][\d?]{2}$/;
const BOUNDS: Readonly<Record<keyof BalancerProbeOptions, readonly [least: number, most: number]>> =
  { port: [1, MOST_PORT], intervalSeconds: [3, 60], timeoutSeconds: [1, 60], retries: [1, 5] };

/** Rules for load balancers of API servers. */
export const HETZNER_BALANCER_RULES: readonly Rule<HetznerCluster>[] = [
  {
    id: 'hetzner-balancer-name',
    reason: 'The provider finds an existing load balancer only by its name.',
    source: BALANCERS,
    check({ path, endpoint }, refuse) {
      if (endpoint.kind !== 'loadBalancer' || endpoint.name.trim() !== '') return;
      refuse(
        { path, prop: 'endpoint.name' },
        {
          given: endpoint.name,
          allowed: 'the name of a load balancer of the project',
          fix: 'write its name, or use HetznerEndpoint.managed(…)',
        },
      );
    },
  },
  {
    id: 'hetzner-balancer-host',
    reason: 'The certificates of API servers contain the name, and clients resolve it.',
    source: BALANCERS,
    check({ path, endpoint }, refuse) {
      const { dnsName } = balancerOf(endpoint) ?? {};
      const finding = dnsName === undefined ? undefined : hostFinding(dnsName, 'api.example.org');
      if (finding !== undefined) refuse({ path, prop: 'endpoint.dnsName' }, finding);
    },
  },
  {
    id: 'hetzner-balancer-services',
    reason:
      'A load balancer can listen on each port only once, and its type limits the number of services.',
    source: API,
    check({ path, endpoint, apiServerPort }, refuse) {
      const balancer = balancerOf(endpoint);
      if (balancer === undefined) return;
      const { type, extraServices } = balancer;
      extraServices.forEach((service, index) => {
        const at = (prop: string) => ({ path, prop: `endpoint.extraServices[${index}].${prop}` });
        const taken = [apiServerPort, ...portsBefore(extraServices, index)];
        if (!isFree(service.listenPort, taken)) {
          refuse(at('listenPort'), {
            given: service.listenPort,
            allowed: `a port from 1 to ${MOST_PORT} other than ${taken.join(', ')}`,
            fix: write(freePort([apiServerPort, ...extraServices.map((one) => one.listenPort)])),
          });
        }
        if (isWholeNumber(service.destinationPort, 1, MOST_PORT)) return;
        refuse(at('destinationPort'), {
          given: service.destinationPort,
          allowed: `a port from 1 to ${MOST_PORT}`,
          fix: suchAs(30_443),
        });
      });
      const services = extraServices.length + 1;
      if (services <= MOST_SERVICES[type]) return;
      const fitting = TYPES.find((one) => MOST_SERVICES[one] >= services);
      refuse(
        { path, prop: 'endpoint.type' },
        {
          given: type,
          allowed: `a type for ${services} services; ${type} supports ${MOST_SERVICES[type]}`,
          fix: fitting === undefined ? 'remove services from extraServices' : write(fitting),
        },
      );
    },
  },
  timingRule({
    id: 'hetzner-health-check',
    source: CLUSTER_CRD,
    bounds: BOUNDS,
    timingOf: ({ endpoint }) => balancerOf(endpoint)?.healthCheck,
  }),
  {
    id: 'hetzner-health-answer',
    reason: 'A load balancer requests a path, and supports status codes and wildcards for them.',
    source: API,
    check({ path, endpoint }, refuse) {
      const { path: asked, statusCodes = [] } = balancerOf(endpoint)?.healthCheck ?? {};
      const at = (prop: string) => ({ path, prop: `endpoint.healthCheck.${prop}` });
      if (asked !== undefined && !asked.startsWith('/')) {
        const fix = write(`/${asked.trim()}`);
        refuse(at('path'), { given: asked, allowed: 'a path that starts with "/"', fix });
      }
      for (const code of statusCodes) {
        if (STATUS_CODE.test(code)) continue;
        refuse(at('statusCodes'), {
          given: code,
          allowed: 'three digits or "?" wildcards, such as "200" or "2??"',
          fix: leaveOut(),
        });
      }
    },
  },
];

function portsBefore(services: readonly BalancerService[], index: number): readonly number[] {
  return services.slice(0, index).map(({ listenPort }) => listenPort);
}

function isFree(port: number, taken: readonly number[]): boolean {
  return isWholeNumber(port, 1, MOST_PORT) && !taken.includes(port);
}

function freePort(taken: readonly number[]): number {
  let port = 8443;
  while (taken.includes(port)) port += 1;
  return port;
}
