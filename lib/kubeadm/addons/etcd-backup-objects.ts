import {
  type Container,
  LOCKED_CONTAINER,
  needs,
  SCRATCH_MOUNT,
  SCRATCH_VOLUME,
  type Volume,
} from '../../addons/catalogue/pod-hardening';
import { type KubernetesKinds, scratchManifests } from '../../addons/catalogue/scratch-chart';
import { literal, scriptCommand } from '../../addons/catalogue/shell-text';
import type { Manifest } from '../../base/manifest';
import { cronJobSpec, ETCD_NAMESPACE, etcdctl, jobLabels } from './etcd-objects';

const NAME = 'etcd-backup';
const FOLDER = '/backup';
const SNAPSHOT = `${FOLDER}/snapshot.db`;
const AUTHORITY_FOLDER = '/etc/object-store';
const AUTHORITY_KEY = 'ca.pem';
const SNAPSHOT_TIMEOUT = '10m';

/** Settings of the backup job. */
export interface BackupSettings {
  readonly etcdImage: string;
  readonly rcloneImage: string;
  readonly schedule: string;
  readonly retentionDays: number;
  readonly secretName: string;
  readonly store: {
    readonly endpoint: string;
    readonly bucket: string;
    readonly prefix: string;
    readonly region: string | undefined;
    readonly certificateAuthority: string | undefined;
  };
}

/** Renders the job that saves an etcd snapshot, uploads it to an object store and deletes old ones there. */
export function backupJob(settings: BackupSettings): readonly Manifest[] {
  const { schedule, store } = settings;
  return scratchManifests([NAME, settings], (chart, k8s) => {
    const metadata = { namespace: ETCD_NAMESPACE, labels: jobLabels(NAME) };
    if (store.certificateAuthority !== undefined) {
      new k8s.KubeConfigMap(chart, 'authority', {
        metadata: { ...metadata, name: AUTHORITY },
        data: { [AUTHORITY_KEY]: store.certificateAuthority },
      });
    }
    const args = ['snapshot', 'save', SNAPSHOT, `--command-timeout=${SNAPSHOT_TIMEOUT}`];
    new k8s.KubeCronJob(chart, 'job', {
      metadata: { ...metadata, name: NAME },
      spec: cronJobSpec(NAME, schedule, {
        initContainers: [etcdctl(k8s, settings.etcdImage, 'snapshot', args, [BACKUP_MOUNT])],
        containers: [upload(k8s, settings)],
        volumes: [
          { name: BACKUP_MOUNT.name, emptyDir: {} },
          SCRATCH_VOLUME,
          ...authorityVolumes(settings),
        ],
      }),
    });
  });
}

const AUTHORITY = 'etcd-backup-authority';
const BACKUP_MOUNT = { name: 'backup', mountPath: FOLDER };
const AUTHORITY_MOUNT = { name: 'authority', mountPath: AUTHORITY_FOLDER, readOnly: true };

function upload(k8s: KubernetesKinds, settings: BackupSettings): Container {
  const { rcloneImage, store, secretName, retentionDays } = settings;
  const hasAuthority = store.certificateAuthority !== undefined;
  const env = {
    RCLONE_CONFIG_STORE_TYPE: 's3',
    RCLONE_CONFIG_STORE_PROVIDER: 'Other',
    RCLONE_CONFIG_STORE_ENDPOINT: store.endpoint,
    ...(store.region === undefined ? {} : { RCLONE_CONFIG_STORE_REGION: store.region }),
    RCLONE_CONFIG_STORE_NO_CHECK_BUCKET: 'true',
    ...(hasAuthority ? { RCLONE_CA_CERT: `${AUTHORITY_FOLDER}/${AUTHORITY_KEY}` } : {}),
    TARGET: `store:${store.bucket}/${store.prefix}`,
  };
  return {
    name: 'upload',
    image: rcloneImage,
    command: scriptCommand(uploadScript(retentionDays)),
    env: [
      ...Object.entries(env).map(([name, value]) => ({ name, value: literal(value) })),
      secretVariable('RCLONE_CONFIG_STORE_ACCESS_KEY_ID', secretName, 'access-key-id'),
      secretVariable('RCLONE_CONFIG_STORE_SECRET_ACCESS_KEY', secretName, 'secret-access-key'),
    ],
    resources: needs(k8s, { cpu: '10m', memory: '96Mi' }),
    securityContext: LOCKED_CONTAINER,
    volumeMounts: [BACKUP_MOUNT, SCRATCH_MOUNT, ...(hasAuthority ? [AUTHORITY_MOUNT] : [])],
  };
}

/** Returns a script that deletes old snapshots only after the upload, and only in the same directory. */
function uploadScript(retentionDays: number): string {
  return `set -eu
rclone copyto -- ${SNAPSHOT} "\${TARGET}etcd-$(date -u +%Y%m%dT%H%M%SZ).db"
rclone delete --min-age ${retentionDays}d --max-depth 1 --include 'etcd-*.db' -- "\${TARGET%/*}"
`;
}

function secretVariable(
  name: string,
  secret: string,
  key: string,
): NonNullable<Container['env']>[number] {
  return { name, valueFrom: { secretKeyRef: { name: secret, key } } };
}

function authorityVolumes({ store }: BackupSettings): readonly Volume[] {
  if (store.certificateAuthority === undefined) return [];
  return [{ name: AUTHORITY_MOUNT.name, configMap: { name: AUTHORITY } }];
}
