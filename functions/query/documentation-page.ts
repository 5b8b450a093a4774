import type { OpenAPIHono } from '@hono/zod-openapi';
import { html, raw } from 'hono/html';

type Document = ReturnType<OpenAPIHono['getOpenAPI31Document']>;

interface Operation {
  summary?: string;
  description?: string;
  parameters?: Parameter[];
  responses?: Record<string, { description?: string; content?: Record<string, { schema?: Schema }> }>;
}

interface Parameter {
  name: string;
  in: string;
  required?: boolean;
  description?: string;
  schema?: Schema;
}

interface Schema {
  $ref?: string;
  type?: string | string[];
  enum?: unknown[];
  default?: unknown;
  description?: string;
  items?: Schema;
  properties?: Record<string, Schema>;
}

const style = `
:root { color-scheme: light dark }
body { font: 16px/1.5 system-ui, sans-serif; max-width: 56rem; margin: 2rem auto; padding: 0 1rem }
h2 { border-top: 1px solid; padding-top: 1rem; font-size: 1.2rem } h3 { font-size: 1rem }
code { font-family: ui-monospace, monospace; font-size: .9em }
table { border-collapse: collapse; width: 100% } th, td { text-align: left; vertical-align: top; padding: .25rem .75rem .25rem 0 }
`;

/** The OpenAPI document as a page to read: every address, its parameters and its answer. */
export function documentationPage({ info, paths = {}, components }: Document) {
  const operations = Object.entries(paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]) => section(method, path, operation as Operation)),
  );
  const schemas = Object.entries((components?.schemas ?? {}) as Record<string, Schema>);
  return html`<!doctype html>
<html lang="en">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<title>${info.title}: the API</title><style>${raw(style)}</style></head>
<body><h1>${info.title}: the API</h1><p>${info.description ?? ''}</p>
<p>For programs: <a href="/openapi.json">/openapi.json</a> (OpenAPI 3.1). The page itself: <a href="/">/</a>.</p>
${operations}
<h2>What answers are made of</h2>
${schemas.map(([name, schema]) => html`<h3 id="${name}">${name}</h3><p>${schema.description ?? ''}</p>${fields(schema)}`)}
</body></html>`;
}

function section(method: string, path: string, { summary, description, parameters = [], responses }: Operation) {
  const answer = responses?.['200'] ?? responses?.['201'];
  const schema = Object.values(answer?.content ?? {})[0]?.schema;
  return html`<section><h2><code>${method.toUpperCase()} ${path}</code></h2>
<p>${summary ?? ''}. ${description ?? ''}</p>
${parameters.length > 0 ? html`<table><thead><tr><th>Parameter</th><th>Value</th><th></th></tr></thead><tbody>${parameters.map(row)}</tbody></table>` : ''}
<h3>Answer</h3><p>${answer?.description ?? ''}${schema?.$ref || schema?.items?.$ref ? html`: ${typeOf(schema)}` : ''}</p>${fields(schema ?? {})}</section>`;
}

const row = ({ name, in: place, schema = {}, description, required }: Parameter) =>
  html`<tr><td><code>${name}</code>${place === 'path' ? ' (in the path)' : required ? ' (required)' : ''}</td><td>${typeOf(schema)}${
    schema.default === undefined ? '' : `, ${String(schema.default)} where left out`
  }</td><td>${description ?? schema.description ?? ''}</td></tr>`;

function fields({ properties }: Schema) {
  if (!properties) return '';
  return html`<table><tbody>${Object.entries(properties).map(
    ([name, schema]) =>
      html`<tr><td><code>${name}</code></td><td>${typeOf(schema)}</td><td>${schema.description ?? ''}</td></tr>`,
  )}</tbody></table>`;
}

function typeOf(schema: Schema): unknown {
  if (schema.$ref) {
    const name = schema.$ref.slice(schema.$ref.lastIndexOf('/') + 1);
    return html`<a href="#${name}">${name}</a>`;
  }
  if (schema.enum) return schema.enum.map(String).join(' | ');
  if (schema.items) return html`list of ${typeOf(schema.items)}`;
  return [schema.type ?? ''].flat().join(' or ');
}
