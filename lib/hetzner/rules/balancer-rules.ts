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
/** Services that load balancers of a type have, that of the API server included. */
const MOST_SERVICES = { lb11: 5, lb21: 15, lb31: 30 } as const;
const TYPES = ['lb11', 'lb21', 'lb31'] as const;
const STATUS_CODE = /^[1-5?][\d?]{2}$/;
const BOUNDS: Readonly<Record<keyof BalancerProbeOptions, readonly [least: number, most: number]>> =
  { port: [1, MOST_PORT], intervalSeconds: [3, 60], timeoutSeconds: [1, 60], retries: [1, 5] };

/** Rules on load balancers of API servers. */
export const HETZNER_BALANCER_RULES: readonly Rule<HetznerCluster>[] = [
  {
    id: 'hetzner-balancer-name',
    reason: 'A load balancer that exists is found by its name alone.',
    source: BALANCERS,
    check({ path, endpoint }, refuse) {
      if (endpoint.kind !== 'loadBalancer' || endpoint.name.trim() !== '') return;
      refuse(
        { path, prop: 'endpoint.name' },
        {
          given: endpoint.name,
          allowed: 'the name of a load balancer of the project',
          fix: 'write the name, or use HetznerEndpoint.managed(…)',
        },
      );
    },
  },
  {
    id: 'hetzner-balancer-host',
    reason: 'API servers have the name in their certificates, and clients look it up.',
    source: BALANCERS,
    check({ path, endpoint }, refuse) {
      const { dnsName } = balancerOf(endpoint) ?? {};
      const finding = dnsName === undefined ? undefined : hostFinding(dnsName, 'api.example.org');
      if (finding !== undefined) refuse({ path, prop: 'endpoint.dnsName' }, finding);
    },
  },
  {
    id: 'hetzner-balancer-services',
    reason: 'A load balancer listens at each port once, and has as many services as its type says.',
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
            allowed: `a port from 1 to ${MOST_PORT} besides ${taken.join(', ')}`,
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
          allowed: `a type with ${services} services; ${type} has ${MOST_SERVICES[type]}`,
          fix: fitting === undefined ? 'leave services out of extraServices' : write(fitting),
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
    reason: 'A load balancer asks for a path, and knows status codes and groups of them.',
    source: API,
    check({ path, endpoint }, refuse) {
      const { path: asked, statusCodes = [] } = balancerOf(endpoint)?.healthCheck ?? {};
      const at = (prop: string) => ({ path, prop: `endpoint.healthCheck.${prop}` });
      if (asked !== undefined && !asked.startsWith('/')) {
        const fix = write(`/${asked.trim()}`);
        refuse(at('path'), { given: asked, allowed: 'a path that begins with "/"', fix });
      }
      for (const code of statusCodes) {
        if (STATUS_CODE.test(code)) continue;
        refuse(at('statusCodes'), {
          given: code,
          allowed: 'three digits, of which some may be "?", such as "200" or "2??"',
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
