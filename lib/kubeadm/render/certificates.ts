import type { Fields } from '../../base/fields';
import { AUTHORITIES, type CertificateSettings } from '../model/certificates';

/** Annotation with the names of CA Secrets that the user provides. */
const AUTHORITIES_ANNOTATION = 'capi-fleet/authority-secrets';

/** Returns the annotations of a control plane with CAs that the user provides. */
export function authorityAnnotations(
  certificates: CertificateSettings | undefined,
): Readonly<Record<string, string>> {
  const { authorities = {} } = certificates ?? {};
  const names = AUTHORITIES.flatMap((authority) => authorities[authority] ?? []);
  return names.length === 0 ? {} : { [AUTHORITIES_ANNOTATION]: names.join(',') };
}

/** Renders the certificate fields of kubeadm's configuration. */
export function certificateFields(certificates: CertificateSettings | undefined): Fields {
  return {
    certificateValidityPeriodDays: certificates?.validityDays,
    caCertificateValidityPeriodDays: certificates?.authorityValidityDays,
    encryptionAlgorithm: certificates?.keyAlgorithm,
  };
}
