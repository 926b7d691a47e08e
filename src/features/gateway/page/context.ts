import { createFeatureContext } from '../../../ui/feature-context';
import type { Gateway } from './state';

export const GatewayContext = createFeatureContext<Gateway>('the Gateway');

/** The Gateway's state, for its own screen. */
export const useGateway = GatewayContext.use;
