import { Duration } from 'cdk8s';
import {
  Addon,
  ApiEndpoint,
  AuditPolicy,
  Authentication,
  BlockDevice,
  CloudCredentials,
  ClusterNetwork,
  Cni,
  Etcd,
  ExternalNetwork,
  FloatingIP,
  Gpu,
  KubeadmPatch,
  MachineImage,
  NetworkLookup,
  RulePeer,
  SecurityGroups,
  ServerGroup,
  TrustedCA,
} from '../../constructs/index';
import { itIsLegal } from '../support/field-setup';
import { otherwiseBut } from '../support/fleets';

const UUID = 'e63ca1a0-f69d-4fbf-b306-310857b1afe5';
const PEM = '-----BEGIN CERTIFICATE-----\nZXhhbXBsZQ==\n-----END CERTIFICATE-----\n';
const MIRRORED = ['docker.io', 'ghcr.io', 'nvcr.io', 'quay.io', 'registry.k8s.io'];
const METRICS = { 'bind-address': '0.0.0.0' };
const FIVE_MINUTES = Duration.minutes(5);
const TIMEOUTS = {
  drain: {
    nodeDrainTimeout: FIVE_MINUTES,
    nodeVolumeDetachTimeout: FIVE_MINUTES,
    nodeDeletionTimeout: FIVE_MINUTES,
  },
} as const;
const EVERY_BROKEN_ONE = {
  maxUnhealthy: '100%',
  nodeStartupTimeout: Duration.minutes(10),
  unhealthyConditions: [
    { type: 'Ready', status: 'Unknown', timeout: FIVE_MINUTES },
    { type: 'Ready', status: 'False', timeout: FIVE_MINUTES },
  ],
} as const;
const INJECTED = {
  files: [
    { path: '/etc/containerd/conf.d/plugins.toml', content: '[plugins]\n' },
    { path: '/usr/local/share/ca-certificates/injected-ca-certs.crt', content: PEM },
  ],
  preKubeadmCommands: ['update-ca-certificates'],
};

describe('setups of the field: capi-helm-charts', () => {
  itIsLegal(
    'its defaults: mirrors, metrics for Prometheus, rollouts within the quota',
    ({ cluster }) => {
      const prod = cluster('chc', {
        cni: Cni.cilium(),
        network: ClusterNetwork.managed({
          nodeCidr: '192.168.3.0/24',
          podCidrs: ['172.16.0.0/13'],
          serviceCidrs: ['172.24.0.0/13'],
        }),
        securityGroups: SecurityGroups.managed({ allowAllInClusterTraffic: true }),
        bootstrap: {
          registryMirrors: MIRRORED.map((registry) => ({
            registry,
            endpoints: [{ url: `https://ghcr.io/v2/example/${registry}`, overridePath: true }],
          })),
          trustedCAs: [TrustedCA.pem('custom-ca', PEM)],
        },
        controlPlane: {
          flavor: 'large',
          replicas: 3,
          omitAvailabilityZone: true,
          rollout: { maxSurge: 1 },
          etcd: Etcd.local({ extraArgs: { 'listen-metrics-urls': 'http://0.0.0.0:2381' } }),
          controllerManagerExtraArgs: METRICS,
          schedulerExtraArgs: METRICS,
          healthCheck: EVERY_BROKEN_ONE,
          ...TIMEOUTS,
        },
      });
      prod.addNodePool('md-0', {
        flavor: 'small',
        replicas: 3,
        bootstrap: { preKubeadmCommands: ['apt-get update -y', 'apt-get install -y nfs-common'] },
        labels: { 'capi.stackhpc.com/node-group': 'md-0' },
        rollout: { maxSurge: 0, maxUnavailable: 1 },
        deletionOrder: 'Random',
        healthCheck: EVERY_BROKEN_ONE,
        ...TIMEOUTS,
      });
    },
  );

  itIsLegal('access for some addresses, with a fixed address and a floating one', ({ cluster }) => {
    cluster('chc-closed', {
      endpoint: ApiEndpoint.managed({
        provider: 'amphora',
        allowedCidrs: ['192.168.0.0/16', '10.10.0.0/16', '123.123.123.123'],
        vipAddress: '10.0.0.20',
        floatingIP: FloatingIP.fromAddress('203.0.113.10'),
      }),
    });
  });

  itIsLegal(
    'a load balancer of OVN on an internal network, without a floating address',
    ({ cluster }) => {
      cluster('chc-internal', {
        endpoint: ApiEndpoint.managed({ provider: 'ovn', floatingIP: FloatingIP.none() }),
        network: ClusterNetwork.fromName('tenant-internal-net', { nodeCidr: '10.3.0.0/24' }),
      });
    },
  );

  itIsLegal(
    'etcd on a disk of its own, boot volumes, and pools of old and new machines',
    ({ cluster }) => {
      const prod = cluster('chc-volumes', {
        controlPlane: {
          flavor: 'large',
          rootVolume: { sizeGiB: 100, type: 'nvme', availabilityZone: 'nova' },
          additionalBlockDevices: [BlockDevice.volume('etcd', { sizeGiB: 20, type: 'nvme' })],
          configDrive: true,
          etcd: Etcd.local({
            volume: { device: '/dev/disk/openstack/by-tag/etcd', label: 'etcd_disk' },
          }),
        },
      });
      prod.addNodePool('group-1', { flavor: 'small', replicas: 1, kubernetesVersion: '1.31.4' });
      prod.addNodePool('group-2', { flavor: 'large', autoscale: { minSize: 1, maxSize: 3 } });
    },
  );

  itIsLegal(
    'charts of a platform in every cluster',
    ({ cluster }) => {
      const prod = cluster('chc-addons');
      const repository = 'https://charts.example.org';
      for (const [chart, namespace] of [
        ['cert-manager', 'cert-manager'],
        ['ingress-nginx', 'ingress-nginx'],
        ['kube-prometheus-stack', 'monitoring-system'],
        ['node-feature-discovery', 'node-feature-discovery'],
      ] as const) {
        const source = { chart, repository, version: '1.0.0', namespace };
        prod.addAddon(Addon.helmChart(chart, source));
      }
    },
    { helm: true },
  );
});

describe('setups of the field: magnum-cluster-api', () => {
  itIsLegal(
    'labels of a template: audit, OIDC, certificates, disks and groups of servers',
    ({ cluster }) => {
      const group = { serverGroup: ServerGroup.softAntiAffinity() };
      const prod = cluster('kube-8v2mw', {
        namespace: 'magnum-system',
        sshKeyName: 'user-key',
        network: ClusterNetwork.managed({
          nodeCidr: '10.0.0.0/24',
          podCidrs: ['10.100.0.0/16'],
          serviceCidrs: ['10.254.0.0/16'],
          dnsNameservers: ['1.1.1.1'],
        }),
        cni: Cni.calico(),
        controlPlane: {
          flavor: 'large',
          certSANs: ['k8s.example.org', '198.51.100.20'],
          schedulerHints: { different_failure_domain: true },
          rootVolume: { sizeGiB: 40 },
          additionalBlockDevices: [BlockDevice.volume('etcd', { sizeGiB: 10, type: 'encrypted' })],
          etcd: Etcd.local({ volume: { device: '/dev/vdb' } }),
          audit: {
            policy: AuditPolicy.metadata(),
            log: {
              path: '/var/log/kubernetes/audit/kube-apiserver-audit.log',
              maxAgeDays: 30,
              maxBackups: 10,
              maxSizeMiB: 100,
            },
          },
          authentication: Authentication.oidc({
            issuerUrl: 'https://id.example.org/realms/k8s',
            clientId: 'kubernetes',
            usernameClaim: 'sub',
            usernamePrefix: '-',
            groupsClaim: 'groups',
          }),
          tls: {
            cipherSuites: [
              'TLS_ECDHE_ECDSA_WITH_AES_128_GCM_SHA256',
              'TLS_ECDHE_RSA_WITH_AES_128_GCM_SHA256',
              'TLS_RSA_WITH_AES_128_GCM_SHA256',
              'TLS_ECDHE_ECDSA_WITH_CHACHA20_POLY1305',
              'TLS_ECDHE_RSA_WITH_CHACHA20_POLY1305',
            ],
          },
          ...group,
        },
      });
      prod.addNodePool('default-worker', {
        flavor: 'small',
        autoscale: { minSize: 1, maxSize: 10 },
        rootVolume: { sizeGiB: 40, type: 'encrypted' },
        ...group,
      });
      prod.addNodePool('gpu-a100-preemptible', { flavor: 'large', replicas: 0, ...group });
    },
  );

  itIsLegal('an isolated cluster on a network that exists', ({ cluster }) => {
    cluster('kube-isolated', {
      network: ClusterNetwork.fromId(UUID, { subnets: [NetworkLookup.fromId(UUID)] }),
      endpoint: ApiEndpoint.managed({ floatingIP: FloatingIP.none() }),
    });
  });
});

describe('setups of the field: t8s-cluster', () => {
  itIsLegal(
    'hardened control planes with limits of events, patches and rules of security groups',
    ({ cluster }) => {
      const prod = cluster('t8s', {
        tags: ['t8s'],
        bastion: { flavor: 'small', image: MachineImage.fromName('Debian 12') },
        securityGroups: SecurityGroups.managed({
          allowAllInClusterTraffic: true,
          rules: [
            {
              name: 'node-exporter',
              scope: 'workers',
              protocol: 'tcp',
              ports: 9100,
              from: RulePeer.cidr('10.0.0.8'),
            },
          ],
        }),
        controlPlane: {
          flavor: 'large',
          bootstrap: INJECTED,
          rollout: { certificatesExpiryDays: 60 },
          admission: {
            enablePlugins: ['AlwaysPullImages', 'EventRateLimit', 'NodeRestriction'],
            configurations: {
              EventRateLimit: {
                apiVersion: 'eventratelimit.admission.k8s.io/v1alpha1',
                kind: 'Configuration',
                limits: [{ type: 'Server', qps: 5_000, burst: 10_000 }],
              },
            },
          },
          apiServerExtraArgs: { 'event-ttl': '4h', profiling: 'false' },
          controllerManagerExtraArgs: {
            ...METRICS,
            profiling: 'false',
            'authorization-always-allow-paths': '/healthz,/readyz,/livez,/metrics',
            'terminated-pod-gc-threshold': '100',
          },
          schedulerExtraArgs: { ...METRICS, profiling: 'false' },
          etcd: Etcd.local({ extraArgs: { 'listen-metrics-urls': 'http://0.0.0.0:2381' } }),
          patches: [
            KubeadmPatch.strategic('kubeletconfiguration', {
              serializeImagePulls: false,
              maxParallelImagePulls: 3,
            }),
          ],
        },
      });
      prod.addNodePool('compute-plane', {
        flavor: 'small',
        bootstrap: INJECTED,
        autoscale: { minSize: 1, maxSize: 20 },
      });
      prod.addNodePool('gpu', {
        flavor: 'large',
        replicas: 1,
        labels: { 'node.cluster.x-k8s.io/gpu': 'true' },
      });
    },
  );
});

describe('setups of the field: cluster stacks of the Sovereign Cloud Stack', () => {
  itIsLegal('etcd for slow disks, and a script that changes what kubeadm reads', ({ cluster }) => {
    cluster('scs', {
      controlPlane: {
        flavor: 'large',
        failureDomains: ['nova'],
        controllerManagerExtraArgs: {
          ...METRICS,
          'secure-port': '10257',
          profiling: 'false',
          'terminated-pod-gc-threshold': '100',
        },
        schedulerExtraArgs: { ...METRICS, 'secure-port': '10259', profiling: 'false' },
        etcd: Etcd.local({
          dataDir: '/var/lib/etcd',
          extraArgs: {
            'listen-metrics-urls': 'http://0.0.0.0:2381',
            'auto-compaction-mode': 'periodic',
            'auto-compaction-retention': '8h',
            'election-timeout': '2500',
            'heartbeat-interval': '250',
            'snapshot-count': '6400',
          },
        }),
        bootstrap: {
          files: [
            { path: '/etc/kube-proxy-config.yaml', content: 'kind: KubeProxyConfiguration\n' },
            {
              path: '/etc/kube-proxy-patch.sh',
              content: '#!/bin/sh\ncat /etc/kube-proxy-config.yaml >> /run/kubeadm/kubeadm.yaml\n',
              owner: 'root:root',
              permissions: '0755',
            },
            { path: '/run/kubeadm/gpu.sh', content: '#!/bin/sh\ntrue\n', permissions: '0755' },
          ],
          preKubeadmCommands: [
            'test ! -f /run/kubeadm/kubeadm.yaml || sh /etc/kube-proxy-patch.sh',
          ],
        },
      },
    }).addNodePool('default-worker', { flavor: 'small', serverGroup: NetworkLookup.fromId(UUID) });
  });
});

describe('setups of the field: kube-vip and others', () => {
  itIsLegal('a static pod of kube-vip that the program writes itself', ({ cluster }) => {
    cluster('own-kube-vip', {
      endpoint: ApiEndpoint.external({ host: '10.0.0.5', port: 6443 }),
      controlPlane: {
        flavor: 'large',
        ports: [{ allowedAddressPairs: [{ ipAddress: '10.0.0.5' }] }],
        bootstrap: {
          files: [
            {
              path: '/etc/kubernetes/manifests/kube-vip.yaml',
              content: 'apiVersion: v1\nkind: Pod\nmetadata: { name: kube-vip }\n',
            },
          ],
          preKubeadmCommands: ['/run/kubeadm/prepare.sh'],
        },
      },
    });
  });

  itIsLegal(
    'kube-vip on a provisioned network of two families',
    ({ cluster }) => {
      cluster('dual-stack', {
        network: ClusterNetwork.provisioned({
          nodeCidr: '10.9.0.0/24',
          nodeCidrIPv6: 'fd00:9::/64',
          podCidrs: ['10.244.0.0/16', 'fd00:244::/56'],
          serviceCidrs: ['10.96.0.0/16', 'fd00:96::/112'],
        }),
        endpoint: ApiEndpoint.virtualIp({ floatingIP: FloatingIP.none() }),
      }).addNodePool('workers', { flavor: 'small' });
    },
    { cloud: { externalNetwork: ExternalNetwork.fromName('public') } },
  );

  itIsLegal('one long name for each of a cluster, its pools and its addons', ({ cluster }) => {
    const name = 'production-europe-west-1';
    const prod = cluster(name, {
      installedOtherwise: otherwiseBut('cloud-controller-manager'),
      credentials: CloudCredentials.fromSecret('cloud-config'),
    });
    prod.addNodePool('gpu-a100-preemptible', { flavor: 'small' });
    prod.addNodePool('m'.repeat(63 - name.length - 1), { flavor: 'small' });
    prod.addNodePool('2xlarge', { flavor: 'large', failureDomains: ['nova-central-1'] });
    prod.addAddon(Addon.openStackCloudControllerManager());
  });

  itIsLegal('machines of several architectures and graphics processors', ({ cluster }) => {
    const prod = cluster('kube-mixed');
    prod.addNodePool('arm64', {
      flavor: 'small',
      image: MachineImage.fromTags('arm64'),
      labels: { 'kubernetes.io/arch': 'arm64' },
    });
    prod.addNodePool('mi300', { flavor: 'large', gpu: Gpu.amd({ count: 8 }) });
  });
});
