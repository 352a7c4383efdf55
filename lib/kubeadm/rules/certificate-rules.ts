import { leaveOut, write } from '../../base/fix';
import { minorOf } from '../../base/kubernetes-version';
import type { Rule } from '../../base/rule';
import { isWholeNumber } from '../../base/words';
import { AUTHORITIES, AUTHORITY_SUFFIXES, type CertificateSettings } from '../model/certificates';
import type { ControlPlaneSubject } from './subjects';

const MOST_DAYS = 1095;
const MOST_AUTHORITY_DAYS = 36_500;
const DEFAULT_DAYS = 365;
const DEFAULT_AUTHORITY_DAYS = 3650;
const LEAST_EXPIRY_DAYS = 7;
const LEAST_MINOR = 31;
const OWN_FIELDS = ['validityDays', 'authorityValidityDays', 'keyAlgorithm'] as const;
const SECRETS = 'CAPI@v1.14.0:docs/book/src/tasks/certs/using-custom-certificates.md';
const WEBHOOK = 'CAPI@v1.14.0:controlplane/kubeadm/webhooks/admission/kubeadmcontrolplane.go';
const CRD =
  'CAPI@v1.14.0:controlplane/kubeadm/config/crd/bases/controlplane.cluster.x-k8s.io_kubeadmcontrolplanes.yaml';

/** Rules on certificates of a cluster. */
export const CERTIFICATE_RULES: readonly Rule<ControlPlaneSubject>[] = [
  {
    id: 'authority-secret',
    reason: 'Cluster API looks only for this name, and generates a CA if it finds no such Secret.',
    source: SECRETS,
    check({ cluster, controlPlane: { path, certificates } }, refuse) {
      for (const authority of AUTHORITIES) {
        const given = certificates?.authorities?.[authority];
        const name = `${cluster.name}-${AUTHORITY_SUFFIXES[authority]}`;
        if (given === undefined || given === name) continue;
        refuse(
          { path, prop: `certificates.authorities.${authority}` },
          { given, allowed: JSON.stringify(name), fix: `name the Secret ${JSON.stringify(name)}` },
        );
      }
    },
  },
  {
    id: 'authority-namespace',
    reason:
      'In a namespace that is created with the cluster, Cluster API generates CAs before your Secrets exist.',
    source: SECRETS,
    check({ cluster, controlPlane: { path, certificates } }, refuse) {
      const given = AUTHORITIES.filter((one) => certificates?.authorities?.[one] !== undefined);
      if (given.length === 0 || !cluster.ownsNamespace) return;
      refuse(
        { path, prop: 'certificates.authorities' },
        {
          given,
          allowed:
            'CAs in a namespace that exists, with the Secrets, before the cluster is created',
          fix: 'set namespace of the cluster to an existing one',
        },
      );
    },
  },
  {
    id: 'certificates-profile',
    reason: 'Older releases do not support these fields, and drop them.',
    source: CRD,
    check({ cluster, controlPlane: { path, certificates } }, refuse) {
      const { profile, kubernetesVersion } = cluster;
      const minor = minorOf(kubernetesVersion) ?? LEAST_MINOR;
      const isOldProfile = profile.core === 'v1beta1';
      if (!isOldProfile && minor >= LEAST_MINOR) return;
      for (const field of OWN_FIELDS) {
        if (certificates?.[field] === undefined) continue;
        refuse(
          { path, prop: `certificates.${field}` },
          {
            given: certificates[field],
            allowed: isOldProfile
              ? 'none; requires Cluster API 1.13 or newer'
              : `none; requires Kubernetes 1.${LEAST_MINOR} or newer`,
            fix: isOldProfile
              ? "leave it out, or write Providers.stable('1.13') for the management cluster"
              : leaveOut({ or: 'upgrade Kubernetes first' }),
          },
        );
      }
    },
  },
  {
    id: 'certificates-validity',
    reason: 'The webhook rejects certificates that are valid longer than their CA.',
    source: WEBHOOK,
    check({ controlPlane: { path, certificates } }, refuse) {
      const { validityDays, authorityValidityDays } = certificates ?? {};
      const authority = authorityValidityDays ?? DEFAULT_AUTHORITY_DAYS;
      if (!isWholeNumber(authority, 1, MOST_AUTHORITY_DAYS)) {
        refuse(
          { path, prop: 'certificates.authorityValidityDays' },
          {
            given: authority,
            allowed: `an integer from 1 to ${MOST_AUTHORITY_DAYS}`,
            fix: leaveOut({ ends: '; the default is ten years' }),
          },
        );
        return;
      }
      const most = Math.min(MOST_DAYS, authority);
      if (isWholeNumber(validityOf(certificates), 1, most)) return;
      refuse(
        { path, prop: 'certificates.validityDays' },
        {
          given: validityDays,
          allowed: `an integer from 1 to ${most}`,
          fix: write(Math.min(DEFAULT_DAYS, most)),
        },
      );
    },
  },
];

/** Rules on machines that are replaced before their certificates expire. */
export const CERTIFICATE_EXPIRY_RULES: readonly Rule<ControlPlaneSubject>[] = [
  {
    id: 'certificates-expiry-validity',
    reason: 'Machines are replaced again and again if even new certificates are about to expire.',
    source: WEBHOOK,
    check({ controlPlane: { path, rollout, certificates } }, refuse) {
      const { certificatesExpiryDays: days } = rollout;
      const validity = validityOf(certificates);
      if (days === undefined || !(days >= validity)) return;
      refuse(
        { path, prop: 'rollout.certificatesExpiryDays' },
        {
          given: days,
          allowed: `less than ${validity} days, the validity of certificates`,
          fix:
            validity > LEAST_EXPIRY_DAYS
              ? write(Math.max(LEAST_EXPIRY_DAYS, Math.floor(validity / 4)))
              : `raise certificates.validityDays to ${LEAST_EXPIRY_DAYS + 1} or more`,
        },
      );
    },
  },
];

function validityOf(certificates: CertificateSettings | undefined): number {
  return certificates?.validityDays ?? DEFAULT_DAYS;
}
