import { Duration } from 'cdk8s';
import fc from 'fast-check';
import {
  Addon,
  AutoscalerPlacement,
  BackupCredentials,
  type CinderCsiOptions,
  type CinderImages,
  type CloudControllerManagerOptions,
  type ClusterAutoscalerOptions,
  Delivery,
  type EtcdDefragmentationOptions,
  type HelmFlags,
  ManifestSource,
  type NvidiaDevicePluginOptions,
  type NvidiaGpuOperatorOptions,
} from '../../../constructs/index';
import { certificate, type Every, flag, halfOf, oddText, secretKey, someOf, word } from './parts';

/** By what the registry of a chart is reached, which is one of OCI then. */
type HelmAccess = 'credentials' | 'ca';

const delivery = fc
  .constantFrom('ApplyOnce', 'Reconcile')
  .map((strategy) => Delivery.clusterResourceSet({ strategy }));
const extraArgs = fc.constantFrom({}, { v: '4' });
const cloudConf = fc.constantFrom({}, { LoadBalancer: { 'create-monitor': true } });
/** Image of a mirror with or without a tag and a digest. */
const mirrored = fc
  .tuple(
    word,
    word,
    fc.constantFrom('', ':stable'),
    fc.constantFrom('', `@sha256:${'ab'.repeat(32)}`),
  )
  .map(([host, path, tag, digest]) => `${host}.example:5000/${path}${tag}${digest}`);
const schedule = fc.constantFrom('0 */6 * * *', '30 3 * * 0', '@daily');

const controllerManager = someOf<Omit<Every<CloudControllerManagerOptions>, 'version'>>({
  image: mirrored,
  credentialsSecret: word,
  clusterName: word,
  loadBalancerProvider: fc.constantFrom('amphora', 'ovn'),
  cloudConf,
  extraArgs,
  delivery,
});
const storageClass = fc
  .tuple(
    word,
    halfOf({
      volumeType: word,
      availabilityZone: word,
      fsType: fc.constantFrom('ext4', 'xfs'),
      reclaimPolicy: fc.constantFrom('Delete', 'Retain'),
      volumeBindingMode: fc.constantFrom('WaitForFirstConsumer', 'Immediate'),
      allowVolumeExpansion: flag,
    }),
  )
  .map(([name, rest]) => ({ name, ...rest }));
const cinder = someOf<Omit<Every<CinderCsiOptions>, 'version'>>({
  images: halfOf<Every<CinderImages>>({
    plugin: mirrored,
    attacher: mirrored,
    provisioner: mirrored,
    resizer: mirrored,
    snapshotter: mirrored,
    registrar: mirrored,
    livenessProbe: mirrored,
  }),
  credentialsSecret: word,
  clusterName: word,
  storageClasses: fc.uniqueArray(storageClass, { maxLength: 2, selector: ({ name }) => name }),
  topology: flag,
  snapshots: flag,
  cloudConf,
  delivery,
});
const autoscaler = someOf<Omit<Every<ClusterAutoscalerOptions>, 'version'>>({
  image: mirrored,
  expander: fc.constantFrom<NonNullable<ClusterAutoscalerOptions['expander']>[]>(
    'least-waste',
    'random',
    ['most-pods', 'least-waste', 'random'],
  ),
  placement: fc.oneof(
    fc.constant(AutoscalerPlacement.managementCluster()),
    word.map((kubeconfigSecret) => AutoscalerPlacement.workloadCluster({ kubeconfigSecret })),
  ),
  scaleDownUnneededTime: fc.constant(Duration.minutes(5)),
  scaleDownUtilizationThreshold: fc.constantFrom(0.3, 0.7),
  balanceSimilarNodeGroups: flag,
  extraArgs,
  delivery,
});
const defragmentation = halfOf<Every<EtcdDefragmentationOptions>>({
  schedule,
  timeout: fc.constant(Duration.minutes(2)),
  image: word.map((host) => `${host}.example/etcd:3.5.21-0`),
  delivery,
});
const backup = fc
  .tuple(
    word,
    word,
    fc.oneof(
      word.map(BackupCredentials.fromClusterSecret),
      word.map(BackupCredentials.fromResourceSetSecret),
    ),
    halfOf({
      prefix: word.map((folder) => `${folder}/`),
      region: word,
      certificateAuthority: certificate,
      schedule,
      retentionDays: fc.integer({ min: 1, max: 99 }),
      delivery,
    }),
  )
  .map(([host, bucket, credentials, rest]) => ({
    endpoint: `https://${host}.example`,
    bucket: `${bucket}-backup`,
    credentials,
    ...rest,
  }));
const devicePlugin = halfOf<Omit<Every<NvidiaDevicePluginOptions>, 'version'>>({
  runtimeHandler: word,
  image: mirrored,
  delivery,
});
const helmValues = fc
  .dictionary(word, fc.oneof(oddText, flag, fc.integer()), { maxKeys: 3, noNullPrototype: true })
  .map((inner) => ({ ...inner, nested: inner }));
const helmChart = fc
  .tuple(
    word,
    word,
    fc.constantFrom('1.2.3', 'v0.9.0-rc.1'),
    halfOf({ releaseName: word, namespace: word, values: helmValues }),
    halfOf<Omit<Every<HelmFlags>, HelmAccess | 'wait' | 'waitForJobs'> & { timeout: Duration }>({
      atomic: flag,
      skipCRDs: flag,
      disableHooks: flag,
      takeOwnership: flag,
      cleanupOnFail: flag,
      maxHistory: fc.integer({ min: 1, max: 99 }),
      timeout: fc.constantFrom(Duration.seconds(1), Duration.hours(2)),
    }),
    fc.constantFrom({}, { wait: true }, { wait: true, waitForJobs: true }),
    halfOf<Pick<Every<HelmFlags>, HelmAccess>>({
      credentials: secretKey,
      ca: word.map((name) => ({ name, key: 'ca.crt' })),
    }),
  )
  .map(([chart, host, version, rest, flags, waits, access]) =>
    Addon.helmChart('chart', {
      chart,
      repository: `${Object.keys(access).length > 0 ? 'oci' : 'https'}://${host}.example/charts`,
      version,
      ...rest,
      ...flags,
      ...waits,
      ...access,
    }),
  );
const gpuOperator = halfOf<Omit<Every<NvidiaGpuOperatorOptions>, 'version'>>({
  repository: word.map((host) => `https://${host}.example/nvidia`),
  driver: flag,
  toolkit: flag,
  values: helmValues,
});
const manifest = fc.tuple(word, oddText).map(([name, value]) =>
  ManifestSource.text(
    JSON.stringify({
      apiVersion: 'v1',
      kind: 'ConfigMap',
      metadata: { name, namespace: 'default' },
      data: { value },
    }),
  ),
);

/** What pools need of the addons, or the addons of pools. */
export interface AddonNeeds {
  /** Whether pools have ranks, by which the autoscaler expands. */
  readonly ranked: boolean;
  /** Whether a pool has graphics processors of NVIDIA. */
  readonly gpu: boolean;
  /** Whether etcd is elsewhere. */
  readonly externalEtcd: boolean;
  /** Whether the management cluster has the add-on provider for Helm. */
  readonly helm: boolean;
}

/** Addons of a cluster, each kind once. */
export function addons(needs: AddonNeeds): fc.Arbitrary<readonly Addon[]> {
  const { ranked, gpu, externalEtcd, helm } = needs;
  const own: fc.Arbitrary<Addon | undefined>[] = [
    maybe(controllerManager.map(Addon.openStackCloudControllerManager)),
    maybe(cinder.map(Addon.cinderCsi)),
    maybe(manifest.map((source) => Addon.manifest('own', source))),
    ranked
      ? fc.constant(Addon.clusterAutoscaler({ expander: 'priority' }))
      : maybe(autoscaler.map(Addon.clusterAutoscaler)),
  ];
  if (!externalEtcd) {
    own.push(
      maybe(defragmentation.map(Addon.etcdDefragmentation)),
      maybe(backup.map(Addon.etcdBackup)),
    );
  }
  if (helm) own.push(maybe(helmChart));
  if (gpu) {
    const plugin = devicePlugin.map(Addon.nvidiaDevicePlugin);
    own.push(maybe(helm ? fc.oneof(plugin, gpuOperator.map(Addon.nvidiaGpuOperator)) : plugin));
  }
  return fc.tuple(...own).map((all) => all.flatMap((addon) => addon ?? []));
}

function maybe<T>(arbitrary: fc.Arbitrary<T>): fc.Arbitrary<T | undefined> {
  return fc.option(arbitrary, { nil: undefined, freq: 2 });
}
