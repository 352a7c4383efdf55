import { compact, type Fields } from '../../base/fields';
import type { CoreContract } from '../../cluster/render/core-contract';
import {
  ETCD_VOLUME_DEFAULTS,
  type EtcdModel,
  type EtcdTuning,
  type EtcdVolume,
  LOCAL_ETCD_DEFAULTS,
} from '../model/etcd';
import { type Arguments, type ControlPlanePart, envFields } from './control-plane-part';
import { kubeadmContract } from './kubeadm-contracts';
import { texts } from './texts';

const PKI = '/etc/kubernetes/pki';
const GIBIBYTE = 2 ** 30;
const MEBIBYTE = 2 ** 20;

/** Renders the control-plane part for a local etcd, and for its dedicated disk if it has one. */
export function etcdPart(etcd: EtcdModel | undefined): ControlPlanePart {
  if (etcd?.kind !== 'local') return {};
  const { tuning, extraArgs, volume, dataDir = LOCAL_ETCD_DEFAULTS.dataDir } = etcd;
  const etcdArgs = { ...(tuning && tuningArgs(tuning)), ...extraArgs };
  return volume === undefined ? { etcdArgs } : { etcdArgs, ...volumePart(volume, dataDir) };
}

/** Renders the etcd fields of kubeadm's configuration; empty for kubeadm's defaults. */
export function etcdFields(
  core: CoreContract,
  etcd: EtcdModel | undefined,
  parts: readonly ControlPlanePart[],
): Fields {
  if (etcd?.kind === 'external') return { external: externalFields(etcd.endpoints) };
  const args: Arguments = Object.assign({}, ...parts.map((part) => part.etcdArgs));
  return compact({
    local: compact({
      dataDir: etcd?.dataDir,
      extraArgs: kubeadmContract(core).extraArgs(args),
      extraEnvs: envFields(etcd?.extraEnvs ?? {}),
      imageRepository: etcd?.imageRepository,
      imageTag: etcd?.imageTag,
      serverCertSANs: etcd?.serverCertSANs,
      peerCertSANs: etcd?.peerCertSANs,
    }),
  });
}

function externalFields(endpoints: readonly string[]): Fields {
  return {
    endpoints,
    caFile: `${PKI}/etcd/ca.crt`,
    certFile: `${PKI}/apiserver-etcd-client.crt`,
    keyFile: `${PKI}/apiserver-etcd-client.key`,
  };
}

function volumePart(volume: EtcdVolume, dataDir: string): ControlPlanePart {
  const { device, filesystem, label, mountOptions } = { ...ETCD_VOLUME_DEFAULTS, ...volume };
  const options = mountOptions === undefined ? [] : [filesystem, mountOptions.join(',')];
  return {
    diskSetup: { partitions: [], filesystems: [{ device, filesystem, label }] },
    mounts: [[`LABEL=${label}`, dataDir, ...options]],
    preKubeadmCommands: [`chmod 0700 ${dataDir}`],
    ignorePreflightErrors: [`DirAvailable-${dataDir.replaceAll('/', '-')}`],
  };
}

function tuningArgs(tuning: EtcdTuning): Arguments {
  const { quotaGiB, maxRequestMiB, exposeMetrics } = tuning;
  return texts({
    'heartbeat-interval': tuning.heartbeatIntervalMs,
    'election-timeout': tuning.electionTimeoutMs,
    'quota-backend-bytes': quotaGiB && quotaGiB * GIBIBYTE,
    'snapshot-count': tuning.snapshotCount,
    'max-request-bytes': maxRequestMiB && maxRequestMiB * MEBIBYTE,
    'listen-metrics-urls': exposeMetrics === true ? 'http://0.0.0.0:2381' : undefined,
  });
}
