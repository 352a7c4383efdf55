import * as openstack from '@pulumi/openstack';
import type { GetAuthScopeArgs } from '@pulumi/openstack/identity';
import type { CustomResource, CustomResourceOptions, InvokeOptions } from '@pulumi/pulumi';
import type { LookupKind, ResourceKind } from '../plan/plan';

/** Class of a Pulumi resource, whose arguments the plan has checked. */
export type ResourceClass = new (
  name: string,
  args: never,
  options?: CustomResourceOptions,
) => CustomResource;

/** Function that looks up an existing object. */
export type LookupFunction = (args: never, options?: InvokeOptions) => Promise<unknown>;

const { compute, dns, identity, images, loadbalancer, networking } = openstack;

/** Classes of the resources that a plan creates. */
export const RESOURCE_CLASSES: Readonly<Record<ResourceKind, ResourceClass>> = {
  network: networking.Network,
  subnet: networking.Subnet,
  router: networking.Router,
  routerInterface: networking.RouterInterface,
  securityGroup: networking.SecGroup,
  securityGroupRule: networking.SecGroupRule,
  loadBalancer: loadbalancer.LoadBalancer,
  listener: loadbalancer.Listener,
  pool: loadbalancer.Pool,
  monitor: loadbalancer.Monitor,
  port: networking.Port,
  floatingIP: networking.FloatingIp,
  floatingIPAssociation: networking.FloatingIpAssociate,
  serverGroup: compute.ServerGroup,
  keyPair: compute.Keypair,
  image: images.Image,
  applicationCredential: identity.ApplicationCredential,
  recordSet: dns.RecordSet,
};

/** Functions for the lookups of a plan. */
export const LOOKUP_FUNCTIONS: Readonly<Record<LookupKind, LookupFunction>> = {
  network: networking.getNetwork,
  subnet: networking.getSubnet,
  router: networking.getRouter,
  dnsZone: dns.getDnsZone,
  authScope,
};

/** Returns the scope of the user who provisions, with role names. */
async function authScope(args: GetAuthScopeArgs, options?: InvokeOptions) {
  const scope = await identity.getAuthScope(args, options);
  return { ...scope, roleNames: scope.roles.map(({ roleName }) => roleName).sort() };
}
