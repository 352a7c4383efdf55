import type { SecretKey } from '../../secrets/model/secret-key';
import type { BootstrapModel, NodeFile } from './bootstrap';
import type { KubeadmCluster } from './cluster';
import type { RegistryMirror } from './registry-mirror';
import type { TrustedCAModel } from './trusted-ca';

/** Certificates in PEM, or the key of a Secret that holds them. */
type Authority = string | SecretKey;

const CA_FOLDER = '/etc/capi-fleet/ca';
const CLOUD_CA = 'cloud';

/** Directory of containerd's registry configuration. */
const MIRROR_FOLDER = '/etc/containerd/certs.d';

/** Command that installs the CA certificates with the tools of Red Hat, Debian or Flatcar. */
export const INSTALL_CAS = [
  'if command -v update-ca-trust >/dev/null;',
  `then cp ${CA_FOLDER}/*.crt /etc/pki/ca-trust/source/anchors/ && update-ca-trust;`,
  'elif [ -d /usr/local/share/ca-certificates ];',
  `then cp ${CA_FOLDER}/*.crt /usr/local/share/ca-certificates/ && update-ca-certificates;`,
  `else for f in ${CA_FOLDER}/*.crt; do cp "$f" "/etc/ssl/certs/$(basename "$f" .crt).pem"; done && update-ca-certificates; fi`,
].join(' ');

/** CA files on machines: the CAs that machines trust, and those that signed registry mirrors. */
export interface AuthorityFiles {
  /** Files of trusted CAs. */
  readonly trusted: readonly NodeFile[];
  /** Returns the file of a CA at a path; empty if another file has the same content. */
  fileAt(path: string, authority: Authority | undefined): readonly NodeFile[];
  /** Returns the path of the file that holds a CA; undefined if there is none. */
  pathOf(authority: Authority): string | undefined;
}

/**
 * Returns the CA files on a cluster's machines.
 *
 * A CA that is trusted under several names, or that signed several mirrors, is written only once. With `hashed-0.1` it is
 * written once per name, as in that version.
 */
export function authorityFiles(
  cluster: Pick<KubeadmCluster, 'cloud' | 'templateNames'>,
  { trustedCAs, registryMirrors }: Pick<BootstrapModel, 'trustedCAs' | 'registryMirrors'>,
): AuthorityFiles {
  const paths = new Map<string, string>();
  const trusted = trustedCAs.map((ca) => trustedFile(cluster, ca));
  const repeats = cluster.templateNames === 'hashed-0.1';
  for (const { path, content } of [...trusted, ...registryMirrors.flatMap(mirrorAuthorities)]) {
    const key = keyOf(content);
    if (!paths.has(key)) paths.set(key, path);
  }
  const fileAt = (path: string, content: Authority | undefined) =>
    content !== undefined && (repeats || paths.get(keyOf(content)) === path)
      ? [{ path, content }]
      : [];
  return {
    trusted: trusted.flatMap(({ path, content }) => fileAt(path, content)),
    fileAt,
    pathOf: (authority) => (repeats ? undefined : paths.get(keyOf(authority))),
  };
}

/** Returns the directory of containerd's configuration for one registry. */
export function mirrorFolder({ registry }: Pick<RegistryMirror, 'registry'>): string {
  return `${MIRROR_FOLDER}/${registry}`;
}

/** Returns the path of a mirror endpoint's CA, which is used if no other file holds that CA. */
export function mirrorAuthorityPath(mirror: RegistryMirror, index: number): string {
  return `${mirrorFolder(mirror)}/ca-${index}.crt`;
}

function trustedFile(
  { cloud }: Pick<KubeadmCluster, 'cloud'>,
  ca: TrustedCAModel,
): { path: string; content: Authority } {
  const { name, content } =
    ca.kind === 'named' ? ca : { name: CLOUD_CA, content: cloud.caCertificate ?? '' };
  return { path: `${CA_FOLDER}/${name}.crt`, content };
}

function mirrorAuthorities(mirror: RegistryMirror): { path: string; content: Authority }[] {
  return mirror.endpoints.flatMap(({ ca }, index) =>
    ca === undefined ? [] : [{ path: mirrorAuthorityPath(mirror, index), content: ca }],
  );
}

function keyOf(authority: Authority): string {
  return typeof authority === 'string'
    ? `text ${authority.trim()}`
    : `Secret ${authority.name}/${authority.key}`;
}
