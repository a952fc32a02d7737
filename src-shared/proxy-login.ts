import { z } from 'zod';
import { longestProxyPassword, longestProxyUserName } from './limits.ts';

/** A proxy that asks for a user name and a password. The page shows it to the user. */
export interface ProxyQuestion {
  questionId: string;
  /** The proxy's host and port. */
  proxy: string;
  /** Whether the proxy refused what was entered before. */
  wasRefused: boolean;
}

const proxyCredentialsSchema = z.object({
  userName: z.string().min(1).max(longestProxyUserName),
  password: z.string().max(longestProxyPassword),
});

export const answerProxyRequestSchema = z.object({
  questionId: z.uuid(),
  /** `null` if the user canceled. */
  credentials: proxyCredentialsSchema.nullable(),
});

export type ProxyCredentials = z.infer<typeof proxyCredentialsSchema>;
export type AnswerProxyRequest = z.infer<typeof answerProxyRequestSchema>;
