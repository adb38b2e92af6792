import { Button, Group, SegmentedControl, Select, TextInput } from '@mantine/core';
import { area } from '@turf/area';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { createEmbeddedProvider } from '#compute/embedded-provider.ts';
import { isObsolete } from '#compute/protocol.ts';
import { localDistanceKm } from '#core/surface/grid-geometry.ts';
import type { ProviderIsochrone, TravelProvider } from '#core/surface/travel-provider.ts';
import type { LngLat } from '#core/units/coordinates.ts';
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
import { formatAreaKm2, formatMinutes, formatNumber } from '#ui/format/number-format.ts';
import { pickName, useLanguage } from '#ui/i18n/use-language.ts';
import { Notice } from '#ui/panels/notice.tsx';
import { PanelSection } from '#ui/panels/panel-section.tsx';
import { colon } from '#ui/i18n/punctuation.ts';
import classes from '../circles.module.css';
import { extraOutlines } from './extra-outlines.ts';
import { useImportFailure } from './use-import-failure.ts';

/** Cities that times are asked for. */
const NEAREST_CITIES = 10;

const KINDS = ['embedded', 'valhalla'] as const;
type ProviderKind = (typeof KINDS)[number];

interface Answered {
  readonly provider: string;
  readonly isochrones: readonly ProviderIsochrone[];
  readonly times: readonly { readonly name: string; readonly minutes: number | null }[];
}

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
  const [answered, setAnswered] = useState<Answered | null>(null);
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
  const questions = async (
    provider: TravelProvider<AbortSignal>,
    at: LngLat,
    signal: AbortSignal,
  ): Promise<Result<Answered>> => {
    const isochrones = await provider.isochrones(at, [circles.minutes], signal);
    if (!isochrones.ok) return isochrones;
    const cities = [...units.values()]
      .filter(({ level, seat }) => level === 'prefecture' && localDistanceKm(seat, at) > 1)
      .sort((a, b) => localDistanceKm(a.seat, at) - localDistanceKm(b.seat, at))
      .slice(0, NEAREST_CITIES);
    const times = await provider.matrix(
      [at],
      cities.map(({ seat }) => seat),
      signal,
    );
    if (!times.ok) return times;
    return succeed({
      provider: provider.name,
      isochrones: isochrones.value,
      times: cities.map((city, index) => ({
        name: pickName(city, language),
        minutes: times.value[0]?.[index] ?? null,
      })),
    });
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
    const answer = await questions(provider.value, from, own.signal);
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
        label: `${answer.value.provider} · ${formatMinutes(each.minutes, language)}`,
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
          disabled={isAsking || from === undefined}
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
      {answered !== null && (
        <div data-testid="provider-answer">
          <p className={classes.label}>{t('data.provider.by', { name: answered.provider })}</p>
          <p className={classes.hint}>
            {answered.isochrones
              .map(
                (each) =>
                  `${formatMinutes(each.minutes, language)}${colon(language)}${formatAreaKm2(area(each.area) / 1e6, language)}`,
              )
              .join(' · ')}
          </p>
          <table className={classes.table}>
            <thead>
              <tr>
                <th scope="col">{t('data.provider.city')}</th>
                <th scope="col">{t('data.provider.minutes')}</th>
              </tr>
            </thead>
            <tbody>
              {answered.times.map(({ name, minutes }) => (
                <tr key={name}>
                  <td>{name}</td>
                  <td>{minutes === null ? t('data.provider.noWay') : formatNumber(minutes, language, 0)}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </PanelSection>
  );
}
