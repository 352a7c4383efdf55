import type { CniModel } from '../model/cni';
import { ipv6Lines } from './calico-ipv6';
import { quoted, sedInPlace, variableEdit } from './shell-text';

/** Folder of the manifests in the Job's containers. */
export const MANIFEST_FOLDER = '/manifest';

/** Environment variable with the name of the roles and bindings of the Job. */
export const RIGHTS_VARIABLE = 'RIGHTS';

const AUTHORITY_FILE = '/tmp/authority.pem';
const ANSWER_FILE = '/tmp/answer';
/** Folder of the token of the Job's service account. */
export const TOKEN_FOLDER = '/var/run/secrets/kubernetes.io/serviceaccount';

/** Lines that define `api`, which calls the API server with the given arguments and the Job's own token. */
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
 * Script that revokes the Job's permissions as its last step.
 *
 * The ClusterRoleBinding is deleted last, because it allows the other requests; the ClusterRole is garbage-collected after
 * it. The first request deletes a binding that earlier releases of this library left behind. A refusal for lack of permission
 * means that an earlier run has revoked the permissions.
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

/** Download of {@link downloadScript}. */
export interface Download {
  /** URL of the manifests. */
  readonly url: string;
  /** SHA-256 of the download; absent if it is not checked. */
  readonly sha256?: string;
  /** CA certificates of the server; absent for the CAs that curl trusts. */
  readonly certificateAuthority?: string;
  /** Proxy for the download, and the hosts that are reached without it. */
  readonly proxy?: { readonly url: string; readonly direct: readonly string[] };
  /** Network settings for the manifests. */
  readonly network: Extract<CniModel, { kind: 'calico' }>;
  /** Pod address ranges. */
  readonly podCidrs: readonly string[];
  /** MTU of pods; absent if each node detects it. */
  readonly mtu?: number;
}

/** Builds the script that downloads and checks the manifests, and sets their encapsulation, MTU and address families. */
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

/** Options of curl: no configuration file, only HTTPS even after redirects, and no globbing of braces in URLs. */
const CURL_OPTIONS = [
  '--disable --globoff --silent --show-error --fail --location',
  '--proto =https --proto-redir =https --retry 10 --retry-all-errors',
];

/** Returns the lines before a download, and the options that use them. */
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

/** Lists the edits of the released manifests, which use IP-in-IP and BGP. */
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

/** Returns the edit of the MTU, which the released manifests leave to each node. */
function mtuEdits(mtu: number | undefined): readonly string[] {
  return mtu === undefined ? [] : [`s/veth_mtu: "0"/veth_mtu: "${mtu}"/`];
}
