import { readFileSync } from 'node:fs';
import { loadStories } from '../src/record/load-stories.ts';
import { readQuestion } from '../src/ask/question.ts';
import { readDocument } from '../src/ask/document.ts';
import { judge } from '../src/ask/answer-features.ts';
import { featureNames } from '../src/ask/answer-ranking.ts';
import { hashOf } from './seeded.ts';
type It={X:number[][],Z:number[][],y:number[],g:string};
const vec=(q:any,d:any)=>judge(q,d).map(x=>[1,...featureNames.map(n=>x.features[n])]);
const names=['bias',...featureNames];
const loaded=[...await loadStories('data'),...await loadStories('test/stories')];
const stories=new Map(loaded.map(l=>[l.story.id,l.story]));
const docs=new Map([...stories].map(([id,s])=>[id,readDocument(s.sentences.map(x=>x.text),{title:s.title,entities:s.entities.map(e=>({type:e.type,names:[e.name,...e.aliases,...e.nicknames]}))})]));
const news:It[]=[];
for(const f of ['tiktok-2020','harbour-bridge','club-takeover','vaccine-trial']) for(const l of readFileSync(`bench/questions/${f}.jsonl`,'utf8').trim().split('\n')){ const j=JSON.parse(l); const s=stories.get(j.story)!; news.push({X:vec(readQuestion(j.question),docs.get(j.story)),Z:[],y:s.sentences.map(x=>j.sentences.includes(x.id)?1:0),g:j.story}); }
const by=new Map<string,string[][]>(); for(const l of readFileSync(process.env.WIKIQA!,'utf8').split('\n').slice(1)){const r=l.replace(/\r$/,'').split('\t'); if(r.length===7) by.set(r[0]!,[...(by.get(r[0]!)??[]),r]);}
const wiki:It[]=[]; const all=[...by.values()].filter(v=>v.some(r=>r[6]==='1')&&v.some(r=>r[6]!=='1'));
for(const v of all){ const h=hashOf(v[0]![0]!)%2; const o=all.filter(x=>x!==v&&hashOf(x[0]![0]!)%2===h); const w=o[hashOf(v[0]![0]!+' foreign')%o.length]!; const q=readQuestion(v[0]![1]!); wiki.push({X:vec(q,readDocument(v.map(r=>r[5]!),{title:v[0]![3]!})),Z:vec(q,readDocument(w.map(r=>r[5]!),{title:w[0]![3]!})),y:v.map(r=>+(r[6]==='1')),g:h?'B':'A'}); }
const A=wiki.filter(i=>i.g==='A'),B=wiki.filter(i=>i.g==='B');
const NEG=new Set(['absent','typed']); const MAX:Record<string,number>=JSON.parse(process.env.MAX??'{"opening":1,"early":0.2}'); const OFF=new Set((process.env.OFF??'').split(','));
function fit(its:It[],l2=2){ const w=names.map(()=>0); const X=its.flatMap(i=>[...i.X,...i.Z]),y=its.flatMap(i=>[...i.y,...i.Z.map(()=>0)]),n=X.length;
 for(let it=0;it<2500;it++){ const g=w.map((v,j)=>j?l2*v:0); for(let i=0;i<n;i++){const x=X[i]!;let s=0;for(let j=0;j<w.length;j++)s+=w[j]!*x[j]!;const e=1/(1+Math.exp(-s))-y[i]!;for(let j=0;j<w.length;j++)g[j]!+=e*x[j]!;} w.forEach((v,j)=>{let u=v-3*g[j]!/n; const nm=names[j]!; if(OFF.has(nm))u=0; else if(j) u=NEG.has(nm)?Math.min(0,u):Math.min(MAX[nm]??9,Math.max(0,u)); w[j]=u;}); } return w; }
const sc=(w:number[],X:number[][])=>X.map(x=>x.reduce((s,v,j)=>s+v*w[j]!,0));
function ev(its:It[],w:number[]){let m=0,r=0;for(const it of its){const s=sc(w,it.X);const o=s.map((_,i)=>i).sort((a,b)=>s[b]!-s[a]!||a-b);let h=0,ap=0,rr=0;o.forEach((i,k)=>{if(it.y[i]){h++;ap+=h/(k+1);rr||=1/(k+1);}});m+=ap/h;r+=rr;}return (m/its.length).toFixed(3)+'/'+(r/its.length).toFixed(3);}
function au(p:number[],n:number[]){let c=0;for(const a of p)for(const b of n)c+=a>b?1:a===b?.5:0;return (c/p.length/n.length).toFixed(3);}
function newsEval(its:It[],w:(i:It)=>number[]){const pos=its.filter(i=>i.y.includes(1)),neg=its.filter(i=>!i.y.includes(1));let h=0;const ps=pos.map(i=>{const s=sc(w(i),i.X);const b=Math.max(...s);if(i.y[s.indexOf(b)])h++;return b;});const ns=neg.map(i=>Math.max(...sc(w(i),i.X)));const right=pos.map((i,k)=>[ps[k]!,i.y[sc(w(i),i.X).indexOf(ps[k]!)]] as const); const rightS=right.filter(r=>r[1]).map(r=>r[0]); 
 const th=[...ns].sort((a,b)=>b-a)[Math.floor(ns.length*.05)]!; return `hit@1 ${(h/pos.length).toFixed(3)} AUROC ${au(ps,ns)} right-vs-unans ${au(rightS,ns)} answered-right at 5% unans ${(right.filter(r=>r[0]>th&&r[1]).length/pos.length).toFixed(2)}`;}
function rep(nm:string,train:It[],extraNews:boolean){const w=fit(train);const cache=new Map<string,number[]>();const loso=(i:It)=>{if(!extraNews)return w;if(!cache.has(i.g))cache.set(i.g,fit([...train.filter(t=>t.g!==i.g)]));return cache.get(i.g)!;};
 console.log(nm.padEnd(10),'A',ev(A,w),'B',ev(B,w),'| news',newsEval(news,loso),'| struckB',au(B.map(i=>Math.max(...sc(w,i.X))),B.map(i=>Math.max(...sc(w,i.X.filter((_,k)=>!i.y[k]))))));console.log('   ',names.map((n,j)=>n+' '+w[j]!.toFixed(2)).join(', '));}
rep('A',A,false); rep('A+news',[...A,...news],true); rep('news',news,true);
