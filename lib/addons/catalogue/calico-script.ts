import type { CniModel } from '../model/cni';
import { ipv6Lines } from './calico-ipv6';
import { quoted, sedInPlace, variableEdit } from './shell-text';

/** Where manifests lie in the Job's containers. */
export const MANIFEST_FOLDER = '/manifest';

/** Variable that holds the name of the objects that give the Job its rights. */
export const RIGHTS_VARIABLE = 'RIGHTS';

const AUTHORITY_FILE = '/tmp/authority.pem';
const ANSWER_FILE = '/tmp/answer';
/** Where the token of the Job's account lies. */
export const TOKEN_FOLDER = '/var/run/secrets/kubernetes.io/serviceaccount';

/** Lines that know the API server, and send it what stands in the arguments of `api` with the Job's own token. */
const API_LINES = `set -eu
host="$KUBERNETES_SERVICE_HOST"
case "$host" in *:*) host="[$host]" ;; esac
api() {
  account=$(cat ${TOKEN_FOLDER}/token)
  printf %s "Authorization: Bearer $account" |
    curl --disable --globoff --silent --max-time 30 --cacert ${TOKEN_FOLDER}/ca.crt --header @- "$@"
}
server="https://$host:$KUBERNETES_SERVICE_PORT"
`;

/** Script that returns when the API server is ready. */
export const WAIT_SCRIPT = `${API_LINES}until api --fail --output /dev/null --url "$server/readyz"
do
  echo 'The API server is not ready yet.'
  sleep 3
done
`;

/**
 * Script that takes the Job's rights away, as the last thing that it does.
 *
 * The binding of the whole cluster goes last, as it is what allows the rest; the role of the whole cluster is collected after
 * it. The first is what earlier releases of this library left. An answer that the Job may not do so says that an earlier run has.
 */
export const END_RIGHTS_SCRIPT = `${API_LINES}rbac="$server/apis/rbac.authorization.k8s.io/v1"
own="$rbac/namespaces/kube-system"
ask() {
  code=$(api --retry 10 --output ${ANSWER_FILE} --write-out '%{http_code}' "$@")
  case "$code" in
    2*|404) ;;
    401|403) echo 'The rights are gone already.'; exit 0 ;;
    *) cat ${ANSWER_FILE} >&2; exit 1 ;;
  esac
}
ask --request DELETE --url "$rbac/clusterrolebindings/calico-installer"
ask --request DELETE --url "$own/rolebindings/$${RIGHTS_VARIABLE}"
ask --request DELETE --url "$own/roles/$${RIGHTS_VARIABLE}"
ask --url "$rbac/clusterrolebindings/$${RIGHTS_VARIABLE}"
uid=$(tr -d ' \\n' < ${ANSWER_FILE} | sed -n 's/.*"uid":"\\([0-9a-f-]*\\)".*/\\1/p')
owner='{"apiVersion":"rbac.authorization.k8s.io/v1","kind":"ClusterRoleBinding"'
owner="$owner,\\"name\\":\\"$${RIGHTS_VARIABLE}\\",\\"uid\\":\\"$uid\\"}"
ask --request PATCH --header 'Content-Type: application/merge-patch+json' \\
  --data-binary "{\\"metadata\\":{\\"ownerReferences\\":[$owner]}}" \\
  --url "$rbac/clusterroles/$${RIGHTS_VARIABLE}"
ask --request DELETE --url "$rbac/clusterrolebindings/$${RIGHTS_VARIABLE}"
echo 'The rights of this Job have ended.'
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
    `curl ${[...CURL_OPTIONS, ...options, `--output ${file}`, `--url ${quoted(url)}`].join(' ')}`,
  );
  if (sha256 !== undefined) {
    lines.push(`printf '%s\\n' ${quoted(`${sha256}  ${file}`)} | sha256sum -c -`);
  }
  const edits = [...networkEdits(network), ...mtuEdits(mtu)];
  if (edits.length > 0) lines.push(sedInPlace(file, edits));
  lines.push(...ipv6Lines(file, network, podCidrs));
  return `${lines.join('\n')}\n`;
}

/** Options of a download: no file of settings, no other protocol on any way, and braces in addresses are braces. */
const CURL_OPTIONS = [
  '--disable --globoff --silent --show-error --fail --location',
  '--proto =https --proto-redir =https --retry 10 --retry-all-errors',
];

/** What comes before a download, and the options that make use of it. */
function wayTo({ certificateAuthority, proxy }: Download) {
  const lines = ['set -eu'];
  const options: string[] = [];
  if (certificateAuthority !== undefined) {
    lines.push(`printf %s ${quoted(certificateAuthority)} > ${AUTHORITY_FILE}`);
    options.push(`--cacert ${AUTHORITY_FILE}`);
  }
  if (proxy !== undefined) {
    options.push(`--proxy ${quoted(proxy.url)}`, `--noproxy ${quoted(proxy.direct.join(','))}`);
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
