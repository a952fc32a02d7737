/** The app's sign: one line in, three lines out, as a switchboard does. */
export function AppMark({ size }: { size: number }) {
  return (
    <svg width={size} height={size} viewBox="0 0 48 48" fill="none" aria-hidden="true">
      <rect width="48" height="48" rx="12" fill="var(--mantine-primary-color-filled)" />
      <g stroke="#fff" strokeWidth="2.75" strokeLinecap="round" strokeLinejoin="round">
        <path d="M17.5 24h15M19 21.5c3.5-2.5 4.5-8 12.5-8M19 26.5c3.5 2.5 4.5 8 12.5 8" />
      </g>
      <g fill="#fff">
        <circle cx="14" cy="24" r="4.25" />
        <circle cx="34" cy="13.5" r="3" />
        <circle cx="34" cy="24" r="3" />
        <circle cx="34" cy="34.5" r="3" />
      </g>
    </svg>
  );
}
