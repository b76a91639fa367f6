import type { Library } from '../library.ts';
import type { Entity, Sentence, Story } from '../record/story.ts';
import { quoteOf, relationLine } from '../reply/caption.ts';
import { type CardSection, entityCard, sectionsOf } from '../reply/entity-card.ts';
import type { Language } from '../reply/language.ts';
import { notice } from '../reply/words.ts';

interface Props {
  readonly story: Story;
  readonly library: Library;
  readonly language: Language;
}

/** A card for everybody and everything in the story; the names in the text lead here. */
export function EntityCards({ story, library, language }: Props) {
  if (story.entities.length === 0) return null;
  return (
    <section id="who" aria-labelledby="who-title">
      <h2 id="who-title">{language.say(notice('page-who'))}</h2>
      <div class="cards">
        {story.entities.map((entity) => (
          <EntityCard entity={entity} library={library} language={language} />
        ))}
      </div>
    </section>
  );
}

function EntityCard({
  entity,
  library,
  language,
}: {
  readonly entity: Entity;
  readonly library: Library;
  readonly language: Language;
}) {
  return (
    <article class="card" id={`e-${entity.id}`}>
      <h3>
        {entity.name} <span class="type">{language.say(notice(`type-${entity.type}`))}</span>
      </h3>
      {entity.aliases.length > 0 && (
        <p class="called">
          {language.labelled(language.say(notice('label-called')), language.commas(entity.aliases))}
        </p>
      )}
      {sectionsOf(entityCard(entity, library)).map((section) => (
        <Section section={section} language={language} />
      ))}
    </article>
  );
}

/** What says who somebody is stands in full; of all else the numbers lead to the sentences. */
function Section({
  section: { label, entries },
  language,
}: {
  readonly section: CardSection;
  readonly language: Language;
}) {
  const spelt = label === 'label-roles' || label === 'label-relations';
  return (
    <>
      <h4>{language.say(notice(label))}</h4>
      {spelt ? (
        <ul>
          {entries.map(({ finding, relations }) => (
            <li>
              {relations.length > 0
                ? relationLine(relations, language)
                : quoteOf(finding, language)}{' '}
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
