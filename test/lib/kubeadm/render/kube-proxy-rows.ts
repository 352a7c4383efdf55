import { PLAIN_BOOTSTRAP } from '../../../../lib/kubeadm/model/bootstrap';
import { KubeProxy, type KubeProxyOptions } from '../../../../lib/kubeadm/model/kube-proxy';
import { MachineFormat } from '../../../../lib/kubeadm/model/machine-format';
import { controlPlaneModel } from '../../../support/models';
import type { PropRow } from '../../../support/rendering';
import { CONFIG, feature } from './control-plane-landings';

const FILE = '/etc/capi-fleet/kube-proxy.yaml';
const HEAD = 'apiVersion: kubeproxy.config.k8s.io/v1alpha1\nkind: KubeProxyConfiguration\n';

/** Options with what they are in kube-proxy's own configuration. */
const OPTIONS: Readonly<Record<keyof KubeProxyOptions, readonly [KubeProxyOptions, string]>> = {
  mode: [{ mode: 'nftables' }, 'mode: nftables\n'],
  ipvs: [
    { mode: 'ipvs', ipvs: { scheduler: 'lc', strictARP: true } },
    'mode: ipvs\nipvs:\n  scheduler: lc\n  strictARP: true\n',
  ],
  metricsBindAddress: [
    { metricsBindAddress: '0.0.0.0:10249' },
    "metricsBindAddress: '0.0.0.0:10249'\n",
  ],
  nodePortAddresses: [
    { nodePortAddresses: ['192.0.2.0/24'] },
    'nodePortAddresses:\n  - 192.0.2.0/24\n',
  ],
  conntrack: [{ conntrack: { maxPerCore: 0, min: 9 } }, 'conntrack:\n  maxPerCore: 0\n  min: 9\n'],
};

/** Command that adds the file where the cluster begins. */
function append(condition: string, config: string): string {
  return `if ${condition}; then { echo; echo ---; cat ${FILE}; } >> ${config}; fi`;
}

/** Rows of what forwards the traffic of Services. */
export const KUBE_PROXY_ROWS: readonly PropRow[] = [
  feature(
    { kubeProxy: KubeProxy.none().model },
    [...CONFIG, 'initConfiguration', 'skipPhases'],
    ['addon/kube-proxy'],
  ),
  ...Object.values(OPTIONS).map(([options, text]) =>
    feature(
      { kubeProxy: KubeProxy.with(options).model },
      [...CONFIG, 'files'],
      [{ path: FILE, owner: 'root:root', permissions: '0644', content: `${HEAD}${text}` }],
    ),
  ),
  feature(
    { kubeProxy: KubeProxy.with({ mode: 'ipvs' }).model },
    [...CONFIG, 'preKubeadmCommands'],
    [append('[ -f /run/kubeadm/kubeadm.yaml ]', '/run/kubeadm/kubeadm.yaml')],
  ),
  {
    model: {
      controlPlane: controlPlaneModel({
        kubeProxy: KubeProxy.with({ mode: 'ipvs' }).model,
        bootstrap: { ...PLAIN_BOOTSTRAP, format: MachineFormat.ignition().model },
      }),
    },
    key: 'controlPlane',
    lands: () => [
      [...CONFIG, 'preKubeadmCommands', 5],
      append("grep -q '^kind: InitConfiguration' /etc/kubeadm.yml", '/etc/kubeadm.yml'),
    ],
  },
];
