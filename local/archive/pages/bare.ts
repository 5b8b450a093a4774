import { longDate } from '../dates.ts';
import { escapeMarkup } from '../escape-markup.ts';
import { body } from './body.ts';
import { footer, nav } from './clutter.ts';
import type { PageView } from './page-view.ts';

/** A page with next to nothing: no metadata but a canonical link, no wrapper round the text. */
export function bare(view: PageView): string {
  const { story, outlet, url } = view;
  return `<!DOCTYPE html>
<html lang="${story.language}">
<head><meta charset="utf-8"><title>${escapeMarkup(story.title)}</title><link rel="canonical" href="${url}"></head>
<body>
${nav(view)}
<h2>${escapeMarkup(story.title)}</h2>
<p><small>${escapeMarkup(outlet.name)}, ${longDate(story.published)}${story.byline ? `. ${escapeMarkup(story.byline)}` : ''}</small></p>
${body(view)}
<hr>
${footer(view)}
</body>
</html>
`;
}
