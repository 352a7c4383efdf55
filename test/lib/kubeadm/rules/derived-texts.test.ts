import assert from 'node:assert/strict';
import {
  AuditPolicy,
  type ControlPlaneFeatureProps,
  KubeadmPatch,
} from '../../../../constructs/index';
import { testFleet } from '../../../support/fleets';

describe('texts that features put together', () => {
  it('are told of by size and prop where they are too long', () => {
    const rules = Array.from({ length: 150 }, (_, index) => ({
      level: 'Metadata' as const,
      users: [`system:serviceaccount:apps:some-user-${index}`],
      verbs: ['get', 'list'],
    }));

    assert.throws(synth({ audit: { policy: AuditPolicy.rules(rules), log: {} } }), {
      name: 'ValidationError',
      message: `mothership/prod/control-plane: audit.policy is "17394 characters"
  allowed: at most 10240 characters of YAML, the limit of /etc/kubernetes/audit/policy.yaml
  fix: put the policy into a Secret and use AuditPolicy.fromSecret`,
    });
  });

  it('are told of by the patch that they are', () => {
    const long = KubeadmPatch.merge('etcd', {
      metadata: { annotations: { a: 'x'.repeat(10_240) } },
    });
    const short = KubeadmPatch.merge('etcd', { spec: { priority: 5 } });

    assert.throws(synth({ patches: [short, long] }), {
      name: 'ValidationError',
      message: `mothership/prod/control-plane: patches[1].patch is "10273 characters"
  allowed: at most 10240 characters of YAML, the limit of /etc/kubernetes/patches/etcd01+merge.yaml
  fix: split it into several patches`,
    });
  });
});

function synth(features: ControlPlaneFeatureProps): () => void {
  const { fleet, cluster } = testFleet();
  cluster('prod', { controlPlane: { flavor: 'large', ...features } });
  return () => fleet.synth();
}
