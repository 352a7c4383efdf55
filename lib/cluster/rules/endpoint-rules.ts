import { leaveOut } from '../../base/fix';
import type { Rule } from '../../base/rule';
import { isWholeNumber } from '../../base/words';
import type { ClusterModel } from '../model/cluster';
import { hostFinding } from './hosts';

const CLUSTER_CRD = 'CAPI@v1.14.0:core/config/crd/bases/cluster.x-k8s.io_clusters.yaml';

/** Rules on external endpoints. */
export const EXTERNAL_ENDPOINT_RULES: readonly Rule<ClusterModel>[] = [
  {
    id: 'endpoint-host',
    reason: 'The host is written to kubeconfigs and certificates unchanged.',
    source: CLUSTER_CRD,
    check({ path, endpoint }, refuse) {
      if (endpoint.kind !== 'external') return;
      const finding = hostFinding(endpoint.host, 'api.example.org');
      if (finding !== undefined) refuse({ path, prop: 'endpoint.host' }, finding);
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
          fix: leaveOut({ ends: ' to use apiServerPort' }),
        },
      );
    },
  },
];
