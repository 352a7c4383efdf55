import { compact, type Fields, sorted } from '../../base/fields';
import type {
  CloudInit,
  Ignition,
  RootVolume,
  TemplateSpec,
} from '../../schema/generated/aws-v1beta2.shapes.generated';
import type { AwsMachine, UserDataStore } from '../model/machine';
import type { AwsPool } from '../model/node-pool';
import type { SpotModel } from '../model/preemptible';
import type { DataVolume, EbsVolume } from '../model/volume';

/** Ignition version that the kubeadm bootstrap provider writes, and the infrastructure provider for its bucket reference. */
const IGNITION: Ignition = Object.freeze({ version: '2.3' });

/** Data of the instances of a control plane or pool, without the names of pools and clusters. */
export interface AwsMachineData
  extends Pick<
    AwsMachine,
    | 'size'
    | 'image'
    | 'sshKeyName'
    | 'rootVolume'
    | 'dataVolumes'
    | 'instanceProfile'
    | 'instanceMetadata'
    | 'securityGroups'
    | 'subnet'
    | 'publicIp'
    | 'tags'
    | 'placementGroup'
    | 'dedicated'
    | 'capacityReservation'
    | 'efa'
    | 'userDataStore'
    | 'ignition'
  > {
  /** Spot options; undefined for on-demand instances. */
  readonly spot: SpotModel | undefined;
}

/** Returns the data of the instances of a control plane or pool. */
export function machineData(machine: AwsMachine & Pick<AwsPool, 'preemptible'>): AwsMachineData {
  return {
    size: machine.size,
    image: machine.image,
    sshKeyName: machine.sshKeyName,
    rootVolume: machine.rootVolume,
    dataVolumes: machine.dataVolumes,
    instanceProfile: machine.instanceProfile,
    instanceMetadata: machine.instanceMetadata,
    securityGroups: machine.securityGroups,
    subnet: machine.subnet,
    publicIp: machine.publicIp,
    tags: machine.tags,
    placementGroup: machine.placementGroup,
    dedicated: machine.dedicated,
    capacityReservation: machine.capacityReservation,
    efa: machine.efa,
    userDataStore: machine.userDataStore,
    ignition: machine.ignition,
    spot: machine.preemptible,
  };
}

/** Renders the spec of the machine template. */
export function machineSpec(data: AwsMachineData): Fields {
  const { instanceMetadata, placementGroup, capacityReservation: reservation, dedicated } = data;
  return {
    ...compact({
      instanceType: data.size,
      ...imageFields(data),
      iamInstanceProfile: data.instanceProfile,
      rootVolume: data.rootVolume && volume(data.rootVolume),
      nonRootVolumes: data.dataVolumes?.map(dataVolume),
      instanceMetadataOptions: {
        httpTokens: instanceMetadata.tokens,
        httpPutResponseHopLimit: instanceMetadata.hopLimit,
      },
      additionalSecurityGroups: data.securityGroups,
      subnet: data.subnet,
      publicIP: data.publicIp,
      additionalTags: sorted(data.tags),
      placementGroupName: placementGroup?.name,
      placementGroupPartition: placementGroup?.partition,
      tenancy: dedicated === true ? 'dedicated' : undefined,
      capacityReservationId: reservation?.id,
      marketType: marketType(data),
      spotMarketOptions: data.spot && compact({ maxPrice: data.spot.maxPrice }),
      networkInterfaceType: data.efa === true ? 'efa' : undefined,
      cloudInit: data.ignition === true ? undefined : cloudInit(data.userDataStore),
      ignition: data.ignition === true ? IGNITION : undefined,
    } satisfies Partial<TemplateSpec>),
    // If unset, the provider uses the key pair `default`, which may not exist. Empty means no key pair.
    sshKeyName: data.sshKeyName ?? '',
  };
}

function imageFields({ image }: AwsMachineData): Partial<TemplateSpec> {
  if (image.kind === 'id') return { ami: { id: image.id } };
  const { org, baseOs, format } = image;
  return {
    imageLookupOrg: org,
    imageLookupBaseOS: baseOs,
    imageLookupFormat: format,
  };
}

function volume({ sizeGiB, ...rest }: EbsVolume): RootVolume {
  return { size: sizeGiB, ...compact(rest) };
}

function dataVolume({ deviceName, ...rest }: DataVolume): RootVolume {
  return { deviceName, ...volume(rest) };
}

function marketType({ spot, capacityReservation }: AwsMachineData): TemplateSpec['marketType'] {
  if (capacityReservation?.capacityBlock === true) return 'CapacityBlock';
  return spot === undefined ? undefined : 'Spot';
}

function cloudInit(store: UserDataStore | undefined): CloudInit | undefined {
  if (store === undefined) return undefined;
  return store === 'user-data'
    ? { insecureSkipSecretsManager: true }
    : { secureSecretsBackend: store };
}
