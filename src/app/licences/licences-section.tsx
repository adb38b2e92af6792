import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useArtefact } from '#state/atlas-data.ts';
import { originWords } from '#ui/i18n/origin-words.ts';
import { bracketed } from '#ui/i18n/punctuation.ts';
import { useLanguage } from '#ui/i18n/use-language.ts';
import { Notice } from '#ui/panels/notice.tsx';
import type { DependencyLicence } from './dependency-licence.ts';
import classes from './licences-section.module.css';

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

/** Whose data and whose programs the atlas is made of, with their licences in full. */
export function LicencesSection() {
  const { t } = useTranslation();
  const language = useLanguage();
  const manifest = useArtefact('manifest');
  const [licences, setLicences] = useState<Loaded>(null);
  const load = async () => setLicences(await loadLicences());
  useEffect(() => {
    let isCurrent = true;
    void loadLicences().then((loaded) => {
      if (isCurrent) setLicences(loaded);
    });
    return () => {
      isCurrent = false;
    };
  }, []);
  const data = [
    ...new Map((manifest?.artefacts ?? []).map((artefact) => [artefact.attribution, artefact])).values(),
  ].filter(({ attribution }) => attribution !== '');
  return (
    <div className={classes.licences}>
      <h3>{t('licences.data')}</h3>
      <ul>
        {data.map(({ attribution, licence }) => (
          <li key={attribution}>
            {originWords(attribution, language)}
            {bracketed(licence, language)}
          </li>
        ))}
      </ul>
      <h3>{t('licences.programs')}</h3>
      {licences === null && <Notice kind="loading" title={t('data.loading')} />}
      {licences === 'failed' && (
        <Notice
          kind="failed"
          title={t('licences.failed')}
          action={{ label: t('data.retry'), onClick: () => void load() }}
        />
      )}
      {licences !== null &&
        licences !== 'failed' &&
        licences.map(({ name, version, licence, text }) => (
          <details key={`${name}@${version}`} lang="en">
            <summary>
              {name} {version} · {licence}
            </summary>
            <pre>{text}</pre>
          </details>
        ))}
    </div>
  );
}
