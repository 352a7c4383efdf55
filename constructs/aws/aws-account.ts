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
   * Region of everything that is made.
   *
   * @see AWSCluster.spec.region (infrastructure.cluster.x-k8s.io)
   */
  readonly region: string;
  /** Instance types that clusters may use, with the sizes that AWS gives them. */
  readonly instanceTypes: Readonly<Record<T, InstanceType>>;
  /**
   * Identity of clusters that bring none of their own.
   *
   * @default AwsIdentity.controller()
   * @see AWSCluster.spec.identityRef (infrastructure.cluster.x-k8s.io)
   */
  readonly identity?: AwsIdentity;
  /**
   * Availability zones that clusters may use.
   *
   * @default - failure domains are checked to be zones of the region
   */
  readonly failureDomains?: readonly string[];
}

/**
 * AWS account in a region, that clusters run in.
 *
 * Nothing of it appears in the manifests by itself: clusters take their region, identity and capacities from here, and
 * what they name is checked against it. The instance profiles of machines are made before, as by
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
  /** Types of what runs in the account; there is no value. */
  declare readonly kindOf: AwsKind<T>;
  /** Instance types that clusters may use. */
  readonly instanceTypes: Readonly<Record<T, InstanceType>>;
  /** Account as plain data. */
  readonly model: AwsCloudModel;
  /** What makes models of props in the words of AWS. */
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
