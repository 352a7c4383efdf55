import { Construct } from 'constructs';
import type { AwsCloudModel, InstanceType } from '../../lib/aws/model/cloud';
import { AwsIdentity } from '../../lib/aws/model/identity';
import type { CloudModeller, ICloud } from '../cloud';
import { constructInput } from '../construct-input';
import type { AwsKind } from './aws-kind';
import { AwsModeller } from './aws-modeller';

/** Props of an {@link AwsAccount}. */
export interface AwsAccountProps<T extends string = string> {
  /**
   * Region of all resources.
   *
   * @see AWSCluster.spec.region (infrastructure.cluster.x-k8s.io)
   */
  readonly region: string;
  /** Instance types that clusters may use, with their sizes in AWS. */
  readonly instanceTypes: Readonly<Record<T, InstanceType>>;
  /**
   * Identity of clusters without their own.
   *
   * @default AwsIdentity.controller()
   * @see AWSCluster.spec.identityRef (infrastructure.cluster.x-k8s.io)
   */
  readonly identity?: AwsIdentity;
  /**
   * Availability zones that clusters may use.
   *
   * @default - any zone of the region
   */
  readonly failureDomains?: readonly string[];
}

/**
 * AWS account in one region, in which clusters run.
 *
 * The account itself does not appear in the manifests. Clusters take their region, identity and capacities from it and are
 * checked against it. Create the instance profiles of machines in advance, for example with
 * `clusterawsadm bootstrap iam create-cloudformation-stack`.
 *
 * ```ts
 * const production = new AwsAccount(fleet, 'production', {
 *   region: 'eu-central-1',
 *   instanceTypes: { 'm6i.large': { cpus: 2, memory: '8Gi', disk: '30Gi' } },
 * });
 * ```
 */
export class AwsAccount<T extends string = string> extends Construct implements ICloud<AwsKind<T>> {
  /** Types of the resources in the account; exists only for type inference. */
  declare readonly kindOf: AwsKind<T>;
  /** Instance types that clusters may use. */
  readonly instanceTypes: Readonly<Record<T, InstanceType>>;
  /** Account as plain data. */
  readonly model: AwsCloudModel;
  /** Converts AWS props to models. */
  readonly modeller: CloudModeller<AwsKind<T>> = new AwsModeller(() => this.model);

  constructor(scope: Construct, id: string, props: AwsAccountProps<T>) {
    const input = constructInput('AwsAccount', { scope, id, props });
    super(input.parent, input.id);
    const { instanceTypes, identity = AwsIdentity.controller(), ...rest } = input.props;
    this.instanceTypes = instanceTypes;

    this.model = {
      kind: 'aws',
      path: this.node.path,
      name: this.node.id,
      sizes: instanceTypes,
      identity: identity.model,
      ...rest,
    };
  }
}
