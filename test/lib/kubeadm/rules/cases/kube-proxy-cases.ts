import { Etcd } from '../../../../../lib/kubeadm/model/etcd';
import { KubeProxy } from '../../../../../lib/kubeadm/model/kube-proxy';
import { addonModel, profile } from '../../../../support/models';
import { type RuleCase, withControlPlane } from '../../../assembly/rule-case';

/** Examples of rules on what forwards the traffic of Services, and on the environment of components. */
export const KUBE_PROXY_CASES: readonly RuleCase[] = [
  {
    rule: 'kube-proxy-replaced',
    broken: withControlPlane(
      { kubeProxy: KubeProxy.none().model },
      { addons: [addonModel({ name: 'calico', type: 'calico' })] },
    ),
    sound: withControlPlane(
      { kubeProxy: KubeProxy.none().model },
      { addons: [addonModel({ name: 'cilium' })] },
    ),
    says: `mothership/demo/control-plane: kubeProxy is "none"
  allowed: kube-proxy together with mothership/demo/calico
  fix: leave it out, or install a network plugin that replaces kube-proxy, such as Cilium`,
  },
  {
    rule: 'kube-proxy-mode',
    broken: withControlPlane({ kubeProxy: { kind: 'configured', mode: 'ipv' as 'ipvs' } }),
    sound: withControlPlane({ kubeProxy: { kind: 'configured', mode: 'ipvs' } }),
    says: `mothership/demo/control-plane: kubeProxy.mode is "ipv"
  allowed: "iptables", "ipvs", "nftables"
  fix: write "ipvs"`,
  },
  {
    rule: 'kube-proxy-mode',
    broken: withControlPlane({
      kubeProxy: { kind: 'configured', mode: 'ipvs', ipvs: { scheduler: 'wr' } },
    }),
    sound: withControlPlane({
      kubeProxy: { kind: 'configured', mode: 'ipvs', ipvs: { scheduler: 'wrr' } },
    }),
    says: `mothership/demo/control-plane: kubeProxy.ipvs.scheduler is "wr"
  allowed: "rr", "wrr", "lc", "wlc", "lblc", "lblcr", "sh", "dh", "sed", "nq", "mh"
  fix: write "rr"`,
  },
  {
    rule: 'kube-proxy-mode',
    broken: withControlPlane(
      { kubeProxy: { kind: 'configured', mode: 'nftables' } },
      { kubernetesVersion: '1.30.4', profile: profile('1.13') },
    ),
    sound: withControlPlane(
      { kubeProxy: { kind: 'configured', mode: 'nftables' } },
      { kubernetesVersion: '1.31.4', profile: profile('1.13') },
    ),
    says: `mothership/demo/control-plane: kubeProxy.mode is "nftables"
  allowed: "iptables" or "ipvs" with Kubernetes 1.30.4; "nftables" requires 1.31 or newer
  fix: write "iptables"`,
  },
  {
    rule: 'kube-proxy-ipvs',
    broken: withControlPlane({ kubeProxy: { kind: 'configured', ipvs: { strictARP: true } } }),
    sound: withControlPlane({
      kubeProxy: { kind: 'configured', mode: 'ipvs', ipvs: { strictARP: true } },
    }),
    says: `mothership/demo/control-plane: kubeProxy.ipvs is {"strictARP":true}
  allowed: none with the mode "iptables"
  fix: leave it out, or write mode: "ipvs"`,
  },
  {
    rule: 'kube-proxy-addresses',
    broken: withControlPlane({ kubeProxy: { kind: 'configured', metricsBindAddress: '0.0.0.0' } }),
    sound: withControlPlane({
      kubeProxy: { kind: 'configured', metricsBindAddress: '[::]:10249' },
    }),
    says: `mothership/demo/control-plane: kubeProxy.metricsBindAddress is "0.0.0.0"
  allowed: an address and a port, such as "0.0.0.0:10249"
  fix: write "0.0.0.0:10249", or leave it out`,
  },
  {
    rule: 'kube-proxy-addresses',
    broken: withControlPlane({
      kubeProxy: { kind: 'configured', nodePortAddresses: ['192.0.2.7'] },
    }),
    sound: withControlPlane({
      kubeProxy: { kind: 'configured', nodePortAddresses: ['192.0.2.0/24'] },
    }),
    says: `mothership/demo/control-plane: kubeProxy.nodePortAddresses is "192.0.2.7"
  allowed: ranges such as "192.0.2.0/24"
  fix: leave it out`,
  },
  {
    rule: 'kube-proxy-conntrack',
    broken: withControlPlane({ kubeProxy: { kind: 'configured', conntrack: { min: -1 } } }),
    sound: withControlPlane({ kubeProxy: { kind: 'configured', conntrack: { min: 0 } } }),
    says: `mothership/demo/control-plane: kubeProxy.conntrack.min is -1
  allowed: an integer of 0 or more
  fix: leave it out`,
  },
  {
    rule: 'component-env-version',
    broken: withControlPlane(
      { schedulerExtraEnvs: { A: '1' } },
      { kubernetesVersion: '1.30.4', profile: profile('1.13') },
    ),
    sound: withControlPlane(
      { schedulerExtraEnvs: { A: '1' } },
      { kubernetesVersion: '1.31.4', profile: profile('1.13') },
    ),
    says: `mothership/demo/control-plane: schedulerExtraEnvs is {"A":"1"}
  allowed: none with Kubernetes 1.30.4; requires 1.31 or newer
  fix: leave it out`,
  },
  {
    rule: 'component-env-name',
    broken: withControlPlane({ apiServerExtraEnvs: { '1A': '1' } }),
    sound: withControlPlane({ apiServerExtraEnvs: { A1: '1' } }),
    says: `mothership/demo/control-plane: apiServerExtraEnvs is "1A"
  allowed: names of letters, digits, "_", "-" and ".", not starting with a digit
  fix: leave it out`,
  },
  {
    rule: 'component-env-name',
    broken: withControlPlane({ etcd: Etcd.local({ extraEnvs: { 'A B': '1' } }).model }),
    says: `mothership/demo/control-plane: etcd.extraEnvs is "A B"
  allowed: names of letters, digits, "_", "-" and ".", not starting with a digit
  fix: leave it out`,
  },
  {
    rule: 'component-env-value',
    broken: withControlPlane({ controllerManagerExtraEnvs: { A: 'a'.repeat(513) } }),
    sound: withControlPlane({ controllerManagerExtraEnvs: { A: 'a'.repeat(512) } }),
    says: `mothership/demo/control-plane: controllerManagerExtraEnvs.A is "513 characters"
  allowed: 1 to 512 characters
  fix: shorten it, or move it to a file`,
  },
  {
    rule: 'component-env-value',
    broken: withControlPlane({ apiServerExtraEnvs: { A: '' } }),
    says: `mothership/demo/control-plane: apiServerExtraEnvs.A is ""
  allowed: 1 to 512 characters
  fix: leave it out`,
  },
];
