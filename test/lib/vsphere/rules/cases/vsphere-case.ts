import type { VmSizeModel, VSphereCloudModel } from '../../../../../lib/vsphere/model/cloud';
import type { VSphereZone } from '../../../../../lib/vsphere/model/zones';
import {
  type VSphereModel,
  vCenterModel,
  vmPool,
  vSphereCluster,
  ZONE,
} from '../../../../support/vsphere-models';

/** Cluster `demo` on a vCenter with some props of its own. */
export function onVCenter(
  cloud: Partial<VSphereCloudModel>,
  rest: Partial<VSphereModel> = {},
): VSphereModel {
  return vSphereCluster({ cloud: vCenterModel(cloud), ...rest });
}

/** Cluster `demo` on vSphere with some props of its pool. */
export function withVmPool(
  pool: Partial<VSphereModel['pools'][number]>,
  rest: Partial<VSphereModel> = {},
): VSphereModel {
  return vSphereCluster({ pools: [vmPool(pool)], ...rest });
}

/** Cluster `demo` on a vCenter whose size of machines has some props of its own. */
export function withSize(size: Partial<VmSizeModel>): VSphereModel {
  return onVCenter({ sizes: { small: { cpus: 2, memory: '8Gi', disk: '40Gi', ...size } } });
}

/** Cluster `demo` on a vCenter with one zone, which has some props of its own. */
export function withZone(zone: Partial<VSphereZone>, name = 'eu-1'): VSphereModel {
  return onVCenter({ zones: { kind: 'written', zones: { [name]: { ...ZONE, ...zone } } } });
}
