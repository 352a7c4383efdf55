/** Security profile of a VM. */
export interface AzureSecurityProfile {
  /**
   * Whether the host encrypts all disks of the machine, including temporary ones. The subscription needs the feature
   * `EncryptionAtHost`.
   *
   * @default false
   * @see AzureMachineTemplate.spec.template.spec.securityProfile.encryptionAtHost (infrastructure.cluster.x-k8s.io)
   */
  readonly encryptionAtHost?: boolean;
  /**
   * Security type: a trusted boot chain, or a confidential VM, whose memory is also protected from the host.
   *
   * @default - the setting of the image
   * @see AzureMachineTemplate.spec.template.spec.securityProfile.securityType (infrastructure.cluster.x-k8s.io)
   */
  readonly securityType?: 'TrustedLaunch' | 'ConfidentialVM';
  /**
   * Whether Secure Boot is enabled, so that the firmware starts only signed code; needs `securityType`.
   *
   * @default - the default of Azure
   * @see AzureMachineTemplate.spec.template.spec.securityProfile.uefiSettings.secureBootEnabled (infrastructure.cluster.x-k8s.io)
   */
  readonly secureBoot?: boolean;
  /**
   * Whether the machine has a virtual TPM; needs `securityType`.
   *
   * @default - the default of Azure
   * @see AzureMachineTemplate.spec.template.spec.securityProfile.uefiSettings.vTpmEnabled (infrastructure.cluster.x-k8s.io)
   */
  readonly vTpm?: boolean;
}
