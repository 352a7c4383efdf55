import { describeClustersAtOnce } from '../support/clusters-at-once';

describeClustersAtOnce(200, 180);
