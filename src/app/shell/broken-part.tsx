import { Button, CloseButton, Group } from '@mantine/core';
import { Component, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { create } from 'zustand';
import { CopyDetails } from './copy-details.tsx';
import { isMissingPart } from './missing-part.ts';
import { Slip } from './slip.tsx';

interface Broken {
  readonly error: Error;
  readonly place: string;
}

const useBroken = create<{ readonly broken: Broken | null }>(() => ({ broken: null }));

interface Props {
  /** Which part of the page: goes into the details. */
  readonly place: string;
  readonly children: ReactNode;
  /** Closes what could not be shown, so that it can be asked for again. */
  readonly onBroken?: () => void;
}

/**
 * Around what the page works without (a dialog, a tool over the map): when it breaks or does not come, it is left out and
 * {@link BrokenPart} says so, and all the rest stays as it is.
 */
export class PartBoundary extends Component<Props, { readonly isBroken: boolean }> {
  override state = { isBroken: false };

  static getDerivedStateFromError(): { isBroken: boolean } {
    return { isBroken: true };
  }

  override componentDidCatch(thrown: unknown): void {
    const error = thrown instanceof Error ? thrown : new Error(String(thrown));
    useBroken.setState({ broken: { error, place: this.props.place } });
    this.props.onBroken?.();
  }

  override render(): ReactNode {
    return this.state.isBroken ? null : this.props.children;
  }
}

/** The slip about the part that broke last. */
export function BrokenPart() {
  const { t } = useTranslation();
  const broken = useBroken((state) => state.broken);
  if (broken === null) return null;
  const isMissing = isMissingPart(broken.error);
  return (
    <Slip
      title={t(isMissing ? 'crash.missingTitle' : 'crash.title')}
      body={[t(isMissing ? 'crash.missing' : 'crash.body')]}
    >
      <Group gap={8} justify="flex-end" style={{ flex: 'none' }}>
        <Button onClick={() => location.reload()}>{t('crash.reload')}</Button>
        <CopyDetails error={broken.error} place={broken.place} />
      </Group>
      <CloseButton
        size="sm"
        aria-label={t('inspector.close')}
        onClick={() => useBroken.setState({ broken: null })}
      />
    </Slip>
  );
}
