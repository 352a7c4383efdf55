import { dump } from 'js-yaml';
import type {
  ExternalSecretSource,
  SealedSecretSource,
  SopsSource,
} from '../../lib/secrets/model/secret-source';

const KEY_BYTES = 512;
const FAKE_BYTES = 64;

/** Value of the form that `kubeseal` prints; what is in it is nothing but its own name. */
export function sealedValue(name = 'fake'): string {
  const length = Buffer.alloc(2);
  length.writeUInt16BE(KEY_BYTES);
  return Buffer.concat([length, Buffer.alloc(KEY_BYTES + FAKE_BYTES, name)]).toString('base64');
}

/** Value of the form that SOPS writes, encrypted with nothing. */
export const SOPS_VALUE = 'ENC[AES256_GCM,data:ZmFrZQ==,iv:ZmFrZQ==,tag:ZmFrZQ==,type:str]';

/** What a manifest that SOPS encrypted has in its clear part. */
export interface SopsOptions {
  readonly name?: string;
  readonly namespace?: string;
  readonly type?: string;
  readonly labels?: Readonly<Record<string, string>>;
  readonly data?: Readonly<Record<string, string>>;
  readonly mac?: string | undefined;
}

/** Manifest of a Secret of the cluster `demo` as SOPS leaves it. */
export function sopsText(options: SopsOptions = {}): string {
  const {
    name = 'demo-cloud-config',
    namespace = 'demo',
    type = 'Opaque',
    labels = { 'clusterctl.cluster.x-k8s.io/move': 'true' },
    data = { 'clouds.yaml': SOPS_VALUE },
  } = options;
  const mac = 'mac' in options ? options.mac : SOPS_VALUE;
  return dump(
    {
      apiVersion: 'v1',
      kind: 'Secret',
      metadata: { name, namespace, labels },
      type,
      data,
      ...(mac === undefined
        ? {}
        : { sops: { lastmodified: '2026-01-01T00:00:00Z', mac, version: '3.9.4' } }),
    },
    { lineWidth: -1 },
  );
}

/** Source of one file that SOPS encrypted. */
export function sopsSource(text: string, file = 'clouds.sops.yaml'): SopsSource {
  return { kind: 'sopsFile', file, content: { text } };
}

/** Source that reads `clouds.yaml` from the store `vault`. */
export function externalSource(
  overrides: Partial<ExternalSecretSource> = {},
): ExternalSecretSource {
  return {
    kind: 'externalSecret',
    store: 'vault',
    storeKind: 'ClusterSecretStore',
    data: { 'clouds.yaml': { key: 'clouds/demo', property: 'clouds.yaml' } },
    refreshSeconds: 3600,
    ...overrides,
  };
}

/** Source of one sealed `clouds.yaml`. */
export function sealedSource(overrides: Partial<SealedSecretSource> = {}): SealedSecretSource {
  return {
    kind: 'sealedSecret',
    encryptedData: { 'clouds.yaml': sealedValue() },
    scope: 'strict',
    ...overrides,
  };
}
