import { beforeEach, expect, test } from 'vitest';
import { Reader, type Spoken } from '../../../../web/listening/reader';

const said: string[] = [];
const marked = new Set<string>();
let finish: () => void = () => undefined;
let states: string[] = [];

beforeEach(() => {
  said.length = 0;
  states = [];
  marked.clear();
});

const sentence = (text: string): Spoken => ({
  text,
  lang: 'en',
  mark: () => {
    marked.add(text);
    return () => void marked.delete(text);
  }
});

function reader(): Reader {
  return new Reader(
    ({ text }, done) => {
      said.push(text);
      finish = done;
      return () => (finish = () => undefined);
    },
    (state) => states.push(state)
  );
}

test('sentences are read one after the other, each marked while it is read, then it is silent', () => {
  reader().read([sentence('One.'), sentence('Two.')]);
  expect([...marked]).toEqual(['One.']);
  finish();
  expect([...marked]).toEqual(['Two.']);
  finish();
  expect(said).toEqual(['One.', 'Two.']);
  expect(marked.size).toBe(0);
  expect(states).toEqual(['reading', 'silent']);
});

test('after a pause the sentence is read again from its beginning', () => {
  const one = reader();
  one.read([sentence('One.'), sentence('Two.')]);
  finish();
  one.pause();
  expect(marked.size).toBe(0);
  finish();
  one.resume();
  expect(said).toEqual(['One.', 'Two.', 'Two.']);
  expect(states).toEqual(['reading', 'paused', 'reading']);
});

test('what is stopped, or replaced by another text, says no more', () => {
  const one = reader();
  one.read([sentence('One.'), sentence('Two.')]);
  one.read([sentence('Three.')]);
  expect([...marked]).toEqual(['Three.']);
  one.stop();
  finish();
  expect(said).toEqual(['One.', 'Three.']);
  one.resume();
  expect(states).toEqual(['reading', 'silent']);
});
