import { leaveOut } from '../../base/fix';
import { objectRule } from '../../cluster/rules/object-rule';

const WEBHOOK = 'CAPZ@v1.26.0:internal/webhooks/azureclusteridentity_validation.go';
const OF_TYPES: Readonly<Record<string, string>> = {
  resourceID: 'UserAssignedMSI',
  userAssignedIdentityCredentialsPath: 'UserAssignedIdentityCredential',
  userAssignedIdentityCredentialsCloudType: 'UserAssignedIdentityCredential',
};

/** Rules for AzureClusterIdentities. */
export const AZURE_IDENTITY_OBJECT_RULES = [
  objectRule({
    id: 'object-azure-identity-type',
    reason: 'The webhook accepts some fields only with one type of identity.',
    source: WEBHOOK,
    check(spec, refuse) {
      for (const [field, type] of Object.entries(OF_TYPES)) {
        const given = spec[field];
        if (given === undefined || given === '' || spec.type === type) continue;
        refuse(`spec.${field}`, {
          given,
          allowed: `none; only type ${JSON.stringify(type)} uses this field`,
          fix: leaveOut(),
        });
      }
    },
  }),
];
