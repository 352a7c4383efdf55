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

/** Props of a {@link VCenter}, and where machines are made that say nothing of it. */
export interface VCenterProps<S extends string = string> extends VmPlacement {
  /**
   * Host name or address of the vCenter, without scheme and port.
   *
   * @see VSphereCluster.spec.server (infrastructure.cluster.x-k8s.io)
   */
  readonly server: string;
  /**
   * How the vCenter is told from others that say they were it.
   *
   * @see VSphereCluster.spec.thumbprint (infrastructure.cluster.x-k8s.io)
   */
  readonly certificate: VCenterCertificate;
  /** Account with which clusters are made that bring none of their own. */
  readonly identity: VSphereIdentity;
  /** Sizes of machines that clusters may use, as a vCenter has none. */
  readonly sizes: Readonly<Record<S, VmSize>>;
  /**
   * Names or inventory paths of the templates of the vCenter.
   *
   * @default - templates are not checked
   */
  readonly templates?: readonly string[];
  /**
   * Zones of the vCenter, over which control planes are spread, and which pools may name as their failure domains.
   *
   * @default - none
   */
  readonly zones?: VSphereZones;
}

/**
 * vCenter that clusters run on, with the sizes that their machines have.
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
  /** Types of what runs on the cloud; there is no value. */
  declare readonly kindOf: VSphereKind<S>;
  /** Cloud as plain data. */
  readonly model: VSphereCloudModel;
  /** What makes models of props in the words of vSphere. */
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
