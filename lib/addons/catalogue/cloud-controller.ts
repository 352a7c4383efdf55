import type { Chart } from 'cdk8s';
import {
  type Container,
  LOCKED_CONTAINER,
  NON_ROOT_POD,
  needs,
  type Volume,
  type VolumeMount,
} from './pod-hardening';
import type { KubernetesKinds } from './scratch-chart';
import { addServiceAccount, RBAC_GROUP } from './service-account';
import { BOOTSTRAP_TOLERATIONS } from './tolerations';

const NAMESPACE = 'kube-system';

/** Parts in which cloud controller managers differ. */
export interface CloudControllerParts {
  /** Name of its objects. */
  readonly name: string;
  /** Image of the program. */
  readonly image: string;
  /** Command of the program, with its arguments. */
  readonly args: readonly string[];
  /** Environment variables; absent for none. */
  readonly env?: NonNullable<Container['env']>;
  /** RBAC rules in addition to the common ones; absent for none. */
  readonly rights?: typeof RULES;
  /** Volumes that it reads. */
  readonly volumes: readonly Volume[];
  /** Mounts of these volumes. */
  readonly mounts: readonly VolumeMount[];
}

/** Adds a cloud controller manager that runs on control plane machines, with the permissions that all of them need. */
export function addCloudController(
  chart: Chart,
  k8s: KubernetesKinds,
  { name, image, args, env, rights = [], volumes, mounts }: CloudControllerParts,
): void {
  const labels = { 'app.kubernetes.io/name': name };
  const metadata = { name, namespace: NAMESPACE, labels };
  addServiceAccount(chart, k8s, metadata, { clusterWide: [...RULES, ...rights] });
  new k8s.KubeRoleBinding(chart, 'authentication', {
    metadata: { ...metadata, name: `${name}-authentication` },
    roleRef: {
      apiGroup: RBAC_GROUP,
      kind: 'Role',
      name: 'extension-apiserver-authentication-reader',
    },
    subjects: [{ kind: 'ServiceAccount', name, namespace: NAMESPACE }],
  });
  new k8s.KubeDaemonSet(chart, 'manager', {
    metadata,
    spec: {
      selector: { matchLabels: labels },
      updateStrategy: { type: 'RollingUpdate' },
      template: {
        metadata: { labels },
        spec: {
          serviceAccountName: name,
          securityContext: NON_ROOT_POD,
          hostNetwork: true,
          dnsPolicy: 'Default',
          priorityClassName: 'system-cluster-critical',
          nodeSelector: { 'node-role.kubernetes.io/control-plane': '' },
          tolerations: [...BOOTSTRAP_TOLERATIONS],
          containers: [
            {
              name,
              image,
              args: [...args],
              ...(env === undefined ? {} : { env }),
              resources: needs(k8s, { cpu: '200m', memory: '64Mi' }),
              securityContext: LOCKED_CONTAINER,
              ...(mounts.length === 0 ? {} : { volumeMounts: [...mounts] }),
            },
          ],
          ...(volumes.length === 0 ? {} : { volumes: [...volumes] }),
        },
      },
    },
  });
}

const RULES = [
  { apiGroups: ['coordination.k8s.io'], resources: ['leases'], verbs: ['get', 'create', 'update'] },
  { apiGroups: [''], resources: ['events'], verbs: ['create', 'patch', 'update'] },
  {
    apiGroups: [''],
    resources: ['nodes'],
    verbs: ['get', 'list', 'watch', 'update', 'patch', 'delete'],
  },
  { apiGroups: [''], resources: ['nodes/status'], verbs: ['update', 'patch'] },
  {
    apiGroups: [''],
    resources: ['services'],
    verbs: ['get', 'list', 'watch', 'update', 'patch'],
  },
  { apiGroups: [''], resources: ['services/status'], verbs: ['update', 'patch'] },
];
