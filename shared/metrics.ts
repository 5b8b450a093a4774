/** The CloudWatch namespace of Picketline's own metrics. */
export const metricNamespace = 'Picketline';

/** Counts that functions report and alarms watch: named in one place, so that neither can drift from the other. */
export const metricNames = {
  /** Feeds that could not be read when they were last asked. */
  unheardFeeds: 'UnheardFeeds',
  /** Articles found new by one run of the poll. */
  discovered: 'ArticlesDiscovered',
  /** Unfinished articles whose message had been lost, and was sent again. */
  resent: 'ArticlesResent',
} as const;

export type MetricName = (typeof metricNames)[keyof typeof metricNames];
