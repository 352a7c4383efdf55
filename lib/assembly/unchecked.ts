/** Something that can go wrong without a rule, because the program does not say enough about it. */
export interface Unchecked {
  /** What is not checked, as a sentence. */
  readonly what: string;
  /** Why it is not checked, and what to do about it. */
  readonly why: string;
  /** Public source of the reason, `project@version:path`. */
  readonly source: string;
}

const CONFIGURATION = 'CAPO@v0.14.7:docs/book/src/clusteropenstack/configuration.md';
const RESOURCE_SET =
  'CAPI@v1.14.0:core/reconcilers/clusterresourceset/clusterresourceset_controller.go';
const CLUSTER_WEBHOOK = 'CAPO@v0.14.7:pkg/webhooks/openstackcluster_webhook.go';
const NETWORKING = 'CAPO@v0.14.7:pkg/cloud/services/networking/network.go';
const BALANCER = 'CAPO@v0.14.7:pkg/cloud/services/loadbalancer/loadbalancer.go';
const VERSIONS = 'CAPI@v1.14.0:docs/book/src/reference/versions.md';

/** Management clusters. */
const MANAGEMENT: readonly Unchecked[] = [
  {
    what: 'The releases in `providers` are the ones that run.',
    why: 'Only the management cluster knows them. Pass its CRDs as `crds` of the fleet to check against them in full.',
    source: VERSIONS,
  },
  {
    what: 'Objects of the OpenStack provider 0.15 match the CRDs of its release.',
    why: 'There is no release yet. The bundled schemas come from a snapshot of its main branch (2026-08-21). Pass the CRDs of your release as `crds` of the fleet to check against them in full.',
    source: 'CAPO@v0.15.0-beta.0:docs/book/src/topics/crd-changes/v1beta1-to-v1beta2.md',
  },
  {
    what: 'Objects of other projects in the API groups of Cluster API are valid.',
    why: 'Their schemas are not bundled. Pass their CRDs as `crds` of the fleet to check against them in full.',
    source: VERSIONS,
  },
  {
    what: 'The feature gates in `providers` are enabled.',
    why: 'They are flags of the controller managers.',
    source: 'CAPI@v1.14.0:feature/feature.go',
  },
  {
    what: 'Cluster API 1.11 and 1.12, and provider 0.13, accept manifests that are written for another minor.',
    why: 'They have no profile, so nothing was checked against their CRDs. Pass these as `crds` of the fleet.',
    source: VERSIONS,
  },
  {
    what: 'The OpenStack resource controller is installed with the provider, from 0.12 on.',
    why: 'No manifest of a cluster needs it, but the provider does not start without it.',
    source: CONFIGURATION,
  },
  {
    what: 'Nobody else applies the same objects in another API version.',
    why: 'The library writes each kind in one version; what others write is unknown.',
    source: VERSIONS,
  },
  {
    what: 'Changes of the program are allowed for existing objects.',
    why: 'Webhooks reject changes of immutable fields (most of OpenStackCluster, regions, removal of managed security groups, the etcd of a control plane, strategy and selector of a ClusterResourceSet) by comparing with the running object. A program states only the desired state.',
    source: CLUSTER_WEBHOOK,
  },
  {
    what: 'A version upgrade skips no minor, and is not a downgrade.',
    why: 'The program does not contain the running version; the webhook rejects skipping a minor.',
    source: 'CAPI@v1.14.0:controlplane/kubeadm/webhooks/admission/kubeadmcontrolplane.go',
  },
  {
    what: 'A pool with an older minor and fixed `replicas` keeps its number of machines.',
    why: 'The control plane is upgraded first, so its pools are older for a while. Until they are upgraded, no machine is created for them: not for more `replicas`, not for a deleted machine, and not for one that a health check finds unhealthy.',
    source: 'CAPI@v1.14.0:core/reconcilers/machineset/machineset_preflight.go',
  },
  {
    what: 'CoreDNS can be migrated to the release that goes with a new version.',
    why: 'It depends on the running release.',
    source: 'CAPI@v1.14.0:controlplane/kubeadm/webhooks/admission/kubeadmcontrolplane.go',
  },
  {
    what: 'Unhealthy machines can be replaced.',
    why: 'Whether enough etcd members are left is only known when it happens.',
    source: 'CAPI@v1.14.0:docs/book/src/tasks/automated-machine-management/healthchecking.md',
  },
  {
    what: 'A stuck rollout finds the templates that it still needs.',
    why: 'Templates have annotations against pruning, but nothing stops their deletion by hand.',
    source: 'CAPI@v1.14.0:core/reconcilers/machineset/machineset_controller.go',
  },
  {
    what: 'A pool that is removed from the program is removed from the cloud.',
    why: 'Argo CD does not prune objects that have an owner. Write `replicas: 0` first, then delete the MachineDeployment.',
    source: 'argoproj/gitops-engine@master:pkg/cache/cluster.go',
  },
  {
    what: 'Clusters are deleted by deleting the Cluster object, after their load balancers and volumes are deleted.',
    why: 'Cluster API does not know the cloud resources that Services and volume claims created.',
    source: 'CPO@HEAD:pkg/openstack/loadbalancer.go',
  },
  {
    what: 'A move to another management cluster includes everything.',
    why: 'Credentials are labeled for the move; objects of the OpenStack resource controller must be labeled by hand.',
    source: CONFIGURATION,
  },
  {
    what: 'Secrets that files, `encryption` and `audit` name are moved with the cluster.',
    why: 'Nothing owns them, so they stay where they are. Label them with `clusterctl.cluster.x-k8s.io/move`.',
    source: 'CAPI@v1.14.0:cmd/clusterctl/client/cluster/objectgraph.go',
  },
  {
    what: 'Machines get changes in a Secret that their files come from.',
    why: 'They are replaced when its name changes. Give a Secret with new content a new name.',
    source: 'CAPI@v1.14.0:docs/book/src/tasks/updating-machine-templates.md',
  },
];

/** Clouds. */
const CLOUDS: readonly Unchecked[] = [
  {
    what: 'A lookup by name or tags finds exactly one resource.',
    why: 'Only the cloud knows. `capi-fleet preview` and `up` check it.',
    source: NETWORKING,
  },
  {
    what: "A machine has a port on its cluster's network if the two are looked up in different ways.",
    why: "Only the cloud knows whether an ID, a name and tags lead to the same network. A port without `network` is always on the cluster's network.",
    source: 'CAPO@v0.14.7:controllers/openstackmachine_controller.go',
  },
  {
    what: 'A lookup of security groups finds only the intended ones.',
    why: 'The provider uses every group that a filter finds.',
    source: 'CAPO@v0.14.7:pkg/cloud/services/networking/securitygroups.go',
  },
  {
    what: 'A network without `subnets` has at most two, of different families.',
    why: 'Only the cloud knows its subnets. Name the ones that machines should use.',
    source: 'CAPO@v0.14.7:controllers/openstackcluster_controller.go',
  },
  {
    what: 'A network that is given by ID is an external one.',
    why: 'The provider does not check it; `capi-fleet preview` and `up` do.',
    source: NETWORKING,
  },
  {
    what: 'No resource of somebody else has a name by which the provider adopts and deletes resources.',
    why: 'Load balancers, listeners, networks, groups, ports and volumes are found only by name. `capi-fleet preview` and `up` check those that this program creates.',
    source: 'CAPO@v0.14.7:pkg/utils/names/names.go',
  },
  {
    what: 'Two clouds of a program, or two programs, do not use the same project.',
    why: 'Credentials do not show which project they belong to. Names of clusters must be unique in a project anyway.',
    source: 'CAPO@v0.14.7:pkg/utils/names/names.go',
  },
  {
    what: 'A given floating IP belongs to the project.',
    why: 'Only the cloud knows; only an administrator can allocate a chosen address.',
    source: 'CAPO@v0.14.7:pkg/cloud/services/networking/floatingip.go',
  },
  {
    what: 'The driver and the flavor of a load balancer exist.',
    why: 'With unknown ones, the provider emits an event and uses the default of the cloud.',
    source: BALANCER,
  },
  {
    what: 'An existing load balancer matches the program.',
    why: 'The provider uses the first one with its name unchanged, whatever its network, flavor and driver.',
    source: BALANCER,
  },
  {
    what: 'The default driver of the cloud supports access lists if `allowedCidrs` is given without a `provider`.',
    why: 'Only drivers that are named are known not to support them.',
    source: BALANCER,
  },
  {
    what: 'The cloud has the microversions and extensions that the program needs.',
    why: 'Tags of servers, trunks, device tags and multi-attached volumes are optional features of a cloud.',
    source: CONFIGURATION,
  },
  {
    what: 'There are enough hosts for a server group.',
    why: 'Nova does not show its hosts to users.',
    source: 'openstack/nova@master:doc/source/admin/scheduling.rst',
  },
  {
    what: 'Rules that are added by hand to a managed security group are kept.',
    why: 'They are not: the provider removes them. Add them to the program.',
    source: 'CAPO@v0.14.7:pkg/cloud/services/networking/securitygroups.go',
  },
];

/** AWS accounts. */
const ACCOUNT: readonly Unchecked[] = [
  {
    what: 'An AWS account has the zones, images, instance types and instance profiles that are named, and enough quota and capacity for them.',
    why: 'Only the account knows. Machines that cannot be created wait, with the reason in their conditions.',
    source: 'CAPA@v2.11.1:docs/book/src/topics/using-clusterawsadm-to-fulfill-prerequisites.md',
  },
  {
    what: 'An image matches the architecture of its instance type.',
    why: 'A lookup uses the newest image with the name. Name arm64 images explicitly, or look them up by their own name.',
    source: 'CAPA@v2.11.1:pkg/cloud/services/ec2/ami.go',
  },
  {
    what: "Bootstrap data fits into EC2's 16 KiB if `userDataStore` is `user-data`.",
    why: 'It is compressed first, and the compressed size is not known in advance. The other stores have room for more.',
    source: 'CAPA@v2.11.1:pkg/cloud/services/userdata/utils.go',
  },
  {
    what: 'A namespace is allowed to use the identity of its cluster if somebody else writes the identity.',
    why: 'The namespaces that the identity allows are not in the program. The provider reports a mismatch in the conditions of the cluster.',
    source: 'CAPA@v2.11.1:pkg/cloud/scope/session.go',
  },
];

/** Hetzner Cloud projects. */
const PROJECT: readonly Unchecked[] = [
  {
    what: 'A Hetzner Cloud project has the server types, images, SSH keys and load balancers that are named, and enough quota and capacity for them.',
    why: 'Only the project knows, and only Hetzner knows what is sold out. Machines that cannot be created wait, with the reason in their conditions. Names are checked against `images` and `sshKeys` of the project.',
    source: 'CAPH@v1.1.8:pkg/services/hcloud/server/server.go',
  },
  {
    what: 'There is an image with the given name for the architecture of each server type.',
    why: 'The provider looks up name and architecture together. A snapshot label may or may not exist for each architecture.',
    source: 'CAPH@v1.1.8:pkg/services/hcloud/server/server.go',
  },
  {
    what: 'Nobody can reach machines at their public addresses.',
    why: 'The provider creates no firewall. Use a firewall of the project with a label selector, or `publicNetwork` without addresses.',
    source: 'CAPH@v1.1.8:pkg/services/hcloud/server/server.go',
  },
  {
    what: 'Machines without a public address can reach registries and the Hetzner API.',
    why: 'A gateway of the private network and a route to it are not in the program.',
    source: 'CAPH@v1.1.8:docs/caph/03-reference/03-hcloud-machine-template.md',
  },
];

/** Machines and workload clusters. */
const MACHINES: readonly Unchecked[] = [
  {
    what: 'A label `kubernetes.io/arch` matches the machines.',
    why: 'The architecture of flavors and images is not known here. The label is needed for a pool that scales from zero, and harmful only if it does not match.',
    source: 'kubernetes/kubernetes@master:pkg/kubelet/kubelet_node_status.go',
  },
  {
    what: 'An image has the kubelet, the container runtime and the boot format that a machine needs.',
    why: 'A name shows at most the version, and Glance does not know more.',
    source: 'CAPI@v1.14.0:docs/book/src/tasks/upgrading-clusters.md',
  },
  {
    what: 'Disks with names other than `/dev/vdb` and the like, or with a tag, exist.',
    why: 'The built-in disks of a server, and the device names on its bus, depend on the image and the host.',
    source: 'openstack/nova@master:nova/virt/libvirt/blockinfo.py',
  },
  {
    what: 'ConfigMaps and Secrets that your own ClusterResourceSet names and another program writes have the right type and size.',
    why: 'Those in the folder of the same cluster are checked.',
    source: RESOURCE_SET,
  },
  {
    what: 'Secrets that a program names exist, with the intended keys and contents.',
    why: 'They are kept out of the repository on purpose.',
    source: 'kubernetes/website@main:content/en/docs/concepts/security/secrets-good-practices.md',
  },
  {
    what: 'User data is as small as estimated.',
    why: 'Certificates and values from Secrets are added later; the sizes here are estimates with a margin.',
    source: 'openstack/nova@master:doc/source/user/user-data.rst',
  },
  {
    what: 'Issuers of users do not give the same name to two people.',
    why: 'Two issuers with one prefix may be the same issuer that moves to another URL. If they are not, give `ClaimMapping.claim` different prefixes. Expressions are parsed, but the contents of a token are not known.',
    source:
      'kubernetes/website@main:content/en/docs/reference/access-authn-authz/authentication.md',
  },
  {
    what: 'An external endpoint leads to the control plane, and its DNS name to the endpoint.',
    why: 'The program says that somebody else manages it.',
    source: 'CAPO@v0.14.7:controllers/openstackcluster_controller.go',
  },
  {
    what: 'Nodes have the labels that a selector requires, of domains whose labels operators set.',
    why: 'Labels of pools, labels without a domain and role labels are known; others are assumed to exist.',
    source:
      'kubernetes/website@main:content/en/docs/concepts/scheduling-eviction/assign-pod-node.md',
  },
  {
    what: 'Files that arguments of components name, such as `audit-policy-file`, exist.',
    why: 'The image, a command or a volume may provide them. Without them the component does not start.',
    source: 'kubernetes/website@main:content/en/docs/tasks/debug/debug-cluster/audit.md',
  },
  {
    what: 'A pool outside of its bounds is scaled back into them.',
    why: 'The autoscaler does that only if one of its flags is set.',
    source: 'CA@cluster-autoscaler-1.36.1:cluster-autoscaler/FAQ.md',
  },
  {
    what: 'Pods of your own addon that others wait for tolerate uninitialized nodes.',
    why: 'For your own objects, it is not known which addon must come first.',
    source: 'CAPI@v1.14.0:api/core/v1beta2/common_types.go',
  },
  {
    what: 'The objects of an addon are ready before the next addon is applied.',
    why: 'A ClusterResourceSet does not wait, and retries what failed.',
    source: RESOURCE_SET,
  },
  {
    what: 'Your own objects that are delivered with `Reconcile` can be patched; Jobs are refused.',
    why: 'Fields that a manifest does not have are removed from the running object: webhooks and Services lose what controllers have filled in. Choose `ApplyOnce` for them.',
    source: 'CAPI@v1.14.0:core/reconcilers/clusterresourceset/clusterresourceset_scope.go',
  },
  {
    what: 'Objects that are changed or deleted by hand in a cluster, or removed from an addon, are corrected.',
    why: 'A ClusterResourceSet reapplies only what changed in the program, and deletes nothing.',
    source: RESOURCE_SET,
  },
  {
    what: 'Pod packets that the network plugin does not encapsulate, such as IPv6 next to IP-in-IP, can leave the ports of machines.',
    why: 'Allowed address pairs, disabled port security, or a Neutron without filtering let them pass, which is not known here.',
    source: 'openstack/neutron@master:neutron/db/allowedaddresspairs_db.py',
  },
  {
    what: 'A Calico release supports the Kubernetes version.',
    why: 'Calico tests some minors with each release and publishes no table to check against.',
    source: 'projectcalico/calico@v3.30.2:manifests/calico.yaml',
  },
];

/** Everything that can go wrong without a rule, by place. */
export const UNCHECKED: Readonly<Record<string, readonly Unchecked[]>> = {
  'On management clusters': MANAGEMENT,
  'In clouds': CLOUDS,
  'In an account of AWS': ACCOUNT,
  'In a project of Hetzner Cloud': PROJECT,
  'On machines and in clusters': MACHINES,
};
