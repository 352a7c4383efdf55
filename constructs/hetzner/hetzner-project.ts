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
   * Secret with the token of clusters that bring none of their own.
   *
   * @see HetznerCluster.spec.hetznerSecretRef (infrastructure.cluster.x-k8s.io)
   */
  readonly hetznerSecret: HetznerSecret;
  /** Server types that clusters may use, with the sizes that Hetzner gives them. */
  readonly serverTypes: Readonly<Record<T, ServerType>>;
  /**
   * Names of the images that clusters may use: those of Hetzner, and the labels of snapshots.
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
 * Project of Hetzner Cloud, that clusters are made in.
 *
 * Nothing of it appears in the manifests by itself: clusters take their Secret and the sizes of machines from here, and what
 * they name is checked against it.
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
  /** Types of what runs in the project; there is no value. */
  declare readonly kindOf: HetznerKind<T>;
  /** Server types that clusters may use. */
  readonly serverTypes: Readonly<Record<T, ServerType>>;
  /** Project as plain data. */
  readonly model: HetznerCloudModel;
  /** What makes models of props in the words of Hetzner Cloud. */
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
