import { isMap } from '../../base/is-map';
import { loadYaml } from '../../base/load-yaml';
import { RBAC_GROUP } from './service-account';

/** RBAC rule of a role, in the form of Kubernetes. */
export interface InstallerRule {
  /** API groups; `''` is the core group. */
  readonly apiGroups: readonly string[];
  /** Resources, by plural name. */
  readonly resources: readonly string[];
  /** Allowed verbs. */
  readonly verbs: readonly string[];
  /**
   * Names of the only objects that the rule applies to.
   *
   * @default - every object
   */
  readonly resourceNames?: readonly string[];
}

/** Permissions that the Job has while it works. */
export interface InstallerRights {
  /** Rules in the whole cluster. */
  readonly clusterWide: readonly InstallerRule[];
  /** Rules in the Job's own namespace. */
  readonly ownNamespace: readonly InstallerRule[];
}

/** Namespace of the Job and of Calico itself. */
export const INSTALLER_NAMESPACE = 'kube-system';

const APPLY = ['get', 'create', 'patch'];
const EXTENSIONS = 'apiextensions.k8s.io';
const ROLES = ['clusterroles', 'roles'];
/** Verbs needed to grant permissions that one does not have. */
const GRANT = ['bind', 'escalate'];

/** Permissions to apply Calico's released manifests, whose roles have names that the next release may change. */
export const RELEASED_RIGHTS: InstallerRights = {
  clusterWide: [
    { apiGroups: [EXTENSIONS], resources: ['customresourcedefinitions'], verbs: APPLY },
    { apiGroups: [RBAC_GROUP], resources: ['clusterrolebindings'], verbs: APPLY },
    { apiGroups: [RBAC_GROUP], resources: ['clusterroles'], verbs: [...APPLY, ...GRANT] },
  ],
  ownNamespace: [
    { apiGroups: [''], resources: ['configmaps', 'serviceaccounts', 'services'], verbs: APPLY },
    { apiGroups: ['apps'], resources: ['daemonsets', 'deployments'], verbs: APPLY },
    { apiGroups: ['policy'], resources: ['poddisruptionbudgets'], verbs: APPLY },
  ],
};

const KEPT = 16;
const rightsOfTexts = new Map<string, InstallerRights>();

/** Computes the permissions to apply the objects of a text, and no others. */
export function rightsToApply(text: string): InstallerRights {
  const known = rightsOfTexts.get(text);
  if (known !== undefined) return known;
  const rights = neededRights(objectsOf(text));
  if (rightsOfTexts.size >= KEPT) rightsOfTexts.clear();
  rightsOfTexts.set(text, rights);
  return rights;
}

/** Object of a manifest, with the fields that permissions depend on. */
interface AppliedObject {
  readonly group: string;
  readonly kind: string;
  readonly name: string;
  readonly namespace: string | undefined;
  /** Role that a binding grants. */
  readonly role: string | undefined;
  /** Kind that a CustomResourceDefinition defines, with its plural name. */
  readonly defines: { readonly kind: string; readonly plural: string } | undefined;
}

function neededRights(objects: readonly AppliedObject[]): InstallerRights {
  const defined = new Map(
    objects.flatMap(({ name, defines }) =>
      defines === undefined
        ? []
        : [[`${name.slice(name.indexOf('.') + 1)}/${defines.kind}`, defines.plural] as const],
    ),
  );
  const own = objects.filter(({ namespace }) => namespace === INSTALLER_NAMESPACE);
  const others = objects.filter(({ namespace }) => namespace !== INSTALLER_NAMESPACE);
  return { clusterWide: rulesFor(others, defined), ownNamespace: rulesFor(own, defined) };
}

function rulesFor(
  objects: readonly AppliedObject[],
  defined: ReadonlyMap<string, string>,
): readonly InstallerRule[] {
  const names = new Map<string, Set<string>>();
  const bound = new Set<string>();
  for (const { group, kind, name, role } of objects) {
    const key = `${group}/${pluralOf(group, kind, defined)}`;
    names.set(key, (names.get(key) ?? new Set()).add(name));
    if (role !== undefined) bound.add(role);
  }
  const rules = [...names.keys()].sort().map((key): InstallerRule => {
    const [group = '', resource = ''] = key.split('/');
    const verbs = ROLES.includes(resource) ? [...APPLY, 'escalate'] : APPLY;
    const resourceNames = [...(names.get(key) ?? [])].sort();
    return { apiGroups: [group], resources: [resource], verbs, resourceNames };
  });
  if (bound.size === 0) return rules;
  const bind = { apiGroups: [RBAC_GROUP], resources: ROLES, verbs: ['bind'] };
  return [...rules, { ...bind, resourceNames: [...bound].sort() }];
}

/** Returns the plural of a kind; `*` for a group that neither Kubernetes nor the text defines. */
function pluralOf(group: string, kind: string, defined: ReadonlyMap<string, string>): string {
  const known = defined.get(`${group}/${kind}`);
  if (known !== undefined) return known;
  if (group.includes('.') && !group.endsWith('.k8s.io')) return '*';
  const singular = kind.toLowerCase();
  if (singular === 'endpoints') return singular;
  if (/[^aeiou]y$/.test(singular)) return `${singular.slice(0, -1)}ies`;
  return /(s|x|ch)$/.test(singular) ? `${singular}es` : `${singular}s`;
}

function objectsOf(text: string): readonly AppliedObject[] {
  const loaded = loadYaml(text);
  if (!('documents' in loaded)) return [];
  return loaded.documents.flatMap(withItems).flatMap(appliedObject);
}

/** Returns the objects of a List, or the object itself. */
function withItems(document: unknown): readonly unknown[] {
  if (!isMap(document) || document.kind !== 'List') return [document];
  return Array.isArray(document.items) ? document.items : [];
}

function appliedObject(object: unknown): readonly AppliedObject[] {
  if (!isMap(object)) return [];
  const { kind, metadata, roleRef, spec } = object;
  const { name, namespace } = isMap(metadata) ? metadata : {};
  if (typeof kind !== 'string' || typeof name !== 'string') return [];
  const apiVersion = String(object.apiVersion);
  const role = isMap(roleRef) ? roleRef.name : undefined;
  const names = kind === 'CustomResourceDefinition' && isMap(spec) ? spec.names : undefined;
  return [
    {
      group: apiVersion.includes('/') ? apiVersion.slice(0, apiVersion.indexOf('/')) : '',
      kind,
      name,
      namespace: typeof namespace === 'string' ? namespace : undefined,
      role: typeof role === 'string' ? role : undefined,
      defines: isMap(names)
        ? { kind: String(names.kind), plural: name.slice(0, name.indexOf('.')) }
        : undefined,
    },
  ];
}
