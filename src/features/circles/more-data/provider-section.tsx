import { Button, Group, SegmentedControl, Select, TextInput } from '@mantine/core';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { createEmbeddedProvider } from '#compute/embedded-provider.ts';
import { isObsolete } from '#compute/protocol.ts';
import type { TravelProvider } from '#core/surface/travel-provider.ts';
import { type Failure, type Result, succeed } from '#core/units/result.ts';
import {
  createValhallaProvider,
  parseServerAddress,
  VALHALLA_COSTINGS,
  type ValhallaCosting,
} from '#data/valhalla/valhalla-provider.ts';
import { serverLook } from '#map/layers/circle-layers.ts';
import { useUnits } from '#state/atlas-data.ts';
import { circleRequestOf } from '#state/circles/circle-questions.ts';
import { circleWorker } from '#state/circles/circle-worker.ts';
import { useProject } from '#state/store.ts';
import { formatCutOff } from '#ui/format/cut-off.ts';
import { useLanguage } from '#ui/i18n/use-language.ts';
import { Notice } from '#ui/panels/notice.tsx';
import { PanelSection } from '#ui/panels/panel-section.tsx';
import classes from '../circles.module.css';
import { extraOutlines } from './extra-outlines.ts';
import { ProviderAnswer } from './provider-answer.tsx';
import { askProvider, type ProviderReading } from './provider-question.ts';
import { useImportFailure } from './use-import-failure.ts';

const KINDS = ['embedded', 'valhalla'] as const;
type ProviderKind = (typeof KINDS)[number];

/**
 * The same question to the embedded engine or to a server that the person names. The address is not kept in the project:
 * opening somebody's project must never make this page ask a server.
 */
export function ProviderSection() {
  const { t } = useTranslation('circles');
  const language = useLanguage();
  const textOf = useImportFailure();
  const circles = useProject((document) => document.circles);
  const units = useUnits();
  const [kind, setKind] = useState<ProviderKind>('embedded');
  const [address, setAddress] = useState('');
  const [costing, setCosting] = useState<ValhallaCosting>('auto');
  const [isAsking, setAsking] = useState(false);
  const [failure, setFailure] = useState<Failure | null>(null);
  const [answered, setAnswered] = useState<ProviderReading | null>(null);
  const controller = useRef<AbortController | null>(null);
  useEffect(() => () => controller.current?.abort(), []);
  useEffect(() => () => extraOutlines.setState({ server: [] }), []);

  const [origin] = circles.origins;
  const from =
    origin === undefined ? undefined : origin.kind === 'point' ? origin.at : units.get(origin.adcode)?.seat;

  const providerOf = (): Result<TravelProvider<AbortSignal>> => {
    if (kind === 'embedded')
      return succeed(
        createEmbeddedProvider(
          circleWorker(),
          t('data.provider.embedded'),
          circleRequestOf(circles, circles.minutes),
        ),
      );
    const checked = parseServerAddress(address);
    if (!checked.ok) return checked;
    return succeed(
      createValhallaProvider({
        address: checked.value,
        costing,
        fetch: (url, init) => fetch(url, { ...init, credentials: 'omit', referrerPolicy: 'no-referrer' }),
      }),
    );
  };
  const ask = async () => {
    if (from === undefined) return;
    const provider = providerOf();
    if (!provider.ok) {
      setFailure(provider.failure);
      return;
    }
    controller.current?.abort();
    const own = new AbortController();
    controller.current = own;
    setAsking(true);
    setFailure(null);
    const answer = await askProvider(provider.value, from, circles.minutes, units.values(), own.signal);
    if (controller.current !== own) return;
    setAsking(false);
    if (!answer.ok) {
      // What was there before stays, with its own name.
      if (!isObsolete(answer.failure)) setFailure(answer.failure);
      return;
    }
    setAnswered(answer.value);
    extraOutlines.setState({
      server: answer.value.isochrones.map((each) => ({
        id: `provider-${each.minutes}`,
        label: `${answer.value.provider} · ${formatCutOff(each.minutes, language)}`,
        area: each.area,
        look: serverLook,
      })),
    });
  };
  const words = failure === null ? null : textOf(failure);
  return (
    <PanelSection title={t('data.provider.title')}>
      <p className={classes.hint}>{t('data.provider.hint')}</p>
      <SegmentedControl
        fullWidth
        mt={8}
        aria-label={t('data.provider.title')}
        data={KINDS.map((value) => ({ value, label: t(`data.provider.kind.${value}`) }))}
        value={kind}
        onChange={(value) => setKind(value)}
      />
      {kind === 'valhalla' && (
        <>
          <TextInput
            mt={8}
            size="xs"
            label={t('data.provider.address')}
            placeholder="http://localhost:8002"
            value={address}
            onChange={({ currentTarget }) => setAddress(currentTarget.value)}
          />
          <Select
            mt={8}
            size="xs"
            label={t('data.provider.costing')}
            data={VALHALLA_COSTINGS.map((value) => ({ value, label: t(`data.costing.${value}`) }))}
            value={costing}
            allowDeselect={false}
            onChange={(value) => value !== null && setCosting(value)}
          />
        </>
      )}
      <Group gap={8} mt={8}>
        <Button
          size="xs"
          variant="default"
          // Without the cities nothing could be asked for but the line.
          disabled={isAsking || from === undefined || units.size === 0}
          onClick={() => void ask()}
        >
          {t('data.provider.ask')}
        </Button>
        {isAsking && (
          <Button size="xs" variant="default" onClick={() => controller.current?.abort()}>
            {t('data.cancel')}
          </Button>
        )}
      </Group>
      {isAsking && <Notice kind="loading" title={t('data.provider.asking')} />}
      {words !== null && (
        <div className={classes.said}>
          <Notice kind="failed" title={words.message}>
            {words.nextStep}
          </Notice>
        </div>
      )}
      {answered !== null && <ProviderAnswer reading={answered} />}
    </PanelSection>
  );
}
