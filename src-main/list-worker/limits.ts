import type { ResourceLimits } from 'node:worker_threads';

/**
 * A page's text, its parsed rows and their JSON are garbage a moment later, but V8 lets a heap grow to a part of its
 * limit before it looks. With these, a run of a thousand pages takes half the memory; 500,000 tenants have room.
 */
export const workerLimits: ResourceLimits = {
  maxYoungGenerationSizeMb: 8,
  maxOldGenerationSizeMb: 256,
};
