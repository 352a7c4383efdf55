import { Construct } from 'constructs';
import type { CloudModel, ExternalNetwork, Flavor } from '../lib/model/cloud';
import type { CloudCredentials } from '../lib/model/credentials';

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
}

/**
 * OpenStack cloud, or one project in it, that clusters run on.
 *
 * Nothing of it appears in the manifests by itself: clusters take their identity reference, external network and
 * capacities from here, and what they name is checked against it.
 */
export class OpenStackCloud<F extends string = string> extends Construct {
  /** Flavors that clusters may use. */
  readonly flavors: Readonly<Record<F, Flavor>>;
  /** Cloud as plain data. */
  readonly model: CloudModel;

  constructor(scope: Construct, id: string, props: OpenStackCloudProps<F>) {
    super(scope, id);
    const { credentials, externalNetwork, flavors, images, failureDomains } = props;
    this.flavors = flavors;

    this.model = {
      path: this.node.path,
      name: id,
      credentials: credentials.model,
      ...(externalNetwork === undefined ? {} : { externalNetwork: externalNetwork.model }),
      flavors,
      ...(images === undefined ? {} : { images }),
      ...(failureDomains === undefined ? {} : { failureDomains }),
    };
  }
}
