import { write } from '../../base/fix';
import { isCleanPath } from '../../base/paths';
import type { Place, Refuse, Rule } from '../../base/rule';
import { isDnsLabel, toDnsLabel } from '../../cluster/rules/names';
import type { KubeadmCluster } from '../model/cluster';
import type { KubeadmControlPlane } from '../model/control-plane';
import { featureVolumes } from '../model/feature-volumes';
import type { HostVolume } from '../model/host-volume';
import type { ControlPlaneSubject } from './subjects';

type VolumesProp =
  | 'apiServerExtraVolumes'
  | 'controllerManagerExtraVolumes'
  | 'schedulerExtraVolumes';

const PROPS: readonly VolumesProp[] = [
  'apiServerExtraVolumes',
  'controllerManagerExtraVolumes',
  'schedulerExtraVolumes',
];
const KUBEADM_VOLUMES =
  'kubernetes/kubernetes@v1.32.0:cmd/kubeadm/app/phases/controlplane/volumes.go';
const POD_VALIDATION = 'kubernetes/kubernetes@v1.32.0:pkg/apis/core/validation/validation.go';

/** Volumes that kubeadm itself mounts into the containers of components, by name. */
const KUBEADM_MOUNTS: Readonly<Record<VolumesProp, Readonly<Record<string, string>>>> = {
  apiServerExtraVolumes: { 'k8s-certs': '/etc/kubernetes/pki', 'ca-certs': '/etc/ssl/certs' },
  controllerManagerExtraVolumes: {
    'k8s-certs': '/etc/kubernetes/pki',
    'ca-certs': '/etc/ssl/certs',
    kubeconfig: '/etc/kubernetes/controller-manager.conf',
  },
  schedulerExtraVolumes: { kubeconfig: '/etc/kubernetes/scheduler.conf' },
};

/** Volumes of features whose path the user chooses, with an unused directory. */
const CHOSEN_FOLDERS: Readonly<Record<string, string>> = {
  'audit-log': '/var/log/kubernetes/audit',
  kms: '/run/kms',
};

/** Volume of a component that can conflict with another. */
interface Mount extends Pick<HostVolume, 'name' | 'mountPath'> {
  /** Feature that needs it; absent for a volume of the user. */
  readonly feature?: string;
}

/** Tells whether a control plane mounts host paths into its components. */
export function hasVolumes({ controlPlane }: ControlPlaneSubject): boolean {
  const { audit, encryption } = controlPlane;
  return (audit ?? encryption) !== undefined || PROPS.some((prop) => controlPlane[prop].length > 0);
}

/** Rules on host paths mounted into control-plane components. */
export const VOLUME_RULES: readonly Rule<ControlPlaneSubject>[] = [
  {
    id: 'volume-name',
    reason: 'The static pod does not start if the name of a volume is not a DNS label.',
    source: POD_VALIDATION,
    check({ controlPlane }, refuse) {
      visit(controlPlane, (prop, { name }) => {
        if (isDnsLabel(name)) return;
        const better = toDnsLabel(
          name,
          63,
          controlPlane[prop].map((one) => one.name),
        );
        refuse(
          { path: controlPlane.path, prop: `${prop}.name` },
          {
            given: name,
            allowed: 'at most 63 lower-case letters, digits and dashes',
            fix: better === undefined ? 'give it a name' : write(better),
          },
        );
      });
    },
  },
  {
    id: 'volume-path',
    reason: 'The kubelet accepts only absolute paths without "..", ":" or a trailing slash.',
    source: POD_VALIDATION,
    check({ controlPlane }, refuse) {
      visit(controlPlane, (prop, volume) => {
        for (const field of ['hostPath', 'mountPath'] as const) {
          if (isCleanPath(volume[field])) continue;
          refuse(
            { path: controlPlane.path, prop: `${prop}[${JSON.stringify(volume.name)}].${field}` },
            {
              given: volume[field],
              allowed:
                'an absolute path of at most 512 characters, without "..", ":" or a trailing slash',
              fix: 'write the full path from the root',
            },
          );
        }
      });
    },
  },
  {
    id: 'volume-unique',
    reason:
      'kubeadm keeps only one of two volumes with the same name, and mounts a path only once.',
    source: KUBEADM_VOLUMES,
    check({ cluster, controlPlane }, refuse) {
      for (const prop of PROPS) {
        const names = new Set(Object.keys(KUBEADM_MOUNTS[prop]));
        const owners = new Map(Object.values(KUBEADM_MOUNTS[prop]).map((at) => [at, 'kubeadm']));
        for (const mount of mountsOf(cluster, prop)) {
          const { name, mountPath, feature } = mount;
          const owner = owners.get(mountPath);
          const taken = names.has(name) ? 'name' : owner === undefined ? undefined : 'mountPath';
          names.add(name);
          owners.set(mountPath, owner ?? feature ?? prop);
          if (taken === undefined) continue;
          if (feature !== undefined) refuseChosen(controlPlane, mount, owner ?? feature, refuse);
          else refuseOwn({ path: controlPlane.path, prop }, mount, taken, refuse);
        }
      }
    },
  },
];

function visit(
  controlPlane: KubeadmControlPlane,
  look: (prop: VolumesProp, volume: HostVolume) => void,
): void {
  for (const prop of PROPS) {
    for (const volume of controlPlane[prop]) look(prop, volume);
  }
}

/** Returns the volumes of a component by priority: those that nobody chooses, those of features, and the user's. */
function mountsOf(cluster: KubeadmCluster, prop: VolumesProp): readonly Mount[] {
  const { controlPlane } = cluster;
  if (prop !== 'apiServerExtraVolumes') return controlPlane[prop];
  const derived = featureVolumes(cluster).map(({ name, mountPath, prop: feature }) => ({
    name,
    mountPath,
    feature,
  }));
  return [
    ...derived.filter(({ name }) => !Object.hasOwn(CHOSEN_FOLDERS, name)),
    ...derived.filter(({ name }) => Object.hasOwn(CHOSEN_FOLDERS, name)),
    ...controlPlane[prop],
  ];
}

function refuseChosen(
  { path, audit, encryption }: KubeadmControlPlane,
  { name, mountPath }: Mount,
  owner: string,
  refuse: Refuse,
): void {
  const isSocket = name === 'kms' && encryption?.kind === 'kms';
  refuse(
    { path, prop: isSocket ? 'encryption.endpoint' : 'audit.log.path' },
    {
      given: isSocket ? encryption.endpoint : audit?.log?.path,
      allowed: `a directory other than ${JSON.stringify(mountPath)}, which is mounted for ${owner}`,
      fix: `use a separate directory, such as ${JSON.stringify(CHOSEN_FOLDERS[name])}`,
    },
  );
}

function refuseOwn(
  { path, prop }: Place,
  { name, mountPath }: Mount,
  taken: 'name' | 'mountPath',
  refuse: Refuse,
): void {
  refuse(
    { path, prop: `${prop}.${taken}` },
    {
      given: taken === 'name' ? name : mountPath,
      allowed: `a ${taken} that no other volume of the component has, including those of kubeadm and of features`,
      fix: `give the volume another ${taken}, or leave it out`,
    },
  );
}
