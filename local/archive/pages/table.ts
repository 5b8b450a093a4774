import { longDate } from '../dates.ts';
import { escapeMarkup } from '../escape-markup.ts';
import { body } from './body.ts';
import { comments, footer, nav, newsletter, related, shareBar } from './clutter.ts';
import type { PageView } from './page-view.ts';

/** A page laid out with tables, as some sites still were: the date stands in the text only. */
export function table(view: PageView): string {
  return asciiOnly(markup(view));
}

/** Such systems wrote every sign beyond ASCII as a numbered entity. */
function asciiOnly(html: string): string {
  return html.replace(/[^\n -~]/gu, (sign) => `&#${sign.codePointAt(0)};`);
}

function markup(view: PageView): string {
  const { story, outlet, url } = view;
  return `<!DOCTYPE HTML PUBLIC "-//W3C//DTD HTML 4.01 Transitional//EN" "http://www.w3.org/TR/html4/loose.dtd">
<html>
<head>
<meta http-equiv="Content-Type" content="text/html; charset=utf-8">
<title>${escapeMarkup(outlet.name)} : ${escapeMarkup(story.title)}</title>
<link rel="canonical" href="${url}">
<meta name="description" content="${escapeMarkup((story.paragraphs[0] ?? story.title).slice(0, 150))}">
</head>
<body bgcolor="#ffffff">
<table width="960" cellpadding="0" cellspacing="0" border="0" align="center">
<tr><td colspan="3"><a href="${view.home}"><img src="${view.home}images/masthead.gif" alt="${escapeMarkup(outlet.name)}"></a></td></tr>
<tr><td width="140" valign="top">${nav(view)}</td>
<td width="560" valign="top">
<h1><font face="Arial">${escapeMarkup(story.title)}</font></h1>
<div class="storydate">${longDate(story.published)}</div>
<div class="byline">By ${escapeMarkup(story.byline ?? 'a staff reporter')}</div>
<table align="right" width="200"><tr><td><img src="${view.home}images/${story.id}.jpg" alt=""><br><small>A hospital, yesterday. Picture: Invented Images</small></td></tr></table>
<div id="story">
${body(view)}
</div>
${shareBar(view)}
${comments()}
</td>
<td width="260" valign="top">${related(view, 'Also in the news')}${newsletter(view)}</td></tr>
<tr><td colspan="3">${footer(view)}</td></tr>
</table>
</body>
</html>
`;
}
