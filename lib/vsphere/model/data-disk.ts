/** Data disk of machines, in addition to the boot disk; `dataDisks` in the API. */
export interface DataDisk {
  /**
   * Name of the disk, unique within its machine.
   *
   * @see VSphereMachineTemplate.spec.template.spec.dataDisks.name (infrastructure.cluster.x-k8s.io)
   */
  readonly name: string;
  /**
   * Size in GiB.
   *
   * @see VSphereMachineTemplate.spec.template.spec.dataDisks.sizeGiB (infrastructure.cluster.x-k8s.io)
   */
  readonly sizeGiB: number;
  /**
   * When space is allocated on the datastore: on write, in advance, or in advance and zeroed.
   *
   * @default - the datastore decides
   * @see VSphereMachineTemplate.spec.template.spec.dataDisks.provisioningMode (infrastructure.cluster.x-k8s.io)
   */
  readonly provisioningMode?: 'Thin' | 'Thick' | 'EagerlyZeroed';
}
