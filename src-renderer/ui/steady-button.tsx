import { Button, type ButtonProps } from '@mantine/core';
import type { ComponentProps } from 'react';

interface SteadyButtonProps
  extends
    Omit<ButtonProps, 'loading' | 'disabled'>,
    Pick<ComponentProps<'button'>, 'type' | 'autoFocus' | 'aria-label' | 'onClick'> {
  /** What the button does is not finished yet: it shows a loader. */
  isPending?: boolean;
  unavailable?: boolean;
}

/**
 * A button that does nothing while it is pending or unavailable, and keeps the focus. Use it if its own click makes it
 * so: a disabled button loses the focus, and the next Tab would start at the top of the page.
 */
export function SteadyButton(props: SteadyButtonProps) {
  const { isPending, unavailable = false, onClick, ...button } = props;
  const isBlocked = unavailable || isPending === true;
  return (
    <Button
      {...button}
      {...(isPending !== undefined && { loading: isPending })}
      {...(unavailable && { 'data-disabled': true })}
      aria-disabled={isBlocked}
      onClick={(event) => {
        // Enter in a form clicks its button.
        if (isBlocked) event.preventDefault();
        else onClick?.(event);
      }}
      // Without Mantine's `disabled`, which belongs to its `loading`.
      renderRoot={(root) => <button {...root} disabled={false} />}
    />
  );
}
