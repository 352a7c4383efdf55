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
  /** Credentials of clusters that bring none of their own. */
  readonly credentials: CloudCredentials;
  /**
   * External network of routers and floating addresses.
   *
   * @default - the only external network of the cloud
   * @see OpenStackCluster.spec.externalNetwork (infrastructure.cluster.x-k8s.io)
   */
  readonly externalNetwork?: ExternalNetwork;
  /** Flavors that clusters may use, with the sizes that the cloud gives them. */
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
   * Public keys by the names of the Nova key pairs that `pulumi up` makes.
   *
   * @default - key pairs exist already
   */
  readonly keyPairs?: Readonly<Record<string, string>>;
  /**
   * Images by name that `pulumi up` brings into Glance.
   *
   * @default - images exist already
   */
  readonly imageUploads?: Readonly<Record<string, ImageUpload>>;
  /**
   * Zone of Designate, such as `k8s.example.org`, in which endpoints get their names.
   *
   * @default - endpoints get no names
   */
  readonly dnsZone?: string;
  /**
   * URL of Keystone for application credentials that `pulumi up` makes.
   *
   * @default - the public URL of the service catalog
   */
  readonly authUrl?: string;
  /**
   * Region for application credentials that `pulumi up` makes.
   *
   * @default - the cloud's only region
   */
  readonly region?: string;
  /**
   * Certificates of the authority that signed the cloud's endpoints, in PEM.
   *
   * The provider reads them from the key `cacert` of the Secret that holds `clouds.yaml`, and from nowhere else. It is
   * filled in where this library or Pulumi writes the Secret, by External Secrets and Sealed Secrets too. A Secret that
   * exists, as that of `CloudCredentials.fromSecret`, must hold it, and so must a file that SOPS encrypted.
   *
   * @default - authorities that are known everywhere
   */
  readonly caCertificate?: string;
  /**
   * Octavia driver, such as `ovn`, of load balancers of API servers that name none.
   *
   * @default - the cloud's default driver, which is not known to have the access lists of `amphora`, or to lack them
   */
  readonly loadBalancerProvider?: string;
  /**
   * IPv4 ranges and addresses from which the management cluster reaches addresses of the cloud.
   *
   * An endpoint's allowed ranges have to contain them.
   *
   * @default - the `egressCidrs` of the management cluster
   */
  readonly managementEgressCidrs?: readonly string[];
}

/**
 * OpenStack cloud, or one project in it, that clusters run on.
 *
 * Nothing of it appears in the manifests by itself: clusters take their identity reference, external network and
 * capacities from here, and what they name is checked against it. Key pairs, images and shared networks are made by
 * `pulumi up`.
 */
export class OpenStackCloud<F extends string = string>
  extends Construct
  implements ICloud<OpenStackKind<F>>
{
  /** Types of what runs on the cloud; there is no value. */
  declare readonly kindOf: OpenStackKind<F>;
  /** Flavors that clusters may use. */
  readonly flavors: Readonly<Record<F, Flavor>>;
  /** Cloud as plain data. */
  readonly model: OpenStackCloudModel;
  /** What makes models of props in the words of OpenStack. */
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

  /** Takes part in provisioning with a network; called by {@link SharedNetwork}. */
  addSharedNetwork(network: ProvisionedNetworkModel): void {
    this.networks.push(network);
  }
}
