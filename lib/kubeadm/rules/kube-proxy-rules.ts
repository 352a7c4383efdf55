import { tryParseCidr } from '../../base/cidr';
import { leaveOut, write } from '../../base/fix';
import { checkWord } from '../../base/known-word';
import { isBefore } from '../../base/kubernetes-version';
import type { Refuse, Rule } from '../../base/rule';
import { integerWords, isWholeNumber } from '../../base/words';
import type { KubeProxyModel, KubeProxyOptions } from '../model/kube-proxy';
import type { ControlPlaneSubject } from './subjects';

const NFTABLES_SINCE = 31;
const MODES = ['iptables', 'ipvs', 'nftables'];
const SCHEDULERS = ['rr', 'wrr', 'lc', 'wlc', 'lblc', 'lblcr', 'sh', 'dh', 'sed', 'nq', 'mh'];
const CONFIG = 'kubernetes/kubernetes@v1.32.0:pkg/proxy/apis/config/validation/validation.go';

/** Rules on kube-proxy. */
export const KUBE_PROXY_RULES: readonly Rule<ControlPlaneSubject>[] = [
  {
    id: 'kube-proxy-replaced',
    reason: 'Calico, as installed by CalicoJob, leaves Service traffic to kube-proxy.',
    source: 'kubernetes/website@main:content/en/docs/reference/networking/virtual-ips.md',
    check({ cluster, controlPlane: { path, kubeProxy } }, refuse) {
      const calico = cluster.addons.find(({ type }) => type === 'calico');
      if (kubeProxy?.kind !== 'none' || calico === undefined) return;
      refuse(
        { path, prop: 'kubeProxy' },
        {
          given: 'none',
          allowed: `kube-proxy together with ${calico.path}`,
          fix: leaveOut({
            or: 'install a network plugin that replaces kube-proxy, such as Cilium',
          }),
        },
      );
    },
  },
  {
    id: 'kube-proxy-mode',
    reason: 'kube-proxy does not start in an unsupported mode.',
    source: CONFIG,
    check: configured(({ mode, ipvs }, path, refuse, version) => {
      checkWord({ path, prop: 'kubeProxy.mode' }, mode, MODES, refuse);
      const place = { path, prop: 'kubeProxy.ipvs.scheduler' };
      checkWord(place, ipvs?.scheduler, SCHEDULERS, refuse);
      if (mode !== 'nftables' || !isBefore(version, NFTABLES_SINCE)) return;
      refuse(
        { path, prop: 'kubeProxy.mode' },
        {
          given: mode,
          allowed: `"iptables" or "ipvs" with Kubernetes ${version}; "nftables" requires 1.${NFTABLES_SINCE} or newer`,
          fix: write('iptables'),
        },
      );
    }),
  },
  {
    id: 'kube-proxy-ipvs',
    reason: 'kube-proxy reads IPVS settings only in the mode "ipvs".',
    source: CONFIG,
    check: configured(({ mode = 'iptables', ipvs }, path, refuse) => {
      if (ipvs === undefined || mode === 'ipvs') return;
      refuse(
        { path, prop: 'kubeProxy.ipvs' },
        {
          given: ipvs,
          allowed: `none with the mode ${JSON.stringify(mode)}`,
          fix: leaveOut({ or: 'write mode: "ipvs"' }),
        },
      );
    }),
  },
  {
    id: 'kube-proxy-addresses',
    reason: 'kube-proxy does not start with an invalid address or range.',
    source: CONFIG,
    check: configured(({ metricsBindAddress, nodePortAddresses = [] }, path, refuse) => {
      if (
        metricsBindAddress !== undefined &&
        !/^(\[[\da-f:]+\]|[\d.]+):\d{1,5}$/.test(metricsBindAddress)
      ) {
        refuse(
          { path, prop: 'kubeProxy.metricsBindAddress' },
          {
            given: metricsBindAddress,
            allowed: 'an address and a port, such as "0.0.0.0:10249"',
            fix: write('0.0.0.0:10249', { or: 'leave it out' }),
          },
        );
      }
      for (const range of nodePortAddresses) {
        if (tryParseCidr(range) !== undefined) continue;
        refuse(
          { path, prop: 'kubeProxy.nodePortAddresses' },
          { given: range, allowed: 'ranges such as "192.0.2.0/24"', fix: leaveOut() },
        );
      }
    }),
  },
  {
    id: 'kube-proxy-conntrack',
    reason: 'kube-proxy accepts only integers for numbers of connections.',
    source: CONFIG,
    check: configured(({ conntrack = {} }, path, refuse) => {
      for (const prop of ['maxPerCore', 'min'] as const) {
        const given = conntrack[prop];
        if (given === undefined || isWholeNumber(given, 0)) continue;
        refuse(
          { path, prop: `kubeProxy.conntrack.${prop}` },
          { given, allowed: integerWords(given, 0), fix: leaveOut() },
        );
      }
    }),
  },
];

type Configured = Extract<KubeProxyModel, { kind: 'configured' }>;

/** Returns a check of kube-proxy's settings, which passes if there are none. */
function configured(
  check: (options: KubeProxyOptions, path: string, refuse: Refuse, version: string) => void,
): Rule<ControlPlaneSubject>['check'] {
  return ({ cluster, controlPlane: { path, kubeProxy } }, refuse) => {
    if (isConfigured(kubeProxy)) check(kubeProxy, path, refuse, cluster.kubernetesVersion);
  };
}

function isConfigured(proxy: KubeProxyModel | undefined): proxy is Configured {
  return proxy?.kind === 'configured';
}
