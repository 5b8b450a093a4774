import { Document, Element } from 'domhandler';
import { type ElementNames, elementNames } from './element-names.ts';

/** An element with what its class and id say, read once. */
export class PageElement extends Element {
  readonly names: ElementNames;

  constructor(name: string, attributes: Record<string, string>) {
    super(name, attributes);
    this.names = elementNames(attributes);
  }
}

/** A page, and those of its elements that speak of the page itself, in order. */
export class PageDocument extends Document {
  readonly marked: PageElement[] = [];
}

const speaking = new Set(['html', 'body', 'base', 'title', 'meta', 'link', 'script', 'time', 'h1', 'h2', 'video']);

/** Whether an element says something about the page: by its name, as microdata, or by its class. */
export const isMarked = ({ name, attribs, names }: PageElement): boolean =>
  speaking.has(name) || attribs.itemprop !== undefined || attribs.rel === 'author' || names.writer || names.date;
