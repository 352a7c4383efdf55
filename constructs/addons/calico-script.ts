import type { CniModel } from '../../lib/model/cni';
import { ipv6Lines } from './calico-ipv6';
import { quoted, sedInPlace, variableEdit } from './shell-text';

/** Where manifests lie in the Job's containers. */
export const MANIFEST_FOLDER = '/manifest';

const AUTHORITY_FILE = '/tmp/authority.pem';
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
  /** Certificates of the authority that vouches for the server; absent for those that curl trusts. */
  readonly certificateAuthority?: string;
  /** Proxy on the way to the server, and what is reached without it. */
  readonly proxy?: { readonly url: string; readonly direct: readonly string[] };
  /** Network that the manifests are set to. */
  readonly network: Extract<CniModel, { kind: 'calico' }>;
  /** Ranges of pod addresses. */
  readonly podCidrs: readonly string[];
  /** Largest packet of pods; absent where each node finds it out. */
  readonly mtu?: number;
}

/** Script that downloads the manifests, checks them and sets how packets are wrapped, and the families of pods. */
export function downloadScript(download: Download): string {
  const { url, sha256, network, podCidrs, mtu } = download;
  const file = `${MANIFEST_FOLDER}/calico.yaml`;
  const { lines, options } = wayTo(download);
  lines.push(
    `curl --silent --show-error --fail --location --retry 10 --retry-all-errors ${options}--output ${file} ${quoted(url)}`,
  );
  if (sha256 !== undefined) lines.push(`echo ${quoted(`${sha256}  ${file}`)} | sha256sum -c -`);
  const edits = [...networkEdits(network), ...mtuEdits(mtu)];
  if (edits.length > 0) lines.push(sedInPlace(file, edits));
  lines.push(...ipv6Lines(file, network, podCidrs));
  return `${lines.join('\n')}\n`;
}

/** What comes before a download, and the options that make use of it. */
function wayTo({ certificateAuthority, proxy }: Download) {
  const lines = ['set -eu'];
  let options = '';
  if (certificateAuthority !== undefined) {
    lines.push(`printf %s ${quoted(certificateAuthority)} > ${AUTHORITY_FILE}`);
    options += `--cacert ${AUTHORITY_FILE} `;
  }
  if (proxy !== undefined) {
    const direct = proxy.direct.join(',');
    options += `--proxy ${quoted(proxy.url)} --noproxy ${quoted(direct)} `;
  }
  return { lines, options };
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
