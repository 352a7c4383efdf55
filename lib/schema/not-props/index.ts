import { ADDON_NOT_PROPS } from './addons';
import { CORE_NOT_PROPS } from './core';
import { KUBEADM_NOT_PROPS } from './kubeadm';
import type { NotPropsByKind } from './not-prop';
import { OPENSTACK_NOT_PROPS } from './openstack';
import { SECRET_NOT_PROPS } from './secrets';

/** Fields that no prop writes, by their kinds; a patch of the object writes them all the same. */
export const NOT_PROPS: NotPropsByKind = {
  ...CORE_NOT_PROPS,
  ...KUBEADM_NOT_PROPS,
  ...OPENSTACK_NOT_PROPS,
  ...ADDON_NOT_PROPS,
  ...SECRET_NOT_PROPS,
};
