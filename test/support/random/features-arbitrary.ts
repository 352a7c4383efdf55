import fc from 'fast-check';
import {
  AuditPolicy,
  type AuditProps,
  type AuditRule,
  Authentication,
  ClaimMapping,
  type ControlPlaneFeatureProps,
  EncryptionAtRest,
  Etcd,
  type HostVolume,
  type JwtIssuer,
  KubeadmPatch,
  KubeProxy,
  type KubeProxyOptions,
  type LocalEtcdOptions,
} from '../../../constructs/index';
import {
  absolutePath,
  certificate,
  type Every,
  flag,
  halfOf,
  literalText,
  oddText,
  type PartsOf,
  secretKey,
  someOf,
  word,
} from './parts';

const volumes = fc.uniqueArray(
  fc
    .tuple(
      word,
      absolutePath,
      halfOf({ readOnly: flag, pathType: fc.constantFrom('Directory', 'FileOrCreate') }),
    )
    .map(([name, path, rest]): HostVolume => ({ name, hostPath: path, mountPath: path, ...rest })),
  { minLength: 1, maxLength: 2, selector: ({ mountPath }) => mountPath },
);
const envs = fc.dictionary(
  fc.constantFrom('GOMAXPROCS', 'A', 'b.c-d'),
  literalText.filter((text) => text !== ''),
  { minKeys: 1, maxKeys: 2, noNullPrototype: true },
);
const gates = fc.dictionary(fc.constantFrom('AllAlpha', 'ContextualLogging', 'NodeSwap'), flag, {
  minKeys: 1,
  maxKeys: 2,
  noNullPrototype: true,
});
const rule: fc.Arbitrary<AuditRule> = fc
  .tuple(
    fc.constantFrom('None', 'Metadata', 'Request', 'RequestResponse'),
    halfOf({
      users: fc.uniqueArray(word, { minLength: 1, maxLength: 2 }),
      verbs: fc.uniqueArray(fc.constantFrom('get', 'list', 'create'), { minLength: 1 }),
      resources: fc.constant([{ group: '', resources: ['secrets'] }]),
      omitStages: fc.constant(['RequestReceived'] as const),
    }),
  )
  .map(([level, rest]) => ({ level, ...rest }));
const audit: fc.Arbitrary<AuditProps> = fc
  .tuple(
    fc.oneof(
      fc.constant(AuditPolicy.metadata()),
      secretKey.map(AuditPolicy.fromSecret),
      fc.array(rule, { minLength: 1, maxLength: 3 }).map((rules) => AuditPolicy.rules(rules)),
    ),
    halfOf({
      log: halfOf({
        path: absolutePath.map((path) => `${path}/audit.log`),
        maxAgeDays: fc.integer({ min: 1, max: 90 }),
        maxBackups: fc.integer({ min: 1, max: 90 }),
        maxSizeMiB: fc.integer({ min: 1, max: 900 }),
        compress: flag,
        mode: fc.constantFrom('batch', 'blocking', 'blocking-strict'),
      }),
      webhook: fc.tuple(secretKey, flag).map(([kubeconfig, plain]) => ({
        kubeconfig,
        ...(plain ? {} : { mode: 'blocking' as const, initialBackoffSeconds: 5 }),
      })),
    }),
  )
  .map(([policy, sinks]) => ({ policy, ...('webhook' in sinks ? {} : { log: {} }), ...sinks }));
const encryption = fc.oneof(
  secretKey.map(EncryptionAtRest.fromSecret),
  fc
    .uniqueArray(fc.record({ name: word, secret: secretKey }), {
      minLength: 1,
      maxLength: 2,
      selector: ({ name }) => name,
    })
    .map((keys) => EncryptionAtRest.withKeys({ keys })),
  fc
    .tuple(word, fc.constantFrom('/run/kms', '/var/lib/kms', '/etc/kubernetes/kms'))
    .map(([name, at]) => EncryptionAtRest.kms({ name, endpoint: `unix://${at}/kms.sock` })),
);
const localEtcd: fc.Arbitrary<LocalEtcdOptions> = someOf<Every<LocalEtcdOptions>>({
  dataDir: absolutePath,
  volume: fc.constant({ device: '/dev/vdb' }),
  tuning: fc
    .tuple(
      fc.constantFrom({}, { heartbeatIntervalMs: 250, electionTimeoutMs: 2500 }),
      halfOf({
        quotaGiB: fc.integer({ min: 2, max: 8 }),
        snapshotCount: fc.integer({ min: 1000, max: 100_000 }),
        maxRequestMiB: fc.integer({ min: 1, max: 10 }),
        exposeMetrics: flag,
      }),
    )
    .map(([times, rest]) => ({ ...times, ...rest })),
  extraArgs: fc.dictionary(fc.constantFrom('log-level', 'max-txn-ops'), word, {
    noNullPrototype: true,
  }),
  extraEnvs: envs,
  imageRepository: word.map((host) => `${host}.example/mirror`),
  imageTag: fc.constant('3.5.21-0'),
  serverCertSANs: fc.uniqueArray(word, { minLength: 1, maxLength: 2 }),
  peerCertSANs: fc.uniqueArray(word, { minLength: 1, maxLength: 2 }),
});
const issuer: fc.Arbitrary<JwtIssuer> = fc
  .tuple(
    word,
    word,
    halfOf({
      certificateAuthority: certificate,
      groups: fc.constant(ClaimMapping.claim('groups')),
    }),
  )
  .map(([host, audience, rest]) => ({
    url: `https://${host}.example`,
    audiences: [audience],
    username: ClaimMapping.claim('sub', 'oidc:'),
    ...rest,
  }));
const authentication = fc.oneof(
  fc
    .tuple(
      word,
      word,
      halfOf({ usernameClaim: word, groupsClaim: word, certificateAuthority: certificate }),
    )
    .map(([host, clientId, rest]) =>
      Authentication.oidc({ issuerUrl: `https://${host}.example`, clientId, ...rest }),
    ),
  fc
    .uniqueArray(issuer, { minLength: 1, maxLength: 2, selector: ({ url }) => url })
    .map((issuers) => Authentication.issuers(issuers)),
);
const level = fc.constantFrom('privileged', 'baseline', 'restricted');

/** Arbitraries of what the components of a control plane do besides their usual work. */
export const featureParts: PartsOf<Every<ControlPlaneFeatureProps>> = {
  apiServerExtraVolumes: volumes,
  controllerManagerExtraVolumes: volumes,
  schedulerExtraVolumes: volumes,
  apiServerExtraEnvs: envs,
  controllerManagerExtraEnvs: envs,
  schedulerExtraEnvs: envs,
  imageRepository: word.map((host) => `${host}.example/kubernetes`),
  dns: halfOf({
    imageRepository: word.map((host) => `${host}.example/coredns`),
    imageTag: fc.constantFrom('v1.11.3', 'v1.12.0'),
  }),
  kubeProxy: fc.oneof(
    fc.constantFrom(
      KubeProxy.with({ mode: 'nftables' }),
      KubeProxy.with({ mode: 'ipvs', ipvs: { strictARP: true, scheduler: 'lc' } }),
    ),
    halfOf<Omit<Every<KubeProxyOptions>, 'mode' | 'ipvs'>>({
      metricsBindAddress: fc.constant('0.0.0.0:10249'),
      nodePortAddresses: fc.constantFrom(['192.0.2.0/24'], ['192.0.2.0/24', '10.0.0.0/8']),
      conntrack: halfOf({ maxPerCore: fc.nat(100_000), min: fc.nat(100_000) }),
    }).map(KubeProxy.with),
  ),
  featureGates: fc.oneof(
    gates.map((everywhere) => ({ everywhere })),
    halfOf({ apiServer: gates, controllerManager: gates, scheduler: gates, kubelet: gates }),
  ),
  patches: fc.oneof(
    fc
      .tuple(fc.constantFrom('kube-apiserver', 'etcd', 'kubeletconfiguration'), oddText)
      .map(([target, value]) => [
        KubeadmPatch.merge(target, { metadata: { annotations: { value } } }),
      ]),
    fc.constant([
      KubeadmPatch.json('kube-scheduler', [{ op: 'add', path: '/spec/priority', value: 1 }]),
    ]),
  ),
  audit,
  encryption,
  tls: fc.constantFrom(
    { minVersion: 'VersionTLS13' },
    { minVersion: 'VersionTLS12' },
    {
      cipherSuites: [
        'TLS_ECDHE_RSA_WITH_AES_128_GCM_SHA256',
        'TLS_ECDHE_ECDSA_WITH_AES_128_GCM_SHA256',
      ],
    },
  ),
  certificates: halfOf({
    validityDays: fc.integer({ min: 301, max: 1095 }),
    authorityValidityDays: fc.integer({ min: 1096, max: 36_500 }),
    keyAlgorithm: fc.constantFrom('RSA-2048', 'ECDSA-P256', 'ECDSA-P384'),
  }),
  etcd: fc.oneof(
    localEtcd.map(Etcd.local),
    word.map((host) => Etcd.external({ endpoints: [`https://${host}.example:2379`] })),
  ),
  authentication,
  admission: fc.oneof(
    halfOf({
      enablePlugins: fc.subarray(['AlwaysPullImages', 'NodeRestriction']),
      disablePlugins: fc.subarray(['DefaultStorageClass']),
      podSecurity: halfOf({
        enforce: level,
        audit: level,
        warn: level,
        exemptNamespaces: word.map((name) => ['kube-system', `${name}-exempt`]),
      }),
    }),
    fc.constant({
      enablePlugins: ['EventRateLimit'],
      configurations: {
        EventRateLimit: {
          apiVersion: 'eventratelimit.admission.k8s.io/v1alpha1',
          kind: 'Configuration',
          limits: [{ type: 'Server', qps: 50, burst: 100 }],
        },
      },
    }),
  ),
};
