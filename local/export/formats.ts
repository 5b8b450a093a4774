/** What an export can be written as. */
export const exportFormats = ['csv', 'jsonl', 'parquet', 'graphml', 'gexf', 'dna'] as const;
export type ExportFormat = (typeof exportFormats)[number];

/** DNA asks for the coder's password when it opens a database. */
export const dnaPassword = 'picketline';
