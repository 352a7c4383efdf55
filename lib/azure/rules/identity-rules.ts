import { nameIt, suchAs, write } from '../../base/fix';
import type { Rule } from '../../base/rule';
import { DNS_LABEL_WORDS, isDnsLabel, isObjectName, toDnsLabel } from '../../cluster/rules/names';
import type { AzureCluster } from '../model/cluster';
import { guidFinding } from './names';

const NAMES =
  'kubernetes/website@main:content/en/docs/concepts/overview/working-with-objects/names.md';
const TYPES = 'CAPZ@v1.26.0:api/v1beta1/azureclusteridentity_types.go';
const OBJECT_WORDS =
  'lowercase letters, digits, dashes and dots, starting and ending with a letter or digit';

/** Rules for the identities of clusters. */
export const AZURE_IDENTITY_RULES: readonly Rule<AzureCluster>[] = [
  {
    id: 'azure-identity-name',
    reason:
      'An identity is a Kubernetes object, and Kubernetes rejects other names and namespaces.',
    source: NAMES,
    check({ path, identity: { ref } }, refuse) {
      if (!isObjectName(ref.name)) {
        refuse(
          { path, prop: 'identity.name' },
          {
            given: ref.name,
            allowed: OBJECT_WORDS,
            fix: nameIt(toDnsLabel(ref.name) ?? 'clusters'),
          },
        );
      }
      if (isDnsLabel(ref.namespace)) return;
      refuse(
        { path, prop: 'identity.namespace' },
        {
          given: ref.namespace,
          allowed: DNS_LABEL_WORDS,
          fix: write(toDnsLabel(ref.namespace) ?? 'capz-system'),
        },
      );
    },
  },
  {
    id: 'azure-identity-ids',
    reason: 'Microsoft Entra finds tenants and applications only by IDs of this form.',
    source: TYPES,
    check({ path, identity: { written } }, refuse) {
      if (written === undefined) return;
      for (const prop of ['tenantId', 'clientId'] as const) {
        const finding = guidFinding(written[prop]);
        if (finding !== undefined) refuse({ path, prop: `identity.${prop}` }, finding);
      }
    },
  },
  {
    id: 'azure-identity-secret',
    reason: 'Kubernetes rejects other Secret names.',
    source: NAMES,
    check({ path, identity: { written } }, refuse) {
      if (written === undefined || !('secretName' in written)) return;
      const { secretName } = written;
      if (isObjectName(secretName)) return;
      refuse(
        { path, prop: 'identity.secretName' },
        {
          given: secretName,
          allowed: OBJECT_WORDS,
          fix: write(toDnsLabel(secretName) ?? 'azure-credentials'),
        },
      );
    },
  },
  {
    id: 'azure-identity-path',
    reason: 'The provider reads the file from its own container and needs an absolute path.',
    source: TYPES,
    check({ path, identity: { written } }, refuse) {
      if (written === undefined || !('path' in written) || /^\/./.test(written.path)) return;
      refuse(
        { path, prop: 'identity.path' },
        {
          given: written.path,
          allowed: 'an absolute path',
          fix:
            written.path === '' ? suchAs('/var/run/azure/credentials') : write(`/${written.path}`),
        },
      );
    },
  },
];
