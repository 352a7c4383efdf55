/** Something that goes wrong and no rule finds, for a program does not say enough about it. */
export interface Unchecked {
  /** What is not checked, as a sentence. */
  readonly what: string;
  /** Why it is not, and what to do about it. */
  readonly why: string;
  /** Public source that says so, `project@version:path`. */
  readonly source: string;
}

const CONFIGURATION = 'CAPO@v0.14.7:docs/book/src/clusteropenstack/configuration.md';
const RESOURCE_SET =
  'CAPI@v1.14.0:core/reconcilers/clusterresourceset/clusterresourceset_controller.go';
const CLUSTER_WEBHOOK = 'CAPO@v0.14.7:pkg/webhooks/openstackcluster_webhook.go';
const NETWORKING = 'CAPO@v0.14.7:pkg/cloud/services/networking/network.go';
const BALANCER = 'CAPO@v0.14.7:pkg/cloud/services/loadbalancer/loadbalancer.go';
const VERSIONS = 'CAPI@v1.14.0:docs/book/src/reference/versions.md';

/** What runs on management clusters. */
const MANAGEMENT: readonly Unchecked[] = [
  {
    what: 'The releases that `providers` names are those that run.',
    why: 'Only the management cluster knows. Its own CRDs, given as `crds` of the fleet, are checked in full.',
    source: VERSIONS,
  },
  {
    what: 'Objects of the OpenStack provider 0.15 fit the CRDs of its release.',
    why: 'There is no release yet. The bundled schemas are of a snapshot of its main branch (2026-08-21). Pass the CRDs of your release as `crds` of the fleet to check against them in full.',
    source: 'CAPO@v0.15.0-beta.0:docs/book/src/topics/crd-changes/v1beta1-to-v1beta2.md',
  },
  {
    what: 'Kinds of other projects in the API groups of Cluster API are written as they should be.',
    why: 'Their schemas are not bundled. Their CRDs, given as `crds` of the fleet, are checked in full.',
    source: VERSIONS,
  },
  {
    what: 'The feature gates that `providers` names are on.',
    why: 'They are flags of the managers.',
    source: 'CAPI@v1.14.0:feature/feature.go',
  },
  {
    what: 'Cluster API 1.11 and 1.12, and provider 0.13, take manifests that are written for another minor.',
    why: 'They have no profile, so that nothing was held against their CRDs. Give these as `crds` of the fleet.',
    source: VERSIONS,
  },
  {
    what: 'The OpenStack resource controller is installed beside the provider from 0.12 on.',
    why: 'No manifest of a cluster needs it; the provider does not start without.',
    source: CONFIGURATION,
  },
  {
    what: 'Nobody else applies the same objects in another API version.',
    why: 'Each kind is written in one version here; what others write is not known.',
    source: VERSIONS,
  },
  {
    what: 'Objects that a program changes may be changed.',
    why: 'Fields that are fixed once an object is made (most of OpenStackCluster, regions, managed security groups that are taken away, the etcd of a control plane, strategy and selector of a ClusterResourceSet) are known to the webhooks, which compare with what runs. A program says what shall be, not what was.',
    source: CLUSTER_WEBHOOK,
  },
  {
    what: 'A version skips no minor, and does not go back.',
    why: 'The version that runs is not in the program; the webhook refuses to skip a minor.',
    source: 'CAPI@v1.14.0:controlplane/kubeadm/webhooks/admission/kubeadmcontrolplane.go',
  },
  {
    what: 'A pool of an older minor with fixed `replicas` keeps their number.',
    why: 'While the control plane is upgraded first, its pools are older; no machine is made for them until they are upgraded, be it for more `replicas`, for one that is deleted or for one that a health check finds broken.',
    source: 'CAPI@v1.14.0:core/reconcilers/machineset/machineset_preflight.go',
  },
  {
    what: 'CoreDNS can be migrated to the release that goes with a new version.',
    why: 'It depends on the release that runs.',
    source: 'CAPI@v1.14.0:controlplane/kubeadm/webhooks/admission/kubeadmcontrolplane.go',
  },
  {
    what: 'Machines that are broken can be replaced.',
    why: 'Whether enough members of etcd are left shows when it happens.',
    source: 'CAPI@v1.14.0:docs/book/src/tasks/automated-machine-management/healthchecking.md',
  },
  {
    what: 'A rollout that is stuck finds the templates that it still needs.',
    why: 'Templates carry annotations against pruning; whoever deletes them by hand is not asked.',
    source: 'CAPI@v1.14.0:core/reconcilers/machineset/machineset_controller.go',
  },
  {
    what: 'A pool that leaves the program leaves the cloud.',
    why: 'Argo CD prunes nothing that has an owner. Write `replicas: 0` first, then delete the MachineDeployment.',
    source: 'argoproj/gitops-engine@master:pkg/cache/cluster.go',
  },
  {
    what: 'Clusters are deleted by deleting the Cluster object, after their load balancers and volumes.',
    why: 'Cluster API knows nothing of what Services and claims have made in the cloud.',
    source: 'CPO@HEAD:pkg/openstack/loadbalancer.go',
  },
  {
    what: 'What is moved to another management cluster is all there is.',
    why: 'Credentials are labelled to be moved; objects of the OpenStack resource controller must be labelled by hand.',
    source: CONFIGURATION,
  },
  {
    what: 'Secrets that files, `encryption` and `audit` name are moved with the cluster.',
    why: 'Nothing owns them, so that they stay where they are. Label them `clusterctl.cluster.x-k8s.io/move`.',
    source: 'CAPI@v1.14.0:cmd/clusterctl/client/cluster/objectgraph.go',
  },
  {
    what: 'Machines get what has changed in a Secret that they take files from.',
    why: 'They are replaced when its name changes. Give a Secret of new content a new name.',
    source: 'CAPI@v1.14.0:docs/book/src/tasks/updating-machine-templates.md',
  },
];

/** What is in clouds. */
const CLOUDS: readonly Unchecked[] = [
  {
    what: 'A lookup by name or tags finds exactly one thing.',
    why: 'Only the cloud knows. `capi-fleet preview` and `up` ask it.',
    source: NETWORKING,
  },
  {
    what: "A machine has a port on its cluster's network, where the two are looked up in different ways.",
    why: 'An identifier, a name and tags may lead to one network, which only the cloud knows. A port without `network` is sure to be there.',
    source: 'CAPO@v0.14.7:controllers/openstackmachine_controller.go',
  },
  {
    what: 'A lookup of security groups finds no more than are meant.',
    why: 'The provider takes every group that a filter finds.',
    source: 'CAPO@v0.14.7:pkg/cloud/services/networking/securitygroups.go',
  },
  {
    what: 'A network without `subnets` has two at most, of different families.',
    why: 'Only the cloud knows its subnets. Name those that machines shall use.',
    source: 'CAPO@v0.14.7:controllers/openstackcluster_controller.go',
  },
  {
    what: 'A network that is given by its id is an external one.',
    why: 'The provider does not look; `capi-fleet preview` and `up` do.',
    source: NETWORKING,
  },
  {
    what: 'Nothing of somebody else has a name by which the provider adopts and deletes.',
    why: 'Load balancers, listeners, networks, groups, ports and volumes are found by name alone. `capi-fleet preview` and `up` look for those that this program makes.',
    source: 'CAPO@v0.14.7:pkg/utils/names/names.go',
  },
  {
    what: 'Two clouds of a program, or two programs, are not one project.',
    why: 'Credentials do not say which project they lead to. Names of clusters must differ in it all the same.',
    source: 'CAPO@v0.14.7:pkg/utils/names/names.go',
  },
  {
    what: 'A floating address that is given belongs to the project.',
    why: 'Only the cloud knows; to make a chosen address takes an administrator.',
    source: 'CAPO@v0.14.7:pkg/cloud/services/networking/floatingip.go',
  },
  {
    what: 'The driver and the flavor of a load balancer exist.',
    why: 'With unknown ones the provider says so in an event and takes the default of the cloud.',
    source: BALANCER,
  },
  {
    what: 'A load balancer that is there already is as the program says.',
    why: 'The provider takes the first of its name as it is, whatever its network, flavor and driver.',
    source: BALANCER,
  },
  {
    what: 'The default driver of the cloud has access lists, where `allowedCidrs` is given without a `provider`.',
    why: 'Only drivers by their names are known to have none.',
    source: BALANCER,
  },
  {
    what: 'The cloud has the microversions and extensions that are asked for.',
    why: 'Tags of servers, trunks, device tags and multi-attached volumes are extras of a cloud.',
    source: CONFIGURATION,
  },
  {
    what: 'A server group has hosts enough.',
    why: 'Nova knows its hosts, and tells users nothing of them.',
    source: 'openstack/nova@master:doc/source/admin/scheduling.rst',
  },
  {
    what: 'Rules that are added by hand to a managed security group stay.',
    why: 'They do not: the provider takes them away. Add them to the program.',
    source: 'CAPO@v0.14.7:pkg/cloud/services/networking/securitygroups.go',
  },
];

/** What is in an account of AWS. */
const ACCOUNT: readonly Unchecked[] = [
  {
    what: 'An account of AWS has the zones, images, instance types and instance profiles that are named, and room for them.',
    why: 'Only the account knows. Machines that it cannot make wait, and say why in their conditions.',
    source: 'CAPA@v2.11.1:docs/book/src/topics/using-clusterawsadm-to-fulfill-prerequisites.md',
  },
  {
    what: 'An image has the architecture of its instance type.',
    why: 'A lookup takes the newest image of the name. Images of arm64 are named, or looked up by a name of their own.',
    source: 'CAPA@v2.11.1:pkg/cloud/services/ec2/ami.go',
  },
  {
    what: "What machines are told fits into EC2's 16 KiB, where `userDataStore` is `user-data`.",
    why: 'It is packed before, and how small that makes it, only packing says. The other stores have room for more.',
    source: 'CAPA@v2.11.1:pkg/cloud/services/userdata/utils.go',
  },
  {
    what: 'A namespace may use the identity of its cluster, where somebody else writes the identity.',
    why: 'What it allows is not in the program. The provider says so in the conditions of the cluster.',
    source: 'CAPA@v2.11.1:pkg/cloud/scope/session.go',
  },
];

/** What is in a project of Hetzner Cloud. */
const PROJECT: readonly Unchecked[] = [
  {
    what: 'A project of Hetzner Cloud has the server types, images, SSH keys and load balancers that are named, and room for them.',
    why: 'Only the project knows, and only Hetzner what is sold out. Machines that it cannot make wait, and say why in their conditions. `images` and `sshKeys` of a project are held against what is named.',
    source: 'CAPH@v1.1.8:pkg/services/hcloud/server/server.go',
  },
  {
    what: 'There is an image of a name for the architecture of each server type.',
    why: 'The provider looks for the two together. A label of snapshots may be on one for each architecture, or not.',
    source: 'CAPH@v1.1.8:pkg/services/hcloud/server/server.go',
  },
  {
    what: 'Nobody reaches machines at their public addresses.',
    why: 'The provider makes no firewall. One of the project with a label selector applies to them; so does `publicNetwork` without addresses.',
    source: 'CAPH@v1.1.8:pkg/services/hcloud/server/server.go',
  },
  {
    what: 'Machines without a public address reach registries and the API of Hetzner.',
    why: 'A gateway of the private network and a route to it are not in the program.',
    source: 'CAPH@v1.1.8:docs/caph/03-reference/03-hcloud-machine-template.md',
  },
];

/** What is on machines and in clusters. */
const MACHINES: readonly Unchecked[] = [
  {
    what: 'A label `kubernetes.io/arch` says what the machines are.',
    why: 'Flavors and images do not tell their architecture here. The label is of use for a pool that comes from zero, and wrong only where it does not fit.',
    source: 'kubernetes/kubernetes@master:pkg/kubelet/kubelet_node_status.go',
  },
  {
    what: 'An image has the kubelet, the container runtime and the boot format that a machine needs.',
    why: 'A name says at most the version. Glance says no more.',
    source: 'CAPI@v1.14.0:docs/book/src/tasks/upgrading-clusters.md',
  },
  {
    what: 'Disks by other names than `/dev/vdb` and the like, or a tag, are there.',
    why: 'What a server has by itself, and what its bus is called, depends on the image and the host.',
    source: 'openstack/nova@master:nova/virt/libvirt/blockinfo.py',
  },
  {
    what: 'ConfigMaps and Secrets that a ClusterResourceSet of your own names, and another program writes, are of the right type and size.',
    why: 'Those that stand beside it in the folder of its cluster are looked into.',
    source: RESOURCE_SET,
  },
  {
    what: 'Secrets that a program names exist, with the keys and contents that are meant.',
    why: 'They are kept out of the repository on purpose.',
    source: 'kubernetes/website@main:content/en/docs/concepts/security/secrets-good-practices.md',
  },
  {
    what: 'User data are as small as they are reckoned.',
    why: 'Certificates and what comes from Secrets are put in later; the sizes here are estimates with room.',
    source: 'openstack/nova@master:doc/source/user/user-data.rst',
  },
  {
    what: 'Issuers of users do not give one name to two people.',
    why: 'Two issuers with one prefix may be one that moves to another address. Give `ClaimMapping.claim` prefixes that differ where they are not. Expressions are read, but what a token holds is not known.',
    source:
      'kubernetes/website@main:content/en/docs/reference/access-authn-authz/authentication.md',
  },
  {
    what: 'An external endpoint leads to the control plane, and its name to it.',
    why: 'Somebody else keeps it, as the program says.',
    source: 'CAPO@v0.14.7:controllers/openstackcluster_controller.go',
  },
  {
    what: 'Nodes get labels that a selector asks for, of domains that operators set.',
    why: 'Labels of pools, without a domain, and of roles are known; others are taken to be there.',
    source:
      'kubernetes/website@main:content/en/docs/concepts/scheduling-eviction/assign-pod-node.md',
  },
  {
    what: 'Files that arguments of components name, such as `audit-policy-file`, are there.',
    why: 'The image, a command or a volume may bring them. Without them the component does not start.',
    source: 'kubernetes/website@main:content/en/docs/tasks/debug/debug-cluster/audit.md',
  },
  {
    what: 'A pool outside of its bounds is brought back into them.',
    why: 'The autoscaler does that with a flag of its own only.',
    source: 'CA@cluster-autoscaler-1.36.1:cluster-autoscaler/FAQ.md',
  },
  {
    what: 'Pods of an addon of yours that others wait for tolerate nodes that are not yet initialised.',
    why: 'Which addon must be first is not known of objects of your own.',
    source: 'CAPI@v1.14.0:api/core/v1beta2/common_types.go',
  },
  {
    what: 'What an addon delivers is ready before the next is applied.',
    why: 'A ClusterResourceSet waits for nothing, and tries again what failed.',
    source: RESOURCE_SET,
  },
  {
    what: 'Objects of your own that are delivered with `Reconcile` can be patched; Jobs are refused.',
    why: 'What a manifest does not have is taken away from the object that runs: webhooks and Services lose what controllers have filled in. Choose `ApplyOnce` for them.',
    source: 'CAPI@v1.14.0:core/reconcilers/clusterresourceset/clusterresourceset_scope.go',
  },
  {
    what: 'What is changed or deleted by hand in a cluster, or leaves an addon, is put right.',
    why: 'A ClusterResourceSet applies again only what has changed here, and deletes nothing.',
    source: RESOURCE_SET,
  },
  {
    what: 'Packets of pods that no network plugin wraps, such as those of IPv6 beside IP-in-IP, may leave the ports of machines.',
    why: 'They may by address pairs, without port security, or where Neutron filters nothing, which is not known here.',
    source: 'openstack/neutron@master:neutron/db/allowedaddresspairs_db.py',
  },
  {
    what: 'A release of Calico goes with the version of Kubernetes.',
    why: 'Calico tests some minors with each release and publishes no table to check by.',
    source: 'projectcalico/calico@v3.30.2:manifests/calico.yaml',
  },
];

/** Everything that goes wrong and no rule finds, by where it is. */
export const UNCHECKED: Readonly<Record<string, readonly Unchecked[]>> = {
  'On management clusters': MANAGEMENT,
  'In clouds': CLOUDS,
  'In an account of AWS': ACCOUNT,
  'In a project of Hetzner Cloud': PROJECT,
  'On machines and in clusters': MACHINES,
};
