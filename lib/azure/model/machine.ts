import type { MachineModel } from '../../cluster/model/machine';
import type { AzureBootDiagnosticsModel } from './boot-diagnostics';
import type { AzureDataDisk, AzureOsDisk } from './disk';
import type { AzureImageModel } from './image';
import type { AzureMachineIdentityModel } from './machine-identity';
import type { AzureSecurityProfile } from './security-profile';

/** Machines of a cluster on Azure VMs. */
export interface AzureMachine extends MachineModel {
  /** Name of the VM size. */
  readonly size: string;
  /** OS disk; absent for the image's own. */
  readonly rootVolume?: AzureOsDisk | undefined;
  /** Data disks, if any. */
  readonly dataDisks?: readonly AzureDataDisk[] | undefined;
  /** Image that the machine boots from. */
  readonly image: AzureImageModel;
  /** Public key for SSH login, as a line of `authorized_keys`; absent for no login. */
  readonly sshPublicKey?: string | undefined;
  /** Identity of workloads on the machine in Azure. */
  readonly identity: AzureMachineIdentityModel;
  /** Name of the subnet; absent for the first one with the machine's role. */
  readonly subnet?: string | undefined;
  /** Whether accelerated networking is enabled; absent if the VM size decides. */
  readonly acceleratedNetworking?: boolean | undefined;
  /** Whether machines get a public IP; absent means false. */
  readonly publicIp?: boolean | undefined;
  /** Whether the network interface accepts packets for other addresses; absent means false. */
  readonly ipForwarding?: boolean | undefined;
  /** Addresses of DNS servers; empty for those of the network. */
  readonly dnsServers: readonly string[];
  /** Tags of the machine and its resources. */
  readonly tags: Readonly<Record<string, string>>;
  /** Security profile; absent for that of the image. */
  readonly securityProfile?: AzureSecurityProfile | undefined;
  /** Whether Ultra disks can be attached; absent if the data disks decide. */
  readonly ultraSsd?: boolean | undefined;
  /** Storage of boot diagnostics; absent for the account managed by Azure. */
  readonly bootDiagnostics?: AzureBootDiagnosticsModel | undefined;
  /** Capacity reservation group, if any. */
  readonly capacityReservationGroupId?: string | undefined;
}
