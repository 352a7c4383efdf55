import { Construct } from 'constructs';
import { attempt } from '../../lib/base/incomplete';
import type { VCenterCertificate } from '../../lib/vsphere/model/certificate';
import type {
  VmPlacement,
  VmSize,
  VmSizeModel,
  VSphereCloudModel,
} from '../../lib/vsphere/model/cloud';
import type { VSphereIdentity } from '../../lib/vsphere/model/identity';
import type { VSphereZones } from '../../lib/vsphere/model/zones';
import type { CloudModeller, ICloud } from '../cloud';
import { constructInput } from '../construct-input';
import type { VSphereKind } from './vsphere-kind';
import { placementModel, VSphereModeller } from './vsphere-modeller';

/** Props of a {@link VCenter}, including the default placement of machines. */
export interface VCenterProps<S extends string = string> extends VmPlacement {
  /**
   * Host name or IP address of the vCenter, without scheme and port.
   *
   * @see VSphereCluster.spec.server (infrastructure.cluster.x-k8s.io)
   */
  readonly server: string;
  /**
   * How the certificate of the vCenter is verified.
   *
   * @see VSphereCluster.spec.thumbprint (infrastructure.cluster.x-k8s.io)
   */
  readonly certificate: VCenterCertificate;
  /** Account of clusters that do not set their own. */
  readonly identity: VSphereIdentity;
  /** Machine sizes that clusters can use, because a vCenter has none. */
  readonly sizes: Readonly<Record<S, VmSize>>;
  /**
   * Names or inventory paths of the templates of the vCenter.
   *
   * @default - templates are not checked
   */
  readonly templates?: readonly string[];
  /**
   * Zones of the vCenter that control planes are spread over and that pools can name as failure domains.
   *
   * @default - no zones
   */
  readonly zones?: VSphereZones;
}

/**
 * vCenter that clusters run on, with the sizes of their machines.
 *
 * ```ts
 * const vcenter = new VCenter(fleet, 'vcenter', {
 *   server: 'vcenter.example.org',
 *   certificate: VCenterCertificate.thumbprint('DC:FA:…'),
 *   identity: VSphereIdentity.fromSecret('plant-vcenter'),
 *   datacenter: 'dc-1',
 *   sizes: { small: { cpus: 2, memory: '8Gi', disk: '40Gi' } },
 * });
 * ```
 */
export class VCenter<S extends string = string>
  extends Construct
  implements ICloud<VSphereKind<S>>
{
  /** Types of the constructs on this cloud; exists only for type inference. */
  declare readonly kindOf: VSphereKind<S>;
  /** Cloud as plain data. */
  readonly model: VSphereCloudModel;
  /** Converts vSphere props to models. */
  readonly modeller: CloudModeller<VSphereKind<S>> = new VSphereModeller(() => this.model);

  constructor(scope: Construct, id: string, props: VCenterProps<S>) {
    const input = constructInput('VCenter', { scope, id, props });
    super(input.parent, input.id);
    const { server, certificate, identity, sizes, templates, zones } = input.props;
    const thumbprint = attempt(() => thumbprintOf(certificate));
    this.model = {
      kind: 'vsphere',
      path: this.node.path,
      name: this.node.id,
      server,
      ...(thumbprint === undefined ? {} : { thumbprint }),
      identity: attempt(() => identity.model),
      sizes: attempt(() => sizeModels(sizes)),
      placement: placementModel(input.props),
      ...(templates && { templates }),
      ...(zones && { zones: zones.model }),
    };
  }
}

function thumbprintOf({ model }: VCenterCertificate): string | undefined {
  return model.kind === 'thumbprint' ? model.thumbprint : undefined;
}

function sizeModels(
  sizes: Readonly<Record<string, VmSize>>,
): Readonly<Record<string, VmSizeModel>> {
  const entries = Object.entries(sizes).map(([name, { pciDevices, ...size }]) => [
    name,
    pciDevices === undefined
      ? size
      : { ...size, pciDevices: pciDevices.map((device) => device.model) },
  ]);
  return Object.fromEntries(entries);
}
