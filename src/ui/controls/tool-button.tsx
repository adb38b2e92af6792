import { ActionIcon } from '@mantine/core';
import type { ReactNode, Ref } from 'react';

/** A button that is only an icon; its name is its tooltip. */
export function ToolButton({
  label,
  children,
  onClick,
  disabled = false,
  pressed,
  ref,
}: {
  readonly label: string;
  readonly children: ReactNode;
  readonly onClick?: () => void;
  readonly disabled?: boolean;
  readonly pressed?: boolean;
  readonly ref?: Ref<HTMLButtonElement>;
}) {
  return (
    <ActionIcon
      ref={ref ?? null}
      aria-label={label}
      title={label}
      aria-pressed={pressed}
      disabled={disabled}
      onClick={onClick}
    >
      {children}
    </ActionIcon>
  );
}
