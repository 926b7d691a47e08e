import { describe, expect, test } from 'vitest';
import { findExternalAddresses } from '../../../src/build/external-address';

describe('addresses outside the program', () => {
  test.each([
    ['fetch("https://stats.evil.io/x")', 'https://stats.evil.io/x'],
    ["new WebSocket('wss://evil.io')", 'wss://evil.io'],
    ['<img src="//cdn.evil.io/a.png">', '//cdn.evil.io/a.png'],
    ['<img src=//cdn.evil.io/a.png>', '//cdn.evil.io/a.png'],
    ['url(//fonts.evil.io/f.woff)', '//fonts.evil.io/f.woff'],
    ['http://10.1.2.3/a', 'http://10.1.2.3/a'],
    ['http://[2001:db8::1]/a', 'http://[2001:db8::1]/a'],
    ['HTTPS://Evil.IO', 'HTTPS://Evil.IO'],
    ['https://www.w3.org.evil.io/', 'https://www.w3.org.evil.io/'],
    ['http://localhost.evil.io/', 'http://localhost.evil.io/'],
    ['https://gateway.qg1.apps.qualys.com.evil.io/', 'https://gateway.qg1.apps.qualys.com.evil.io/'],
    ['<img src="//intranet/a.png">', '//intranet/a.png'],
    ['<a href=//intranet>', '//intranet'],
    ['fetch("//intranet")', '//intranet'],
    ['fetch(`//intranet:8080/x`)', '//intranet:8080/x'],
    ['<img src="\\\\evil\\a.png">', '\\\\evil\\a.png'],
    ['<img src="/\\evil.io/a.png">', '/\\evil.io/a.png'],
    [String.raw`fetch("\\\\evil.io/x")`, String.raw`\\\\evil.io/x`],
    [String.raw`fetch("/\\evil.io")`, String.raw`/\\evil.io`],
    [String.raw`open("\\\\evil\\share")`, String.raw`\\\\evil\\share`],
    ['{urls:"stun:evil.io:3478"}', 'stun:evil.io:3478'],
    ["{urls:['turns:evil.io']}", 'turns:evil.io'],
    ['<a href="mailto:me@evil.io">', 'mailto:me@evil.io'],
    ['location = `tel:+49`', 'tel:+49'],
    ['<a href=sms:+4912>', 'sms:+4912'],
    ['"ftps://evil.io/"', 'ftps://evil.io/'],
  ])('are found in %s', (text, address) => {
    expect(findExternalAddresses(text)).toEqual([address]);
  });

  test.each([
    ['a name space', 'xmlns="http://www.w3.org/2000/svg"'],
    ['a name space of workbooks', '"http://schemas.openxmlformats.org/spreadsheetml/2006/main"'],
    ['this machine', '"http://localhost:8080/"'],
    ['a bare scheme', '`https://$' + '{host}/auth`'],
    ['a comment', 'a = 1; //cdn.example'],
    ['a division', 'a="x"//b'],
    ['a pattern in a string', String.raw`RegExp("\\\\b(group)\\\\s+(\\\\d+)")`],
    ['a word of RTF', String.raw`case"\\\\row":`],
    ['a replaced line break', String.raw`.replace(/\\r/g,"\\n")`],
    ['a member', '{file:e,tel:t,news:n}'],
    ['a place beside the page', 'href="./icon.svg"'],
  ])('%s is not one', (_, text) => {
    expect(findExternalAddresses(text)).toEqual([]);
  });
});
