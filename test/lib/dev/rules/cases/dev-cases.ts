import { Duration } from 'cdk8s';
import { Gpu } from '../../../../../constructs/index';
import { devModel } from '../../../../support/dev';
import type { RuleCase } from '../../../assembly/rule-case';

const MEMORY = { backend: 'inMemory' } as const;
const SECOND = Duration.seconds(1);

/** Examples of rules on containers and machines in memory. */
export const DEV_CASES: readonly RuleCase[] = [
  {
    rule: 'cloud-offer',
    broken: devModel({ pool: { os: 'windows' } }),
    sound: devModel({ pool: { os: 'linux' } }),
    says: `mothership/demo/workers: os is "windows"
  allowed: none; DevCloud does not support Windows, but OpenStackCloud does
  fix: leave it out, or put the pool into a cluster on OpenStackCloud
mothership/demo/workers: os is "windows"
  allowed: a Windows pool in a cluster with Calico and VXLAN, not with an unknown network plugin
  fix: set up Calico for VXLAN, and write cni: Cni.calico({ encapsulation: "vxlan" }) in the cluster`,
  },
  {
    rule: 'cloud-offer',
    broken: devModel({ pool: { gpu: Gpu.nvidia() } }),
    says: `mothership/demo/workers: gpu is "nvidia.com/gpu"
  allowed: none; DevCloud does not support GPUs, but OpenStackCloud, VCenter, AwsAccount or AzureSubscription does
  fix: leave it out, or put the pool into a cluster on OpenStackCloud, VCenter, AwsAccount or AzureSubscription
mothership/demo/workers: gpu is "nvidia.com/gpu"
  allowed: a size with GPUs; machine has none
  fix: add gpu: { type: "nvidia.com/gpu", count: 1 } to machine in the sizes of laptop`,
  },
  {
    rule: 'dev-size',
    broken: devModel({ cloud: { sizes: { machine: { cpus: 0.5, memory: '4Gi', disk: '20Gi' } } } }),
    sound: devModel({ cloud: { sizes: { machine: { cpus: 1, memory: '4Gi', disk: '20Gi' } } } }),
    says: `laptop: sizes["machine"].cpus is 0.5
  allowed: an integer of 1 or more
  fix: write 1`,
  },
  {
    rule: 'dev-size',
    broken: devModel({ cloud: { sizes: { machine: { cpus: 1, memory: 'much', disk: '20Gi' } } } }),
    says: `laptop: sizes["machine"].memory is "much"
  allowed: a quantity, such as "4Gi"
  fix: write "4Gi"`,
  },
  {
    rule: 'dev-memory-cloud',
    broken: devModel({ cloud: { ...MEMORY, failureDomains: ['a'] } }),
    sound: devModel({ cloud: { failureDomains: ['a'] } }),
    says: `laptop: failureDomains is ["a"]
  allowed: none with the backend "inMemory"
  fix: leave it out, or write backend: "docker"`,
  },
  {
    rule: 'dev-memory-cloud',
    broken: devModel({ cloud: { ...MEMORY, loadBalancerImage: { repository: 'r', tag: 't' } } }),
    says: `laptop: loadBalancerImage is {"repository":"r","tag":"t"}
  allowed: none with the backend "inMemory"
  fix: leave it out, or write backend: "docker"`,
  },
  {
    rule: 'dev-failure-domain',
    broken: devModel({ pool: { failureDomain: 'a' } }),
    sound: devModel({ cloud: { failureDomains: ['a'] }, pool: { failureDomain: 'a' } }),
    says: `mothership/demo/workers: failureDomain is "a"
  allowed: one of the failureDomains of the cloud, which has none
  fix: write failureDomains: ["a"] in the cloud, with the backend "docker"`,
  },
  {
    rule: 'dev-failure-domain',
    broken: devModel({ pool: { failureDomains: ['a'] } }),
    says: `mothership/demo/workers: failureDomains[0] is "a"
  allowed: one of the failureDomains of the cloud, which has none
  fix: write failureDomains: ["a"] in the cloud, with the backend "docker"`,
  },
  {
    rule: 'dev-backend-prop',
    broken: devModel({ cloud: MEMORY, pool: { image: 'node:1' } }),
    sound: devModel({ pool: { image: 'node:1' } }),
    says: `mothership/demo/workers: image is "node:1"
  allowed: none with the backend "inMemory"
  fix: leave it out, or write backend: "docker" in the cloud`,
  },
  {
    rule: 'dev-backend-prop',
    broken: devModel({ pool: { startup: { vm: { duration: SECOND } } } }),
    sound: devModel({ cloud: MEMORY, pool: { startup: { vm: { duration: SECOND } } } }),
    says: `mothership/demo/workers: startup is {"vm":{"seconds":1}}
  allowed: none with the backend "docker"
  fix: leave it out, or write backend: "inMemory" in the cloud`,
  },
  {
    rule: 'dev-mount-path',
    broken: devModel({ pool: { extraMounts: [{ hostPath: 'srv', containerPath: '/srv' }] } }),
    sound: devModel({ pool: { extraMounts: [{ hostPath: '/srv', containerPath: '/srv' }] } }),
    says: `mothership/demo/workers: extraMounts[0].hostPath is "srv"
  allowed: an absolute path
  fix: start it with a slash`,
  },
  {
    rule: 'dev-bootstrap-timeout',
    broken: devModel({ pool: { bootstrapTimeout: Duration.seconds(0) } }),
    sound: devModel({ pool: { bootstrapTimeout: SECOND } }),
    says: `mothership/demo/workers: bootstrapTimeout is 0
  allowed: at least one second
  fix: leave it out`,
  },
  {
    rule: 'dev-startup-jitter',
    broken: devModel({
      cloud: MEMORY,
      pool: { startup: { vm: { duration: SECOND, jitter: -1 } } },
    }),
    sound: devModel({ cloud: MEMORY, pool: { startup: { vm: { duration: SECOND, jitter: 0 } } } }),
    says: `mothership/demo/workers: startup.vm.jitter is "-1"
  allowed: a number of 0 or more, such as 0.2
  fix: leave it out`,
  },
  {
    rule: 'dev-bootstrap',
    broken: devModel({ pool: { bootstrap: { ntp: { servers: ['ntp.example'] } } } }),
    sound: devModel({ pool: { bootstrap: { preKubeadmCommands: ['true'] } } }),
    says: `mothership/demo/workers: bootstrap.ntp is {"servers":["ntp.example"]}
  allowed: files, preKubeadmCommands and postKubeadmCommands, which containers support
  fix: leave it out, or add a command to preKubeadmCommands that does the same`,
  },
  {
    rule: 'dev-cluster-name',
    broken: [devModel({ namespace: 'one' }), devModel({ namespace: 'two' })],
    sound: [devModel()],
    says: `mothership/demo: name is "demo"
  allowed: a name that no other cluster of the cloud has; mothership/demo has this one
  fix: name it "demo-2"`,
  },
];
