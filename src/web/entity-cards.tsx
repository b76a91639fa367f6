import type { Library } from '../library.ts';
import type { Entity, Sentence, Story } from '../record/story.ts';
import { quoteOf, relationLine } from '../reply/caption.ts';
import { type CardSection, entityCard, sectionsOf } from '../reply/entity-card.ts';
import { english } from '../reply/languages/index.ts';
import { notice } from '../reply/words.ts';

interface Props {
  readonly story: Story;
  readonly library: Library;
}

/** A card for everybody and everything in the story; the names in the text lead here. */
export function EntityCards({ story, library }: Props) {
  if (story.entities.length === 0) return null;
  return (
    <section id="who" aria-labelledby="who-title">
      <h2 id="who-title">Who is who</h2>
      <div class="cards">
        {story.entities.map((entity) => (
          <EntityCard entity={entity} library={library} />
        ))}
      </div>
    </section>
  );
}

function EntityCard({ entity, library }: { readonly entity: Entity; readonly library: Library }) {
  return (
    <article class="card" id={`e-${entity.id}`}>
      <h3>
        {entity.name} <span class="type">{entity.type}</span>
      </h3>
      {entity.aliases.length > 0 && (
        <p class="called">
          {english.say(notice('label-called'))}: {entity.aliases.join(', ')}
        </p>
      )}
      {sectionsOf(entityCard(entity, library)).map((section) => (
        <Section section={section} />
      ))}
    </article>
  );
}

/** What says who somebody is stands in full; of all else the numbers lead to the sentences. */
function Section({ section: { label, entries } }: { readonly section: CardSection }) {
  const spelt = label === 'label-roles' || label === 'label-relations';
  return (
    <>
      <h4>{english.say(notice(label))}</h4>
      {spelt ? (
        <ul>
          {entries.map(({ finding, relations }) => (
            <li>
              {relations.length > 0 ? relationLine(relations, english) : quoteOf(finding, english)}{' '}
              <Numbers sentences={[finding.sentence]} />
            </li>
          ))}
        </ul>
      ) : (
        <p>
          <Numbers sentences={entries.map(({ finding }) => finding.sentence)} />
        </p>
      )}
    </>
  );
}

function Numbers({ sentences }: { readonly sentences: readonly Sentence[] }) {
  return (
    <>
      {[...new Set(sentences)].map(({ id }) => (
        <>
          <a class="number" href={`#${id}`}>
            {id}
          </a>{' '}
        </>
      ))}
    </>
  );
}
