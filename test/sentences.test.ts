import { describe, expect, test } from 'vitest';
import { cutArticle } from '../src/record/article.ts';
import { quotedSpans } from '../src/record/quotation.ts';
import { textOf } from '../src/record/span.ts';

const cut = (text: string, language = 'en') =>
  cutArticle(text, language).sentences.map((sentence) => sentence.text);
const quotesIn = (text: string) => quotedSpans(text).map((span) => textOf(text, span));

/** Each row is one paragraph, cut where the article's readers would. */
const paragraphs: readonly (readonly [string, readonly string[]])[] = [
  ['plain sentences', ['The ferry left at noon.', 'Nobody was on it.']],
  ['questions and exclamations', ['Who pays?', 'Nobody knows!', 'Yet it sails.']],
  ['a single word', ['Easily.', 'It has happened before.']],

  ['titles', ['Mr. Lind met Dr. Okafor and Sen. Moss.', 'Mrs. Vale wrote to Gov. Hill.']],
  ['ranks', ['Capt. Lind and 1st Lt. Vale agreed with Pres. Hill.', 'Rev. Moss did not.']],
  ['initials', ['Ruth B. Okafor met J. K. Vale and A.E. Dick Moss.', 'George H.W. Hill stayed.']],
  ['a case at law', ['Lind v. Vale and Moss vs. Hill were heard.', 'Both were lost.']],
  [
    'U.S. before a name',
    ['The U.S. Senate met U.S. Ambassador Lind.', 'The U.N. Security Council sat.'],
  ],
  ['U.S. at the end', ['They tried to enter the U.S.', 'The plan failed.']],
  ['U.K. at the end', ['It was sold in the U.K.', 'He kept the rest.']],
  ['D.C. at the end', ['She works in Washington, D.C.', 'This is her third year.']],
  ['a letter at the end', ['The harbour needs a plan B.', 'There is none.']],
  ['I at the end', ['“Neither do I.', 'This debate needs to change.”']],
  ['companies', ['Brightwater Inc. and Vale Corp. built it.', 'Hill & Co. paid.']],
  ['a company at the end', ['The work went to Brightwater Inc.', 'The council paid twice.']],
  ['Jr.', ['Tomas Lind Jr. spoke.', 'His father is Tomas Lind Sr.', 'They sail.']],
  ['Jr. with a party', ['Robert Vale Jr. (D-Pa.) was absent.', 'The rest voted.']],
  ['months', ['It opened on Feb. 14 and closed on Dec. 3.', 'In Sept. it opened again.']],
  ['hours', ['The vote is at 9 p.m. Eastern.', 'It ended at 10 a.m.', 'The mayor left.']],
  ['numbers', ['See No. 14 in the list.', 'Nos. 3 and 4 are missing.']],
  ['No as an answer', ['Is it safe?', 'No.', 'But it is ours.']],
  ['decimals and money', ['It rose 3.5 per cent to $1.25 million.', 'Version 2.0 costs more.']],
  ['web addresses', ['See example.org for more.', 'It is free.']],
  ['a dateline', ['JACKSON, Miss. (AP) — A judge ruled late on Thursday.', 'It was raining.']],

  ['an ellipsis inside', ['“There are countless more ... are feeding data to it,” he said.']],
  ['an ellipsis before a capital', ['“It grows. ...', 'I expect more.”']],
  ['one character for an ellipsis', ['We waited… and waited.', 'Then it came.']],
  ['an ellipsis on its own', ['Springfield was first. . . .', 'Then came the rest.']],

  ['a question, then who asked it', ['“Is it safe?” he asked.', 'Nobody answered.']],
  ['a question, then a name', ['“Is it safe?” Okafor asked.', 'Nobody answered.']],
  ['a question, then a title and a name', ['“Is it safe?” Mr. Lind asked.', 'Nobody answered.']],
  ['an exclamation, then who cried it', ['“All the way!” Dawson shouted.', 'They went.']],
  ['two quoted sentences, the last a question', ['“Look at it.', 'Is it safe?” Okafor asked.']],
  ['three quoted sentences', ['“No.', 'It is old.', 'Who pays?” the mayor said.', 'It rained.']],
  [
    'a quote in a quote, then who said it',
    ['“He asked, ‘What can we do?’” Okafor said.', 'It rained.'],
  ],
  ['a question, then a new sentence', ['“Is it safe?”', 'He answered, “No.”']],
  ['a question, then a sentence of another', ['“Is it safe?”', 'The council did not reply.']],
  ['straight marks', ['"Is it safe?" Okafor asked.', '"No."']],
  ['a full stop in the marks', ['“It is safe.”', '“It is old.”', 'Okafor left.']],
  ['who said it in the middle', ['“It is old,” Okafor said.', '“We cannot wait.”']],
  ['brackets', ['It is old (see the report.)', 'It leaks.']],
  ['dashes', ['It is old — older than most — and it leaks.', 'Who knew?']],
  ['a colon', ['Okafor said: “It is old.', 'It leaks.”']],
];

describe('A paragraph is cut into sentences', () => {
  test.each(paragraphs)('%s', (_, sentences) => {
    expect(cut(sentences.join(' '))).toEqual(sentences);
  });

  test('no sentence is a mark alone', () => {
    for (const text of [
      '“They see that. “',
      'It rained. ….',
      'It rained. * * *',
      '~~~ It rained.',
    ]) {
      for (const sentence of cut(text)) expect(sentence, text).toMatch(/\p{L}/u);
    }
  });

  test('Chinese', () => {
    expect(cut('“我们没有计划离开”，她说。公司总部在北京。谁知道？', 'zh')).toEqual([
      '“我们没有计划离开”，她说。',
      '公司总部在北京。',
      '谁知道？',
    ]);
  });
});

describe('An article is cut into paragraphs', () => {
  const where = (text: string) =>
    cutArticle(text, 'en').sentences.map(({ text: words, paragraph, place }) => [
      words,
      paragraph,
      place,
    ]);

  test('at its lines, when it has no blank line', () => {
    expect(where('It is old. It leaks.\nNobody pays.\n')).toEqual([
      ['It is old.', 1, 1],
      ['It leaks.', 1, 2],
      ['Nobody pays.', 2, 1],
    ]);
  });

  test('at blank lines, when it has any; lines between them are one', () => {
    expect(where('The bridge is\n  old. It\nleaks.\n \t\n\nNobody pays.')).toEqual([
      ['The bridge is old.', 1, 1],
      ['It leaks.', 1, 2],
      ['Nobody pays.', 2, 1],
    ]);
  });

  test('the same, whichever way lines end', () => {
    const text = 'It is old.\n\nIt leaks,\nthey say.\n';
    expect(where(text.replaceAll('\n', '\r\n'))).toEqual(where(text));
    expect(where(text.replaceAll('\n', '\r'))).toEqual(where(text));
  });

  test('without its byte order mark', () => {
    expect(where('\uFEFFIt is old.')).toEqual([['It is old.', 1, 1]]);
  });

  test('and a sentence never reaches over two', () => {
    expect(cut('A headline without a stop\nThe text begins.')).toEqual([
      'A headline without a stop',
      'The text begins.',
    ]);
  });

  test('and nothing is nothing', () => {
    for (const empty of ['', '\n\n', ' \t\r\n', '\uFEFF']) expect(cut(empty)).toEqual([]);
  });

  test('leaving out one that was printed before, and telling its line', () => {
    const { sentences, repeated } = cutArticle(
      'It is old.\n\nIt leaks.\n\nIt is  old.\n\nNobody pays.\n\nIt\nleaks.\n',
      'en',
    );
    expect(sentences.map(({ text, paragraph }) => [text, paragraph])).toEqual([
      ['It is old.', 1],
      ['It leaks.', 2],
      ['Nobody pays.', 3],
    ]);
    expect(repeated.map(({ line }) => line)).toEqual([5, 9]);
  });

  test('keeping a sentence that another paragraph has too', () => {
    expect(cut('It leaks. Nobody pays.\nIt leaks. It is old.')).toHaveLength(4);
  });

  test('keeping every other character as it is printed', () => {
    const odd = 'Caf\u00e9 and cafe\u0301, “it\u00a0is”, 👩‍🚀 — fine';
    expect(cut(odd)).toEqual([odd]);
  });
});

describe('Quotation marks', () => {
  test.each([
    ['curly', 'He said “it is old” and left.', ['“it is old”']],
    ['straight', 'He said "it is old" and left.', ['"it is old"']],
    ['two of them', '“It is old,” he said. “It leaks.”', ['“It is old,”', '“It leaks.”']],
    ['single', 'He said ‘it is old’ and left.', ['‘it is old’']],
    ['with an apostrophe', 'He said ‘it’s the council’s’ and left.', ['‘it’s the council’s’']],
    [
      'one in another',
      '“He said ‘it is old’ and left,” she said.',
      ['“He said ‘it is old’ and left,”'],
    ],
    ['German', 'Er sagte „es ist alt“ und ging.', ['„es ist alt“']],
    ['French', 'Il dit « c’est vieux » et part.', ['« c’est vieux »']],
    ['Chinese', '她说：「我们不走」。', ['「我们不走」']],
    ['never closed', 'He said “it is old. It leaks.', ['“it is old. It leaks.']],
    ['never opened', 'It is old” he said.', []],
    ['an apostrophe', 'The council’s bridge isn’t old.', []],
    ['inches', 'A 12" pipe and a 6" one.', []],
    ['a decade', 'In the ’90s it was new.', []],
  ])('%s', (_, text, quotes) => {
    expect(quotesIn(text)).toEqual(quotes);
  });

  test('that run on through paragraphs, each opened anew and only the last closed', () => {
    const { sentences } = cutArticle('“It is old.\n\n“It leaks,” he said. He left.', 'en');
    const quoted = sentences.map((sentence) =>
      sentence.quoted.map((span) => textOf(sentence.text, span)),
    );
    expect(quoted).toEqual([['“It is old.'], ['“It leaks,”'], []]);
  });

  test('that hold several sentences hold each of them', () => {
    const { sentences } = cutArticle('“It is old. It leaks,” he said. “We cannot wait.”', 'en');
    const quoted = sentences.map((sentence) =>
      sentence.quoted.map((span) => textOf(sentence.text, span)),
    );
    expect(quoted).toEqual([['“It is old.'], ['It leaks,”'], ['“We cannot wait.”']]);
  });
});

describe('A long paragraph is cut as a short one is', () => {
  test.each([
    [
      'of many sentences',
      ['It is old.', '“Who pays?” Mr. Vale asked.', 'Nobody did, e.g. the U.S. Army.'],
    ],
    ['of long sentences', [`It is ${'very, very '.repeat(900)}old.`, 'It leaks.']],
  ])('%s', (_, parts) => {
    const sentences = Array.from({ length: 100 }, () => parts).flat();
    expect(cut(sentences.join(' '))).toEqual(sentences);
  });
});
