import { VOLUME_CLUSTER_ID } from '../../../../../lib/vsphere/model/addon-facts';
import { GivenEndpoint } from '../../../../../lib/vsphere/model/endpoint';
import {
  NetworkDevice,
  type NetworkDeviceModel,
  type VSphereNetwork,
} from '../../../../../lib/vsphere/model/network';
import { addonModel } from '../../../../support/models';
import { portGroup, type VSphereModel, vSphereCluster } from '../../../../support/vsphere-models';
import type { RuleCase } from '../../../assembly/rule-case';
import { withSize, withVmPool } from './vsphere-case';

/** Examples of rules on clusters on vSphere. */
export const VSPHERE_CLUSTER_CASES: readonly RuleCase[] = [
  {
    rule: 'vsphere-identity-name',
    broken: vSphereCluster({ identity: { kind: 'secret', secretName: 'My Account' } }),
    sound: vSphereCluster({ identity: { kind: 'manager' } }),
    says: `mothership/demo: identity is "My Account"
  allowed: lower-case letters, digits, dashes and dots, a letter or digit at both ends
  fix: write "my-account"`,
  },
  {
    rule: 'vsphere-identity-name',
    broken: vSphereCluster({ identity: { kind: 'clusterIdentity', identityName: '' } }),
    sound: vSphereCluster({ identity: { kind: 'clusterIdentity', identityName: 'shared' } }),
    says: `mothership/demo: identity is ""
  allowed: lower-case letters, digits, dashes and dots, a letter or digit at both ends
  fix: write the name of the object`,
  },
  {
    rule: 'given-address',
    broken: virtual('api.example.org'),
    sound: virtual('10.8.0.9'),
    says: `mothership/demo: endpoint.address is "api.example.org"
  allowed: an IP address in the network of the machines
  fix: write, for example, "10.8.0.250"`,
  },
  {
    rule: 'given-address-range',
    broken: virtual('10.9.0.9'),
    sound: virtual('10.9.0.9', {}),
    says: `mothership/demo: endpoint.address is "10.9.0.9"
  allowed: an address in 10.8.0.0/24
  fix: write an unused address outside the DHCP range`,
  },
  {
    rule: 'given-address-range',
    broken: virtual('10.9.0.9', { nodeCidr: '10.8.0.0/24', nodeCidrIPv6: 'fd00:8::/64' }),
    sound: virtual('fd00:8::9', { nodeCidr: '10.8.0.0/24', nodeCidrIPv6: 'fd00:8::/64' }),
    says: `mothership/demo: endpoint.address is "10.9.0.9"
  allowed: an address in 10.8.0.0/24 or fd00:8::/64
  fix: write an unused address outside the DHCP range`,
  },
  {
    rule: 'device-address',
    broken: onDevices(),
    sound: onDevices(NetworkDevice.dhcp('lan').model),
    says: `mothership/demo: network.devices is []
  allowed: at least one device
  fix: write [NetworkDevice.dhcp('…')] with the name of a network`,
  },
  {
    rule: 'device-address',
    broken: onDevices(NetworkDevice.unconfigured('storage').model),
    sound: onDevices(NetworkDevice.dhcp('lan').model, NetworkDevice.unconfigured('storage').model),
    says: `mothership/demo: network.devices[0] is "storage"
  allowed: a first device with an address
  fix: put a device with DHCP or pools first`,
  },
  {
    rule: 'device-network',
    broken: onDevices(NetworkDevice.dhcp('').model),
    says: `mothership/demo: network.devices[0].networkName is ""
  allowed: the name or the path of a network
  fix: write, for example, "VM Network"`,
  },
  {
    rule: 'device-network',
    broken: withVmPool({ devices: [NetworkDevice.dhcp(' ').model] }),
    sound: withVmPool({ devices: [NetworkDevice.dhcp('lan').model] }),
    says: `mothership/demo/workers: devices[0].networkName is " "
  allowed: the name or the path of a network
  fix: write, for example, "VM Network"`,
  },
  {
    rule: 'device-pools',
    broken: onDevices(NetworkDevice.fromPools('lan', []).model),
    sound: onDevices(NetworkDevice.fromPools('lan', [{ name: 'nodes' }]).model),
    says: `mothership/demo: network.devices[0].pools is []
  allowed: at least one pool
  fix: name a pool, or use NetworkDevice.dhcp(…)`,
  },
  {
    rule: 'device-pools',
    broken: onDevices(
      NetworkDevice.fromPools('lan', [{ name: 'My Nodes', kind: '', apiGroup: 'Ipam' }]).model,
    ),
    says: `mothership/demo: network.devices[0].pools[0].name is "My Nodes"
  allowed: lower-case letters, digits, dashes and dots, a letter or digit at both ends
  fix: write the name of the pool
mothership/demo: network.devices[0].pools[0].apiGroup is "Ipam"
  allowed: lower-case letters, digits, dashes and dots, a letter or digit at both ends
  fix: leave it out
mothership/demo: network.devices[0].pools[0].kind is ""
  allowed: the kind of a pool, such as "InClusterIPPool" or "GlobalInClusterIPPool"
  fix: leave it out`,
  },
  {
    rule: 'device-nameservers',
    broken: onDevices(NetworkDevice.dhcp('lan', { nameservers: ['dns.example.org'] }).model),
    sound: onDevices(NetworkDevice.dhcp('lan', { nameservers: ['10.0.0.1', 'fd00::1'] }).model),
    says: `mothership/demo: network.devices[0].nameservers is "dns.example.org"
  allowed: an IP address
  fix: leave it out, or write its IP address`,
  },
  {
    rule: 'device-nameservers',
    broken: onDevices(
      NetworkDevice.dhcp('lan', { nameservers: ['10.0.0.1', '10.0.0.2', '10.0.0.3', '10.0.0.4'] })
        .model,
    ),
    says: `mothership/demo: network.devices[0].nameservers is ["10.0.0.1","10.0.0.2","10.0.0.3","10.0.0.4"]
  allowed: at most 3
  fix: write ["10.0.0.1", "10.0.0.2", "10.0.0.3"]`,
  },
  {
    rule: 'device-mtu',
    broken: onDevices(NetworkDevice.dhcp('lan', { mtu: 90 }).model),
    sound: onDevices(NetworkDevice.dhcp('lan', { mtu: 9000 }).model),
    says: `mothership/demo: network.devices[0].mtu is 90
  allowed: an integer from 576 to 9000
  fix: leave it out`,
  },
  {
    rule: 'vm-control-plane-memory',
    broken: withSize({ memory: '1Gi' }),
    sound: withSize({ memory: '2Gi' }),
    says: `mothership/demo/control-plane: size is "small"
  allowed: a size with at least 1700Mi of memory; this one has 1Gi
  fix: use a larger size`,
  },
  {
    rule: 'volume-cluster-id',
    broken: storing('x'.repeat(65)),
    sound: storing('x'.repeat(64)),
    says: `mothership/demo/hello: clusterId is "xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx"
  allowed: 1 to 64 characters, unique among the clusters of the vCenter
  fix: set clusterId to a shorter text of your own, which must never change`,
  },
  {
    rule: 'volume-cluster-id',
    broken: storing(''),
    says: `mothership/demo/hello: clusterId is ""
  allowed: 1 to 64 characters, unique among the clusters of the vCenter
  fix: set clusterId to a shorter text of your own, which must never change`,
  },
];

/** Cluster with an address that kube-vip holds, on a network of some ranges. */
function virtual(
  address: string,
  ranges: Pick<VSphereNetwork, 'nodeCidr' | 'nodeCidrIPv6'> = { nodeCidr: '10.8.0.0/24' },
): VSphereModel {
  const { devices } = portGroup();
  const endpoint = GivenEndpoint.virtualIp({ address }).model;
  return vSphereCluster({ endpoint, network: { kind: 'adopted', devices, ...ranges } });
}

function onDevices(...devices: readonly NetworkDeviceModel[]): VSphereModel {
  return vSphereCluster({ network: portGroup({ devices }) });
}

function storing(id: string): VSphereModel {
  return vSphereCluster({ addons: [addonModel({ facts: VOLUME_CLUSTER_ID.is(id) })] });
}
