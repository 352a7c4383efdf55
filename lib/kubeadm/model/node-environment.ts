import {
  type AuthorityFiles,
  authorityFiles,
  INSTALL_CAS,
  mirrorAuthorityPath,
  mirrorFolder,
} from './authority-files';
import type { BootstrapModel, NodeFile } from './bootstrap';
import type { KubeadmCluster } from './cluster';
import { directHosts, type NodeProxy } from './node-proxy';
import type { MirrorEndpoint, RegistryMirror } from './registry-mirror';

/** Files and commands derived from the proxy, mirrors and CAs of a machine. */
export type NodeEnvironment = Pick<BootstrapModel, 'files' | 'preKubeadmCommands'>;

const PRIVATE = '0600';

const NOTHING: NodeEnvironment = Object.freeze({
  files: Object.freeze([]),
  preKubeadmCommands: Object.freeze([]),
});

/** Returns the files and commands for the proxy, mirrors and CAs of a cluster's machines. */
export function nodeEnvironment(
  cluster: KubeadmCluster,
  bootstrap: BootstrapModel,
): NodeEnvironment {
  const { proxy, registryMirrors, trustedCAs } = bootstrap;
  const hasCAs = trustedCAs.length > 0;
  if (proxy === undefined && registryMirrors.length === 0 && !hasCAs) return NOTHING;
  const authorities = authorityFiles(cluster, bootstrap);
  return {
    files: [
      ...authorities.trusted,
      ...registryMirrors.flatMap((mirror) => mirrorFiles(mirror, authorities)),
      ...(proxy === undefined ? [] : proxyFiles(cluster, proxy)),
    ],
    preKubeadmCommands: [
      ...(hasCAs ? [INSTALL_CAS] : []),
      ...registryMirrors.flatMap(credentialCommands),
      ...restartCommands(bootstrap),
    ],
  };
}

/** Returns commands that make containerd read files written after its start; Ignition writes files before it. */
function restartCommands({ proxy, trustedCAs, format }: BootstrapModel): readonly string[] {
  const isLate = proxy !== undefined && format.kind !== 'ignition';
  return [
    ...(isLate ? ['systemctl daemon-reload'] : []),
    ...(isLate || trustedCAs.length > 0 ? ['systemctl restart containerd'] : []),
  ];
}

function proxyFiles(cluster: KubeadmCluster, proxy: NodeProxy): readonly NodeFile[] {
  const { httpProxy = proxy.httpsProxy ?? '', httpsProxy = httpProxy } = proxy;
  const content = [
    '[Service]',
    environment('HTTP_PROXY', httpProxy),
    environment('HTTPS_PROXY', httpsProxy),
    environment('NO_PROXY', directHosts(cluster, proxy).join(',')),
    '',
  ].join('\n');
  return ['containerd', 'kubelet'].map((service) => ({
    path: `/etc/systemd/system/${service}.service.d/http-proxy.conf`,
    content,
  }));
}

/** Returns a line of a unit file, with percent signs escaped, because systemd expands them. */
function environment(name: string, value: string): string {
  return `Environment="${name}=${value.replaceAll('%', '%%')}"`;
}

function mirrorFiles(mirror: RegistryMirror, authorities: AuthorityFiles): readonly NodeFile[] {
  const { endpoints, fallback = true } = mirror;
  const folder = mirrorFolder(mirror);
  const [first] = endpoints;
  const lines = [
    ...(fallback || first === undefined ? [] : [`server = "${first.url}"`, '']),
    ...endpoints.flatMap((endpoint, index) => {
      const ownPath = mirrorAuthorityPath(mirror, index);
      const { ca } = endpoint;
      return hostLines(endpoint, index, ca && (authorities.pathOf(ca) ?? ownPath));
    }),
  ];
  const isSecret = endpoints.some(({ credentials }) => credentials !== undefined);
  return [
    {
      path: `${folder}/hosts.toml`,
      content: `${lines.join('\n').trimEnd()}\n`,
      ...(isSecret && { permissions: PRIVATE }),
    },
    ...endpoints.flatMap(({ ca, credentials }, index) => [
      ...authorities.fileAt(mirrorAuthorityPath(mirror, index), ca),
      ...(credentials === undefined
        ? []
        : [{ path: credentialsPath(folder, index), content: credentials, permissions: PRIVATE }]),
    ]),
  ];
}

function hostLines(
  { url, overridePath, credentials }: MirrorEndpoint,
  index: number,
  authority: string | undefined,
): readonly string[] {
  return [
    `[host."${url}"]`,
    '  capabilities = ["pull", "resolve"]',
    ...(overridePath === true ? ['  override_path = true'] : []),
    ...(authority === undefined ? [] : [`  ca = "${authority}"`]),
    ...(credentials === undefined
      ? []
      : [`[host."${url}".header]`, `  authorization = "Basic ${placeholder(index)}"`]),
    '',
  ];
}

/** Returns commands that move credentials from a Secret into containerd's configuration, and leave no other copy. */
function credentialCommands(mirror: RegistryMirror): readonly string[] {
  const folder = mirrorFolder(mirror);
  return mirror.endpoints.flatMap(({ credentials }, index) => {
    if (credentials === undefined) return [];
    const file = credentialsPath(folder, index);
    const encoded = `$(tr -d '\\n' < ${file} | base64 -w0)`;
    return [`sed -i "s|${placeholder(index)}|${encoded}|" ${folder}/hosts.toml && rm ${file}`];
  });
}

function placeholder(index: number): string {
  return `@credentials-${index}@`;
}

function credentialsPath(folder: string, index: number): string {
  return `${folder}/credentials-${index}`;
}
