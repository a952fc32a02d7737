/** The app's logo, the same drawing as build/icon.svg. */
export function AppLogo({ size }: { size: number }) {
  return (
    <svg width={size} height={size} viewBox="100 100 824 824" aria-hidden="true">
      <rect
        x="100"
        y="100"
        width="824"
        height="824"
        rx="186"
        fill="var(--mantine-primary-color-filled)"
      />
      <g fill="#fff">
        <path d="M300 254.5h126a28 28 0 0 1 28 28v99a28 28 0 0 1-28 28h-58a360 360 0 0 0 0 205h58a28 28 0 0 1 28 28v99a28 28 0 0 1-28 28H300a40 40 0 0 1-37-25 540 540 0 0 1 0-465 40 40 0 0 1 37-25z" />
        {[306, 460.5, 615].map((y) => (
          <rect key={y} x="563.5" y={y} width="257.5" height="103" rx="46" />
        ))}
      </g>
    </svg>
  );
}
