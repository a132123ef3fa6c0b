import { startStory } from '../components/story/story-script';

startStory(document);
