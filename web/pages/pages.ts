import type { Component } from 'svelte';
import type { PageModel } from '../../server/contract/pages';

/**
 * The component of each page. Each is a chunk of its own in the build, so that a page names its own style sheet beside
 * the one of all pages; the server calls it by the file (`ObjectPage.svelte` is `object`).
 */
export const PAGES: Record<PageModel['page'], () => Promise<{ default: Component }>> = {
  home: () => import('./HomePage.svelte'),
  about: () => import('./StandingPage.svelte'),
  privacy: () => import('./StandingPage.svelte'),
  accessibility: () => import('./StandingPage.svelte'),
  story: () => import('./StoryPage.svelte'),
  timeline: () => import('./TimelinePage.svelte'),
  objects: () => import('./ObjectsPage.svelte'),
  object: () => import('./ObjectPage.svelte'),
  compare: () => import('./ComparePage.svelte'),
  gallery: () => import('./GalleryPage.svelte'),
  tour: () => import('./TourPage.svelte'),
  tasks: () => import('./TasksPage.svelte'),
  passport: () => import('./PassportPage.svelte'),
  search: () => import('./SearchPage.svelte'),
  dashboard: () => import('./DashboardPage.svelte'),
  signin: () => import('./DashboardPage.svelte'),
  lessons: () => import('./LessonPage.svelte'),
  lesson: () => import('./LessonPage.svelte'),
  'lesson-check': () => import('./LessonCheckPage.svelte'),
  report: () => import('./ReportPage.svelte'),
  error: () => import('./ErrorPage.svelte')
};
