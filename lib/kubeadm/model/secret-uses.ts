import { isSecretKey, type SecretKey } from '../../secrets/model/secret-key';
import { keyUse, type SecretUse } from '../../secrets/model/secret-use';
import { isNodeFile } from './bootstrap';
import { AUTHORITIES, AUTHORITY_SUFFIXES } from './certificates';
import type { KubeadmCluster } from './cluster';
import type { KubeadmControlPlane } from './control-plane';
import type { KubeadmMachine } from './machine';

/** Type of Secrets with a certificate and its key. */
export const TLS_SECRET_TYPE = 'kubernetes.io/tls';

const CERTIFICATE = 'tls.crt';
const KEY_PAIR = ['tls.crt', 'tls.key'];

/** Returns the Secrets from which machines and components of a cluster read files. */
export function fileSecrets(cluster: KubeadmCluster): readonly SecretUse[] {
  const { controlPlane, pools } = cluster;
  const used: SecretUse[] = [];
  for (const machine of [controlPlane, ...pools]) used.push(...machineSecrets(machine));
  const { audit, encryption, certificates, etcd } = controlPlane;
  if ((audit ?? encryption) !== undefined) used.push(...featureSecrets(controlPlane));
  if (certificates !== undefined) used.push(...authoritySecrets(cluster));
  if (etcd !== undefined) used.push(...etcdSecrets(cluster));
  return used;
}

const NONE: readonly SecretUse[] = Object.freeze([]);

function machineSecrets({
  path,
  bootstrap,
}: KubeadmMachine & { readonly path: string }): readonly SecretUse[] {
  const { files, trustedCAs, registryMirrors, users } = bootstrap;
  if (files.length + trustedCAs.length + registryMirrors.length + users.length === 0) return NONE;
  const used: SecretUse[] = [];
  const add = (prop: string, secret: unknown): void => {
    if (!isSecretKey(secret)) return;
    used.push(keyUse(path, `bootstrap.${prop}`, secret));
  };
  files.forEach((file, index) => {
    if (isNodeFile(file)) add(`files[${index}].content`, file.content);
  });
  trustedCAs.forEach((ca, index) => {
    if (ca.kind === 'named') add(`trustedCAs[${index}].content`, ca.content);
  });
  registryMirrors.forEach(({ endpoints }, index) => {
    endpoints.forEach(({ ca, credentials }, nth) => {
      const endpoint = `registryMirrors[${index}].endpoints[${nth}]`;
      add(`${endpoint}.ca`, ca);
      add(`${endpoint}.credentials`, credentials);
    });
  });
  users.forEach(({ passwdFrom }, index) => {
    add(`users[${index}].passwdFrom`, passwdFrom);
  });
  return used;
}

function featureSecrets({ path, audit, encryption }: KubeadmControlPlane): readonly SecretUse[] {
  const used: SecretUse[] = [];
  const add = (prop: string, secret: SecretKey): void => {
    used.push(keyUse(path, prop, secret));
  };
  if (audit?.policy.kind === 'secret') add('audit.policy', audit.policy.secret);
  if (audit?.webhook !== undefined) add('audit.webhook.kubeconfig', audit.webhook.kubeconfig);
  if (encryption?.kind === 'secret') add('encryption', encryption.secret);
  if (encryption?.kind === 'keys') {
    for (const { name, secret } of encryption.keys) {
      add(`encryption.keys[${JSON.stringify(name)}].secret`, secret);
    }
  }
  return used;
}

function authoritySecrets({ name, controlPlane }: KubeadmCluster): readonly SecretUse[] {
  const { path, certificates } = controlPlane;
  const given = AUTHORITIES.filter((one) => certificates?.authorities?.[one] !== undefined);
  return given.map((authority) => ({
    path,
    prop: `certificates.authorities.${authority}`,
    name: `${name}-${AUTHORITY_SUFFIXES[authority]}`,
    keys: KEY_PAIR,
    type: TLS_SECRET_TYPE,
  }));
}

function etcdSecrets({ name, controlPlane: { path, etcd } }: KubeadmCluster): readonly SecretUse[] {
  if (etcd?.kind !== 'external') return [];
  const { authoritySource, clientSource } = etcd;
  return [
    {
      path,
      prop: 'etcd',
      name: `${name}-etcd`,
      keys: [CERTIFICATE],
      ...(authoritySource && { source: authoritySource, sourceProp: 'etcd.authoritySource' }),
    },
    {
      path,
      prop: 'etcd',
      name: `${name}-apiserver-etcd-client`,
      keys: KEY_PAIR,
      type: TLS_SECRET_TYPE,
      ...(clientSource && { source: clientSource, sourceProp: 'etcd.clientSource' }),
    },
  ];
}
