/**
 * Words in classes and ids of what surrounds an article. A name is cut into words (`shareBar_top` is `share-bar-top`);
 * each entry must stand there as whole words. Grouped by what it is, as pages call it.
 */
const clutter = {
  navigation:
    'nav navs navbar navigation menu breadcrumb breadcrumbs crumbs pagination pager skip-link masthead toolbar topbar',
  page: 'footer foot sidebar side-bar right-rail left-rail rail cookie cookies consent gdpr modal popup overlay lightbox',
  sharing:
    'share shares sharing sharebar sharedaddy social socials follow follow-us addthis addtoany sharethis article-tools',
  promotion:
    'promo promos promoted promotion newsletter newsletters subscribe subscription signup sign-up sponsor sponsored ' +
    'sponsors advert adverts advertisement advertising outbrain taboola affiliate shopping donate donation cta paywall marketing',
  neighbours:
    'related relateds related-content related-stories recommended recommendations recommend recirc more-stories more-news ' +
    'more-from more-on read-more readmore read-next also-read see-also up-next next-article most-read most-popular most-viewed ' +
    'popular trending latest latest-news headlines teaser teasers jp-relatedposts related-posts onward story-package',
  comments: 'comment comments disqus respond commentlist discussion reactions',
  pictures:
    'caption captions wp-caption-text figcaption credit credits photo-credit image-credit gallery slideshow carousel slider thumbnail',
  people:
    'byline bylines author authors author-bio author-box about-author about-the-author author-info bio biography contributor ' +
    'contributors writer',
  facts:
    'tag-list tagcloud categories topics topic-list keywords timestamp dateline pubdate post-date publish-date published-date ' +
    'posted-on entry-meta post-meta article-meta copyright disclaimer rating ratings vote poll quiz feedback',
  technical:
    'visually-hidden visuallyhidden d-print visible-print sr-only screen-reader-text screen-reader-only noprint no-print print-only video-player ' +
    'jwplayer audio-player widget-area sidebar-widget tooltip popover rollover-block',
};

/** Words that also stand in the names of blocks of text: believed only of short ones. */
const weakClutter =
  'ad ads tag tags date meta metadata tools widget player tabs social-links banner banners hidden hide print';

const wholeWords = (words: string) => new RegExp(`-(?:${words.split(' ').join('|')})-`);

/** Tests a block's names (see `Box.names`). */
export const clutterNames = wholeWords(Object.values(clutter).join(' '));

export const weakClutterNames = wholeWords(weakClutter);

/** Notices that lie over the page and may be longer than its text. */
export const noticeNames = wholeWords(
  'cookie cookies consent gdpr cli-modal privacy-overview onetrust qc-cmp modal-dialog paywall-modal',
);

/** Posts of social networks, as their embedding scripts find them. */
export const embedNames = wholeWords(
  'twitter-tweet twitter-video instagram-media tiktok-embed bluesky-embed mastodon-embed reddit-card reddit-embed',
);

/** Names of the block that holds an article's text. */
export const bodyNames = wholeWords(
  'article-body articlebody story-body storybody entry-content post-content article-content post-body entry-body ' +
    'story-content article-text story-text body-content content-body article-copy body-copy story-copy td-post-content',
);

/** Names of a wall before the rest of an article. */
export const paywallNames = wholeWords(
  'paywall pay-wall paygate subscriber-only subscribers-only premium-wall regwall meter-wall piano-offer ' +
    'subscription-wall registration-wall barrier',
);

/** Names of what prints the writer. */
export const writerNames = wholeWords(
  'byline bylines by-line author authors author-name authorname article-author correspondent contributor-name writer reporter',
);

/** Names of what is about the writer, or of a picture of one. */
export const notWriterNames = wholeWords(
  'bio biography box image photo avatar picture social follow card related about comment comments email more widget',
);

/** Names of what prints the date of publication. */
export const dateNames =
  /-(?:(?:article|post|entry|story|publish|published|pub|news)-(?:publish-)?(?:date|time|datetime)|date-?published|dateline|timestamp|published|storydate|postdate|pubdate)-/;
