import { Cni } from '../../../../../lib/addons/model/cni';
import { PLAIN_BOOTSTRAP } from '../../../../../lib/kubeadm/model/bootstrap';
import { MachineFormat } from '../../../../../lib/kubeadm/model/machine-format';
import { addonModel, profile } from '../../../../support/models';
import { type RuleCase, withPool } from '../../../assembly/rule-case';
import { VXLAN, windows } from './windows-case';

const IGNITION_PROFILE = profile('1.14', undefined, {
  featureGates: { kubeadmBootstrapFormatIgnition: true },
});
const TOLERANT = { tolerations: [{ operator: 'Exists' }] };
const LINUX = { 'kubernetes.io/os': 'linux' };

/** Examples of rules on pools with Windows. */
export const WINDOWS_CASES: readonly RuleCase[] = [
  {
    rule: 'machine-naming-windows',
    broken: windows({ machineNaming: { template: 'w-{{ .random }}' } }),
    sound: withPool({ machineNaming: { template: 'w-{{ .random }}' } }),
    says: `mothership/demo/win: machineNaming is {"template":"w-{{ .random }}"}
  allowed: none; Windows machines get short names without it
  fix: leave it out`,
  },
  {
    rule: 'windows-pool-name',
    broken: windows({ name: 'windows-pool' }),
    sound: windows({ name: 'render-wi' }),
    says: `mothership/demo/windows-pool: name is "windows-pool"
  allowed: at most 9 characters in a Windows pool
  fix: name it "windows"`,
  },
  {
    rule: 'windows-image',
    broken: withPool({ name: 'win', os: 'windows' }, VXLAN),
    sound: windows({}),
    says: `mothership/demo/win: image is "ubuntu-2204-kube"
  allowed: a Windows image, which that of the control plane is not
  fix: write image: MachineImage.fromName(…) in the pool`,
  },
  {
    rule: 'windows-format',
    broken: windows(
      { bootstrap: { ...PLAIN_BOOTSTRAP, format: MachineFormat.ignition().model } },
      { ...VXLAN, profile: IGNITION_PROFILE },
    ),
    sound: windows({ bootstrap: PLAIN_BOOTSTRAP }),
    says: `mothership/demo/win: bootstrap.format is "ignition"
  allowed: cloudInit in a Windows pool
  fix: write bootstrap: { format: MachineFormat.cloudInit() } in the pool`,
  },
  {
    rule: 'node-label-contradicts',
    broken: windows({ nodeLabels: { 'kubernetes.io/os': 'linux' } }),
    sound: windows({ nodeLabels: { 'kubernetes.io/os': 'windows' } }),
    says: `mothership/demo/win: labels["kubernetes.io/os"] is "linux"
  allowed: "windows", the os of the pool
  fix: leave it out`,
  },
  {
    rule: 'windows-cni',
    broken: windows({}, { cni: Cni.calico().model }),
    sound: windows({}),
    says: `mothership/demo/win: os is "windows"
  allowed: a Windows pool in a cluster with Calico and VXLAN, not with ipip
  fix: set up Calico for VXLAN, and write cni: Cni.calico({ encapsulation: "vxlan" }) in the cluster`,
  },
  {
    rule: 'windows-cni',
    broken: windows(
      {},
      {
        cni: Cni.calico().model,
        addons: [addonModel({ name: 'calico', cni: Cni.calico().model })],
      },
    ),
    says: `mothership/demo/win: os is "windows"
  allowed: a Windows pool in a cluster with Calico and VXLAN, not with ipip
  fix: write encapsulation: "vxlan" in mothership/demo/calico`,
  },
  {
    rule: 'windows-cni',
    broken: windows({}, { cni: Cni.cilium().model }),
    says: `mothership/demo/win: os is "windows"
  allowed: a Windows pool in a cluster with Calico and VXLAN, not with Cilium
  fix: set up Calico for VXLAN, and write cni: Cni.calico({ encapsulation: "vxlan" }) in the cluster`,
  },
  {
    rule: 'windows-cni',
    broken: withPool({ name: 'win', os: 'windows', image: { filter: { name: 'win' } } }),
    says: `mothership/demo/win: os is "windows"
  allowed: a Windows pool in a cluster with Calico and VXLAN, not with an unknown network plugin
  fix: set up Calico for VXLAN, and write cni: Cni.calico({ encapsulation: "vxlan" }) in the cluster`,
  },
  {
    rule: 'windows-daemon-set',
    broken: running([daemonSet(TOLERANT)]),
    sound: running([daemonSet({ ...TOLERANT, nodeSelector: LINUX })]),
    says: `mothership/demo/hello: manifest is "DaemonSet agent"
  allowed: a node selector for kubernetes.io/os in a cluster with Windows nodes
  fix: add nodeSelector: { "kubernetes.io/os": "linux" } to its pods`,
  },
  {
    rule: 'windows-daemon-set',
    broken: running(`apiVersion: v1
kind: ConfigMap
metadata: { name: settings }
---
apiVersion: apps/v1
kind: DaemonSet
metadata: { name: agent }
spec: { template: { spec: { tolerations: [{ key: os, operator: Exists, effect: NoSchedule }] } } }
`),
    sound: running([
      daemonSet({ tolerations: [{ key: 'other', operator: 'Exists' }] }),
      daemonSet({}),
      daemonSet({
        ...TOLERANT,
        affinity: {
          nodeAffinity: {
            requiredDuringSchedulingIgnoredDuringExecution: {
              nodeSelectorTerms: [
                {
                  matchExpressions: [
                    { key: 'kubernetes.io/os', operator: 'In', values: ['linux'] },
                  ],
                },
              ],
            },
          },
        },
      }),
    ]),
    says: `mothership/demo/hello: manifest is "DaemonSet agent"
  allowed: a node selector for kubernetes.io/os in a cluster with Windows nodes
  fix: add nodeSelector: { "kubernetes.io/os": "linux" } to its pods`,
  },
];

function running(documents: string | readonly ReturnType<typeof daemonSet>[]) {
  const payload = [
    { kind: 'configMap', suffix: '', entries: [{ key: 'hello', documents }] },
  ] as const;
  return windows({}, { ...VXLAN, addons: [addonModel({ payload })] });
}

function daemonSet(pods: object) {
  return {
    apiVersion: 'apps/v1',
    kind: 'DaemonSet',
    metadata: { name: 'agent' },
    spec: { template: { spec: pods } },
  };
}
