import { add, leaveOut, write } from '../../base/fix';
import type { Rule } from '../../base/rule';
import { closestWord, quotedList } from '../../base/words';
import type { ControlPlaneSubject } from './subjects';

/** Cipher suites that HTTP/2, and so every component, needs to start, by the type of kubeadm's keys. */
const NEEDED_RSA = 'TLS_ECDHE_RSA_WITH_AES_128_GCM_SHA256';
const NEEDED_ECDSA = 'TLS_ECDHE_ECDSA_WITH_AES_128_GCM_SHA256';
const CIPHERS = [
  NEEDED_RSA,
  'TLS_ECDHE_RSA_WITH_AES_256_GCM_SHA384',
  'TLS_ECDHE_RSA_WITH_CHACHA20_POLY1305_SHA256',
  'TLS_ECDHE_RSA_WITH_AES_128_CBC_SHA',
  'TLS_ECDHE_RSA_WITH_AES_256_CBC_SHA',
  NEEDED_ECDSA,
  'TLS_ECDHE_ECDSA_WITH_AES_256_GCM_SHA384',
  'TLS_ECDHE_ECDSA_WITH_CHACHA20_POLY1305_SHA256',
  'TLS_ECDHE_ECDSA_WITH_AES_128_CBC_SHA',
  'TLS_ECDHE_ECDSA_WITH_AES_256_CBC_SHA',
  'TLS_RSA_WITH_AES_128_GCM_SHA256',
  'TLS_RSA_WITH_AES_256_GCM_SHA384',
];
/** Older names without a hash, which every component still accepts. */
const OLD_NAMES = [
  'TLS_ECDHE_RSA_WITH_CHACHA20_POLY1305',
  'TLS_ECDHE_ECDSA_WITH_CHACHA20_POLY1305',
];
const FLAGS = 'kubernetes/component-base@v0.32.0:cli/flag/ciphersuites_flag.go';

/** Rules on the TLS settings of components. */
export const TLS_RULES: readonly Rule<ControlPlaneSubject>[] = [
  {
    id: 'tls-ciphers',
    reason: 'Other cipher suites are weak, or not supported by one of the components or by etcd.',
    source: FLAGS,
    check({ controlPlane: { path, tls } }, refuse) {
      for (const cipher of tls?.cipherSuites ?? []) {
        if (CIPHERS.includes(cipher) || OLD_NAMES.includes(cipher)) continue;
        const close = closestWord(String(cipher), CIPHERS);
        refuse(
          { path, prop: 'tls.cipherSuites' },
          {
            given: cipher,
            allowed: quotedList(CIPHERS),
            fix: close === undefined ? leaveOut() : write(close),
          },
        );
      }
    },
  },
  {
    id: 'tls-ciphers-useless',
    reason: 'etcd does not start with cipher suites for TLS 1.3, which cannot be configured.',
    source: 'etcd-io/etcd@v3.5.16:server/embed/config.go',
    check({ controlPlane: { path, tls } }, refuse) {
      if (tls?.minVersion !== 'VersionTLS13' || tls.cipherSuites === undefined) return;
      refuse(
        { path, prop: 'tls.cipherSuites' },
        {
          given: tls.cipherSuites,
          allowed: 'no cipher suites with the version "VersionTLS13"',
          fix: leaveOut({ begins: 'leave cipherSuites out' }),
        },
      );
    },
  },
  {
    id: 'tls-cipher-needed',
    reason:
      'HTTP/2 needs this cipher suite with the keys that kubeadm generates, and nothing starts without it.',
    source: 'golang/net@v0.30.0:http2/server.go',
    check({ controlPlane: { path, tls, certificates } }, refuse) {
      const { cipherSuites, minVersion } = tls ?? {};
      const hasCurves = certificates?.keyAlgorithm?.startsWith('ECDSA') === true;
      const needed = hasCurves ? NEEDED_ECDSA : NEEDED_RSA;
      if (cipherSuites === undefined || minVersion === 'VersionTLS13') return;
      if (cipherSuites.includes(needed)) return;
      refuse(
        { path, prop: 'tls.cipherSuites' },
        {
          given: cipherSuites,
          allowed: `cipher suites including ${JSON.stringify(needed)}`,
          fix: add(needed),
        },
      );
    },
  },
];
