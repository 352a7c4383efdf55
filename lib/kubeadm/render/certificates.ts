import type { Fields } from '../../base/fields';
import { AUTHORITIES, type CertificateSettings } from '../model/certificates';

/** Annotation that names the Secrets of authorities which Cluster API did not make. */
const AUTHORITIES_ANNOTATION = 'capi-fleet/authority-secrets';

/** Annotations of a control plane whose authorities are somebody's own. */
export function authorityAnnotations(
  certificates: CertificateSettings | undefined,
): Readonly<Record<string, string>> {
  const { authorities = {} } = certificates ?? {};
  const names = AUTHORITIES.flatMap((authority) => authorities[authority] ?? []);
  return names.length === 0 ? {} : { [AUTHORITIES_ANNOTATION]: names.join(',') };
}

/** Fields of kubeadm's configuration about certificates. */
export function certificateFields(certificates: CertificateSettings | undefined): Fields {
  return {
    certificateValidityPeriodDays: certificates?.validityDays,
    caCertificateValidityPeriodDays: certificates?.authorityValidityDays,
    encryptionAlgorithm: certificates?.keyAlgorithm,
  };
}
