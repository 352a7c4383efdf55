import { Construct } from 'constructs';
import type { AzureCloudModel, AzureEnvironment, AzureVmSize } from '../../lib/azure/model/cloud';
import type { AzureIdentity } from '../../lib/azure/model/identity';
import { attempt } from '../../lib/base/incomplete';
import type { CloudModeller, ICloud } from '../cloud';
import { constructInput } from '../construct-input';
import type { AzureKind } from './azure-kind';
import { AzureModeller } from './azure-modeller';

/** Props of an {@link AzureSubscription}. */
export interface AzureSubscriptionProps<T extends string = string> {
  /**
   * ID of the subscription.
   *
   * @see AzureCluster.spec.subscriptionID (infrastructure.cluster.x-k8s.io)
   */
  readonly subscriptionId: string;
  /**
   * Location of all resources, such as `westeurope`.
   *
   * @see AzureCluster.spec.location (infrastructure.cluster.x-k8s.io)
   */
  readonly location: string;
  /** VM sizes that clusters may use, with their resources in Azure. */
  readonly vmSizes: Readonly<Record<T, AzureVmSize>>;
  /**
   * Identity of clusters without their own.
   *
   * @see AzureCluster.spec.identityRef (infrastructure.cluster.x-k8s.io)
   */
  readonly identity: AzureIdentity;
  /**
   * Azure environment of the subscription.
   *
   * @default 'AzurePublicCloud'
   * @see AzureCluster.spec.azureEnvironment (infrastructure.cluster.x-k8s.io)
   */
  readonly environment?: AzureEnvironment;
  /**
   * Availability zones that clusters may use, among `1`, `2` and `3`.
   *
   * @default - all three zones
   */
  readonly failureDomains?: readonly string[];
}

/** Defaults of {@link AzureSubscriptionProps}. */
export const AZURE_SUBSCRIPTION_DEFAULTS = Object.freeze({
  environment: 'AzurePublicCloud',
} as const);

/**
 * Azure subscription in one location, in which clusters run.
 *
 * The subscription itself does not appear in the manifests. Clusters take their subscription, location and identity from it
 * and are checked against it.
 *
 * ```ts
 * const production = new AzureSubscription(fleet, 'production', {
 *   subscriptionId: '11111111-2222-3333-4444-555555555555',
 *   location: 'westeurope',
 *   vmSizes: { Standard_D2s_v5: { cpus: 2, memory: '8Gi', disk: '30Gi' } },
 *   identity: AzureIdentity.fromName('production'),
 * });
 * ```
 */
export class AzureSubscription<T extends string = string>
  extends Construct
  implements ICloud<AzureKind<T>>
{
  /** Types of the resources in the subscription; exists only for type inference. */
  declare readonly kindOf: AzureKind<T>;
  /** VM sizes that clusters may use. */
  readonly vmSizes: Readonly<Record<T, AzureVmSize>>;
  /** Subscription as plain data. */
  readonly model: AzureCloudModel;
  /** Converts Azure props to models. */
  readonly modeller: CloudModeller<AzureKind<T>> = new AzureModeller(() => this.model);

  constructor(scope: Construct, id: string, props: AzureSubscriptionProps<T>) {
    const input = constructInput('AzureSubscription', { scope, id, props });
    super(input.parent, input.id);
    const { vmSizes, identity, ...rest } = input.props;
    this.vmSizes = vmSizes;

    this.model = {
      kind: 'azure',
      path: this.node.path,
      name: this.node.id,
      ...AZURE_SUBSCRIPTION_DEFAULTS,
      ...rest,
      zonePrefix: attempt(() => `${rest.location}-`),
      sizes: vmSizes,
      identity: identity.model,
    };
  }
}
