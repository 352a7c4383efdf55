/** Protection of a virtual machine from its start on. */
export interface AzureSecurityProfile {
  /**
   * Whether the host encrypts all disks of the machine, temporary ones too. The subscription has a feature for it,
   * `EncryptionAtHost`.
   *
   * @default false
   * @see AzureMachineTemplate.spec.template.spec.securityProfile.encryptionAtHost (infrastructure.cluster.x-k8s.io)
   */
  readonly encryptionAtHost?: boolean;
  /**
   * Whether the machine starts trusted programs alone, or keeps its memory from the host too.
   *
   * @default - as the image has it
   * @see AzureMachineTemplate.spec.template.spec.securityProfile.securityType (infrastructure.cluster.x-k8s.io)
   */
  readonly securityType?: 'TrustedLaunch' | 'ConfidentialVM';
  /**
   * Whether the firmware starts signed programs alone; needs `securityType`.
   *
   * @default - as Azure has it
   * @see AzureMachineTemplate.spec.template.spec.securityProfile.uefiSettings.secureBootEnabled (infrastructure.cluster.x-k8s.io)
   */
  readonly secureBoot?: boolean;
  /**
   * Whether the machine has a virtual TPM; needs `securityType`.
   *
   * @default - as Azure has it
   * @see AzureMachineTemplate.spec.template.spec.securityProfile.uefiSettings.vTpmEnabled (infrastructure.cluster.x-k8s.io)
   */
  readonly vTpm?: boolean;
}
