import type { ChannelName } from '../../src-shared/channel-names.ts';
import type { RequestOf, ResponseOf } from '../../src-shared/channels.ts';
import type { HandlersOf } from './calls.ts';

/** The bridge's channels as calls. The bridge itself answers `cancelRequest`. */
export type BridgeCalls = {
  [Name in Exclude<ChannelName, 'cancelRequest'>]: {
    request: RequestOf<Name>;
    response: ResponseOf<Name>;
  };
};

/** The handlers of the bridge. Each feature provides its own; `index.ts` merges them. */
export type BridgeHandlers = HandlersOf<BridgeCalls>;
