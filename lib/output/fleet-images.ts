import { workloadIn } from '../addons/rules/workloads';
import { pullSources } from '../assembly/image-sources';
import type { AssembledCluster } from '../assembly/model';
import type { RenderedObject } from '../assembly/render-cluster';
import { mapAt, mapsAt, valueAt } from '../base/value-at';
import {
  type ImageReference,
  imageLocation,
  imageText,
  tryParseImage,
} from '../cluster/model/image-reference';
import { type ImageDigests, pinnedImage } from '../cluster/model/images';
import { nestedObjects } from './nested-objects';

/** Cluster that pulls an image. */
export interface ImagePull {
  /** Construct path of the cluster. */
  readonly cluster: string;
  /** Whether it is a management or a workload cluster. */
  readonly kind: 'management' | 'workload';
  /**
   * Servers in the order in which they are tried: the mirrors of the machines, and the registry unless only mirrors are used.
   * Mirrors of a management cluster are unknown.
   */
  readonly from: readonly string[];
}

/** Image that machines of a fleet pull. */
export interface FleetImage {
  /** Image reference; with a digest only if the program gives one. */
  readonly image: string;
  /** Digest that is written next to the tag; absent if none is known. */
  readonly digest?: string;
  /** Whether a digest can be written: kubeadm always uses tags for its own images. */
  readonly pinnable: boolean;
  /** Registry of the image. */
  readonly registry: string;
  /** Clusters that pull it, and from which servers. */
  readonly pulls: readonly ImagePull[];
}

/** Source of images that are known only after it is installed. */
export interface UnlistedImages {
  /** Construct path of the addon, or of the cluster. */
  readonly path: string;
  /** What is installed, such as a chart, or what chooses the image. */
  readonly what: string;
}

/** Images of a fleet. */
export interface FleetImages {
  /** File of their digests. */
  readonly file: string;
  /** Images by their names. */
  readonly images: readonly FleetImage[];
  /** Other sources of images. */
  readonly unlisted: readonly UnlistedImages[];
}

/** Registry of kubeadm's images. */
const KUBEADM_REGISTRY = 'registry.k8s.io';
const KUBEADM_IMAGES = [
  'kube-apiserver',
  'kube-controller-manager',
  'kube-scheduler',
  'kube-proxy',
] as const;

/** Collects the images of a fleet, cluster by cluster. */
export class ImageCollector {
  private readonly found = new Map<string, { pinnable: boolean; pulls: Map<string, ImagePull> }>();
  private readonly unlisted: UnlistedImages[] = [];

  constructor(
    private readonly file: string,
    private readonly digests: ImageDigests | undefined,
  ) {}

  /** Adds the images of a cluster's objects, of their payloads, and of kubeadm. */
  add(model: AssembledCluster, objects: readonly Pick<RenderedObject, 'object'>[]): void {
    const { path } = model;
    const management = path.slice(0, path.lastIndexOf('/'));
    this.addObjects(objects, {
      management: (registry) => ({ cluster: management, kind: 'management', from: [registry] }),
      workload: (registry) => ({
        cluster: path,
        kind: 'workload',
        from: pullSources(model, registry),
      }),
    });
    this.unlisted.push(
      ...unlistedOf(model),
      ...objects.flatMap(({ object }) => kubeadmChoice(path, object)),
    );
  }

  /** Adds the images of objects that a management cluster runs, or carries for unknown workload clusters. */
  addManagement(cluster: string, objects: readonly Pick<RenderedObject, 'object'>[]): void {
    this.addObjects(objects, {
      management: (registry) => ({ cluster, kind: 'management', from: [registry] }),
      workload: (registry) => ({ cluster, kind: 'workload', from: [registry] }),
    });
  }

  private addObjects(
    objects: readonly Pick<RenderedObject, 'object'>[],
    pullBy: Readonly<Record<ImagePull['kind'], (registry: string) => ImagePull>>,
  ): void {
    for (const { object } of objects) {
      for (const nested of nestedObjects(object)) {
        // The object itself is applied in the management cluster, its payload in a workload cluster.
        const pull = nested === object ? pullBy.management : pullBy.workload;
        for (const { pod } of workloadIn(nested)) {
          for (const image of podImages(pod)) this.note(image, true, pull);
        }
        for (const image of kubeadmImages(nested)) this.note(image, false, pullBy.workload);
      }
    }
  }

  /** All images added so far. */
  images(): FleetImages {
    const names = [...this.found.keys()].sort();
    return {
      file: this.file,
      images: names.flatMap((image) => {
        const facts = this.found.get(image);
        if (facts === undefined) return [];
        const [, digest] = pinnedImage(image, this.digests).split('@');
        return [
          {
            image,
            ...(digest === undefined || image.includes('@') ? {} : { digest }),
            pinnable: facts.pinnable,
            registry: registryOf(image),
            pulls: [...facts.pulls].sort(byKey).map(([, pull]) => pull),
          },
        ];
      }),
      unlisted: this.unlisted,
    };
  }

  private note(
    written: string,
    pinnable: boolean,
    pullFrom: (registry: string) => ImagePull,
  ): void {
    const image = this.asGiven(written);
    const facts = this.found.get(image) ?? { pinnable, pulls: new Map<string, ImagePull>() };
    this.found.set(image, { pinnable: facts.pinnable || pinnable, pulls: facts.pulls });
    const pull = pullFrom(registryOf(image));
    facts.pulls.set(`${pull.cluster} ${pull.kind}`, pull);
  }

  /** Image without a digest that comes from the images file and not from the program. */
  private asGiven(written: string): string {
    const { digest: _, ...tagged } = tryParseImage(written) ?? { repository: written };
    const image = imageText(tagged);
    return pinnedImage(image, this.digests) === written ? image : written;
  }
}

function registryOf(image: string): string {
  return imageLocation(tryParseImage(image) ?? { repository: image }).registry;
}

function byKey([a]: readonly [string, unknown], [b]: readonly [string, unknown]): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

function podImages(pod: unknown): readonly string[] {
  const containers = ['initContainers', 'containers', 'ephemeralContainers'].flatMap((list) =>
    mapsAt(pod, list).map(([{ image }]) => image),
  );
  const volumes = mapsAt(pod, 'volumes').map(([volume]) => valueAt(volume, 'image', 'reference'));
  return [...containers, ...volumes].filter((image): image is string => typeof image === 'string');
}

/** Images of a kubeadm control plane whose tags follow from its version. */
function kubeadmImages(object: unknown): readonly string[] {
  if (valueAt(object, 'kind') !== 'KubeadmControlPlane') return [];
  const spec = mapAt(object, 'spec');
  const configuration = mapAt(spec, 'kubeadmConfigSpec', 'clusterConfiguration');
  const { imageRepository = KUBEADM_REGISTRY } = configuration;
  const tag = String(spec.version);
  const own = KUBEADM_IMAGES.map((name) =>
    imageText({ repository: `${imageRepository}/${name}`, tag }),
  );
  const dnsRepository =
    imageRepository === KUBEADM_REGISTRY ? `${KUBEADM_REGISTRY}/coredns` : imageRepository;
  return [
    ...own,
    ...ownImage(configuration, imageRepository, 'etcd', 'etcd', 'local'),
    ...ownImage(configuration, dnsRepository, 'coredns', 'dns'),
  ];
}

/** Image of a component with its own tag. */
function ownImage(
  configuration: unknown,
  shared: unknown,
  name: string,
  ...way: readonly string[]
): readonly string[] {
  const { imageRepository = shared, imageTag } = mapAt(configuration, ...way);
  if (typeof imageTag !== 'string') return [];
  const reference: ImageReference = { repository: `${imageRepository}/${name}`, tag: imageTag };
  return [imageText(reference)];
}

/** Images whose tags kubeadm chooses because the program sets none: etcd, CoreDNS and the sandbox. */
function kubeadmChoice(path: string, object: unknown): readonly UnlistedImages[] {
  if (valueAt(object, 'kind') !== 'KubeadmControlPlane') return [];
  const spec = mapAt(object, 'spec', 'kubeadmConfigSpec');
  const configuration = mapAt(spec, 'clusterConfiguration');
  const skipped = valueAt(spec, 'initConfiguration', 'skipPhases');
  const phases = Array.isArray(skipped) ? skipped : [];
  const hasOwnEtcd = valueAt(configuration, 'etcd', 'external') === undefined;
  const hasDns = !phases.includes('addon') && !phases.includes('addon/coredns');
  const names = [
    ...(hasOwnEtcd && !hasTag(configuration, 'etcd', 'local') ? ['etcd'] : []),
    ...(hasDns && !hasTag(configuration, 'dns') ? ['CoreDNS'] : []),
    'pause',
  ];
  const what = `${names.join(', ')}, whose tags kubeadm ${String(valueAt(object, 'spec', 'version'))} and the container runtime choose`;
  return [{ path, what }];
}

function hasTag(configuration: unknown, ...way: readonly string[]): boolean {
  return typeof valueAt(configuration, ...way, 'imageTag') === 'string';
}

function unlistedOf({ addons }: AssembledCluster): readonly UnlistedImages[] {
  return addons.flatMap(({ path, helmChart, type, carriedTexts, unreadable, version }) => {
    if (helmChart !== undefined) {
      return [{ path, what: `chart ${helmChart.chart} ${helmChart.version}` }];
    }
    const downloads = type === 'calico' && carriedTexts === undefined && unreadable === undefined;
    return downloads ? [{ path, what: `downloaded manifests of Calico ${version}` }] : [];
  });
}
