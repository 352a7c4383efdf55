import { KubeProxy } from '../../../../../lib/kubeadm/model/kube-proxy';
import { profile } from '../../../../support/models';
import { type RuleCase, withControlPlane, withPool } from '../../../assembly/rule-case';

/** Examples of rules on the settings of kubeadm, and where its images come from. */
export const KUBEADM_CASES: readonly RuleCase[] = [
  {
    rule: 'kubeadm-cri-socket',
    broken: withControlPlane({ kubeadm: { criSocket: '/run/crio/crio.sock' } }),
    sound: withControlPlane({ kubeadm: { criSocket: 'unix:///run/crio/crio.sock' } }),
    says: `mothership/demo/control-plane: kubeadm.criSocket is "/run/crio/crio.sock"
  allowed: an address that begins with unix:///, such as "unix:///run/containerd/containerd.sock"
  fix: write "unix:///run/crio/crio.sock"`,
  },
  {
    rule: 'kubeadm-cri-socket',
    broken: withPool({ kubeadm: { criSocket: 'tcp://127.0.0.1' } }),
    says: `mothership/demo/workers: kubeadm.criSocket is "tcp://127.0.0.1"
  allowed: an address that begins with unix:///, such as "unix:///run/containerd/containerd.sock"
  fix: leave it out`,
  },
  {
    rule: 'kubeadm-preflight-errors',
    broken: withPool({ kubeadm: { ignorePreflightErrors: ['All', 'NumCPU'] } }),
    sound: withPool({ kubeadm: { ignorePreflightErrors: ['all'] } }),
    says: `mothership/demo/workers: kubeadm.ignorePreflightErrors is ["All","NumCPU"]
  allowed: only "all", or individual checks
  fix: write ["all"]`,
  },
  {
    rule: 'kubeadm-preflight-errors',
    broken: withPool({ kubeadm: { ignorePreflightErrors: ['NumCPU', ''] } }),
    sound: withPool({ kubeadm: { ignorePreflightErrors: ['NumCPU', 'Mem'] } }),
    says: `mothership/demo/workers: kubeadm.ignorePreflightErrors is ["NumCPU",""]
  allowed: names of checks, such as "NumCPU"
  fix: write ["NumCPU"]`,
  },
  {
    rule: 'kubeadm-pull-serial-version',
    broken: withPool(
      { kubeadm: { imagePullSerial: false } },
      { kubernetesVersion: '1.30.4', profile: profile('1.13') },
    ),
    sound: withPool(
      { kubeadm: { imagePullSerial: false } },
      { kubernetesVersion: '1.31.4', profile: profile('1.13') },
    ),
    says: `mothership/demo/workers: kubeadm.imagePullSerial is false
  allowed: none with Kubernetes 1.30.4; requires 1.31 or newer
  fix: leave it out`,
  },
  {
    rule: 'kubeadm-timeout-seconds',
    broken: withPool({ kubeadm: { timeouts: { tlsBootstrap: 1.5 } } }),
    sound: withPool({ kubeadm: { timeouts: { tlsBootstrap: 2 } } }),
    says: `mothership/demo/workers: kubeadm.timeouts.tlsBootstrap is "1.5 seconds"
  allowed: a duration of whole seconds
  fix: write Duration.seconds(2)`,
  },
  {
    rule: 'kubeadm-timeout-version',
    broken: withPool({ kubeadm: { timeouts: { controlPlaneComponentHealthCheck: 60 } } }),
    sound: withControlPlane({ kubeadm: { timeouts: { controlPlaneComponentHealthCheck: 60 } } }),
    says: `mothership/demo/workers: kubeadm.timeouts.controlPlaneComponentHealthCheck is "60 seconds"
  allowed: none for machines of a pool
  fix: leave it out`,
  },
  {
    rule: 'kubeadm-timeout-version',
    broken: withPool({ kubeadm: { timeouts: { discovery: 60 } } }, { profile: profile('1.10') }),
    sound: withPool({ kubeadm: { timeouts: { tlsBootstrap: 60 } } }, { profile: profile('1.10') }),
    says: `mothership/demo/workers: kubeadm.timeouts.discovery is "60 seconds"
  allowed: none with Cluster API 1.10 and Kubernetes 1.32.4; requires 1.13 and 1.31 or newer
  fix: leave it out`,
  },
  {
    rule: 'kubeadm-timeout-version',
    broken: withPool(
      { kubeadm: { timeouts: { discovery: 60 } } },
      { kubernetesVersion: '1.30.4', profile: profile('1.13') },
    ),
    sound: withPool(
      { kubeadm: { timeouts: { discovery: 60 } } },
      { kubernetesVersion: '1.31.4', profile: profile('1.13') },
    ),
    says: `mothership/demo/workers: kubeadm.timeouts.discovery is "60 seconds"
  allowed: none with Cluster API 1.13 and Kubernetes 1.30.4; requires 1.13 and 1.31 or newer
  fix: leave it out`,
  },
  {
    rule: 'kubeadm-phases',
    broken: withPool({ kubeadm: { skipPhases: ['preflights'] } }),
    sound: withPool({ kubeadm: { skipPhases: ['preflight'] } }),
    says: `mothership/demo/workers: kubeadm.skipPhases is "preflights"
  allowed: "preflight", "control-plane-prepare", "kubelet-start", "etcd-join", "kubelet-wait-bootstrap", "control-plane-join", "wait-control-plane", or subphases such as "control-plane-join/mark-control-plane"
  fix: write "preflight"`,
  },
  {
    rule: 'kubeadm-phases',
    broken: withControlPlane({ kubeadm: { skipPhases: ['addon/coredns'] } }),
    sound: withControlPlane({ kubeadm: { skipPhases: ['control-plane-join/mark-control-plane'] } }),
    says: `mothership/demo/control-plane: kubeadm.skipPhases is "addon/coredns"
  allowed: "preflight", "control-plane-prepare", "kubelet-start", "etcd-join", "kubelet-wait-bootstrap", "control-plane-join", "wait-control-plane", or subphases such as "control-plane-join/mark-control-plane"
  fix: move it to skipInitPhases`,
  },
  {
    rule: 'kubeadm-phases',
    broken: withPool({ kubeadm: { skipPhases: ['addon/coredns'] } }),
    says: `mothership/demo/workers: kubeadm.skipPhases is "addon/coredns"
  allowed: "preflight", "control-plane-prepare", "kubelet-start", "etcd-join", "kubelet-wait-bootstrap", "control-plane-join", "wait-control-plane", or subphases such as "control-plane-join/mark-control-plane"
  fix: leave it out`,
  },
  {
    rule: 'kubeadm-phases',
    broken: withControlPlane({ kubeadm: { skipInitPhases: ['control-plane-join', 'cert/ca'] } }),
    says: `mothership/demo/control-plane: kubeadm.skipInitPhases is "control-plane-join"
  allowed: "preflight", "certs", "kubeconfig", "etcd", "control-plane", "kubelet-start", "wait-control-plane", "upload-config", "upload-certs", "mark-control-plane", "bootstrap-token", "kubelet-finalize" and 2 more, or subphases such as "certs/etcd-ca"
  fix: move it to skipPhases
mothership/demo/control-plane: kubeadm.skipInitPhases is "cert/ca"
  allowed: "preflight", "certs", "kubeconfig", "etcd", "control-plane", "kubelet-start", "wait-control-plane", "upload-config", "upload-certs", "mark-control-plane", "bootstrap-token", "kubelet-finalize" and 2 more, or subphases such as "certs/etcd-ca"
  fix: write "certs/ca"`,
  },
  {
    rule: 'kubeadm-phases',
    broken: withControlPlane({ kubeadm: { skipInitPhases: ['gift-wrapping'] } }),
    sound: withControlPlane({ kubeadm: { skipInitPhases: ['certs/etcd-ca'] } }),
    says: `mothership/demo/control-plane: kubeadm.skipInitPhases is "gift-wrapping"
  allowed: "preflight", "certs", "kubeconfig", "etcd", "control-plane", "kubelet-start", "wait-control-plane", "upload-config", "upload-certs", "mark-control-plane", "bootstrap-token", "kubelet-finalize" and 2 more, or subphases such as "certs/etcd-ca"
  fix: leave it out`,
  },
  {
    rule: 'kubeadm-phases-needed',
    broken: withControlPlane({ kubeadm: { skipInitPhases: ['upload-config'] } }),
    sound: withControlPlane({ kubeadm: { skipInitPhases: ['addon/coredns'] } }),
    says: `mothership/demo/control-plane: kubeadm.skipInitPhases is "upload-config"
  allowed: phases that a cluster does not need
  fix: leave it out`,
  },
  {
    rule: 'kubeadm-phases-needed',
    broken: withControlPlane({ kubeadm: { skipInitPhases: ['addon/kube-proxy'] } }),
    sound: withControlPlane({ kubeProxy: KubeProxy.none().model }),
    says: `mothership/demo/control-plane: kubeadm.skipInitPhases is "addon/kube-proxy"
  allowed: other phases; kubeProxy sets this one
  fix: leave it out, and set kubeProxy: KubeProxy.none()`,
  },
  {
    rule: 'kubeadm-image-repository',
    broken: withControlPlane({ imageRepository: 'https://mirror.example/k8s/' }),
    sound: withControlPlane({ imageRepository: 'mirror.example:5000/k8s' }),
    says: `mothership/demo/control-plane: imageRepository is "https://mirror.example/k8s/"
  allowed: a registry and a path, without the name of an image and without a tag
  fix: write "mirror.example/k8s"`,
  },
  {
    rule: 'kubeadm-image-repository',
    broken: withControlPlane({ dns: { imageRepository: 'Mirror Example' } }),
    says: `mothership/demo/control-plane: dns.imageRepository is "Mirror Example"
  allowed: a registry and a path, without the name of an image and without a tag
  fix: leave it out`,
  },
  {
    rule: 'dns-image-tag',
    broken: withControlPlane({ dns: { imageTag: 'latest' } }),
    sound: withControlPlane({ dns: { imageTag: 'v1.12.0' } }),
    says: `mothership/demo/control-plane: dns.imageTag is "latest"
  allowed: a tag with a three-part version, such as "v1.12.0"
  fix: leave it out`,
  },
];
