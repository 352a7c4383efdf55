import assert from 'node:assert/strict';
import fc from 'fast-check';
import { ruleSets } from '../../../../lib/assembly/rule-sets';
import { AuditPolicy } from '../../../../lib/kubeadm/model/audit-policy';
import type { ControlPlaneFeatures } from '../../../../lib/kubeadm/model/control-plane-features';
import { EncryptionAtRest } from '../../../../lib/kubeadm/model/encryption';
import { FULL_FEATURES } from '../../../support/features';
import { clusterModel, controlPlaneModel } from '../../../support/models';
import { at, renderedObject } from '../../../support/rendering';
import { issuesOf } from '../../assembly/rule-case';

const CLUSTER = ['spec', 'kubeadmConfigSpec', 'clusterConfiguration'] as const;
const CERTIFICATES = ['k8s-certs /etc/kubernetes/pki', 'ca-certs /etc/ssl/certs'];
/** What kubeadm gives each component, as name and path in the container. */
const KUBEADM = {
  apiServer: CERTIFICATES,
  controllerManager: [...CERTIFICATES, 'kubeconfig /etc/kubernetes/controller-manager.conf'],
  scheduler: ['kubeconfig /etc/kubernetes/scheduler.conf'],
} as const;

const folder = fc.constantFrom(
  '/srv/c',
  '/srv/d',
  '/srv/a',
  '/srv/b',
  '/etc/ssl/certs',
  '/etc/kubernetes/pki',
  '/etc/kubernetes/audit',
  '/etc/kubernetes/encryption',
  '/etc/kubernetes/admission',
);
const name = fc.constantFrom('a', 'b', 'c', 'd', 'kms', 'audit-log', 'kubeconfig', 'ca-certs');
const volumes = fc.array(
  fc.record({ name, hostPath: folder, mountPath: folder }, { noNullPrototype: true }),
  { maxLength: 2 },
);
const features = fc
  .record(
    {
      apiServerExtraVolumes: volumes,
      controllerManagerExtraVolumes: volumes,
      schedulerExtraVolumes: volumes,
      audit: folder.map((one) => ({
        policy: AuditPolicy.metadata().model,
        log: { path: `${one}/audit.log` },
      })),
      encryption: folder.map(
        (one) => EncryptionAtRest.kms({ name: 'vault', endpoint: `unix://${one}/kms.sock` }).model,
      ),
      admission: fc.constant(FULL_FEATURES.admission?.[0]?.admission),
      authentication: fc.constant(FULL_FEATURES.authentication?.[0]?.authentication),
    },
    { requiredKeys: [] },
  )
  .map((some): Partial<ControlPlaneFeatures> => some);

describe('volumes of components', () => {
  it('have names and paths of their own in every control plane that rules accept', () => {
    let accepted = 0;
    fc.assert(
      fc.property(features, (some) => {
        const model = clusterModel({ controlPlane: controlPlaneModel(some) });
        const { volumes: all, distinct } = mounts(model);
        const refused = issuesOf(model, ruleSets()).some(({ rule }) => rule === 'volume-unique');
        accepted += refused ? 0 : 1;

        assert.equal(refused, !distinct, all.join(', '));
      }),
      { numRuns: 400, seed: 20_260_801 },
    );
    assert.ok(accepted > 20, `${accepted} are accepted`);
  });
});

/** Volumes of all components with kubeadm's own, and whether none is in the way of another. */
function mounts(model: ReturnType<typeof clusterModel>) {
  const controlPlane = renderedObject(model, 'controlPlane');
  const lists = Object.entries(KUBEADM).map(([component, own]) => {
    const extra = at(controlPlane, [...CLUSTER, component, 'extraVolumes']);
    const more = Array.isArray(extra) ? extra : [];
    return [...own, ...more.map((one) => `${at(one, ['name'])} ${at(one, ['mountPath'])}`)];
  });
  const isDistinct = (list: readonly string[], part: 0 | 1) =>
    new Set(list.map((volume) => volume.split(' ')[part])).size === list.length;
  return {
    volumes: lists.flat(),
    distinct: lists.every((list) => isDistinct(list, 0) && isDistinct(list, 1)),
  };
}
