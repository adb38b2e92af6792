import { useTranslation } from 'react-i18next';
import classes from './provenance-tag.module.css';

/** How sure a figure is: read from a source, computed from such figures, or out of a model. */
export type TaggedProvenance = 'observed' | 'derived' | 'modelled';

/** Says of the figures beside it how sure they are; modelled is dashed, as on the map. */
export function ProvenanceTag({ provenance }: { readonly provenance: TaggedProvenance }) {
  const { t } = useTranslation('terms');
  return (
    <span className={classes.tag} data-provenance={provenance}>
      {t(`provenance.${provenance}`)}
    </span>
  );
}
