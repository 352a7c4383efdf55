import {
  GivenEndpoint,
  NetworkDevice,
  PciDevice,
  PowerOff,
  type VmSize,
} from '../../../constructs/index';
import { type VSphereProgram, vSphereProgram } from '../../support/vsphere';
import type { ZeroProgram, ZeroRow } from '../assembly/zero-rows';

const DISK = { name: 'data', sizeGiB: 0 };
const ADDRESS = '10.8.0.250';

/** Numbers of clusters on vSphere, and what becomes of zero. */
export const VSPHERE_ZERO_ROWS: Readonly<Record<string, ZeroRow>> = {
  'VmSize.cpus': { ...sized({ cpus: 0 }), refused: 'vm-size-cpus' },
  'VmSize.coresPerSocket': { ...sized({ coresPerSocket: 0 }), lands: /"numCoresPerSocket":0/ },
  'PassthroughOptions.vendorId': {
    ...sized({ pciDevices: [PciDevice.passthrough({ vendorId: 0, deviceId: 1 })] }),
    lands: /"vendorId":0/,
  },
  'PassthroughOptions.deviceId': {
    ...sized({ pciDevices: [PciDevice.passthrough({ vendorId: 1, deviceId: 0 })] }),
    lands: /"deviceId":0/,
  },
  'NetworkDeviceOptions.mtu': {
    ...on({ pool: { devices: [NetworkDevice.dhcp('vlan-120', { mtu: 0 })] } }),
    refused: 'device-mtu',
  },
  'NetworkDevice.unconfigured(options).mtu': { elsewhere: 'NetworkDeviceOptions' },
  'DhcpOptions.mtu': { elsewhere: 'NetworkDeviceOptions' },
  'DataDisk.sizeGiB': { ...on({ pool: { dataDisks: [DISK] } }), refused: 'vm-data-disk' },
  'NodePoolProps.diskGiB': { ...on({ pool: { diskGiB: 0 } }), refused: 'vm-disk-size' },
  'ControlPlaneProps.diskGiB': { elsewhere: 'the same prop of pools' },
  'TrySoftOptions.timeoutSeconds': {
    ...on({ pool: { powerOff: PowerOff.trySoft({ timeoutSeconds: 0 }) } }),
    refused: 'vm-power-off-timeout',
  },
  'GivenVirtualIpOptions.arpIntervalMilliseconds': {
    ...on({
      cluster: {
        endpoint: GivenEndpoint.virtualIp({ address: ADDRESS, arpIntervalMilliseconds: 0 }),
      },
    }),
    refused: 'virtual-ip-arp-interval',
  },
  'GivenExternalOptions.port': {
    ...on({ cluster: { endpoint: GivenEndpoint.external({ host: 'api.example.org', port: 0 }) } }),
    refused: 'endpoint-port',
  },
};

function sized(size: Partial<VmSize>): ZeroProgram {
  const small = { cpus: 2, memory: '8Gi', disk: '40Gi', ...size };
  return on({ cloud: { sizes: { large: { cpus: 4, memory: '16Gi', disk: '80Gi' }, small } } });
}

function on(program: VSphereProgram): ZeroProgram {
  return {
    releases: ['1.13', '1.14'],
    on: {
      kind: 'vsphere',
      cluster: (management, scope) => vSphereProgram(management, scope, program),
    },
  };
}
