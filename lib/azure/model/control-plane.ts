import type { ControlPlaneModel } from '../../cluster/model/control-plane';
import type { AzureDataDisk } from './disk';
import type { AzureMachine } from './machine';

/** Control plane on Azure VMs. */
export interface AzureControlPlane extends Omit<ControlPlaneModel, 'rootVolume'>, AzureMachine {
  /** Disk that only etcd uses; absent if etcd stores its data elsewhere. */
  readonly etcdDisk?: AzureDataDisk | undefined;
}
