import {
  BalancerHealthCheck,
  type BalancerProbeOptions,
  type BalancerService,
  HetznerEndpoint,
} from '../../../constructs/index';
import { type HetznerProgram, hetznerProgram } from '../../support/hetzner';
import type { ZeroProgram, ZeroRow } from '../assembly/zero-rows';

/** Numbers of clusters on Hetzner Cloud, and what becomes of zero. */
export const HETZNER_ZERO_ROWS: Readonly<Record<string, ZeroRow>> = {
  'ServerType.cpus': {
    ...on({
      cloud: {
        serverTypes: {
          cpx32: { cpus: 0, memory: '8Gi', disk: '160Gi' },
          cax21: { cpus: 4, memory: '8Gi', disk: '80Gi', architecture: 'arm64' },
        },
      },
    }),
    refused: 'hcloud-type-size',
  },
  'BalancerService.listenPort': {
    ...serving({ listenPort: 0 }),
    refused: 'hetzner-balancer-services',
  },
  'BalancerService.destinationPort': {
    ...serving({ destinationPort: 0 }),
    refused: 'hetzner-balancer-services',
  },
  'BalancerProbeOptions.port': { ...probed({ port: 0 }), refused: 'hetzner-health-check' },
  'BalancerProbeOptions.intervalSeconds': {
    ...probed({ intervalSeconds: 0 }),
    refused: 'hetzner-health-check',
  },
  'BalancerProbeOptions.timeoutSeconds': {
    ...probed({ timeoutSeconds: 0 }),
    refused: 'hetzner-health-check',
  },
  'BalancerProbeOptions.retries': { ...probed({ retries: 0 }), refused: 'hetzner-health-check' },
  'BalancerHttpProbeOptions.port': { elsewhere: 'BalancerProbeOptions' },
  'BalancerHttpProbeOptions.intervalSeconds': { elsewhere: 'BalancerProbeOptions' },
  'BalancerHttpProbeOptions.timeoutSeconds': { elsewhere: 'BalancerProbeOptions' },
  'BalancerHttpProbeOptions.retries': { elsewhere: 'BalancerProbeOptions' },
  'HetznerExternalEndpointOptions.port': {
    ...on({
      cluster: { endpoint: HetznerEndpoint.external({ host: 'api.example.org', port: 0 }) },
    }),
    refused: 'endpoint-port',
  },
};

function serving(service: Partial<BalancerService>): ZeroProgram {
  const extraServices = [{ listenPort: 443, destinationPort: 30_443, ...service }];
  return on({ cluster: { endpoint: HetznerEndpoint.managed({ region: 'fsn1', extraServices }) } });
}

function probed(options: BalancerProbeOptions): ZeroProgram {
  const healthCheck = BalancerHealthCheck.tcp(options);
  return on({ cluster: { endpoint: HetznerEndpoint.managed({ region: 'fsn1', healthCheck }) } });
}

function on(program: HetznerProgram): ZeroProgram {
  return {
    releases: ['1.13', '1.14'],
    on: {
      kind: 'hetzner',
      cluster: (management, scope) => hetznerProgram(management, scope, program),
    },
  };
}
