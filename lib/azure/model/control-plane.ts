import type { ControlPlaneModel } from '../../cluster/model/control-plane';
import type { AzureDataDisk } from './disk';
import type { AzureMachine } from './machine';

/** Control plane on virtual machines of Azure. */
export interface AzureControlPlane extends Omit<ControlPlaneModel, 'rootVolume'>, AzureMachine {
  /** Disk that etcd alone uses; absent where it is elsewhere. */
  readonly etcdDisk?: AzureDataDisk | undefined;
}
