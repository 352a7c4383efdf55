import { leaveOut, write } from '../../base/fix';
import type { Rule } from '../../base/rule';
import type { ControlPlaneSubject } from './subjects';

const MOST_ENDPOINTS = 50;
const ENDPOINT = /^https:\/\/([a-z0-9]([-a-z0-9.]*[a-z0-9])?|\[[0-9a-f:]+\]):\d{1,5}$/;

/** Rules on external etcd. */
export const EXTERNAL_ETCD_RULES: readonly Rule<ControlPlaneSubject>[] = [
  {
    id: 'etcd-endpoints',
    reason: 'The API server connects to 1 to 50 members over HTTPS.',
    source: 'CAPI@v1.14.0:docs/book/src/tasks/external-etcd.md',
    check({ controlPlane: { path, etcd } }, refuse) {
      if (etcd?.kind !== 'external') return;
      const { endpoints } = etcd;
      if (endpoints.length < 1 || endpoints.length > MOST_ENDPOINTS) {
        refuse(
          { path, prop: 'etcd.endpoints.length' },
          {
            given: endpoints.length,
            allowed: `1 to ${MOST_ENDPOINTS} URLs`,
            fix: endpoints.length === 0 ? 'list every member' : 'list only some of the members',
          },
        );
      }
      endpoints.forEach((endpoint, index) => {
        const isFirst = endpoints.indexOf(endpoint) === index;
        if (isFirst && ENDPOINT.test(endpoint)) return;
        const host = endpoint
          .trim()
          .replace(/^[a-z]+:\/\//, '')
          .replace(/\/.*$/, '');
        const better = `https://${host}${/:\d+$/.test(host) ? '' : ':2379'}`;
        refuse(
          { path, prop: 'etcd.endpoints' },
          {
            given: endpoint,
            allowed: 'HTTPS URLs with a host and a port, without duplicates',
            fix:
              isFirst && ENDPOINT.test(better) && !endpoints.includes(better)
                ? write(better)
                : endpoints.length > 1
                  ? leaveOut()
                  : 'write the URL of a member',
          },
        );
      });
    },
  },
];
