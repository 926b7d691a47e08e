import { expose } from 'comlink';
import { PART_THREAD, serveParts } from '../import/parts/part-thread';
import { createEngine } from './engine';

// The engine starts threads of this same script to read large files.
if ((globalThis as { name?: string }).name === PART_THREAD) serveParts();
else expose(createEngine());
