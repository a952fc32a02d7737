import type { BridgeHandlers } from '../rpc/bridge-handlers.ts';
import type { CallContext } from '../rpc/calls.ts';
import type { ProxyLogin } from './proxy-login.ts';

/** The calls that send requests to a server. */
type ServerHandlers = Pick<
  BridgeHandlers,
  | 'addAccount'
  | 'connect'
  | 'testConnection'
  | 'listTenants'
  | 'refreshList'
  | 'checkForUpdates'
  | 'downloadUpdate'
>;

/** Returns the handlers of the question of a proxy. */
export function createProxyHandlers(
  proxyLogin: ProxyLogin,
): Pick<BridgeHandlers, 'getProxyQuestion' | 'answerProxy'> {
  return {
    getProxyQuestion: () => ({ question: proxyLogin.question }),
    answerProxy: (request) => {
      proxyLogin.answer(request);
      return null;
    },
  };
}

/**
 * Wraps the handlers of calls to a server. If the user started a call, it may ask for the proxy's password even if the
 * question was canceled before.
 */
export function askAgainForUser<Handlers extends ServerHandlers>(
  handlers: Handlers,
  proxyLogin: ProxyLogin,
): Handlers {
  const wrap =
    <Request extends object, Response>(
      handler: (request: Request, context: CallContext) => Response,
    ) =>
    (request: Request, context: CallContext) => {
      if (!('isAutomatic' in request && request.isAutomatic === true)) proxyLogin.askAgain();
      return handler(request, context);
    };
  return {
    ...handlers,
    addAccount: wrap(handlers.addAccount),
    connect: wrap(handlers.connect),
    testConnection: wrap(handlers.testConnection),
    listTenants: wrap(handlers.listTenants),
    refreshList: wrap(handlers.refreshList),
    checkForUpdates: wrap(handlers.checkForUpdates),
    downloadUpdate: wrap(handlers.downloadUpdate),
  };
}
