import { readFileSync } from 'node:fs';
import { loadStories } from '../src/record/load-stories.ts';
import { readQuestion } from '../src/ask/question.ts';
import { readDocument } from '../src/ask/document.ts';
import { rankAnswers } from '../src/ask/answer-ranking.ts';
const loaded=[...await loadStories('data'),...await loadStories('test/stories')];
const stories=new Map(loaded.map((l:any)=>{const s=l.story??l; return [s.id,s]}));
const docs=new Map([...stories].map(([id,s]:any)=>[id,readDocument(s.sentences.map((x:any)=>x.text),{title:s.title,entities:s.entities.map((e:any)=>({type:e.type,names:[e.name,...e.aliases,...e.nicknames]}))})]));
let pos:number[]=[],neg:number[]=[],right=0,n=0,sp=0,spn=0,spo=0,top2=0; const kinds=new Map<string,number[]>(); const wrong:string[]=[]; const negs:[number,string][]=[];
const okpos:[number,boolean][]=[];
for(const f of ['tiktok-2020','harbour-bridge','club-takeover','vaccine-trial']) { let r0=0,n0=0; for(const l of readFileSync(`bench/questions/${f}.jsonl`,'utf8').trim().split('\n')){ const j=JSON.parse(l); const s:any=stories.get(j.story); const q=readQuestion(j.question); const r=rankAnswers(q,docs.get(j.story)!); const top=r[0]!; const sid=s.sentences[top.index].id; const span=top.span?s.sentences[top.index].text.slice(top.span.start,top.span.end):'';
 if(!j.answerable){neg.push(top.score); negs.push([top.score,`${j.why} [${q.kind}${q.noun?':'+q.noun.form:''}] ${j.question} → ${sid} «${span}»`]); continue;}
 pos.push(top.score); n++;n0++; const ok=j.sentences.includes(sid); okpos.push([top.score,ok]); if(ok){right++;r0++;} if(r.slice(0,2).some((x:any)=>j.sentences.includes(s.sentences[x.index].id))) top2++;
 const k=kinds.get(j.kind)??[0,0]; k[0]+=ok?1:0;k[1]++; kinds.set(j.kind,k);
 if(ok&&j.span){spn++; if(span){ if(j.span.includes(span)||span.includes(j.span)) sp++; else {spo++; wrong.push(`  SPAN ${j.question} [${q.kind}${q.noun?':'+q.noun.form:''}] «${span}» want «${j.span}»`);} }}
 if(!ok) wrong.push(`${top.score.toFixed(2)} [${q.kind}${q.noun?':'+q.noun.form:''}|${q.words.map(w=>w.form).join(' ')}] ${j.question} got ${sid} want ${j.sentences} ${s.sentences.find((x:any)=>x.id===j.sentences[0]).text.slice(0,150)}`); }
 console.log(f,r0,'/',n0); }
let c=0; for(const a of pos) for(const b of neg) c+=a>b?1:a===b?.5:0;
console.log('hit@1',(right/n).toFixed(3),'hit@2',(top2/n).toFixed(3),n,'AUROC',(c/pos.length/neg.length).toFixed(3),'spans right/wrong/of',sp,spo,spn, [...kinds].map(([k,[a,b]])=>`${k} ${a}/${b}`).join(', '));
for(const t of [.1,.15,.2,.25,.3,.35,.4,.5]) console.log(t,'right',(okpos.filter(([s,o])=>s>=t&&o).length/n).toFixed(2),'wrong',(okpos.filter(([s,o])=>s>=t&&!o).length/n).toFixed(2),'unans',(neg.filter(s=>s>=t).length/neg.length).toFixed(2));
if(process.argv[2]){console.log(wrong.join('\n')); console.log('UNANS\n'+negs.sort((a,b)=>b[0]-a[0]).slice(0,40).map(([s,t])=>s.toFixed(2)+' '+t).join('\n'));}
