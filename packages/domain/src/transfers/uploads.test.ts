import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { attachmentOf, plainFileName, typesTaken, uploadRules } from './uploads.ts';

describe('the types that are taken', () => {
  it('each have a name that people know, and no two the same', () => {
    for (const rule of Object.values(uploadRules)) {
      const names = typesTaken(rule);
      expect(names.filter((it) => it.includes('/'))).toEqual([]);
      expect(new Set(names).size).toBe(rule.mediaTypes.length);
    }
  });
});

describe('the name of a file', () => {
  it('keeps its letters and its ending', () => {
    expect(plainFileName('Chứng chỉ tiếng Anh.pdf')).toBe('Chứng chỉ tiếng Anh.pdf');
    expect(plainFileName(`${'ế'.repeat(400)}.xlsx`)).toBe(`${'ế'.repeat(150)}.xlsx`);
  });

  it('loses folders, control signs and signs that turn the direction of writing', () => {
    expect(plainFileName('../../etc/passwd')).toBe('passwd');
    expect(plainFileName('C:\\Users\\a\\scan\u202egpj.exe')).toBe('scangpj.exe');
    expect(plainFileName('a\r\nX-Evil: 1.pdf')).toBe('aX-Evil 1.pdf');
    expect(plainFileName('...')).toBe('file');
    expect(plainFileName('')).toBe('file');
  });

  it('is offered for saving in a header that no name can break', () => {
    expect(attachmentOf('Đơn "A".pdf')).toBe(`attachment; filename="Don A.pdf"; filename*=UTF-8''%C4%90%C6%A1n%20A.pdf`);
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }).filter((it) => it.isWellFormed()), (name) => {
        expect(attachmentOf(name)).toMatch(/^attachment; filename="[\x20-\x21\x23-\x5b\x5d-\x7e]*"; filename\*=UTF-8''[\w.~!&+\-%$#^`|]*$/);
      }),
    );
  });
});
