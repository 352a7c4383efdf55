import {
  type Container,
  LOCKED_CONTAINER,
  needs,
  ROOT_POD,
  type Volume,
  type VolumeMount,
} from '../../addons/catalogue/pod-hardening';
import { type KubernetesKinds, scratchManifests } from '../../addons/catalogue/scratch-chart';
import { CONTROL_PLANE_TOLERATIONS } from '../../addons/catalogue/tolerations';
import { goDuration } from '../../base/duration';
import type { Manifest } from '../../base/manifest';

/** Namespace of the etcd jobs. */
export const ETCD_NAMESPACE = 'kube-system';
const PKI = '/etc/kubernetes/pki/etcd';
const PKI_VOLUME = 'pki';
const BACKOFF_LIMIT = 2;
/** Deadline for the start of a job after its scheduled time. */
const START_WITHIN_SECONDS = 3600;

type CronJobSpec = NonNullable<
  NonNullable<ConstructorParameters<KubernetesKinds['KubeCronJob']>[2]>['spec']
>;
type PodSpec = NonNullable<
  NonNullable<ConstructorParameters<KubernetesKinds['KubePod']>[2]>['spec']
>;

/** Settings of the defragmentation job. */
export interface DefragmentationSettings {
  readonly image: string;
  readonly schedule: string;
  readonly timeoutSeconds: number;
}

/** Renders the job that defragments the members, one after the other. */
export function defragmentationJob(settings: DefragmentationSettings): readonly Manifest[] {
  const { image, schedule, timeoutSeconds } = settings;
  return scratchManifests(['etcd-defragmentation', settings], (chart, k8s) => {
    const name = 'etcd-defragmentation';
    const timeout = `--command-timeout=${goDuration(timeoutSeconds)}`;
    const container = etcdctl(k8s, image, 'defragment', ['defrag', '--cluster', timeout]);
    new k8s.KubeCronJob(chart, 'job', {
      metadata: { name, namespace: ETCD_NAMESPACE, labels: jobLabels(name) },
      spec: cronJobSpec(name, schedule, { containers: [container] }),
    });
  });
}

/** Returns the labels of a job and its pods. */
export function jobLabels(name: string): Record<string, string> {
  return { 'app.kubernetes.io/name': name };
}

/** Returns a container that runs `etcdctl` against the local member, with a key that only root can read. */
export function etcdctl(
  k8s: KubernetesKinds,
  image: string,
  name: string,
  args: readonly string[],
  mounts: readonly VolumeMount[] = [],
): Container {
  const env = {
    ETCDCTL_API: '3',
    ETCDCTL_ENDPOINTS: 'https://localhost:2379',
    ETCDCTL_CACERT: `${PKI}/ca.crt`,
    ETCDCTL_CERT: `${PKI}/healthcheck-client.crt`,
    ETCDCTL_KEY: `${PKI}/healthcheck-client.key`,
  };
  return {
    name,
    image,
    command: ['etcdctl', ...args],
    env: Object.entries(env).map(([key, value]) => ({ name: key, value })),
    resources: needs(k8s, { cpu: '10m', memory: '32Mi' }),
    securityContext: LOCKED_CONTAINER,
    volumeMounts: [{ name: PKI_VOLUME, mountPath: PKI, readOnly: true }, ...mounts],
  };
}

/** Returns the spec of a job that runs on a control-plane machine, next to its etcd member. */
export function cronJobSpec(
  name: string,
  schedule: string,
  pod: Pick<PodSpec, 'containers' | 'initContainers' | 'volumes'>,
): CronJobSpec {
  const pki: Volume = { name: PKI_VOLUME, hostPath: { path: PKI, type: 'Directory' } };
  return {
    schedule,
    concurrencyPolicy: 'Forbid',
    startingDeadlineSeconds: START_WITHIN_SECONDS,
    successfulJobsHistoryLimit: 1,
    failedJobsHistoryLimit: 2,
    jobTemplate: {
      spec: {
        backoffLimit: BACKOFF_LIMIT,
        template: {
          metadata: { labels: jobLabels(name) },
          spec: {
            ...pod,
            restartPolicy: 'Never',
            hostNetwork: true,
            automountServiceAccountToken: false,
            securityContext: ROOT_POD,
            priorityClassName: 'system-cluster-critical',
            nodeSelector: { 'node-role.kubernetes.io/control-plane': '' },
            tolerations: [...CONTROL_PLANE_TOLERATIONS],
            volumes: [pki, ...(pod.volumes ?? [])],
          },
        },
      },
    },
  };
}
