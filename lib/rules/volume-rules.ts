import type { ControlPlaneModel } from '../model/control-plane';
import { featureVolumes } from '../model/feature-volumes';
import type { HostVolume } from '../model/host-volume';
import { checkWord } from './known-word';
import { isNamespaceName, toDnsLabel } from './names';
import { isCleanPath } from './paths';
import type { Rule } from './rule';
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
const TYPES = [
  'Directory',
  'DirectoryOrCreate',
  'File',
  'FileOrCreate',
  'Socket',
  'CharDevice',
  'BlockDevice',
];
const KUBEADM_VOLUMES =
  'kubernetes/kubernetes@v1.32.0:cmd/kubeadm/app/phases/controlplane/volumes.go';
const POD_VALIDATION = 'kubernetes/kubernetes@v1.32.0:pkg/apis/core/validation/validation.go';

/** Paths in the containers of components that kubeadm mounts itself. */
const KUBEADM_PATHS: Readonly<Record<VolumesProp, readonly string[]>> = {
  apiServerExtraVolumes: ['/etc/kubernetes/pki', '/etc/ssl/certs'],
  controllerManagerExtraVolumes: [
    '/etc/kubernetes/pki',
    '/etc/ssl/certs',
    '/etc/kubernetes/controller-manager.conf',
  ],
  schedulerExtraVolumes: ['/etc/kubernetes/scheduler.conf'],
};

/** Tells whether a control plane gives its components paths of the machine. */
export function hasVolumes({ controlPlane }: ControlPlaneSubject): boolean {
  return PROPS.some((prop) => controlPlane[prop].length > 0);
}

/** Rules on paths of the machine that components of a control plane see. */
export const VOLUME_RULES: readonly Rule<ControlPlaneSubject>[] = [
  {
    id: 'volume-name',
    reason: 'The name of a volume is a DNS label, or the static pod does not start.',
    source: POD_VALIDATION,
    check({ controlPlane }, refuse) {
      visit(controlPlane, (prop, { name }) => {
        if (isNamespaceName(name)) return;
        const better = toDnsLabel(name);
        refuse(
          { path: controlPlane.path, prop: `${prop}.name` },
          {
            given: name,
            allowed: 'at most 63 lower-case letters, digits and dashes',
            fix: better === undefined ? 'give it a name' : `write ${JSON.stringify(better)}`,
          },
        );
      });
    },
  },
  {
    id: 'volume-path',
    reason: 'The kubelet takes whole paths without dots, colons or a slash at the end.',
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
                'an absolute path of at most 512 characters, without "..", ":" or a slash at its end',
              fix: 'write the whole path from the root on',
            },
          );
        }
      });
    },
  },
  {
    id: 'volume-type',
    reason: 'The kubelet knows a few kinds of paths, and starts no pod that asks for another.',
    source: POD_VALIDATION,
    check({ controlPlane }, refuse) {
      visit(controlPlane, (prop, { name, pathType }) => {
        const prefix = `${prop}[${JSON.stringify(name)}]`;
        checkWord({ path: controlPlane.path, prop: `${prefix}.pathType` }, pathType, TYPES, refuse);
      });
    },
  },
  {
    id: 'volume-unique',
    reason: 'Of two volumes with one name kubeadm keeps one, and a path is mounted once.',
    source: KUBEADM_VOLUMES,
    check({ controlPlane }, refuse) {
      for (const prop of PROPS) {
        const derived = prop === 'apiServerExtraVolumes' ? featureVolumes(controlPlane) : [];
        const names = new Set<string>(derived.map(({ name }) => name));
        const paths = new Set<string>(derived.map(({ mountPath }) => mountPath));
        for (const path of KUBEADM_PATHS[prop]) paths.add(path);
        for (const { name, mountPath } of controlPlane[prop]) {
          const taken = names.has(name) ? 'name' : paths.has(mountPath) ? 'mountPath' : undefined;
          names.add(name);
          paths.add(mountPath);
          if (taken === undefined) continue;
          refuse(
            { path: controlPlane.path, prop: `${prop}.${taken}` },
            {
              given: taken === 'name' ? name : mountPath,
              allowed: `a ${taken} that no other volume of the component has, those of kubeadm and of features included`,
              fix: `give the volume another ${taken}, or leave it out`,
            },
          );
        }
      }
    },
  },
];

function visit(
  controlPlane: ControlPlaneModel,
  look: (prop: VolumesProp, volume: HostVolume) => void,
): void {
  for (const prop of PROPS) {
    for (const volume of controlPlane[prop]) look(prop, volume);
  }
}
