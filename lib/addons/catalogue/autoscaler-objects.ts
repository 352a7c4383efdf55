import type { Manifest } from '../../base/manifest';
import type { CarriedSecret } from '../../secrets/model/cluster-secret';
import { STATUS_RULES, scalingRules, WORKLOAD_RULES } from './autoscaler-rules';
import { type ExtraArgs, withExtraArgs } from './extra-args';
import { LOCKED_CONTAINER, NON_ROOT_POD, needs } from './pod-hardening';
import { type KubernetesKinds, namedManifests, scratchManifests } from './scratch-chart';
import { addServiceAccount } from './service-account';
import { CONTROL_PLANE_TOLERATIONS } from './tolerations';

/** Secret with the management cluster's kubeconfig, in the workload cluster. */
const MANAGEMENT_KUBECONFIG = 'management-kubeconfig';
const CONTAINER = 'cluster-autoscaler';
const NAMESPACE = 'kube-system';
/** An autoscaler keeps all pods and nodes in memory; a memory limit would kill it in a large cluster. */
const NEEDS = { cpu: '20m', memory: '96Mi' };

/** Settings that the objects of an autoscaler depend on, besides its cluster. */
export interface AutoscalerSettings {
  /** Image of the cluster autoscaler. */
  readonly image: string;
  /** Arguments derived from the user's options. */
  readonly args: readonly string[];
  /** Arguments given by the user, which override all others. */
  readonly extraArgs: ExtraArgs | undefined;
}

/** Secret of the workload cluster that contains a kubeconfig of the management cluster. */
export const MANAGEMENT_KUBECONFIG_SECRET: CarriedSecret = Object.freeze({
  name: MANAGEMENT_KUBECONFIG,
  namespace: NAMESPACE,
  keys: Object.freeze(['value']),
});

/** Cluster that an autoscaler scales. */
export interface ScaledCluster {
  readonly cluster: string;
  readonly namespace: string;
}

type PodSpec = NonNullable<
  NonNullable<ConstructorParameters<KubernetesKinds['KubePod']>[2]>['spec']
>;

/**
 * Builds the objects of an autoscaler in the management cluster, in the cluster's namespace.
 *
 * Its lease and its status are in the workload cluster, which it accesses with the kubeconfig, so the role needs no leases.
 */
export function managementAutoscaler(
  settings: AutoscalerSettings & {
    /** Resource name of the machine templates. */
    readonly machineTemplates: string;
  },
  cluster: ScaledCluster,
): readonly Manifest[] {
  return namedManifests(
    ['autoscaler-management', settings],
    { ...cluster },
    (chart, k8s, marks) => {
      const name = `${marks.cluster}-autoscaler`;
      const labels = podLabels(name);
      const metadata = { name, namespace: marks.namespace, labels };
      addServiceAccount(chart, k8s, metadata, {
        ownNamespace: scalingRules(settings.machineTemplates),
      });
      new k8s.KubeDeployment(chart, 'autoscaler', {
        metadata,
        spec: {
          replicas: 1,
          selector: { matchLabels: labels },
          template: {
            metadata: { labels },
            spec: podSpec(k8s, name, settings, {
              secretName: `${marks.cluster}-kubeconfig`,
              mountPath: '/etc/workload',
              args: [
                '--kubeconfig=/etc/workload/value',
                '--clusterapi-cloud-config-authoritative',
                ...commonArgs(marks),
              ],
            }),
          },
        },
      });
    },
  );
}

/** Builds the objects of an autoscaler in the workload cluster. */
export function workloadAutoscaler(
  settings: AutoscalerSettings,
  cluster: ScaledCluster,
): readonly Manifest[] {
  return namedManifests(['autoscaler-workload', settings], { ...cluster }, (chart, k8s, marks) => {
    const name = CONTAINER;
    const labels = podLabels(name);
    const metadata = { name, namespace: NAMESPACE, labels };
    addServiceAccount(chart, k8s, metadata, {
      clusterWide: WORKLOAD_RULES,
      ownNamespace: STATUS_RULES,
    });
    const spec = podSpec(k8s, name, settings, {
      secretName: MANAGEMENT_KUBECONFIG,
      mountPath: '/etc/management',
      args: ['--cloud-config=/etc/management/value', ...commonArgs(marks)],
    });
    new k8s.KubeDeployment(chart, 'autoscaler', {
      metadata,
      spec: {
        replicas: 1,
        selector: { matchLabels: labels },
        template: {
          metadata: { labels },
          spec: {
            ...spec,
            priorityClassName: 'system-cluster-critical',
            tolerations: [...CONTROL_PLANE_TOLERATIONS],
          },
        },
      },
    });
  });
}

/** Builds the Secret of the workload cluster that contains the management cluster's kubeconfig. */
export function kubeconfigSecret(kubeconfig: string): readonly Manifest[] {
  return scratchManifests(['management-kubeconfig', kubeconfig], (chart, k8s) => {
    new k8s.KubeSecret(chart, 'kubeconfig', {
      metadata: { name: MANAGEMENT_KUBECONFIG, namespace: NAMESPACE },
      type: 'Opaque',
      stringData: { value: kubeconfig },
    });
  });
}

function commonArgs({ cluster, namespace }: ScaledCluster): readonly string[] {
  return [
    `--node-group-auto-discovery=clusterapi:namespace=${namespace},clusterName=${cluster}`,
    `--leader-elect-resource-name=${cluster}-autoscaler`,
  ];
}

function podSpec(
  k8s: KubernetesKinds,
  serviceAccountName: string,
  { image, args, extraArgs }: AutoscalerSettings,
  access: { secretName: string; mountPath: string; args: readonly string[] },
): PodSpec {
  return {
    serviceAccountName,
    securityContext: NON_ROOT_POD,
    containers: [
      {
        name: CONTAINER,
        image,
        command: ['/cluster-autoscaler'],
        args: [
          ...withExtraArgs(['--cloud-provider=clusterapi', ...access.args, ...args], extraArgs),
        ],
        resources: needs(k8s, NEEDS),
        securityContext: LOCKED_CONTAINER,
        volumeMounts: [{ name: 'kubeconfig', mountPath: access.mountPath, readOnly: true }],
      },
    ],
    volumes: [{ name: 'kubeconfig', secret: { secretName: access.secretName } }],
  };
}

function podLabels(name: string): Record<string, string> {
  return { 'app.kubernetes.io/name': CONTAINER, 'app.kubernetes.io/instance': name };
}
