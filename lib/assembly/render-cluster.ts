import { renderHelmChart } from '../addons/render/helm-chart';
import { renderResourceSets } from '../addons/render/resource-set';
import type { Manifest } from '../base/manifest';
import type { EmitDocuments } from '../base/yaml-documents';
import { largestSize } from '../cluster/model/node-pool';
import { zoneParts } from '../cluster/model/pool-zones';
import { renderClusterObject, renderNamespace } from '../cluster/render/cluster';
import { controlPlaneName, type RenderContext, renderContext } from '../cluster/render/context';
import { renderDrainRule } from '../cluster/render/drain-rule';
import { renderHealthCheck } from '../cluster/render/health-check';
import type { InfrastructureRenderer } from '../cluster/render/infrastructure';
import { renderMachineTemplate } from '../cluster/render/machine-template';
import { managementObject } from '../cluster/render/management-object';
import { CONTROL_PLANE_LABEL } from '../cluster/render/metadata';
import { poolIdentity, renderMachineDeployment } from '../cluster/render/pool';
import { withoutSubstitution } from '../cluster/render/substitution';
import {
  inOrder,
  type NeutralForm,
  type TemplateSpec,
  templateSpec,
  withHashedName,
} from '../cluster/render/template';
import {
  BOOTSTRAP_TEMPLATE_KIND,
  renderBootstrapTemplate,
} from '../kubeadm/render/bootstrap-template';
import { renderControlPlane } from '../kubeadm/render/control-plane';
import { kubeadmContract } from '../kubeadm/render/kubeadm-contracts';
import { poolParts } from '../kubeadm/render/pool-parts';
import { renderSecretSources, secretKey } from '../secrets/render/secret-sources';
import { clusterSecrets } from './cluster-secrets';
import type { AssembledCluster, AssembledPool } from './model';
import { orderedModel } from './ordered-model';
import { providerOfCluster } from './provider-registry';

/** File of an object, unless the layout splits it further. */
export type Section = 'cluster' | 'pools' | 'addons';

/** Object of a cluster, ready to be written. */
export interface RenderedObject {
  /** Name of the object within its cluster, such as `pool/workers/machineTemplate`. */
  readonly key: string;
  /** File of the object. */
  readonly section: Section;
  /** Pool or addon that the object belongs to; empty for objects of the cluster itself. */
  readonly group: string;
  /** Construct path for messages. */
  readonly path: string;
  /** The object itself. */
  readonly object: Manifest;
  /** Whether the object can contain credentials in plain text. */
  readonly plaintext: boolean;
  /** Whether a user added the object to the generated ones. */
  readonly added?: boolean;
}

/** Changes one object of a cluster; returns a new object and leaves the given one unchanged. */
export type PatchObject = (key: string, object: Manifest) => Manifest;

/** Options of {@link renderCluster}. */
export interface RenderOptions {
  /** Writer of the YAML texts that ConfigMaps and Secrets contain. */
  readonly emitDocuments: EmitDocuments;
  /**
   * Final change to every object; the names of templates are derived from the result.
   *
   * @default - objects are not changed
   */
  readonly patch?: PatchObject;
}

/** Renders the objects of a cluster without mistakes, in the order of its files. */
export function renderCluster(
  model: AssembledCluster,
  options: RenderOptions,
): readonly RenderedObject[] {
  return new ClusterRenderer(orderedModel(model), options).render();
}

class ClusterRenderer {
  private readonly context: RenderContext<AssembledCluster>;
  private readonly infrastructure: InfrastructureRenderer<AssembledCluster>;
  private readonly objects: RenderedObject[] = [];
  private readonly patch: PatchObject;
  private place: Pick<RenderedObject, 'section' | 'group' | 'path'>;

  constructor(
    private readonly cluster: AssembledCluster,
    private readonly options: RenderOptions,
  ) {
    this.infrastructure = providerOfCluster(cluster).renderer;
    this.context = renderContext(cluster, this.infrastructure);
    this.patch = options.patch ?? ((_, object) => object);
    this.place = { section: 'cluster', group: '', path: cluster.path };
  }

  render(): readonly RenderedObject[] {
    this.renderCore();
    this.renderControlPlane();
    this.renderBeside();
    this.renderDrainRules();
    for (const pool of this.cluster.pools) this.renderPool(pool);
    for (const addon of this.cluster.addons) this.renderAddon(addon);
    return this.objects;
  }

  private renderCore(): void {
    const { cluster, context, infrastructure } = this;
    if (cluster.ownsNamespace) this.add('namespace', renderNamespace(context));
    for (const one of infrastructure.before?.(cluster) ?? [])
      this.add(one.key, one.object, one.plaintext);
    for (const object of renderSecretSources(clusterSecrets(cluster), this.options.emitDocuments)) {
      this.add(secretKey(object.metadata.name), object);
    }
    this.add('cluster', renderClusterObject(context));
    this.add('infrastructure', infrastructure.cluster(context));
  }

  private renderControlPlane(): void {
    const { cluster, context, infrastructure } = this;
    const { controlPlane } = cluster;
    const name = controlPlaneName(cluster);
    const neutral = infrastructure.neutralMachine?.(cluster);
    const machine = infrastructure.machineData(cluster, 'controlPlane', controlPlane);
    const spec = templateSpec(cluster, neutral, infrastructure.machineSpec(cluster, machine));
    this.place = { section: 'cluster', group: '', path: controlPlane.path };
    const template = this.template(
      'controlPlaneMachineTemplate',
      renderMachineTemplate(context, name, spec.spec),
      spec,
      neutral,
    );
    const { emitDocuments } = this.options;
    this.add(
      'controlPlane',
      renderControlPlane(context, template.object.metadata.name, emitDocuments),
    );
    this.objects.push(template);
    if (controlPlane.healthCheck !== undefined) {
      const checked = { matchLabels: { [CONTROL_PLANE_LABEL]: '' }, count: controlPlane.replicas };
      const check = renderHealthCheck(context, name, controlPlane.healthCheck, checked);
      this.add('controlPlaneHealthCheck', check);
    }
  }

  private renderBeside(): void {
    const { cluster, context, infrastructure } = this;
    for (const { key, object, path = cluster.path } of infrastructure.beside?.(context) ?? []) {
      this.place = { section: 'cluster', group: '', path };
      this.add(key, object);
    }
  }

  private renderDrainRules(): void {
    const { cluster, context } = this;
    for (const rule of cluster.drainRules ?? []) {
      this.place = { section: 'cluster', group: '', path: rule.path };
      this.add(`drainRule/${rule.name}`, renderDrainRule(context, rule));
    }
  }

  private renderPool(pool: AssembledPool): void {
    const { context } = this;
    const { deploymentName, healthCheck } = pool;
    const key = `pool/${pool.name}`;
    const parts = poolParts(context, pool, this.options.emitDocuments);
    this.place = { section: 'pools', group: pool.name, path: pool.path };
    const machine = this.template(
      `${key}/machineTemplate`,
      renderMachineTemplate(context, deploymentName, parts.machineTemplate.spec),
      parts.machineTemplate,
      this.infrastructure.neutralMachine?.(this.cluster),
    );
    const bootstrap = this.template(
      `${key}/bootstrapTemplate`,
      renderBootstrapTemplate(context, pool, parts, machine.object.metadata.name),
      parts.bootstrapTemplate,
      kubeadmContract(context.core).neutralBootstrap,
    );
    const names = {
      machine: machine.object.metadata.name,
      bootstrap: bootstrap.object.metadata.name,
      bootstrapKind: BOOTSTRAP_TEMPLATE_KIND,
    };
    const zones = zoneParts(pool);
    for (const zone of zones) {
      const own = zone === pool ? parts : poolParts(context, zone, this.options.emitDocuments);
      this.add(
        `${key}/machineDeployment${zoneKey(zone, pool)}`,
        renderMachineDeployment(context, zone, own, names),
      );
    }
    this.objects.push(machine, bootstrap);
    if (healthCheck === undefined) return;
    for (const zone of zones) {
      const checked = {
        matchLabels: poolIdentity(context, zone),
        count: largestSize(zone),
      };
      const check = renderHealthCheck(context, zone.deploymentName, healthCheck, checked);
      this.add(`${key}/healthCheck${zoneKey(zone, pool)}`, check);
    }
  }

  private renderAddon(addon: AssembledCluster['addons'][number]): void {
    const { cluster, context, options } = this;
    const key = `addon/${addon.name}`;
    this.place = { section: 'addons', group: addon.name, path: addon.path };
    const { sets, resources } = renderResourceSets(context, addon, options.emitDocuments);
    sets.forEach((set, index) => {
      this.add(index === 0 ? `${key}/resourceSet` : `${key}/resourceSet-${index + 1}`, set);
    });
    for (const { object, kind, plainName } of resources) {
      if (object === undefined) continue;
      const plaintext = addon.plaintextCredentials && kind === 'Secret';
      this.add(`${key}/payload/${plainName}`, object, plaintext);
    }
    if (addon.helmChart !== undefined) {
      const { helmChart, name } = addon;
      const chart = renderHelmChart(cluster, name, helmChart, options.emitDocuments);
      this.add(`${key}/helmChart`, chart);
    }
    for (const object of addon.managementObjects) {
      const { kind, metadata } = object;
      this.add(`${key}/management/${kind}/${metadata.name}`, managementObject(cluster, object));
    }
  }

  private add(key: string, object: Manifest, plaintext = false): void {
    const patched = this.patch(key, object);
    const isOurs = this.place.section !== 'addons';
    this.objects.push(this.rendered(key, isOurs ? this.inOrder(patched) : patched, plaintext));
  }

  private template(
    key: string,
    object: Manifest,
    known: TemplateSpec,
    neutral: NeutralForm | undefined,
  ): RenderedObject {
    const { cluster } = this;
    const written = this.inOrder(this.patch(key, object));
    const plain = cluster.templateNames === 'plain';
    return this.rendered(key, plain ? written : withHashedName(cluster, neutral, written, known));
  }

  private inOrder(object: Manifest): Manifest {
    const spec = inOrder(this.cluster, object.spec);
    return spec === object.spec ? object : { ...object, spec };
  }

  private rendered(key: string, object: Manifest, plaintext = false): RenderedObject {
    return { key, ...this.place, object: withoutSubstitution(object), plaintext };
  }
}

/** Returns the key suffix of an object that a pool has in each of its zones. */
function zoneKey(zone: AssembledPool, pool: AssembledPool): string {
  return zone === pool ? '' : `/${zone.failureDomain}`;
}
