import type { CertificateSettings } from '../../../../../lib/kubeadm/model/certificates';
import { profile } from '../../../../support/models';
import type { AssembledCluster } from '../../../../support/openstack-cluster';
import { type RuleCase, withControlPlane } from '../../../assembly/rule-case';

const THERE = { ownsNamespace: false };
const OLD = { profile: profile('1.10') };

/** Examples of rules on certificates. */
export const CERTIFICATE_CASES: readonly RuleCase[] = [
  {
    rule: 'authority-secret',
    broken: certified({ authorities: { cluster: 'corp-ca', serviceAccount: 'demo-sa' } }, THERE),
    sound: certified({ authorities: { cluster: 'demo-ca', etcd: 'demo-etcd' } }, THERE),
    says: `mothership/demo/control-plane: certificates.authorities.cluster is "corp-ca"
  allowed: "demo-ca"
  fix: name the Secret "demo-ca"`,
  },
  {
    rule: 'authority-namespace',
    broken: certified({ authorities: { frontProxy: 'demo-proxy' } }),
    sound: certified({ authorities: { frontProxy: 'demo-proxy' } }, THERE),
    says: `mothership/demo/control-plane: certificates.authorities is ["frontProxy"]
  allowed: CAs in a namespace that exists, with the Secrets, before the cluster is created
  fix: set namespace of the cluster to an existing one`,
  },
  {
    rule: 'certificates-profile',
    broken: certified({ validityDays: 90, keyAlgorithm: 'RSA-4096' }, OLD),
    sound: certified({ validityDays: 90, keyAlgorithm: 'RSA-4096' }),
    says: `mothership/demo/control-plane: certificates.validityDays is 90
  allowed: none; requires Cluster API 1.13 or newer
  fix: leave it out, or write Providers.stable('1.13') for the management cluster
mothership/demo/control-plane: certificates.keyAlgorithm is "RSA-4096"
  allowed: none; requires Cluster API 1.13 or newer
  fix: leave it out, or write Providers.stable('1.13') for the management cluster`,
  },
  {
    rule: 'certificates-profile',
    broken: certified(
      { authorityValidityDays: 1000 },
      { profile: profile('1.13'), kubernetesVersion: '1.30.4' },
    ),
    says: `mothership/demo/control-plane: certificates.authorityValidityDays is 1000
  allowed: none; requires Kubernetes 1.31 or newer
  fix: leave it out, or upgrade Kubernetes first`,
  },
  {
    rule: 'certificates-validity',
    broken: certified({ validityDays: 400, authorityValidityDays: 200 }),
    sound: certified({ validityDays: 200, authorityValidityDays: 400 }),
    says: `mothership/demo/control-plane: certificates.validityDays is 400
  allowed: an integer from 1 to 200
  fix: write 200`,
  },
  {
    rule: 'certificates-validity',
    broken: certified({ authorityValidityDays: 0 }),
    says: `mothership/demo/control-plane: certificates.authorityValidityDays is 0
  allowed: an integer from 1 to 36500
  fix: leave it out; the default is ten years`,
  },
  {
    rule: 'certificates-expiry-validity',
    broken: withControlPlane({ rollout: { certificatesExpiryDays: 365 } }),
    sound: withControlPlane({ rollout: { certificatesExpiryDays: 364 } }),
    says: `mothership/demo/control-plane: rollout.certificatesExpiryDays is 365
  allowed: less than 365 days, the validity of certificates
  fix: write 91`,
  },
  {
    rule: 'certificates-expiry-validity',
    broken: withControlPlane({
      rollout: { certificatesExpiryDays: 30 },
      certificates: { validityDays: 30 },
    }),
    says: `mothership/demo/control-plane: rollout.certificatesExpiryDays is 30
  allowed: less than 30 days, the validity of certificates
  fix: write 7`,
  },
  {
    rule: 'certificates-profile',
    broken: certified(
      { validityDays: 90 },
      { profile: profile('1.13'), kubernetesVersion: '1.30.9' },
    ),
    sound: certified(
      { validityDays: 90 },
      { profile: profile('1.13'), kubernetesVersion: '1.31.0' },
    ),
    says: `mothership/demo/control-plane: certificates.validityDays is 90
  allowed: none; requires Kubernetes 1.31 or newer
  fix: leave it out, or upgrade Kubernetes first`,
  },
  {
    rule: 'certificates-expiry-validity',
    broken: withControlPlane({
      rollout: { certificatesExpiryDays: 7 },
      certificates: { validityDays: 7 },
    }),
    sound: withControlPlane({
      rollout: { certificatesExpiryDays: 7 },
      certificates: { validityDays: 8 },
    }),
    says: `mothership/demo/control-plane: rollout.certificatesExpiryDays is 7
  allowed: less than 7 days, the validity of certificates
  fix: raise certificates.validityDays to 8 or more`,
  },
];

function certified(
  certificates: CertificateSettings,
  rest: Partial<AssembledCluster> = {},
): RuleCase['broken'] {
  return withControlPlane({ certificates }, rest);
}
