/** Disk of machines besides the one that they boot from; the API's `dataDisks`. */
export interface DataDisk {
  /**
   * Name that tells the disk from others of its machine.
   *
   * @see VSphereMachineTemplate.spec.template.spec.dataDisks.name (infrastructure.cluster.x-k8s.io)
   */
  readonly name: string;
  /**
   * Size in gibibytes.
   *
   * @see VSphereMachineTemplate.spec.template.spec.dataDisks.sizeGiB (infrastructure.cluster.x-k8s.io)
   */
  readonly sizeGiB: number;
  /**
   * When room is taken on the datastore: as it is written to, at once, or at once and zeroed.
   *
   * @default - the datastore decides
   * @see VSphereMachineTemplate.spec.template.spec.dataDisks.provisioningMode (infrastructure.cluster.x-k8s.io)
   */
  readonly provisioningMode?: 'Thin' | 'Thick' | 'EagerlyZeroed';
}
