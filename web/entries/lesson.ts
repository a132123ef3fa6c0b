import { mount } from 'svelte';
import LessonRoot from '../components/lesson/LessonRoot.svelte';
import { hearPlans } from '../components/lesson/hear-plans';
import { pageInBrowser, type ShellData } from '../pages/in-browser';

/** The pages of lessons: buttons that open a class, or the lesson itself. */
hearPlans(document);
const target = document.getElementById('lesson');
const data = document.getElementById('lantai-lesson')?.textContent;
if (target && data) {
  const shell = JSON.parse(data) as ShellData;
  void pageInBrowser(shell).then((context) => mount(LessonRoot, { target, props: { context, shell } }));
}
