import { tryParseCidr } from '../../base/cidr';
import type { CniModel } from '../model/cni';
import { sedInPlace, variableEdit } from './shell-text';

type CalicoNetwork = Extract<CniModel, { kind: 'calico' }>;

/** Variable of the released manifests that enables IPv6 in Calico. */
const SWITCH = 'FELIX_IPV6SUPPORT';

/**
 * Returns the lines of a script that give pods IPv6 addresses, if they have an IPv6 range.
 *
 * They change manifests that disable IPv6, as the released ones do. Others, such as those of the operator or those that
 * already enable IPv6, stay unchanged.
 */
export function ipv6Lines(
  file: string,
  network: CalicoNetwork,
  podCidrs: readonly string[],
): readonly string[] {
  const range = podCidrs.find((text) => tryParseCidr(text)?.family === 6);
  if (range === undefined) return [];
  const hasIPv4 = podCidrs.some((text) => tryParseCidr(text)?.family === 4);
  const isWrapped = network.encapsulation === 'vxlan';
  return [
    `if grep -A 1 'name: ${SWITCH}$' ${file} | grep -q '"false"'; then`,
    `  ${sedInPlace(file, edits(range, hasIPv4, network))}`,
    `  grep -q '"assign_ipv6": "true"' ${file} || ${stop('no calico-ipam')}`,
    ...(isWrapped
      ? [`  grep -q 'name: CALICO_IPV6POOL_VXLAN$' ${file} || ${stop('no VXLAN for IPv6')}`]
      : []),
    'fi',
  ];
}

/** Returns a command that ends the script if manifests lack something that pods need for IPv6. */
function stop(lack: string): string {
  return `{ echo 'The manifests have ${lack}: pods would have no IPv6.' >&2; exit 1; }`;
}

/** Lists the edits of manifests that disable IPv6. */
function edits(
  range: string,
  hasIPv4: boolean,
  { encapsulation, bgp }: CalicoNetwork,
): readonly string[] {
  const variables = {
    IP6: 'autodetect',
    CALICO_IPV6POOL_CIDR: range,
    CALICO_IPV6POOL_NAT_OUTGOING: 'true',
    // BIRD takes its router ID from the IPv4 address, which such nodes do not have.
    ...(hasIPv4 || !bgp ? {} : { CALICO_ROUTER_ID: 'hash' }),
  };
  return [
    `s/"type": "calico-ipam"/&, "assign_ipv4": "${hasIPv4}", "assign_ipv6": "true"/`,
    ...(hasIPv4
      ? []
      : [variableEdit('IP', 'none'), variableEdit('CALICO_IPV4POOL_VXLAN', 'Never')]),
    ...(encapsulation === 'vxlan' ? [variableEdit('CALICO_IPV6POOL_VXLAN', 'Always')] : []),
    variablesBefore(SWITCH, variables),
    variableEdit(SWITCH, 'true'),
  ];
}

/** Returns an edit that inserts variables before another one, with the same indentation. */
function variablesBefore(name: string, variables: Readonly<Record<string, string>>): string {
  const lines = Object.entries(variables).map(
    ([added, value]) => `\\1- name: ${added}\\n\\1  value: "${value}"\\n`,
  );
  return `s|^\\( *\\)- name: ${name}$|${lines.join('')}&|`;
}
