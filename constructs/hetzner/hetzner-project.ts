import { Construct } from 'constructs';
import { attempt } from '../../lib/base/incomplete';
import type { HetznerCloudModel, ServerType } from '../../lib/hetzner/model/cloud';
import type { HetznerSecret } from '../../lib/hetzner/model/hetzner-secret';
import type { CloudModeller, ICloud } from '../cloud';
import { constructInput } from '../construct-input';
import type { HetznerKind } from './hetzner-kind';
import { HetznerModeller } from './hetzner-modeller';

/** Props of a {@link HetznerProject}. */
export interface HetznerProjectProps<T extends string = string> {
  /**
   * Secret with the token of clusters that do not set their own.
   *
   * @see HetznerCluster.spec.hetznerSecretRef (infrastructure.cluster.x-k8s.io)
   */
  readonly hetznerSecret: HetznerSecret;
  /** Server types that clusters can use, with the sizes that Hetzner gives them. */
  readonly serverTypes: Readonly<Record<T, ServerType>>;
  /**
   * Names of the images that clusters can use: Hetzner images and labels of snapshots.
   *
   * @default - images are not checked
   */
  readonly images?: readonly string[];
  /**
   * Names of the SSH keys of the project.
   *
   * @default - SSH keys are not checked
   */
  readonly sshKeys?: readonly string[];
}

/**
 * Hetzner Cloud project that clusters run in.
 *
 * The project itself does not appear in the manifests: clusters take their Secret and machine sizes from it, and the names
 * that they use are checked against it.
 *
 * ```ts
 * const project = new HetznerProject(fleet, 'shop', {
 *   hetznerSecret: HetznerSecret.fromSecret('hcloud'),
 *   serverTypes: {
 *     cpx32: { cpus: 4, memory: '8Gi', disk: '160Gi' },
 *     cax21: { cpus: 4, memory: '8Gi', disk: '80Gi', architecture: 'arm64' },
 *   },
 * });
 * ```
 */
export class HetznerProject<T extends string = string>
  extends Construct
  implements ICloud<HetznerKind<T>>
{
  /** Types of the constructs in this project; exists only for type inference. */
  declare readonly kindOf: HetznerKind<T>;
  /** Server types that clusters can use. */
  readonly serverTypes: Readonly<Record<T, ServerType>>;
  /** Project as plain data. */
  readonly model: HetznerCloudModel;
  /** Converts Hetzner Cloud props to models. */
  readonly modeller: CloudModeller<HetznerKind<T>> = new HetznerModeller(() => this.model);

  constructor(scope: Construct, id: string, props: HetznerProjectProps<T>) {
    const input = constructInput('HetznerProject', { scope, id, props });
    super(input.parent, input.id);
    const { hetznerSecret, serverTypes, images, sshKeys } = input.props;
    this.serverTypes = serverTypes;

    this.model = {
      kind: 'hetzner',
      path: this.node.path,
      name: this.node.id,
      hetznerSecret: attempt(() => hetznerSecret.model),
      sizes: serverTypes,
      ...(images && { images }),
      ...(sshKeys && { sshKeys }),
    };
  }
}
