import type { CniModel } from '../../lib/model/cni';

/** Where manifests lie in the Job's containers. */
export const MANIFEST_FOLDER = '/manifest';

const TOKEN_FOLDER = '/var/run/secrets/kubernetes.io/serviceaccount';

/** Script that returns when the API server is ready. */
export const WAIT_SCRIPT = `set -eu
host="$KUBERNETES_SERVICE_HOST"
case "$host" in *:*) host="[$host]" ;; esac
until curl --silent --fail --max-time 5 --output /dev/null \\
  --cacert ${TOKEN_FOLDER}/ca.crt \\
  --header "Authorization: Bearer $(cat ${TOKEN_FOLDER}/token)" \\
  "https://$host:$KUBERNETES_SERVICE_PORT/readyz"
do
  echo 'The API server is not ready yet.'
  sleep 3
done
`;

/** What {@link downloadScript} fetches. */
export interface Download {
  /** Address of the manifests. */
  readonly url: string;
  /** Hash of the download; absent where it is not checked. */
  readonly sha256?: string;
  /** Network that the manifests are set to. */
  readonly network: Extract<CniModel, { kind: 'calico' }>;
  /** Largest packet of pods; absent where each node finds it out. */
  readonly mtu?: number;
}

/** Script that downloads the manifests, checks them and sets how packets are wrapped. */
export function downloadScript({ url, sha256, network, mtu }: Download): string {
  const file = `${MANIFEST_FOLDER}/calico.yaml`;
  const lines = [
    'set -eu',
    `curl --silent --show-error --fail --location --retry 10 --retry-all-errors --output ${file} ${quoted(url)}`,
  ];
  if (sha256 !== undefined) lines.push(`echo ${quoted(`${sha256}  ${file}`)} | sha256sum -c -`);
  const edits = [...networkEdits(network), ...mtuEdits(mtu)];
  if (edits.length > 0) {
    lines.push(`sed -i ${edits.map((edit) => `-e ${quoted(edit)}`).join(' ')} ${file}`);
  }
  return `${lines.join('\n')}\n`;
}

/** Edits of the released manifests, which wrap packets by IP-in-IP and exchange routes by BGP. */
function networkEdits({ encapsulation, bgp }: Download['network']): readonly string[] {
  const edits: string[] = [];
  if (encapsulation !== 'ipip') edits.push(variableEdit('CALICO_IPV4POOL_IPIP', 'Never'));
  if (encapsulation === 'vxlan') edits.push(variableEdit('CALICO_IPV4POOL_VXLAN', 'Always'));
  if (encapsulation === 'vxlan' && !bgp) {
    edits.push(
      's/calico_backend: "bird"/calico_backend: "vxlan"/',
      '/- -bird-live$/d',
      '/- -bird-ready$/d',
    );
  }
  return edits;
}

/** Edit of the size of packets, which the released manifests leave to each node. */
function mtuEdits(mtu: number | undefined): readonly string[] {
  return mtu === undefined ? [] : [`s/veth_mtu: "0"/veth_mtu: "${mtu}"/`];
}

function variableEdit(name: string, value: string): string {
  return `/name: ${name}$/{n;s/"[A-Za-z]*"/"${value}"/;}`;
}

function quoted(text: string): string {
  return `'${text.replaceAll("'", `'\\''`)}'`;
}
