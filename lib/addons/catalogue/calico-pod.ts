import type { CalicoImages } from './calico-images';
import {
  type Download,
  downloadScript,
  END_RIGHTS_SCRIPT,
  MANIFEST_FOLDER,
  RIGHTS_VARIABLE,
  TOKEN_FOLDER,
  WAIT_SCRIPT,
} from './calico-script';
import {
  type Container,
  LOCKED_CONTAINER,
  NON_ROOT_POD,
  needs,
  SCRATCH_MOUNT,
  SCRATCH_VOLUME,
  type Volume,
  type VolumeMount,
} from './pod-hardening';
import type { KubernetesKinds } from './scratch-chart';
import { scriptCommand } from './shell-text';
import { BOOTSTRAP_TOLERATIONS } from './tolerations';

type PodSpec = NonNullable<
  NonNullable<ConstructorParameters<KubernetesKinds['KubePod']>[2]>['spec']
>;

/** Settings of the pod of a Job that installs Calico. */
export interface InstallerPod {
  /** Name of the service account, and of its roles and bindings. */
  readonly name: string;
  /** Images that it runs. */
  readonly images: Required<CalicoImages>;
  /** Download; absent if it applies ConfigMaps. */
  readonly download?: Download;
  /** ConfigMaps with the manifests that it applies. */
  readonly configMaps?: readonly string[];
}

const MANIFEST_VOLUME = 'manifest';
const TOKEN_VOLUME = 'token';
const TOKEN_SECONDS = 3600;
const MANIFEST_MOUNT: VolumeMount = { name: MANIFEST_VOLUME, mountPath: MANIFEST_FOLDER };
/** Only containers that call the API server have the token; the one that downloads does not. */
const TOKEN_MOUNT: VolumeMount = { name: TOKEN_VOLUME, mountPath: TOKEN_FOLDER, readOnly: true };
const APPLY_ARGS = ['apply', '--server-side', '--force-conflicts', '-f', `${MANIFEST_FOLDER}/`];
const CURL_NEEDS = { cpu: '10m', memory: '16Mi', memoryLimit: '128Mi' };

/** Builds the pod that waits for the API server, gets manifests, applies them, and revokes its permissions. */
export function installerPod(k8s: KubernetesKinds, pod: InstallerPod): PodSpec {
  const { name, images } = pod;
  const curl = (step: string, script: string, mounts: readonly VolumeMount[]): Container => ({
    ...container(k8s, step, images.curl, mounts),
    command: scriptCommand(script),
    resources: needs(k8s, CURL_NEEDS),
  });
  return {
    serviceAccountName: name,
    automountServiceAccountToken: false,
    securityContext: NON_ROOT_POD,
    restartPolicy: 'OnFailure',
    hostNetwork: true,
    dnsPolicy: 'Default',
    priorityClassName: 'system-cluster-critical',
    nodeSelector: { 'kubernetes.io/os': 'linux' },
    tolerations: [...BOOTSTRAP_TOLERATIONS],
    initContainers: [
      curl('wait-for-api-server', WAIT_SCRIPT, [TOKEN_MOUNT]),
      ...(pod.download === undefined
        ? []
        : [curl('download', downloadScript(pod.download), [MANIFEST_MOUNT])]),
      {
        ...container(k8s, 'apply', images.kubectl, [
          { ...MANIFEST_MOUNT, readOnly: true },
          TOKEN_MOUNT,
        ]),
        command: ['kubectl', ...APPLY_ARGS],
        env: [{ name: 'HOME', value: SCRATCH_MOUNT.mountPath }],
      },
    ],
    containers: [
      {
        ...curl('end-rights', END_RIGHTS_SCRIPT, [TOKEN_MOUNT]),
        env: [{ name: RIGHTS_VARIABLE, value: name }],
      },
    ],
    volumes: [manifestVolume(pod), tokenVolume(), SCRATCH_VOLUME],
  };
}

function container(
  k8s: KubernetesKinds,
  name: string,
  image: string,
  mounts: readonly VolumeMount[],
): Container {
  return {
    name,
    image,
    resources: needs(k8s, { cpu: '20m', memory: '96Mi' }),
    securityContext: LOCKED_CONTAINER,
    volumeMounts: [...mounts, SCRATCH_MOUNT],
  };
}

function manifestVolume({ configMaps }: InstallerPod): Volume {
  if (configMaps === undefined) return { name: MANIFEST_VOLUME, emptyDir: {} };
  return {
    name: MANIFEST_VOLUME,
    projected: { sources: configMaps.map((name) => ({ configMap: { name } })) },
  };
}

/** Builds the volume that Kubernetes mounts into pods by default, for mounting into selected containers only. */
function tokenVolume(): Volume {
  const authority = { name: 'kube-root-ca.crt', items: [{ key: 'ca.crt', path: 'ca.crt' }] };
  const namespace = { path: 'namespace', fieldRef: { fieldPath: 'metadata.namespace' } };
  return {
    name: TOKEN_VOLUME,
    projected: {
      sources: [
        { serviceAccountToken: { path: 'token', expirationSeconds: TOKEN_SECONDS } },
        { configMap: authority },
        { downwardApi: { items: [namespace] } },
      ],
    },
  };
}
