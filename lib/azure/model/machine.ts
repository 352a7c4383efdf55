import type { MachineModel } from '../../cluster/model/machine';
import type { AzureBootDiagnosticsModel } from './boot-diagnostics';
import type { AzureDataDisk, AzureOsDisk } from './disk';
import type { AzureImageModel } from './image';
import type { AzureMachineIdentityModel } from './machine-identity';
import type { AzureSecurityProfile } from './security-profile';

/** Virtual machines of Azure as machines of a cluster. */
export interface AzureMachine extends MachineModel {
  /** Name of the size. */
  readonly size: string;
  /** Disk to boot from, in place of the image's own. */
  readonly rootVolume?: AzureOsDisk | undefined;
  /** Disks besides; absent for none. */
  readonly dataDisks?: readonly AzureDataDisk[] | undefined;
  /** Image that the machine boots from. */
  readonly image: AzureImageModel;
  /** Public key that may log in by SSH, as a line of `authorized_keys`; absent for nobody's. */
  readonly sshPublicKey?: string | undefined;
  /** Whose rights in Azure what runs on the machine has. */
  readonly identity: AzureMachineIdentityModel;
  /** Name of the subnet; absent for the first of the machine's role. */
  readonly subnet?: string | undefined;
  /** Whether the network interface goes past the host; absent where the size decides. */
  readonly acceleratedNetworking?: boolean | undefined;
  /** Whether machines get a public address; absent for not. */
  readonly publicIp?: boolean | undefined;
  /** Whether the network interface takes packets that are not for its own address; absent for not. */
  readonly ipForwarding?: boolean | undefined;
  /** Addresses of name servers; empty for those of the network. */
  readonly dnsServers: readonly string[];
  /** Tags of the machine and what belongs to it. */
  readonly tags: Readonly<Record<string, string>>;
  /** Protection from the start on; absent for that of the image. */
  readonly securityProfile?: AzureSecurityProfile | undefined;
  /** Whether volumes of the kind UltraSSD may be attached; absent where the data disks decide. */
  readonly ultraSsd?: boolean | undefined;
  /** Where what the machine prints as it boots is kept; absent for Azure's own account. */
  readonly bootDiagnostics?: AzureBootDiagnosticsModel | undefined;
  /** Group of capacity that was reserved; absent for none. */
  readonly capacityReservationGroupId?: string | undefined;
}
