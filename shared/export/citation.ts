import { stringify } from 'yaml';
import type { ExportOrigin } from './data-package.ts';

/** A release as a citation file (CFF 1.2.0, citation-file-format.github.io), which reference managers and Zenodo read. */
export function citationFile(origin: ExportOrigin): string {
  return stringify({
    'cff-version': '1.2.0',
    type: 'dataset',
    title: `${origin.title}: tagged coverage from ${origin.from} to ${origin.to}`,
    message: 'If you use these data, cite them as below, and say which versions made them.',
    authors: [{ name: 'Picketline' }],
    version: `codebook ${origin.codebookVersion}, tagger ${origin.taggerVersion}`,
    'date-released': origin.createdAt.slice(0, 10),
  });
}
