import { Duration } from 'cdk8s';
import {
  Addon,
  ApiEndpoint,
  BlockDevice,
  CloudCredentials,
  ClusterNetwork,
  ExternalNetwork,
  FloatingIP,
  MachineFormat,
  MachineImage,
  NetworkLookup,
  RulePeer,
  SecurityGroups,
} from '../../constructs/index';
import { itIsLegal } from '../support/field-setup';
import { otherwiseBut } from '../support/fleets';

const UUID = 'e63ca1a0-f69d-4fbf-b306-310857b1afe5';
const SYSEXT = {
  storage: {
    links: [
      {
        path: '/etc/extensions/kubernetes.raw',
        hard: false,
        target: '/opt/extensions/kubernetes/kubernetes-v1.32.4-x86-64.raw',
      },
    ],
    files: [
      {
        path: '/etc/sysupdate.d/noop.conf',
        mode: 0o644,
        contents: { remote: { url: 'https://extensions.example.org/noop.conf' } },
      },
      {
        path: '/opt/extensions/kubernetes/kubernetes-v1.32.4-x86-64.raw',
        contents: { remote: { url: 'https://extensions.example.org/kubernetes.raw' } },
      },
    ],
  },
  systemd: {
    units: [
      {
        name: 'systemd-sysupdate.service',
        dropins: [
          {
            name: 'kubernetes.conf',
            contents:
              '[Service]\nExecStartPre=/usr/lib/systemd/systemd-sysupdate -C kubernetes update\n',
          },
        ],
      },
      { name: 'update-engine.service', mask: true },
      { name: 'locksmithd.service', mask: true },
      { name: 'systemd-sysupdate.timer', enabled: false },
      { name: 'coreos-metadata-sshkeys@.service', enabled: true },
    ],
  },
};

describe('setups of the field: templates and end-to-end tests of the OpenStack provider', () => {
  itIsLegal('one pool in the zone nova behind a load balancer', ({ cluster }) => {
    cluster('capo-demo', {
      sshKeyName: 'default',
      network: ClusterNetwork.managed({
        nodeCidr: '10.6.0.0/24',
        podCidrs: ['192.168.0.0/16'],
        dnsNameservers: ['8.8.8.8'],
      }),
      controlPlane: { flavor: 'large', replicas: 1 },
    }).addNodePool('md-0', { flavor: 'small', replicas: 1, failureDomain: 'nova' });
  });

  itIsLegal(
    'no load balancer: the only machine of the control plane has the address',
    ({ cluster }) => {
      cluster('without-lb', {
        endpoint: ApiEndpoint.machine({ floatingIP: FloatingIP.ephemeral() }),
        controlPlane: { flavor: 'large', replicas: 1 },
      }).addNodePool('md-0', { flavor: 'small' });
    },
    { cloud: { externalNetwork: ExternalNetwork.fromId(UUID) } },
  );

  itIsLegal('Flatcar with Ignition, and Kubernetes from a system extension', ({ cluster }) => {
    cluster('flatcar-sysext', {
      sshKeyName: 'core',
      bootstrap: { format: MachineFormat.ignition({ containerLinuxConfig: SYSEXT }) },
      controlPlane: { flavor: 'large' },
    }).addNodePool('md-0', { flavor: 'small', replicas: 2 });
  });

  itIsLegal('a bastion with the key pair of the cluster and tags', ({ cluster }) => {
    cluster('with-tags', {
      sshKeyName: 'default',
      tags: ['clusterTag'],
      bastion: { flavor: 'small', image: MachineImage.fromName('cirros'), tags: ['bastionTag'] },
      controlPlane: { flavor: 'large', tags: ['machineTag'] },
    }).addNodePool('md-0', { flavor: 'small', tags: ['machineTag'] });
  });

  itIsLegal('a bastion without a key pair, whose image knows its users', ({ cluster }) => {
    cluster('bastion', {
      bastion: { flavor: 'small', image: MachineImage.fromId(UUID) },
      securityGroups: SecurityGroups.managed({
        rules: [{ name: 'ssh', protocol: 'tcp', ports: 22, from: RulePeer.cidr('198.51.100.7') }],
      }),
      endpoint: ApiEndpoint.managed({ allowedCidrs: ['192.168.0.0/16', '198.51.100.7'] }),
      controlPlane: { flavor: 'large' },
    });
  });

  itIsLegal(
    'machines in two zones with volumes that follow them, and local disks',
    ({ cluster }) => {
      const disks = [
        BlockDevice.volume('extravol', { sizeGiB: 1, availabilityZone: 'machine' }),
        BlockDevice.local('etcd', { sizeGiB: 1 }),
      ];
      const rootVolume = { sizeGiB: 25, availabilityZone: 'machine' } as const;
      const prod = cluster('multi-az', {
        controlPlane: {
          flavor: 'large',
          failureDomains: ['nova', 'alternate'],
          rootVolume,
          additionalBlockDevices: disks,
        },
      });
      prod.addNodePool('md-0', {
        flavor: 'small',
        failureDomain: 'alternate',
        rootVolume: { sizeGiB: 25, type: 'fast', availabilityZone: 'nova' },
      });
    },
  );

  itIsLegal('two more networks beside that of the cluster', ({ cluster }) => {
    const ports = [
      { description: 'primary' },
      { description: 'Extra Network 1', network: NetworkLookup.fromId(UUID) },
      { description: 'Extra Network 2', network: NetworkLookup.fromName('storage') },
    ];
    cluster('multi-network', { controlPlane: { flavor: 'large', ports } }).addNodePool('md-0', {
      flavor: 'small',
      ports,
    });
  });

  itIsLegal(
    'a health monitor of the load balancer with slow probes',
    ({ cluster }) => {
      cluster('health-monitor', {
        endpoint: ApiEndpoint.managed({
          monitor: { delaySeconds: 15, timeoutSeconds: 10, maxRetries: 3, maxRetriesDown: 2 },
        }),
      });
    },
    {
      versions: [
        ['1.13', '0.14'],
        ['1.14', '0.14'],
      ],
    },
  );

  itIsLegal('health checks that replace every broken machine within seconds', ({ cluster }) => {
    const check = {
      maxUnhealthy: '100%',
      unhealthyConditions: [
        { type: 'e2e.remediation.condition', status: 'False', timeout: Duration.seconds(10) },
      ],
    } as const;
    cluster('remediation', {
      controlPlane: { flavor: 'large', healthCheck: check },
    }).addNodePool('md-0', { flavor: 'small', healthCheck: check });
  });

  itIsLegal(
    'credentials of an identity that several namespaces share',
    ({ cluster }) => {
      cluster('cluster-identity', {
        credentials: CloudCredentials.fromClusterIdentity('capo-demo-cluster-identity'),
      });
    },
    {
      versions: [
        ['1.13', '0.14'],
        ['1.14', '0.14'],
      ],
    },
  );

  itIsLegal(
    'an adopted network and router, and an endpoint in it without a floating address',
    ({ cluster }) => {
      cluster('adopted', {
        network: ClusterNetwork.fromId(UUID, {
          subnets: [NetworkLookup.fromName('capi')],
          router: NetworkLookup.fromName('edge'),
          nodeCidr: '10.20.0.0/22',
        }),
        endpoint: ApiEndpoint.managed({ floatingIP: FloatingIP.none(), provider: 'ovn' }),
      });
    },
  );

  itIsLegal(
    'autoscaled pools from zero, with the autoscaler in the management cluster',
    ({ cluster }) => {
      const installedOtherwise = otherwiseBut('cloud-controller-manager', 'cluster-autoscaler');
      const prod = cluster('autoscale', { installedOtherwise });
      prod.addNodePool('md-0', { flavor: 'small', autoscale: { minSize: 0, maxSize: 2 } });
      prod.addAddon(Addon.openStackCloudControllerManager());
      prod.addAddon(Addon.clusterAutoscaler());
    },
  );
});
