import { Construct } from 'constructs';
import { peerRange } from '../../lib/base/cidr';
import type {
  ExternalNetwork,
  Flavor,
  ImageUpload,
  OpenStackCloudModel,
} from '../../lib/openstack/model/cloud';
import type { CloudCredentials } from '../../lib/openstack/model/credentials';
import type { ProvisionedNetworkModel } from '../../lib/openstack/model/provisioned-network';
import type { CloudModeller, ICloud } from '../cloud';
import { constructInput } from '../construct-input';
import type { OpenStackKind } from './open-stack-kind';
import { OpenStackModeller } from './open-stack-modeller';

/** Props of an {@link OpenStackCloud}. */
export interface OpenStackCloudProps<F extends string = string> {
  /** Credentials of clusters without their own. */
  readonly credentials: CloudCredentials;
  /**
   * External network of routers and floating IPs.
   *
   * @default - the only external network of the cloud
   * @see OpenStackCluster.spec.externalNetwork (infrastructure.cluster.x-k8s.io)
   */
  readonly externalNetwork?: ExternalNetwork;
  /** Flavors that clusters may use, with their sizes in the cloud. */
  readonly flavors: Readonly<Record<F, Flavor>>;
  /**
   * Names of the images in the cloud.
   *
   * @default - images are not checked
   */
  readonly images?: readonly string[];
  /**
   * Nova availability zones of the cloud.
   *
   * @default - failure domains are not checked
   */
  readonly failureDomains?: readonly string[];
  /**
   * Public keys of the Nova key pairs that `pulumi up` creates, by name.
   *
   * @default - key pairs exist already
   */
  readonly keyPairs?: Readonly<Record<string, string>>;
  /**
   * Images that `pulumi up` uploads to Glance, by name.
   *
   * @default - images exist already
   */
  readonly imageUploads?: Readonly<Record<string, ImageUpload>>;
  /**
   * Designate zone, such as `k8s.example.org`, in which endpoints get their names.
   *
   * @default - endpoints get no names
   */
  readonly dnsZone?: string;
  /**
   * URL of Keystone for application credentials that `pulumi up` creates.
   *
   * @default - the public URL of the service catalog
   */
  readonly authUrl?: string;
  /**
   * Region for application credentials that `pulumi up` creates.
   *
   * @default - the cloud's only region
   */
  readonly region?: string;
  /**
   * Certificates of the certificate authority (CA) that signed the cloud's endpoints, in PEM.
   *
   * The provider reads them only from the key `cacert` of the Secret with `clouds.yaml`. The key is set if this library
   * or Pulumi writes the Secret, also with External Secrets and Sealed Secrets. An existing Secret, as with
   * `CloudCredentials.fromSecret`, must contain it, and so must a file that SOPS encrypted.
   *
   * @default - publicly trusted CAs
   */
  readonly caCertificate?: string;
  /**
   * Octavia driver, such as `ovn`, of API server load balancers without a driver of their own.
   *
   * @default - the cloud's default driver; whether it has access lists, as `amphora` does, is unknown
   */
  readonly loadBalancerProvider?: string;
  /**
   * IPv4 CIDRs and addresses from which the management cluster reaches addresses of the cloud.
   *
   * The `allowedCidrs` of an endpoint must contain them.
   *
   * @default - the `egressCidrs` of the management cluster
   */
  readonly managementEgressCidrs?: readonly string[];
}

/**
 * OpenStack cloud, or one project in it, that clusters run on.
 *
 * It renders no manifests of its own: clusters take their identity reference, external network and capacities from it,
 * and the names that they use are checked against it. `pulumi up` creates key pairs, images and shared networks.
 */
export class OpenStackCloud<F extends string = string>
  extends Construct
  implements ICloud<OpenStackKind<F>>
{
  /** Types of what runs on the cloud; it has no value. */
  declare readonly kindOf: OpenStackKind<F>;
  /** Flavors that clusters may use. */
  readonly flavors: Readonly<Record<F, Flavor>>;
  /** Cloud as plain data. */
  readonly model: OpenStackCloudModel;
  /** Modeller of OpenStack props. */
  readonly modeller: CloudModeller<OpenStackKind<F>> = new OpenStackModeller(() => this.model);
  private readonly networks: ProvisionedNetworkModel[] = [];

  constructor(scope: Construct, id: string, props: OpenStackCloudProps<F>) {
    const input = constructInput('OpenStackCloud', { scope, id, props });
    super(input.parent, input.id);
    const { credentials, externalNetwork, flavors, managementEgressCidrs, ...rest } = input.props;
    this.flavors = flavors;

    this.model = {
      kind: 'openstack',
      path: this.node.path,
      name: this.node.id,
      credentials: credentials.model,
      ...(externalNetwork === undefined ? {} : { externalNetwork: externalNetwork.model }),
      sizes: flavors,
      ...(managementEgressCidrs && {
        managementEgressCidrs: managementEgressCidrs.map(peerRange),
      }),
      ...rest,
    };
  }

  /** Networks that several clusters of the cloud share. */
  get sharedNetworks(): readonly ProvisionedNetworkModel[] {
    return this.networks;
  }

  /** Adds a network to provision; called by {@link SharedNetwork}. */
  addSharedNetwork(network: ProvisionedNetworkModel): void {
    this.networks.push(network);
  }
}
