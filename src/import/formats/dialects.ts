import type { RecordDialect } from '../json/dialects';
import { GATEWAY } from './gateway';
import { QPS } from './qps';
import { VM_HOSTS } from './vm-hosts';

/** Every kind of record that JSON and XML may hold. The first one whose signature an object has counts. */
export const DIALECTS: readonly RecordDialect[] = [GATEWAY, QPS, VM_HOSTS];
