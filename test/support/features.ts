import { AuditPolicy } from '../../lib/kubeadm/model/audit-policy';
import { Authentication } from '../../lib/kubeadm/model/authentication';
import type { ControlPlaneFeatures } from '../../lib/kubeadm/model/control-plane-features';
import { EncryptionAtRest } from '../../lib/kubeadm/model/encryption';
import { Etcd } from '../../lib/kubeadm/model/etcd';
import { ClaimMapping } from '../../lib/kubeadm/model/jwt-issuer';
import { KubeadmPatch } from '../../lib/kubeadm/model/kubeadm-patch';

const KEY = { name: 'k1', secret: { name: 'demo-keys', key: 'k1' } };
const PEM = '-----BEGIN CERTIFICATE-----\nfake\n-----END CERTIFICATE-----\n';

/** Control planes that use every feature to the full, by the prop of the feature. */
export const FULL_FEATURES: Readonly<Record<string, readonly Partial<ControlPlaneFeatures>[]>> = {
  featureGates: [{ featureGates: { everywhere: { Some: true } } }],
  audit: [
    {
      audit: {
        policy: AuditPolicy.metadata().model,
        log: {},
        webhook: {
          kubeconfig: { name: 'demo-audit', key: 'value' },
          batchMaxSize: 1,
          batchMaxWaitSeconds: 1,
          initialBackoffSeconds: 1,
        },
      },
    },
  ],
  encryption: [
    { encryption: EncryptionAtRest.withKeys({ keys: [KEY] }).model },
    { encryption: EncryptionAtRest.kms({ name: 'kms', endpoint: 'unix:///run/kms/s' }).model },
  ],
  authentication: [
    {
      authentication: Authentication.oidc({
        issuerUrl: 'https://id.example',
        clientId: 'kube',
        usernamePrefix: '-',
        groupsClaim: 'groups',
        groupsPrefix: 'corp:',
        requiredClaims: { hd: 'example' },
        signingAlgorithms: ['RS256'],
        certificateAuthority: PEM,
      }).model,
    },
    {
      authentication: Authentication.issuers(
        [{ url: 'https://id.example', audiences: ['kube'], username: ClaimMapping.claim('sub') }],
        { anonymousPaths: [] },
      ).model,
    },
  ],
  admission: [
    {
      admission: {
        enablePlugins: ['AlwaysPullImages'],
        disablePlugins: ['Priority'],
        podSecurity: { enforce: 'baseline' },
      },
    },
  ],
  tls: [
    { tls: { minVersion: 'VersionTLS13' } },
    { tls: { cipherSuites: ['TLS_ECDHE_RSA_WITH_AES_128_GCM_SHA256'] } },
  ],
  etcd: [{ etcd: Etcd.local({ volume: { device: '/dev/sdb' } }).model }],
  patches: [{ patches: [KubeadmPatch.merge('etcd', { spec: { priority: 1 } }).model] }],
};
