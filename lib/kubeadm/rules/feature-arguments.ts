import { hasKeys } from '../../base/has-keys';
import { isSameMinor } from '../../base/kubernetes-version';
import type { Place, Refuse, Rule } from '../../base/rule';
import type { KubeadmCluster } from '../model/cluster';
import type { KubeadmControlPlane } from '../model/control-plane';
import type { KubeadmMachine } from '../model/machine';
import type { ControlPlaneSubject, MachineSubject } from './subjects';

/** Arguments of components that features set, by prop for arguments. */
export type OwnedArguments = Partial<
  Readonly<
    Record<
      | 'apiServerExtraArgs'
      | 'controllerManagerExtraArgs'
      | 'schedulerExtraArgs'
      | 'kubeletExtraArgs',
      readonly string[]
    >
  >
>;

/** Feature of a control plane, with the arguments that it sets. */
export interface ArgumentOwner {
  /** Prop of the feature. */
  readonly prop: string;
  /** Tells whether the feature is used. */
  isSet(controlPlane: KubeadmControlPlane): boolean;
  /** Arguments that the feature sets, or that would conflict with it. */
  readonly owned: OwnedArguments;
}

const GATES = ['feature-gates'];
const TLS = ['tls-min-version', 'tls-cipher-suites'];

/** Control-plane features that set arguments of components. */
export const ARGUMENT_OWNERS: readonly ArgumentOwner[] = [
  {
    prop: 'featureGates',
    isSet: ({ featureGates }) => hasKeys(featureGates),
    owned: {
      apiServerExtraArgs: GATES,
      controllerManagerExtraArgs: GATES,
      schedulerExtraArgs: GATES,
      kubeletExtraArgs: GATES,
    },
  },
  {
    prop: 'audit',
    isSet: ({ audit }) => audit !== undefined,
    owned: {
      apiServerExtraArgs: [
        'audit-policy-file',
        'audit-log-path',
        'audit-log-mode',
        'audit-log-maxage',
        'audit-log-maxbackup',
        'audit-log-maxsize',
        'audit-log-compress',
        'audit-webhook-config-file',
        'audit-webhook-mode',
        'audit-webhook-batch-max-size',
        'audit-webhook-batch-max-wait',
        'audit-webhook-initial-backoff',
      ],
    },
  },
  {
    prop: 'encryption',
    isSet: ({ encryption }) => encryption !== undefined,
    owned: {
      apiServerExtraArgs: [
        'encryption-provider-config',
        'encryption-provider-config-automatic-reload',
      ],
    },
  },
  {
    prop: 'authentication',
    isSet: ({ authentication }) => authentication !== undefined,
    owned: {
      apiServerExtraArgs: [
        'authentication-config',
        'oidc-issuer-url',
        'oidc-client-id',
        'oidc-username-claim',
        'oidc-username-prefix',
        'oidc-groups-claim',
        'oidc-groups-prefix',
        'oidc-required-claim',
        'oidc-signing-algs',
        'oidc-ca-file',
      ],
    },
  },
  {
    prop: 'authentication.anonymousPaths',
    isSet: ({ authentication }) =>
      authentication?.kind === 'issuers' && authentication.anonymousPaths !== undefined,
    owned: { apiServerExtraArgs: ['anonymous-auth'] },
  },
  {
    prop: 'admission',
    isSet: ({ admission }) => admission !== undefined,
    owned: {
      apiServerExtraArgs: [
        'enable-admission-plugins',
        'disable-admission-plugins',
        'admission-control-config-file',
      ],
    },
  },
  {
    prop: 'tls',
    isSet: ({ tls }) => tls !== undefined,
    owned: {
      apiServerExtraArgs: TLS,
      controllerManagerExtraArgs: TLS,
      schedulerExtraArgs: TLS,
      kubeletExtraArgs: TLS,
    },
  },
];

const REASON = 'The argument would silently override what a prop has set.';
const SOURCE = 'kubernetes/kubernetes@v1.32.0:cmd/kubeadm/app/util/arguments.go';
const PROPS = ['apiServerExtraArgs', 'controllerManagerExtraArgs', 'schedulerExtraArgs'] as const;

/** Tells whether a control plane has a feature that sets arguments. */
export function ownsArguments(controlPlane: KubeadmControlPlane): boolean {
  return ARGUMENT_OWNERS.some((owner) => owner.isSet(controlPlane));
}

/** Rules on arguments of components that a feature also sets. */
export const OWNED_ARGUMENT_RULES: readonly Rule<ControlPlaneSubject>[] = [
  {
    id: 'argument-of-feature',
    reason: REASON,
    source: SOURCE,
    check({ controlPlane }, refuse) {
      for (const owner of ARGUMENT_OWNERS) {
        if (!owner.isSet(controlPlane)) continue;
        for (const prop of PROPS) {
          const names = owner.owned[prop] ?? [];
          refuseOwned({ path: controlPlane.path, prop }, controlPlane[prop], owner, names, refuse);
        }
      }
    },
  },
];

/** Rules on arguments of kubelets that a control-plane feature also sets. */
export const OWNED_KUBELET_ARGUMENT_RULES: readonly Rule<MachineSubject>[] = [
  {
    id: 'kubelet-argument-of-feature',
    reason: REASON,
    source: SOURCE,
    check({ cluster, machine }, refuse) {
      const { path, kubeletExtraArgs } = machine;
      for (const owner of ARGUMENT_OWNERS) {
        if (!owner.isSet(cluster.controlPlane)) continue;
        if (owner.prop === 'featureGates' && isOtherMinor(cluster, machine)) continue;
        const place = { path, prop: 'kubeletExtraArgs' };
        refuseOwned(place, kubeletExtraArgs, owner, owner.owned.kubeletExtraArgs ?? [], refuse);
      }
    },
  },
];

function isOtherMinor(cluster: KubeadmCluster, machine: KubeadmMachine): boolean {
  const own = 'kubernetesVersion' in machine ? machine.kubernetesVersion : undefined;
  return typeof own === 'string' && !isSameMinor(own, cluster.kubernetesVersion);
}

function refuseOwned(
  { path, prop }: Place,
  args: Readonly<Record<string, string>>,
  owner: ArgumentOwner,
  names: readonly string[],
  refuse: Refuse,
): void {
  for (const name of names) {
    if (!Object.hasOwn(args, name)) continue;
    refuse(
      { path, prop: `${prop}[${JSON.stringify(name)}]` },
      {
        given: args[name],
        allowed: `arguments that the control plane's ${owner.prop} does not set`,
        fix: `use ${owner.prop} of the control plane instead, or leave ${owner.prop} out`,
      },
    );
  }
}
