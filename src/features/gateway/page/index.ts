import { pageKind } from '../../../ui/browser/page-kind';
import { engineOf } from '../../../ui/context';
import type { FeaturePage } from '../../../ui/feature-page';
import type { GatewayCalls } from '../calls';
import { GatewayContext } from './context';
import { Gateway } from './gateway';
import { createGateway } from './state';

/** Fetching from the Qualys Gateway; its screen stands on the Gateway page only. */
export const GATEWAY_PAGE: FeaturePage = {
  screens:
    pageKind() === 'gateway'
      ? [{ id: 'gateway', label: 'Gateway', needsDataset: false, component: Gateway }]
      : [],
  start: (app) => {
    const gateway = createGateway(engineOf<GatewayCalls>(app), app.session, app.goToOpened);
    return { provider: GatewayContext.provider(gateway) };
  },
};
