import { leaveOut, write } from '../../base/fix';
import type { Rule } from '../../base/rule';
import { quotedList, wordsFor } from '../../base/words';
import { NAMESPACE_NAME_LABEL } from '../../cluster/model/namespace-labels';
import { providerOf } from '../../cluster/model/profile';
import {
  isLabelKey,
  isLabelValue,
  isObjectName,
  LABEL_KEY_WORDS,
  LABEL_VALUE_WORDS,
  objectNameFinding,
  toDnsLabel,
} from '../../cluster/rules/names';
import type { OpenStackCluster } from '../model/cluster';
import { selectorOf } from '../model/credentials';
import { readClouds } from './clouds-yaml';
import { entryFinding, identityVersionFinding, reservedFinding } from './credential-findings';

const LABELS =
  'kubernetes/website@main:content/en/docs/concepts/overview/working-with-objects/labels.md';
const IDENTITY = 'CAPO@v0.14.7:api/v1beta1/identity_types.go';
const IDENTITY_DOCS = 'CAPO@v0.14.7:docs/book/src/topics/openstack-cluster-identity.md';
const CERTIFICATE = /-----BEGIN CERTIFICATE-----[\s\S]+-----END CERTIFICATE-----/;

/** Rules on the credentials that the provider uses for a cluster. */
export const CREDENTIAL_RULES: readonly Rule<OpenStackCluster>[] = [
  {
    id: 'cloud-entry-name',
    reason: 'A clouds.yaml can have several entries, and the provider uses only the named one.',
    source: IDENTITY,
    check({ path, credentials }, refuse) {
      const finding = entryFinding(credentials.cloudName);
      if (finding !== undefined) refuse({ path, prop: 'credentials.cloudName' }, finding);
    },
  },
  {
    id: 'credentials-region',
    reason:
      'A cluster is created in one region, and its provisioned resources must be in the same region.',
    source: IDENTITY,
    check({ path, credentials: { region }, cloud }, refuse) {
      if (region === undefined) return;
      const place = { path, prop: 'credentials.region' };
      if (region.trim() === '') {
        refuse(place, {
          given: region,
          allowed: 'the name of a region',
          fix: leaveOut({ ends: ' to use the region of the entry' }),
        });
      } else if (cloud.region !== undefined && cloud.region !== region) {
        refuse(place, {
          given: region,
          allowed: `${JSON.stringify(cloud.region)}, the region of ${cloud.path}`,
          fix: write(cloud.region, { or: 'create another OpenStackCloud' }),
        });
      }
    },
  },
  {
    id: 'credentials-name',
    reason: 'Kubernetes rejects objects with invalid names.',
    source:
      'kubernetes/kubernetes@master:staging/src/k8s.io/apimachinery/pkg/util/validation/validation.go',
    check({ path, credentials }, refuse) {
      const isIdentity = credentials.kind === 'clusterIdentity';
      const name = isIdentity ? credentials.identityName : credentials.secretName;
      const finding = objectNameFinding(name);
      const prop = `credentials.${isIdentity ? 'identityName' : 'secretName'}`;
      if (finding !== undefined) refuse({ path, prop }, finding);
    },
  },
  {
    id: 'credentials-name-reserved',
    reason:
      'Cluster API stores the kubeconfig and the certificates of a cluster in Secrets with these names.',
    source: 'CAPI@v1.14.0:docs/book/src/tasks/certs/using-custom-certificates.md',
    check({ path, name, credentials }, refuse) {
      if (credentials.kind === 'clusterIdentity') return;
      const finding = reservedFinding(name, credentials.secretName, 'cloud-config');
      if (finding !== undefined) refuse({ path, prop: 'credentials.secretName' }, finding);
    },
  },
];

/** Rules on cluster identities. */
export const IDENTITY_RULES: readonly Rule<OpenStackCluster>[] = [
  {
    id: 'cluster-identity-version',
    reason:
      'Older providers do not support OpenStackClusterIdentity, and look for a Secret with its name.',
    source: IDENTITY_DOCS,
    check(cluster, refuse) {
      const { path, credentials } = cluster;
      if (credentials.kind !== 'clusterIdentity') return;
      const factory = 'CloudCredentials.fromSecret';
      const finding = identityVersionFinding(
        providerOf(cluster),
        credentials.identityName,
        factory,
      );
      if (finding !== undefined) refuse({ path, prop: 'credentials' }, finding);
    },
  },
  {
    id: 'identity-secret',
    reason: 'The identity refers to a Secret by name and namespace, which must both be valid.',
    source: IDENTITY_DOCS,
    check({ path, credentials }, refuse) {
      if (credentials.kind !== 'clusterIdentity' || credentials.identity === undefined) return;
      const { secretRef } = credentials.identity;
      for (const prop of ['name', 'namespace'] as const) {
        if (isObjectName(secretRef[prop])) continue;
        const better = toDnsLabel(secretRef[prop]);
        refuse(
          { path, prop: `credentials.secretRef.${prop}` },
          {
            given: secretRef[prop],
            allowed: 'lower-case letters, digits and dashes, a letter or digit at both ends',
            fix: better === undefined ? `write the ${prop} of the Secret` : write(better),
          },
        );
      }
    },
  },
  {
    id: 'identity-selector',
    reason:
      'A namespace without these labels cannot use the identity, so its cluster is never created.',
    source: IDENTITY_DOCS,
    check({ path, namespace, credentials }, refuse) {
      if (credentials.kind !== 'clusterIdentity') return;
      const given = credentials.identity?.namespaceSelector?.[NAMESPACE_NAME_LABEL];
      if (given === undefined || given === namespace) return;
      refuse(
        { path, prop: `credentials.namespaceSelector[${JSON.stringify(NAMESPACE_NAME_LABEL)}]` },
        {
          given,
          allowed: `${JSON.stringify(namespace)}, the cluster's namespace`,
          fix: leaveOut({
            prop: 'credentials.namespaceSelector',
            begins: 'leave namespaceSelector out',
            ends: ' to admit all namespaces',
          }),
        },
      );
    },
  },
  {
    id: 'identity-selector-labels',
    reason:
      'The labels are written to the namespace of the cluster, which accepts only valid labels.',
    source: LABELS,
    check({ path, credentials }, refuse) {
      for (const [key, value] of Object.entries(selectorOf(credentials) ?? {})) {
        const prop = 'credentials.namespaceSelector';
        if (!isLabelKey(key)) {
          const fix = leaveOut({ or: 'write a valid label key' });
          refuse({ path, prop }, { given: key, allowed: LABEL_KEY_WORDS, fix });
        } else if (typeof value !== 'string' || !isLabelValue(value)) {
          const place = { path, prop: `${prop}[${JSON.stringify(key)}]` };
          const fix = leaveOut({ or: 'write a valid label value' });
          refuse(place, { given: value, allowed: LABEL_VALUE_WORDS, fix });
        }
      }
    },
  },
];

/** Rules on plaintext credentials. */
export const PLAINTEXT_RULES: readonly Rule<OpenStackCluster>[] = [
  {
    id: 'clouds-yaml',
    reason:
      'The provider reads its credentials from the named entry of clouds.yaml, which must exist.',
    source: 'CAPO@v0.14.7:pkg/scope/provider.go',
    check({ path, credentials }, refuse) {
      if (credentials.kind !== 'plaintext' || credentials.cloudName.trim() === '') return;
      const clouds = readClouds(credentials.cloudsYaml);
      if ('mistake' in clouds) {
        refuse(
          { path, prop: 'credentials.cloudsYaml' },
          {
            given: `(a string of ${credentials.cloudsYaml.length} characters)`,
            allowed: 'YAML with a map "clouds" that has at least one entry',
            fix: `correct it: ${clouds.mistake}`,
          },
        );
        return;
      }
      if (clouds.names.includes(credentials.cloudName)) return;
      refuse(
        { path, prop: 'credentials.cloudName' },
        {
          given: credentials.cloudName,
          allowed: `an entry of cloudsYaml: ${quotedList(clouds.names)}`,
          fix: write(clouds.names[0], { begins: 'write cloudName:' }),
        },
      );
    },
  },
  {
    id: 'clouds-yaml-auth',
    reason: 'The provider cannot authenticate without an auth_url and credentials.',
    source: IDENTITY_DOCS,
    check({ path, credentials }, refuse) {
      if (credentials.kind !== 'plaintext') return;
      const clouds = readClouds(credentials.cloudsYaml);
      const lacking = 'mistake' in clouds ? [] : (clouds.lacking.get(credentials.cloudName) ?? []);
      if (lacking.length === 0) return;
      refuse(
        { path, prop: 'credentials.cloudsYaml' },
        {
          given: `(entry ${credentials.cloudName} without ${wordsFor(lacking, 'and')})`,
          allowed:
            'an entry with auth_url and with user and password, a token, or an application credential and its secret',
          fix: `add ${wordsFor(lacking, 'and')} to the entry`,
        },
      );
    },
  },
  {
    id: 'ca-certificate',
    reason:
      'The provider accepts only CA certificates in PEM format; anything else makes every request fail.',
    source: 'CAPO@v0.14.7:pkg/scope/provider.go',
    check({ path, credentials }, refuse) {
      if (credentials.kind !== 'plaintext' || credentials.caCertificate === undefined) return;
      const { caCertificate } = credentials;
      const isPrivate = caCertificate.includes('PRIVATE KEY');
      if (CERTIFICATE.test(caCertificate) && !isPrivate) return;
      refuse(
        { path, prop: 'credentials.caCertificate' },
        {
          given: `(a string of ${caCertificate.length} characters)`,
          allowed: 'certificates in PEM format, without a private key',
          fix: isPrivate
            ? 'leave the private key out'
            : 'write the contents of the CA file, starting with "-----BEGIN CERTIFICATE-----"',
        },
      );
    },
  },
];
