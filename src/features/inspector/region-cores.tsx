import { Anchor, Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { AdminUnit } from '#core/geography/admin-unit.ts';
import { mainCores, type Region } from '#core/geography/region.ts';
import { setCircleOrigins } from '#state/commands/circle-commands.ts';
import { enterWorkspace, select } from '#state/commands/view-commands.ts';
import { dispatch } from '#state/store.ts';
import { useLanguage } from '#ui/i18n/use-language.ts';

/** The cores of a region, and its circle. */
export function RegionCores({
  region,
  units,
}: {
  readonly region: Region;
  readonly units: ReadonlyMap<string, AdminUnit>;
}) {
  const { t } = useTranslation(['inspector', 'terms']);
  const language = useLanguage();
  const drawCircles = () => {
    dispatch(setCircleOrigins(mainCores(region).map((adcode) => ({ kind: 'unit', adcode }))));
    dispatch(enterWorkspace('circles'));
  };
  return (
    <>
      <p style={{ margin: 0, fontSize: 13 }}>
        {region.cores.map(({ adcode, role }, index) => {
          const unit = units.get(adcode);
          return (
            <span key={adcode}>
              {index > 0 && (language === 'en' ? ', ' : '、')}
              <Anchor
                component="button"
                type="button"
                fz={13}
                fw={role === 'core' ? 600 : 400}
                c="inherit"
                underline="hover"
                title={t(`role.${role}`, { ns: 'terms' })}
                onClick={() => dispatch(select({ kind: 'unit', adcode }))}
              >
                {unit === undefined ? adcode : language === 'en' ? unit.nameEn : unit.shortNameZh}
              </Anchor>
            </span>
          );
        })}
      </p>
      {region.cores.length > 0 && (
        <Button variant="default" fullWidth mt={8} onClick={drawCircles}>
          {t('region.circleFrom')}
        </Button>
      )}
    </>
  );
}
