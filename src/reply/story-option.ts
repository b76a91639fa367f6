/** The option that chooses a story, as readers of other languages see it in Discord's menu. */
export const storyOptionWords = {
  de: { name: 'bericht', description: 'Um welchen Bericht es geht' },
  es: { name: 'noticia', description: 'De qué noticia se trata' },
  fr: { name: 'dossier', description: 'De quel dossier il s’agit' },
  ja: { name: '報道', description: 'どの報道についての質問か' },
  'zh-CN': { name: '报道', description: '问的是哪一篇报道' },
  'zh-TW': { name: '報導', description: '問的是哪一篇報導' },
} as const;
