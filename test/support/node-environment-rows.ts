import { ignitionCommands } from '../../lib/kubeadm/render/ignition';
import { OPENSTACK_RENDERER } from '../../lib/openstack/render/renderer';
import type { BootstrapRow } from './bootstrap-rows';
import type { PropRow } from './rendering';
import { everywhere } from './rendering';

const IGNITION_COMMANDS = ignitionCommands(OPENSTACK_RENDERER);

type Surroundings = 'proxy' | 'registryMirrors' | 'trustedCAs';

const NO_PROXY =
  'localhost,127.0.0.1,10.8.0.0/24,192.168.0.0/16,10.96.0.0/12,.svc,.cluster.local,169.254.169.254,.corp';
const INSTALL_CAS =
  'if command -v update-ca-trust >/dev/null; then cp /etc/capi-fleet/ca/*.crt /etc/pki/ca-trust/source/anchors/ && update-ca-trust; elif [ -d /usr/local/share/ca-certificates ]; then cp /etc/capi-fleet/ca/*.crt /usr/local/share/ca-certificates/ && update-ca-certificates; else for f in /etc/capi-fleet/ca/*.crt; do cp "$f" "/etc/ssl/certs/$(basename "$f" .crt).pem"; done && update-ca-certificates; fi';

/** Rows for each field of a machine's bootstrap that turns into files and commands. */
export function nodeEnvironmentRows(
  row: BootstrapRow,
  config: string,
): Readonly<Record<Surroundings, readonly PropRow[]>> {
  const proxied = { proxy: { httpsProxy: 'http://a%20b.example:3128', noProxy: ['.corp'] } };
  const mirrored = {
    registryMirrors: [
      {
        registry: 'docker.io',
        fallback: false,
        endpoints: [
          {
            url: 'https://harbor.example/v2/hub',
            overridePath: true,
            ca: 'PEM',
            credentials: { name: 'mirrors', key: 'harbor' },
          },
          { url: 'https://mirror.example' },
        ],
      },
    ],
  };
  const trusting = {
    trustedCAs: [
      { kind: 'named', name: 'corp', content: 'PEM' },
      { kind: 'named', name: 'lab', content: { name: 'lab-ca', key: 'ca.crt' } },
    ],
  } as const;
  const commands = `${config}.preKubeadmCommands`;
  const format = { kind: 'ignition', containerLinuxConfig: {}, strict: true } as const;
  return {
    proxy: [
      row(
        proxied,
        everywhere(`${config}.files`, [unit('containerd', NO_PROXY), unit('kubelet', NO_PROXY)]),
      ),
      row(
        proxied,
        everywhere(commands, ['systemctl daemon-reload', 'systemctl restart containerd']),
      ),
      row({ ...proxied, format }, everywhere(commands, IGNITION_COMMANDS)),
    ],
    registryMirrors: [
      row(mirrored, everywhere(`${config}.files`, MIRROR_FILES)),
      row(
        mirrored,
        everywhere(commands, [
          `sed -i "s|@credentials-0@|$(tr -d '\\n' < ${FOLDER}/credentials-0 | base64 -w0)|" ${FOLDER}/hosts.toml && rm ${FOLDER}/credentials-0`,
        ]),
      ),
    ],
    trustedCAs: [
      row(
        trusting,
        everywhere(`${config}.files`, [
          { ...file('/etc/capi-fleet/ca/corp.crt'), content: 'PEM' },
          {
            ...file('/etc/capi-fleet/ca/lab.crt'),
            contentFrom: { secret: { name: 'lab-ca', key: 'ca.crt' } },
          },
        ]),
      ),
      row(trusting, everywhere(commands, [INSTALL_CAS, 'systemctl restart containerd'])),
      row(
        { ...proxied, ...trusting, format },
        everywhere(commands, [...IGNITION_COMMANDS, INSTALL_CAS, 'systemctl restart containerd']),
      ),
    ],
  };
}

const FOLDER = '/etc/containerd/certs.d/docker.io';
const HOSTS = `server = "https://harbor.example/v2/hub"

[host."https://harbor.example/v2/hub"]
  capabilities = ["pull", "resolve"]
  override_path = true
  ca = "${FOLDER}/ca-0.crt"
[host."https://harbor.example/v2/hub".header]
  authorization = "Basic @credentials-0@"

[host."https://mirror.example"]
  capabilities = ["pull", "resolve"]
`;
const MIRROR_FILES = [
  { ...file(`${FOLDER}/hosts.toml`, '0600'), content: HOSTS },
  { ...file(`${FOLDER}/ca-0.crt`), content: 'PEM' },
  {
    ...file(`${FOLDER}/credentials-0`, '0600'),
    contentFrom: { secret: { name: 'mirrors', key: 'harbor' } },
  },
];

function file(path: string, permissions = '0644') {
  return { path, owner: 'root:root', permissions };
}

function unit(service: string, noProxy: string) {
  const content = `[Service]
Environment="HTTP_PROXY=http://a%%20b.example:3128"
Environment="HTTPS_PROXY=http://a%%20b.example:3128"
Environment="NO_PROXY=${noProxy}"
`;
  return { ...file(`/etc/systemd/system/${service}.service.d/http-proxy.conf`), content };
}
