import { Kbd } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { FactList } from '#ui/facts/fact-list.tsx';

function Keys({ keys }: { readonly keys: readonly string[] }) {
  return (
    <>
      {keys.map((key, index) => (
        <span key={key}>
          {index > 0 && ' '}
          <Kbd>{key}</Kbd>
        </span>
      ))}
    </>
  );
}

/** All keys that work anywhere on the page. */
export function KeyboardMap() {
  const { t } = useTranslation();
  return (
    <FactList
      facts={[
        { label: t('help.search'), value: <Keys keys={['/', 'Ctrl K']} /> },
        { label: t('help.actions'), value: <Keys keys={['>']} /> },
        { label: t('help.workspaces'), value: <Keys keys={['1', '2', '3', '4', '5']} /> },
        { label: t('help.undo'), value: <Keys keys={['Ctrl Z']} /> },
        { label: t('help.redo'), value: <Keys keys={['Ctrl Shift Z', 'Ctrl Y']} /> },
        { label: t('help.clear'), value: <Keys keys={['Esc']} /> },
        { label: t('help.panel'), value: <Keys keys={['[']} /> },
        { label: t('help.map'), value: <Keys keys={[t('help.arrows'), '+', '−']} /> },
        { label: t('help.neighbours'), value: <Keys keys={[`Shift ${t('help.arrows')}`]} /> },
        { label: t('help.saveScene'), value: <Keys keys={['S']} /> },
        { label: t('help.help'), value: <Keys keys={['?']} /> },
      ]}
    />
  );
}
