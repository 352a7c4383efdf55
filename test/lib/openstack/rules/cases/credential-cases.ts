import type {
  ClusterIdentityModel,
  CredentialsModel,
} from '../../../../../lib/openstack/model/credentials';
import { profile } from '../../../../support/models';
import { cluster, type RuleCase } from '../../../assembly/rule-case';

const IDENTITY = {
  kind: 'clusterIdentity',
  identityName: 'shared',
  cloudName: 'openstack',
} as const;
const SECRET_REF = { name: 'cloud', namespace: 'capi' };
const CERTIFICATE = '-----BEGIN CERTIFICATE-----\nMAo=\n-----END CERTIFICATE-----\n';

const ENTRY_KEYS =
  'the keys that the provider reads: auth, auth_type, region_name, endpoint_type, verify and cacert';
const AUTH_KEYS =
  'the keys that the provider reads: auth_url, username, user_id, user_domain_name, user_domain_id, password, token, application_credential_id, application_credential_name, application_credential_secret, project_name, project_id, project_domain_name, project_domain_id, domain_name and domain_id';
/** Keys that other clients read, or the provider for nothing. */
const OF_OTHERS = [
  'profile: rack',
  'identity_api_version: "3"',
  'image_api_version: "2"',
  'volumev3_api_version: "3"',
  'compute_default_microversion: "2.90"',
  'identity_endpoint_override: "https://k"',
  'identity_interface: public',
  'app_name: fleet',
  'auth_methods: [v3password]',
  'api_timeout: 30',
  'floating_ip_source: neutron',
  'networks: []',
  'key: /me.key',
].join(', ');

/** Examples of rules on credentials. */
export const CREDENTIAL_CASES: readonly RuleCase[] = [
  {
    rule: 'credentials-name-reserved',
    broken: cluster({ credentials: { kind: 'secret', secretName: 'demo-ca', cloudName: 'a' } }),
    sound: cluster({ credentials: { kind: 'secret', secretName: 'other-ca', cloudName: 'a' } }),
    says: `mothership/demo: credentials.secretName is "demo-ca"
  allowed: a name other than "demo-kubeconfig", "demo-ca", "demo-etcd", "demo-proxy", "demo-sa", "demo-apiserver-etcd-client"
  fix: name the Secret "demo-cloud-config"`,
  },
  {
    rule: 'cluster-identity-version',
    broken: cluster({ credentials: IDENTITY, profile: profile('1.10') }),
    sound: cluster({ credentials: IDENTITY, profile: profile('1.13') }),
    says: `mothership/demo: credentials is "cluster identity shared"
  allowed: a Secret with OpenStack provider 0.12; a cluster identity with 0.14 or later
  fix: write CloudCredentials.fromSecret('…'), or use Providers.stable('1.13')`,
  },
  {
    rule: 'cloud-entry-name',
    broken: secret({ cloudName: ' ' }),
    sound: secret({ cloudName: 'devstack' }),
    says: `mothership/demo: credentials.cloudName is " "
  allowed: the name of an entry in clouds.yaml
  fix: leave it out to use "openstack"`,
  },
  {
    rule: 'credentials-name',
    broken: secret({ secretName: 'Cloud Config' }),
    sound: secret({ secretName: 'cloud.config' }),
    says: `mothership/demo: credentials.secretName is "Cloud Config"
  allowed: lower-case letters, digits, dashes and dots, a letter or digit at both ends
  fix: write "cloud-config"`,
  },
  {
    rule: 'credentials-name',
    broken: cluster({ credentials: { ...IDENTITY, identityName: '' } }),
    says: `mothership/demo: credentials.identityName is ""
  allowed: lower-case letters, digits, dashes and dots, a letter or digit at both ends
  fix: write the name of the object`,
  },
  {
    rule: 'identity-secret',
    broken: identity({ secretRef: { name: 'Cloud', namespace: '' } }),
    sound: identity({}),
    says: `mothership/demo: credentials.secretRef.name is "Cloud"
  allowed: lower-case letters, digits and dashes, a letter or digit at both ends
  fix: write "cloud"
mothership/demo: credentials.secretRef.namespace is ""
  allowed: lower-case letters, digits and dashes, a letter or digit at both ends
  fix: write the namespace of the Secret`,
  },
  {
    rule: 'identity-selector',
    broken: identity({ namespaceSelector: { 'kubernetes.io/metadata.name': 'other' } }),
    sound: identity({ namespaceSelector: { 'kubernetes.io/metadata.name': 'demo', team: 'a' } }),
    says: `mothership/demo: credentials.namespaceSelector["kubernetes.io/metadata.name"] is "other"
  allowed: "demo", the cluster's namespace
  fix: leave namespaceSelector out to admit all namespaces`,
  },
  {
    rule: 'clouds-yaml',
    broken: plaintext({ cloudsYaml: 'clouds:\n  devstack: {}\n  prod: {}\n' }),
    sound: plaintext({}),
    says: `mothership/demo: credentials.cloudName is "openstack"
  allowed: an entry of cloudsYaml: "devstack", "prod"
  fix: write cloudName: "devstack"`,
  },
  {
    rule: 'clouds-yaml',
    broken: plaintext({ cloudsYaml: 'clouds:\n  openstack: [\n' }),
    says: `mothership/demo: credentials.cloudsYaml is "(a string of 23 characters)"
  allowed: YAML with a map "clouds" that has at least one entry
  fix: correct it: line 3 is not valid YAML`,
  },
  {
    rule: 'clouds-yaml',
    broken: plaintext({ cloudsYaml: 'cloud: {}' }),
    says: `mothership/demo: credentials.cloudsYaml is "(a string of 9 characters)"
  allowed: YAML with a map "clouds" that has at least one entry
  fix: correct it: it has no map "clouds"`,
  },
  {
    rule: 'clouds-yaml',
    broken: plaintext({ cloudsYaml: 'clouds: {}' }),
    says: `mothership/demo: credentials.cloudsYaml is "(a string of 10 characters)"
  allowed: YAML with a map "clouds" that has at least one entry
  fix: correct it: "clouds" is empty`,
  },
  {
    rule: 'clouds-yaml-auth',
    broken: plaintext({ cloudsYaml: 'clouds: { openstack: { region_name: west } }' }),
    sound: plaintext({ cloudsYaml: entry('username: a, password: fake') }),
    says: lacking('auth.auth_url, auth.username and auth.password'),
  },
  {
    rule: 'clouds-yaml-auth',
    broken: plaintext({ cloudsYaml: entry('user_id: a', 'v3password') }),
    sound: plaintext({ cloudsYaml: entry('user_id: a, password: fake', 'v3password') }),
    says: lacking('auth.password'),
  },
  {
    rule: 'clouds-yaml-auth',
    broken: plaintext({ cloudsYaml: entry('', 'v3applicationcredential') }),
    sound: plaintext({
      cloudsYaml: entry(
        'application_credential_id: 7, application_credential_secret: fake',
        'v3applicationcredential',
      ),
    }),
    says: lacking('auth.application_credential_id and auth.application_credential_secret'),
  },
  {
    rule: 'clouds-yaml-auth',
    broken: plaintext({
      cloudsYaml: entry('application_credential_name: a, application_credential_secret: fake'),
    }),
    sound: plaintext({
      cloudsYaml: entry(
        'application_credential_name: a, application_credential_secret: fake, username: a',
      ),
    }),
    says: lacking('auth.username'),
  },
  {
    rule: 'clouds-yaml-auth',
    broken: plaintext({ cloudsYaml: entry('token: ""', 'v3token') }),
    sound: plaintext({ cloudsYaml: entry('token: fake') }),
    says: lacking('auth.token'),
  },
  {
    rule: 'clouds-yaml-auth',
    broken: plaintext({ cloudsYaml: 'clouds: { openstack: }' }),
    sound: plaintext({ cloudsYaml: entry('', 'v3oidcpassword') }),
    says: lacking('auth.auth_url, auth.username and auth.password'),
  },
  {
    rule: 'clouds-yaml-auth',
    broken: plaintext({ cloudsYaml: 'clouds: { openstack: { auth: fake } }' }),
    says: lacking('auth.auth_url, auth.username and auth.password'),
  },
  {
    rule: 'clouds-yaml-read',
    broken: plaintext({ cloudsYaml: withKeys('interface: internal, verify: "false"') }),
    sound: plaintext({ cloudsYaml: withKeys('interface: internal, endpoint_type: internalURL') }),
    says: `mothership/demo: credentials.cloudsYaml.interface is "internal"
  allowed: endpoint_type, which the provider reads instead
  fix: write endpoint_type with that value
mothership/demo: credentials.cloudsYaml.verify is "false"
  allowed: true or false, without quotes
  fix: write it without quotes`,
  },
  {
    rule: 'clouds-yaml-read',
    broken: plaintext({ cloudsYaml: withKeys('cacert: /ca.pem, cert: /me.pem, regions: [a, b]') }),
    sound: plaintext({
      cloudsYaml: withKeys('cacert: /ca.pem, regions: [a, b], region_name: a, verify: false'),
      caCertificate: CERTIFICATE,
    }),
    says: `mothership/demo: credentials.cloudsYaml.cacert is "/ca.pem"
  allowed: the certificates themselves; the provider reads no file
  fix: write the contents of the file as caCertificate
mothership/demo: credentials.cloudsYaml.cert is "/me.pem"
  allowed: none; the provider does not present client certificates
  fix: use a password or an application credential
mothership/demo: credentials.cloudsYaml.regions is ["a","b"]
  allowed: region_name with one region
  fix: write region_name, and an entry for each region`,
  },
  {
    rule: 'clouds-yaml-read',
    broken: plaintext({ cloudsYaml: withKeys('endpoint_type: private') }),
    sound: plaintext({ cloudsYaml: withKeys('endpoint_type: admin') }),
    says: `mothership/demo: credentials.cloudsYaml.endpoint_type is "private"
  allowed: "public", "internal" or "admin"
  fix: write "public"`,
  },
  {
    rule: 'clouds-yaml-read',
    broken: plaintext({ cloudsYaml: withKeys('interface: internalURL') }),
    sound: plaintext({ cloudsYaml: withKeys('interface: publicURL') }),
    says: `mothership/demo: credentials.cloudsYaml.interface is "internalURL"
  allowed: endpoint_type, which the provider reads instead
  fix: write endpoint_type with that value`,
  },
  {
    rule: 'clouds-yaml-read',
    broken: plaintext({ cloudsYaml: withKeys('interface: adminURL, endpoint_type: internal') }),
    sound: plaintext({
      cloudsYaml: withKeys('interface: internalURL, endpoint_type: internalURL'),
    }),
    says: `mothership/demo: credentials.cloudsYaml.interface is "adminURL"
  allowed: endpoint_type, which the provider reads instead
  fix: write endpoint_type with that value`,
  },
  {
    rule: 'clouds-yaml-key',
    broken: plaintext({ cloudsYaml: withKeys('region: R, endpointType: internal') }),
    sound: plaintext({ cloudsYaml: withKeys(`region: R, region_name: R, ${OF_OTHERS}`) }),
    says: `mothership/demo: credentials.cloudsYaml is "region"
  allowed: ${ENTRY_KEYS}
  fix: rename it to region_name
mothership/demo: credentials.cloudsYaml is "endpointType"
  allowed: ${ENTRY_KEYS}
  fix: rename it to endpoint_type`,
  },
  {
    rule: 'clouds-yaml-key',
    broken: plaintext({ cloudsYaml: withKeys('regionname: R, verfy: false') }),
    sound: plaintext({ cloudsYaml: withKeys('region_name: R, verify: false') }),
    says: `mothership/demo: credentials.cloudsYaml is "regionname"
  allowed: ${ENTRY_KEYS}
  fix: rename it to region_name
mothership/demo: credentials.cloudsYaml is "verfy"
  allowed: ${ENTRY_KEYS}
  fix: rename it to verify`,
  },
  {
    rule: 'clouds-yaml-key',
    broken: plaintext({
      cloudsYaml: entry(
        'username: a, password: fake, user_domain: D, tenant_name: p, project-domain-id: d',
      ),
    }),
    sound: plaintext({
      cloudsYaml: entry(
        'username: a, password: fake, project_name: p, tenant_name: p, default_domain_id: d, passcode: f, trust_id: t',
      ),
    }),
    says: `mothership/demo: credentials.cloudsYaml.auth is "user_domain"
  allowed: ${AUTH_KEYS}
  fix: rename it to user_domain_name
mothership/demo: credentials.cloudsYaml.auth is "tenant_name"
  allowed: ${AUTH_KEYS}
  fix: rename it to project_name
mothership/demo: credentials.cloudsYaml.auth is "project-domain-id"
  allowed: ${AUTH_KEYS}
  fix: rename it to project_domain_id`,
  },
  {
    rule: 'ca-certificate',
    broken: plaintext({ caCertificate: '/etc/ssl/ca.pem' }),
    sound: plaintext({ caCertificate: CERTIFICATE }),
    says: `mothership/demo: credentials.caCertificate is "(a string of 15 characters)"
  allowed: certificates in PEM format, without a private key
  fix: write the contents of the CA file, starting with "-----BEGIN CERTIFICATE-----"`,
  },
  {
    rule: 'ca-certificate',
    broken: plaintext({ caCertificate: `${CERTIFICATE}-----BEGIN PRIVATE KEY-----` }),
    says: `mothership/demo: credentials.caCertificate is "(a string of 86 characters)"
  allowed: certificates in PEM format, without a private key
  fix: leave the private key out`,
  },
];

function entry(auth: string, type?: string): string {
  const kind = type === undefined ? '' : `auth_type: ${type}, `;
  return `clouds: { openstack: { ${kind}auth: { auth_url: "https://k", ${auth} } } }`;
}

function withKeys(keys: string): string {
  return `clouds: { openstack: { auth: { auth_url: "https://k", username: a, password: fake }, ${keys} } }`;
}

function lacking(keys: string): string {
  return `mothership/demo: credentials.cloudsYaml is "(entry openstack without ${keys})"
  allowed: an entry with auth_url and with user and password, a token, or an application credential and its secret
  fix: add ${keys} to the entry`;
}

function secret(props: Partial<Extract<CredentialsModel, { kind: 'secret' }>>) {
  return cluster({
    credentials: { kind: 'secret', secretName: 'cloud-config', cloudName: 'openstack', ...props },
  });
}

function identity(props: Partial<ClusterIdentityModel>) {
  return cluster({ credentials: { ...IDENTITY, identity: { secretRef: SECRET_REF, ...props } } });
}

function plaintext(props: Partial<Extract<CredentialsModel, { kind: 'plaintext' }>>) {
  return cluster({
    credentials: {
      kind: 'plaintext',
      secretName: 'demo-cloud-config',
      cloudName: 'openstack',
      cloudsYaml: entry('username: a, password: fake'),
      ...props,
    },
  });
}
