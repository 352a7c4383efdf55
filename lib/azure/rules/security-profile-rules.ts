import { leaveOut, write } from '../../base/fix';
import type { Rule } from '../../base/rule';
import type { MachineSubject } from './subjects';

const WEBHOOK = 'CAPZ@v1.26.0:internal/webhooks/azuremachine_validation.go';
const TRUSTED = 'MicrosoftDocs/azure-docs@main:articles/virtual-machines/trusted-launch.md';

/** Rules for the security profiles of machines. */
export const AZURE_PROFILE_RULES: readonly Rule<MachineSubject>[] = [
  {
    id: 'azure-uefi-settings',
    reason: 'Azure accepts firmware settings only for a machine with a security type.',
    source: TRUSTED,
    check({ machine: { path, securityProfile } }, refuse) {
      const { securityType, secureBoot, vTpm } = securityProfile ?? {};
      if (securityType !== undefined || (secureBoot ?? vTpm) === undefined) return;
      refuse(
        { path, prop: 'securityProfile.securityType' },
        {
          given: securityType,
          allowed: '"TrustedLaunch" or "ConfidentialVM" when secureBoot or vTpm is set',
          fix: write('TrustedLaunch'),
        },
      );
    },
  },
];

/** Rules for confidential VMs. */
export const AZURE_CONFIDENTIAL_RULES: readonly Rule<MachineSubject>[] = [
  {
    id: 'azure-confidential',
    reason:
      'The webhook requires a confidential VM with a vTPM, and Secure Boot if its disk is encrypted.',
    source: WEBHOOK,
    check({ machine: { path, rootVolume, securityProfile } }, refuse) {
      if (securityProfile === undefined) {
        refuse(
          { path, prop: 'securityProfile' },
          {
            given: undefined,
            allowed: 'the profile of a confidential VM when osDisk.confidentialEncryption is set',
            fix: "write securityProfile: { securityType: 'ConfidentialVM', vTpm: true, secureBoot: true }",
          },
        );
        return;
      }
      const isWhole = rootVolume?.confidentialEncryption === 'DiskWithVMGuestState';
      const { securityType, vTpm, secureBoot, encryptionAtHost } = securityProfile;
      const want = (part: string, given: unknown, wanted: unknown): void => {
        if (given === wanted) return;
        refuse(
          { path, prop: `securityProfile.${part}` },
          {
            given,
            allowed: `${JSON.stringify(wanted)} with this osDisk.confidentialEncryption`,
            fix: write(wanted),
          },
        );
      };
      want('securityType', securityType, 'ConfidentialVM');
      want('vTpm', vTpm, true);
      if (!isWhole) return;
      want('secureBoot', secureBoot, true);
      if (encryptionAtHost !== true) return;
      refuse(
        { path, prop: 'securityProfile.encryptionAtHost' },
        { given: true, allowed: 'false with "DiskWithVMGuestState"', fix: leaveOut() },
      );
    },
  },
];
