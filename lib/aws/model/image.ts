/** Options of {@link AwsImage.lookup}. */
export interface AwsImageLookupOptions {
  /**
   * Account that owns the images.
   *
   * @default - the account with the images of the provider's project, which are not meant for production
   * @see AWSMachineTemplate.spec.template.spec.imageLookupOrg (infrastructure.cluster.x-k8s.io)
   */
  readonly org?: string;
  /**
   * Operating system in the name of the images, such as `ubuntu-24.04`.
   *
   * @default - the provider's default
   * @see AWSMachineTemplate.spec.template.spec.imageLookupBaseOS (infrastructure.cluster.x-k8s.io)
   */
  readonly baseOs?: string;
  /**
   * Name pattern of the images. `{{.BaseOS}}` and `{{.K8sVersion}}` are filled in, `*` and `?` are wildcards.
   *
   * @default 'capa-ami-{{.BaseOS}}-?{{.K8sVersion}}-*'
   * @see AWSMachineTemplate.spec.template.spec.imageLookupFormat (infrastructure.cluster.x-k8s.io)
   */
  readonly format?: string;
}

/** Image that machines boot from, as plain data. */
export type AwsImageModel =
  | { readonly kind: 'id'; readonly id: string }
  | ({ readonly kind: 'lookup' } & AwsImageLookupOptions);

/** AMI that machines boot from. */
export class AwsImage {
  /** AMI by its ID, which is valid for one region and one architecture. */
  static fromId(id: string): AwsImage {
    return new AwsImage({ kind: 'id', id });
  }

  /** The newest AMI of an account whose name matches the operating system and the machine's Kubernetes version. */
  static lookup(options: AwsImageLookupOptions = {}): AwsImage {
    return new AwsImage({ kind: 'lookup', ...options });
  }

  /** @deprecated Use {@link AwsImage.fromId}. */
  static id(id: string): AwsImage {
    return AwsImage.fromId(id);
  }

  private constructor(
    /** Model of the choice. */
    readonly model: AwsImageModel,
  ) {}
}
