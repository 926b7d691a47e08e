import { pageKind } from '../../../ui/browser/page-kind';
import type { FeaturePage } from '../../../ui/feature-page';
import { GatewayContext } from './context';
import { Gateway } from './gateway';
import { createGateway } from './state';

/** Fetching from the Qualys Gateway; its screen stands on the Gateway page only. */
export const GATEWAY_PAGE: FeaturePage = {
  screens:
    pageKind() === 'gateway'
      ? [{ id: 'gateway', label: 'Gateway', needsDataset: false, component: Gateway }]
      : [],
  start: ({ engine, session, goToOpened }) => ({
    provider: GatewayContext.provider(createGateway(engine, session, goToOpened)),
  }),
};
