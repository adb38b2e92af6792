import { Button } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useArtefact } from '#state/atlas-data.ts';
import type { DependencyLicence } from './dependency-licence.ts';

type Loaded = readonly DependencyLicence[] | 'failed' | null;

async function loadLicences(): Promise<Loaded> {
  try {
    const response = await fetch(`${import.meta.env.BASE_URL}licences.json`);
    return response.ok ? ((await response.json()) as readonly DependencyLicence[]) : 'failed';
  } catch {
    // No network and not kept yet: the person can ask again.
    return 'failed';
  }
}

/** Whose data and whose programs the atlas is made of, with their licences in full; asked for when opened. */
export function LicencesSection() {
  const { t } = useTranslation();
  const manifest = useArtefact('manifest');
  const [licences, setLicences] = useState<Loaded>(null);
  const load = async () => setLicences(await loadLicences());
  const data = [
    ...new Map((manifest?.artefacts ?? []).map((artefact) => [artefact.attribution, artefact])).values(),
  ].filter(({ attribution }) => attribution !== '');
  return (
    <details
      onToggle={(event) => {
        if (event.currentTarget.open && licences === null) void load();
      }}
    >
      <summary>{t('licences.title')}</summary>
      <h3>{t('licences.data')}</h3>
      <ul lang="en">
        {data.map(({ attribution, licence }) => (
          <li key={attribution}>
            {attribution} ({licence})
          </li>
        ))}
      </ul>
      <h3>{t('licences.programs')}</h3>
      {licences === 'failed' ? (
        <Button size="xs" onClick={() => void load()}>
          {t('data.retry')}
        </Button>
      ) : (
        (licences ?? []).map(({ name, version, licence, text }) => (
          <details key={`${name}@${version}`} lang="en">
            <summary>
              {name} {version} · {licence}
            </summary>
            <pre style={{ whiteSpace: 'pre-wrap', fontSize: 12 }}>{text}</pre>
          </details>
        ))
      )}
    </details>
  );
}
