import type { CompiledExhibit } from '../../exhibits/format/compiled';
import { type AnswerJudge, answerJudges } from './answers';

/** What events about an exhibit are judged by. */
export interface KnownExhibit {
  /** References that they may speak of. */
  targets: ReadonlySet<string>;
  /** Hash of the exhibit as it is shown now; any other that a batch names is not kept, it could be anything. */
  edition: string;
  /** Of its tasks, by reference. */
  judges: ReadonlyMap<string, AnswerJudge>;
}

/** What is known of an exhibit that is shown. */
export function knownOf(exhibit: CompiledExhibit): KnownExhibit {
  return { targets: targetsOf(exhibit), edition: exhibit.derived.hash, judges: answerJudges(exhibit) };
}

const VIEWS = ['story', 'gallery', 'timeline', 'objects'];

/** Everything of an exhibit that an event may speak of; anything else is an invention and is rejected. */
function targetsOf(exhibit: CompiledExhibit): Set<string> {
  const targets = new Set(VIEWS.map((view) => `view:${view}`));
  const add = (kind: string, ids: Iterable<string>) => {
    for (const id of ids) targets.add(`${kind}:${id}`);
  };
  add('section', exhibit.sections.map(idOf));
  add('room', exhibit.derived.rooms.rooms.map(idOf));
  add('object', Object.keys(exhibit.objects));
  add('event', exhibit.timeline.events.map(idOf));
  add('era', exhibit.timeline.eras.map(idOf));
  add('tour', exhibit.tours.map(idOf));
  add('activity', exhibit.activities.map(idOf));
  add('place', Object.keys(exhibit.places));
  add('person', Object.keys(exhibit.people));
  add('fact', Object.keys(exhibit.facts));
  add('source', Object.keys(exhibit.sources));
  for (const tour of exhibit.tours) {
    add(
      'stop',
      tour.stops.map((stop) => `${tour.id}/${stop.id}`)
    );
  }
  for (const [id, object] of Object.entries(exhibit.objects)) {
    add(
      'region',
      (object.regions ?? []).map((region) => `${id}/${region.id}`)
    );
  }
  return targets;
}

function idOf({ id }: { id: string }): string {
  return id;
}
