import type { TlsSettings } from '../../../../../lib/kubeadm/model/tls';
import { poolModel } from '../../../../support/models';
import { type RuleCase, withControlPlane } from '../../../assembly/rule-case';

const NEEDED = 'TLS_ECDHE_RSA_WITH_AES_128_GCM_SHA256';
const ALL = `"${NEEDED}", "TLS_ECDHE_RSA_WITH_AES_256_GCM_SHA384", "TLS_ECDHE_RSA_WITH_CHACHA20_POLY1305_SHA256", "TLS_ECDHE_RSA_WITH_AES_128_CBC_SHA", "TLS_ECDHE_RSA_WITH_AES_256_CBC_SHA", "TLS_ECDHE_ECDSA_WITH_AES_128_GCM_SHA256", "TLS_ECDHE_ECDSA_WITH_AES_256_GCM_SHA384", "TLS_ECDHE_ECDSA_WITH_CHACHA20_POLY1305_SHA256", "TLS_ECDHE_ECDSA_WITH_AES_128_CBC_SHA", "TLS_ECDHE_ECDSA_WITH_AES_256_CBC_SHA", "TLS_RSA_WITH_AES_128_GCM_SHA256", "TLS_RSA_WITH_AES_256_GCM_SHA384"`;

/** Examples of rules on TLS. */
export const TLS_CASES: readonly RuleCase[] = [
  {
    rule: 'tls-ciphers',
    broken: speaking({
      cipherSuites: [NEEDED, 'TLS_RSA_WITH_RC4_128_SHA', 'TLS_ECDHE_RSA_AES_256_GCM_SHA384'],
    }),
    sound: speaking({
      cipherSuites: [
        NEEDED,
        'TLS_ECDHE_RSA_WITH_AES_256_GCM_SHA384',
        'TLS_ECDHE_ECDSA_WITH_CHACHA20_POLY1305',
        'TLS_RSA_WITH_AES_256_GCM_SHA384',
      ],
    }),
    says: `mothership/demo/control-plane: tls.cipherSuites is "TLS_RSA_WITH_RC4_128_SHA"
  allowed: ${ALL}
  fix: leave it out
mothership/demo/control-plane: tls.cipherSuites is "TLS_ECDHE_RSA_AES_256_GCM_SHA384"
  allowed: ${ALL}
  fix: write "TLS_ECDHE_RSA_WITH_AES_256_GCM_SHA384"`,
  },
  {
    rule: 'tls-ciphers-useless',
    broken: speaking({ minVersion: 'VersionTLS13', cipherSuites: [NEEDED] }),
    sound: speaking({ minVersion: 'VersionTLS12', cipherSuites: [NEEDED] }),
    says: `mothership/demo/control-plane: tls.cipherSuites is ["${NEEDED}"]
  allowed: no cipher suites with the version "VersionTLS13"
  fix: leave cipherSuites out`,
  },
  {
    rule: 'tls-cipher-needed',
    broken: speaking({ cipherSuites: ['TLS_ECDHE_RSA_WITH_AES_256_GCM_SHA384'] }),
    sound: speaking({ cipherSuites: [NEEDED] }),
    says: `mothership/demo/control-plane: tls.cipherSuites is ["TLS_ECDHE_RSA_WITH_AES_256_GCM_SHA384"]
  allowed: cipher suites including "${NEEDED}"
  fix: add "${NEEDED}"`,
  },
  {
    rule: 'tls-cipher-needed',
    broken: withControlPlane({
      tls: { cipherSuites: [NEEDED] },
      certificates: { keyAlgorithm: 'ECDSA-P256' },
    }),
    says: `mothership/demo/control-plane: tls.cipherSuites is ["${NEEDED}"]
  allowed: cipher suites including "TLS_ECDHE_ECDSA_WITH_AES_128_GCM_SHA256"
  fix: add "TLS_ECDHE_ECDSA_WITH_AES_128_GCM_SHA256"`,
  },
  {
    rule: 'kubelet-argument-of-feature',
    broken: withControlPlane(
      { tls: { minVersion: 'VersionTLS13' } },
      { pools: [poolModel({ kubeletExtraArgs: { 'tls-min-version': 'VersionTLS12' } })] },
    ),
    says: `mothership/demo/workers: kubeletExtraArgs["tls-min-version"] is "VersionTLS12"
  allowed: arguments that the control plane's tls does not set
  fix: use tls of the control plane instead, or leave tls out`,
  },
];

function speaking(tls: TlsSettings): RuleCase['broken'] {
  return withControlPlane({ tls });
}
