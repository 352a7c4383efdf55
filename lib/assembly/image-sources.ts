export { pullSources } from '../kubeadm/model/pull-sources';
