import { installs } from '../../addons/rules/installed-parts';
import { wantedPart } from '../../addons/rules/wanted-part';
import type { Rule } from '../../base/rule';
import { mapAt, mapsAt } from '../../base/value-at';
import { kubeletArguments, type ToldKubelet } from '../../cluster/model/kubelet';
import type { KubeadmCluster } from '../model/cluster';
import type { KubeadmPatchModel } from '../model/kubeadm-patch';

/** Rules on serving certificates that kubelets request. */
export const SERVING_CERTIFICATE_RULES: readonly Rule<KubeadmCluster>[] = [
  wantedPart({
    id: 'csr-approver-missing',
    reason:
      'Kubernetes does not approve the serving certificates that kubelets request, and logs cannot be read without one.',
    source:
      'kubernetes/website@main:content/en/docs/tasks/administer-cluster/kubeadm/kubeadm-certs.md',
    part: 'kubelet-csr-approver',
    what: 'a controller that approves the serving certificates that kubelets request',
    addon: () => 'one with Addon.helmChart() or Addon.manifest()',
    isMissing: ({ controlPlane, pools, addons }) =>
      [controlPlane, ...pools].some(asksForCertificates) &&
      !addons.some((addon) => installs(addon, 'kubelet-csr-approver')),
  }),
];

function asksForCertificates(
  machine: ToldKubelet & { readonly patches?: readonly KubeadmPatchModel[] | undefined },
): boolean {
  if (kubeletArguments(machine)['rotate-server-certificates'] === 'true') return true;
  return (machine.patches ?? []).some(
    ({ target, ...patch }) => target === 'kubeletconfiguration' && bootstrapsServing(patch),
  );
}

function bootstrapsServing({ type, patch }: Omit<KubeadmPatchModel, 'target'>): boolean {
  if (type !== 'json') return mapAt(patch).serverTLSBootstrap === true;
  return mapsAt({ patch }, 'patch').some(
    ([{ path, value }]) => path === '/serverTLSBootstrap' && value === true,
  );
}
