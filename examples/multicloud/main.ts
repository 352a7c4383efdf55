import { Fleet, ManagementCluster, Providers } from '../../constructs/index';
import { aws, openStack, vSphere } from './clouds';
import { addProduction } from './production';

export const fleet = new Fleet({ outdir: 'build/multicloud' });
const hub = new ManagementCluster(fleet, 'hub', {
  providers: Providers.stable('1.13', { infrastructure: ['openstack', 'aws', 'vsphere'] }),
});

addProduction(hub, 'rented', openStack(fleet));
addProduction(hub, 'public', aws(fleet));
addProduction(hub, 'own', vSphere(fleet));

fleet.run();
