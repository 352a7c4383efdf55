import { isAddress } from '../../base/cidr';
import { leaveOut, write } from '../../base/fix';
import type { Rule } from '../../base/rule';
import { integerWords, isWholeNumber } from '../../base/words';
import { hostOf } from '../../cluster/rules/hosts';
import { isObjectName } from '../../cluster/rules/names';
import type { ControlPlaneSubject } from './subjects';

const MOST_SANS = 100;

/** Rules on control planes. */
export const CONTROL_PLANE_RULES: readonly Rule<ControlPlaneSubject>[] = [
  {
    id: 'odd-control-plane',
    reason:
      'etcd needs a majority, so an even number of members costs a machine without any benefit.',
    source: 'CAPI@v1.14.0:controlplane/kubeadm/webhooks/admission/kubeadmcontrolplane.go',
    check({ controlPlane: { path, replicas, etcd } }, refuse) {
      const isOdd = replicas % 2 === 1 || etcd?.kind === 'external';
      if (isWholeNumber(replicas, 1) && isOdd) return;
      const isEven = isWholeNumber(replicas, 2);
      refuse(
        { path, prop: 'replicas' },
        {
          given: replicas,
          allowed: integerWords(replicas, 1).replace('an', 'an odd'),
          fix: isEven
            ? `write ${replicas + 1} or ${replicas - 1}`
            : write(3, { or: '1 for a test cluster' }),
        },
      );
    },
  },
];

/** Rules on names in the API server's certificate. */
export const CERT_SAN_RULES: readonly Rule<ControlPlaneSubject>[] = [
  {
    id: 'cert-sans',
    reason: 'A certificate can contain only host names and IP addresses.',
    source:
      'CAPI@v1.14.0:bootstrap/kubeadm/config/crd/bases/bootstrap.cluster.x-k8s.io_kubeadmconfigs.yaml',
    check({ controlPlane: { path, certSANs } }, refuse) {
      for (const name of certSANs) {
        if (isAddress(name) || isObjectName(name.replace(/^\*\./, ''))) continue;
        const host = hostOf(name);
        refuse(
          { path, prop: 'certSANs' },
          {
            given: name,
            allowed: 'host names and IP addresses',
            fix: host === undefined ? leaveOut() : write(host),
          },
        );
      }
      if (certSANs.length <= MOST_SANS) return;
      refuse(
        { path, prop: 'certSANs.length' },
        {
          given: certSANs.length,
          allowed: `at most ${MOST_SANS} names`,
          fix: 'replace several names by one with a wildcard',
        },
      );
    },
  },
];
