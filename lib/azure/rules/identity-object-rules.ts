import { leaveOut } from '../../base/fix';
import { objectRule } from '../../cluster/rules/object-rule';

const WEBHOOK = 'CAPZ@v1.26.0:internal/webhooks/azureclusteridentity_validation.go';
const OF_TYPES: Readonly<Record<string, string>> = {
  resourceID: 'UserAssignedMSI',
  userAssignedIdentityCredentialsPath: 'UserAssignedIdentityCredential',
  userAssignedIdentityCredentialsCloudType: 'UserAssignedIdentityCredential',
};

/** Rules on AzureClusterIdentities. */
export const AZURE_IDENTITY_OBJECT_RULES = [
  objectRule({
    id: 'object-azure-identity-type',
    reason: 'The webhook takes some fields with one type of identity alone.',
    source: WEBHOOK,
    check(spec, refuse) {
      for (const [field, type] of Object.entries(OF_TYPES)) {
        const given = spec[field];
        if (given === undefined || given === '' || spec.type === type) continue;
        refuse(`spec.${field}`, {
          given,
          allowed: `none but with the type ${JSON.stringify(type)}`,
          fix: leaveOut(),
        });
      }
    },
  }),
];
