import { describe, expect, test } from 'vitest';
import { decodeBytes } from '../../shared/feed/decode-bytes.ts';

const utf8 = (text: string) => Buffer.from(text, 'utf8');
const latin1 = (text: string) => Buffer.from(text, 'latin1');
const utf16be = (text: string) => Buffer.from(text, 'utf16le').swap16();
const prolog = (encoding: string) => `<?xml version="1.0" encoding="${encoding}"?>`;
/** `Hunt’s offer £12m` with the curly quote windows-1252 has at 0x92. */
const cp1252 = 'Hunt\u0092s offer \u00a312m';
const offer = 'Hunt’s offer £12m';

describe('encodings', () => {
  test.each<[string, Uint8Array, string, string]>([
    ['UTF-8 without a label', utf8(offer), '', offer],
    ['UTF-8 whose mark stands twice', utf8(`\uFEFF\uFEFF${offer}`), '', offer],
    [
      'UTF-8 that is labelled Latin-1 by its declaration',
      utf8(`${prolog('iso-8859-1')}${offer}`),
      '',
      `${prolog('iso-8859-1')}${offer}`,
    ],
    ['UTF-8 that is labelled Latin-1 by its server', utf8(offer), 'text/xml; charset=ISO-8859-1', offer],
    ['windows-1252 by header', latin1(cp1252), "text/xml; charset='windows-1252'", offer],
    ['windows-1252 that is labelled Latin-1', latin1(cp1252), 'text/xml; charset = iso-8859-1', offer],
    ['windows-1252 that is labelled UTF-8', latin1(cp1252), 'text/xml; charset=utf-8', offer],
    ['windows-1252 without a label', latin1(cp1252), '', offer],
    [
      'a header that is right against a declaration that is wrong',
      latin1(`${prolog('utf-8')}\u00b2`),
      'text/xml; charset=iso-8859-5',
      `${prolog('utf-8')}В`,
    ],
    [
      'a declaration that is right against a header that is wrong',
      latin1(`${prolog('koi8-r')}\u00f0`),
      'text/xml; charset=utf-8',
      `${prolog('koi8-r')}П`,
    ],
    ['an unknown label', utf8(`${prolog('x-klingon')}${offer}`), '', `${prolog('x-klingon')}${offer}`],
    ['UTF-16LE with a mark', Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(offer, 'utf16le')]), '', offer],
    [
      'UTF-16BE with a mark',
      Buffer.concat([Buffer.from([0xfe, 0xff]), utf16be(offer)]),
      'text/xml; charset=utf-8',
      offer,
    ],
    ['UTF-16LE without', Buffer.from(`<rss>${offer}`, 'utf16le'), '', `<rss>${offer}`],
    ['UTF-16BE without', utf16be(`<rss>${offer}`), '', `<rss>${offer}`],
    ['a label of UTF-16 on bytes that are not', utf8(`${prolog('utf-16')}${offer}`), '', `${prolog('utf-16')}${offer}`],
    ['Shift_JIS', Buffer.from([0x88, 0xe3, 0x8e, 0x74]), 'text/xml; charset=Shift_JIS', '医師'],
    [
      'EUC-JP by declaration',
      Buffer.concat([latin1(prolog('euc-jp')), Buffer.from([0xb0, 0xe5, 0xbb, 0xd5])]),
      '',
      `${prolog('euc-jp')}医師`,
    ],
    [
      'ISO-2022-JP, all of it ASCII bytes',
      Buffer.from([0x1b, 0x24, 0x42, 0x30, 0x65, 0x3b, 0x55, 0x1b, 0x28, 0x42]),
      'text/xml; charset=iso-2022-jp',
      '医師',
    ],
    ['GBK', Buffer.from([0xd2, 0xbd, 0xc9, 0xfa]), 'text/xml; charset=gbk', '医生'],
    ['Big5', Buffer.from([0xc2, 0xe5, 0xa5, 0xcd]), 'text/xml; charset=big5', '醫生'],
    ['EUC-KR', Buffer.from([0xc0, 0xc7, 0xbb, 0xe7]), 'text/xml; charset=euc-kr', '의사'],
  ])('%s', (_name, bytes, contentType, text) => expect(decodeBytes(bytes, contentType)).toBe(text));

  test('UTF-8 with a stray byte keeps all the rest, and reads the byte as windows-1252', () => {
    const bytes = Buffer.concat([utf8(`${prolog('utf-8')}${offer} caf`), Buffer.from([0xe9]), utf8(` ${offer}`)]);
    expect(decodeBytes(bytes)).toBe(`${prolog('utf-8')}${offer} café ${offer}`);
  });

  test('a long text in another script without any label is guessed', () => {
    const russian = 'В среду молодые врачи проголосовали за забастовку против нового трудового договора';
    const koi8 = Buffer.from([...russian].map((letter) => koi8Code(letter)));
    expect(decodeBytes(koi8)).toBe(russian);
  });
});

/** KOI8-R puts the Cyrillic letters in the order of the Latin ones they sound like (RFC 1489). */
function koi8Code(letter: string): number {
  const lower = 'юабцдефгхийклмнопярстужвьызшэщчъ';
  const index = lower.indexOf(letter.toLowerCase());
  if (index < 0) return letter.charCodeAt(0);
  return (letter === letter.toLowerCase() ? 0xc0 : 0xe0) + index;
}
