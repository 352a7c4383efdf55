import type { BootstrapModel, NodeFile } from './bootstrap';
import type { ClusterModel } from './cluster';
import { directHosts, type NodeProxy } from './node-proxy';
import type { MirrorEndpoint, RegistryMirror } from './registry-mirror';
import type { SecretKey } from './secret-key';
import type { TrustedCAModel } from './trusted-ca';

/** Files and commands that follow from the surroundings of a machine. */
export type NodeEnvironment = Pick<BootstrapModel, 'files' | 'preKubeadmCommands'>;

const CA_FOLDER = '/etc/capi-fleet/ca';
const CLOUD_CA = 'cloud';
const MIRROR_FOLDER = '/etc/containerd/certs.d';
const PRIVATE = '0600';

/** Copies the authorities to where Red Hat's, Debian's or Flatcar's program looks for them, and runs it. */
const INSTALL_CAS = [
  'if command -v update-ca-trust >/dev/null;',
  `then cp ${CA_FOLDER}/*.crt /etc/pki/ca-trust/source/anchors/ && update-ca-trust;`,
  'elif [ -d /usr/local/share/ca-certificates ];',
  `then cp ${CA_FOLDER}/*.crt /usr/local/share/ca-certificates/ && update-ca-certificates;`,
  `else for f in ${CA_FOLDER}/*.crt; do cp "$f" "/etc/ssl/certs/$(basename "$f" .crt).pem"; done && update-ca-certificates; fi`,
].join(' ');

const NOTHING: NodeEnvironment = Object.freeze({
  files: Object.freeze([]),
  preKubeadmCommands: Object.freeze([]),
});

/** Files and commands for the proxy, the mirrors and the authorities of a cluster's machines. */
export function nodeEnvironment(cluster: ClusterModel, bootstrap: BootstrapModel): NodeEnvironment {
  const { proxy, registryMirrors, trustedCAs } = bootstrap;
  const hasCAs = trustedCAs.length > 0;
  if (proxy === undefined && registryMirrors.length === 0 && !hasCAs) return NOTHING;
  return {
    files: [
      ...trustedCAs.map((ca) => caFile(cluster, ca)),
      ...registryMirrors.flatMap(mirrorFiles),
      ...(proxy === undefined ? [] : proxyFiles(cluster, proxy)),
    ],
    preKubeadmCommands: [
      ...(hasCAs ? [INSTALL_CAS] : []),
      ...registryMirrors.flatMap(credentialCommands),
      ...restartCommands(bootstrap),
    ],
  };
}

/** Commands that let containerd see what was written after its start; Ignition writes files before it. */
function restartCommands({ proxy, trustedCAs, format }: BootstrapModel): readonly string[] {
  const isLate = proxy !== undefined && format.kind !== 'ignition';
  return [
    ...(isLate ? ['systemctl daemon-reload'] : []),
    ...(isLate || trustedCAs.length > 0 ? ['systemctl restart containerd'] : []),
  ];
}

function caFile({ cloud }: ClusterModel, ca: TrustedCAModel): NodeFile {
  const { name, content } =
    ca.kind === 'named' ? ca : { name: CLOUD_CA, content: cloud.caCertificate ?? '' };
  return { path: `${CA_FOLDER}/${name}.crt`, content };
}

function proxyFiles(cluster: ClusterModel, proxy: NodeProxy): readonly NodeFile[] {
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

/** Line of a unit file, in which a percent sign begins something that systemd fills in. */
function environment(name: string, value: string): string {
  return `Environment="${name}=${value.replaceAll('%', '%%')}"`;
}

function mirrorFiles({
  registry,
  endpoints,
  fallback = true,
}: RegistryMirror): readonly NodeFile[] {
  const folder = `${MIRROR_FOLDER}/${registry}`;
  const [first] = endpoints;
  const lines = [
    ...(fallback || first === undefined ? [] : [`server = "${first.url}"`, '']),
    ...endpoints.flatMap((endpoint, index) => hostLines(folder, endpoint, index)),
  ];
  const isSecret = endpoints.some(({ credentials }) => credentials !== undefined);
  return [
    {
      path: `${folder}/hosts.toml`,
      content: `${lines.join('\n').trimEnd()}\n`,
      ...(isSecret && { permissions: PRIVATE }),
    },
    ...endpoints.flatMap(({ ca, credentials }, index) => [
      ...optionalFile(caPath(folder, index), ca),
      ...optionalFile(credentialsPath(folder, index), credentials, PRIVATE),
    ]),
  ];
}

function hostLines(folder: string, endpoint: MirrorEndpoint, index: number): readonly string[] {
  const { url, overridePath, ca, credentials } = endpoint;
  return [
    `[host."${url}"]`,
    '  capabilities = ["pull", "resolve"]',
    ...(overridePath === true ? ['  override_path = true'] : []),
    ...(ca === undefined ? [] : [`  ca = "${caPath(folder, index)}"`]),
    ...(credentials === undefined
      ? []
      : [`[host."${url}".header]`, `  authorization = "Basic ${placeholder(index)}"`]),
    '',
  ];
}

/** Commands that put what a Secret holds where containerd reads it, and leave no other copy. */
function credentialCommands({ registry, endpoints }: RegistryMirror): readonly string[] {
  const folder = `${MIRROR_FOLDER}/${registry}`;
  return endpoints.flatMap(({ credentials }, index) => {
    if (credentials === undefined) return [];
    const file = credentialsPath(folder, index);
    const encoded = `$(tr -d '\\n' < ${file} | base64 -w0)`;
    return [`sed -i "s|${placeholder(index)}|${encoded}|" ${folder}/hosts.toml && rm ${file}`];
  });
}

function optionalFile(
  path: string,
  content: string | SecretKey | undefined,
  permissions?: string,
): readonly NodeFile[] {
  if (content === undefined) return [];
  return [{ path, content, ...(permissions === undefined ? {} : { permissions }) }];
}

function placeholder(index: number): string {
  return `@credentials-${index}@`;
}

function caPath(folder: string, index: number): string {
  return `${folder}/ca-${index}.crt`;
}

function credentialsPath(folder: string, index: number): string {
  return `${folder}/credentials-${index}`;
}
