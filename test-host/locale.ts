/** Returns the language of the system: `--lang=vi-VN`, else `LANG`, else English. */
export function localeOf(args: readonly string[], env: NodeJS.ProcessEnv): string {
  const named = args.find((arg) => arg.startsWith('--lang='))?.slice('--lang='.length);
  const tag = named ?? env.LANG?.split('.')[0]?.replace('_', '-') ?? '';
  return ['', 'C', 'POSIX'].includes(tag) ? 'en-US' : tag;
}
