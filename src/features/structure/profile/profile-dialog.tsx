import { Button, Modal, Select } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useArtefact } from '#state/atlas-data.ts';
import { inNameOrder } from '#ui/i18n/name-order.ts';
import { pickName, useLanguage } from '#ui/i18n/use-language.ts';
import { useReturnFocus } from '#ui/panels/use-return-focus.ts';
import { showStructure } from '../structure-view.ts';
import classes from './profile.module.css';
import { ProfileSheet } from './profile-sheet.tsx';

/** Nothing beside the first profile. */
const ALONE = '';

/** One or two profiles over the page, to read, compare and print. */
export function ProfileDialog({ regionIds }: { readonly regionIds: readonly string[] }) {
  useReturnFocus();
  const { t } = useTranslation(['structure']);
  const language = useLanguage();
  const regions = useArtefact('regions') ?? [];
  const [first, second] = regionIds;
  return (
    <Modal
      opened
      fullScreen
      onClose={() => showStructure({ profiles: [] })}
      title={t('profile')}
      classNames={{ root: classes.printed ?? '' }}
      closeButtonProps={{ 'aria-label': t('sheet.close') }}
      transitionProps={{ duration: 0 }}
    >
      <div className={classes.bar}>
        <Button onClick={() => window.print()}>{t('sheet.print')}</Button>
        <span className={classes.other}>{t('sheet.compare')}</span>
        <Select
          aria-label={t('sheet.compare')}
          searchable
          data={[
            { value: ALONE, label: t('sheet.none') },
            ...inNameOrder(
              regions.filter(({ id }) => id !== first),
              language,
            ).map((region) => ({
              value: region.id,
              label: `${pickName(region, language)} · ${t(
                region.kind === 'metro' ? 'metros' : 'agglomerations',
              )}`,
            })),
          ]}
          value={second ?? ALONE}
          allowDeselect={false}
          onChange={(id) => {
            if (first !== undefined)
              showStructure({ profiles: id === null || id === ALONE ? [first] : [first, id] });
          }}
        />
      </div>
      <div className={classes.sheets}>
        {regionIds.map((id) => (
          <ProfileSheet key={id} regionId={id} />
        ))}
      </div>
    </Modal>
  );
}
