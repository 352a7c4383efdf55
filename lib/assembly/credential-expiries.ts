export { expiriesOf } from '../openstack/model/credential-expiry';
