import { describeClustersAtOnce } from '../support/clusters-at-once';

describeClustersAtOnce(20, 20);
