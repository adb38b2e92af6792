import type { TranslationOf } from '#ui/i18n/translation-of.ts';
import type { keysZh } from './app-keys-zh.ts';

export const keysEn: TranslationOf<typeof keysZh> = {
  guide: {
    title: 'Guide',
    page: 'Page of the guide',
    method: 'Method',
    pages: {
      'getting-started': 'Getting started',
      structure: 'Structure',
      integration: 'Integration',
      circles: 'Circles',
      scenarios: 'Scenarios',
      'more-data': 'More data',
      briefing: 'Briefing',
      keyboard: 'Keyboard',
      method: 'Method: indicators and scores',
      'method-structure': 'Method: spatial structure',
      'method-travel': 'Method: travel times and scenarios',
    },
    atSection: '{{page}}, section {{section}}',
    failed: 'The guide was not loaded',
    failedNext: 'Check the network connection, then open help again.',
  },
  place: {
    anywhere: 'Anywhere, except while typing',
    searching: 'In the search box',
    onMap: 'With the focus on the map',
    onScene: 'With the focus on a scene of the list',
    inTalk: 'During a talk',
    inWords: 'In the words of an annotation',
    onHandle:
      'With the focus on a line or handle to drag (class limits, swipe line, yardsticks, annotations)',
  },
  deed: {
    anywhere: {
      search: 'Search places and actions',
      workspace: 'Go to a workspace',
      neighbour:
        'Select the neighbouring city or county; with nothing selected, the city nearest to the middle of the map',
      saveScene: 'Save the present picture as a scene',
      undo: 'Undo',
      redo: 'Redo',
      clear: 'Clear the selection, close what is open',
      panel: 'Collapse or expand the left panel',
      help: 'Open help',
    },
    searching: {
      onlyActions: 'Typed first: actions only',
      walk: 'Previous and next find',
      take: 'Take it',
      leave: 'Empty the box and leave it',
    },
    onMap: {
      pan: 'Move the map',
      zoom: 'Zoom in and out',
      choose:
        'Select what is in the middle; while placing an annotation or drawing a line, set a point there',
      lastPosition: 'While placing an annotation: take back the last point',
      stopPlacing: 'While placing an annotation: stop placing',
    },
    onScene: {
      sceneBefore: 'Previous scene',
      sceneAfter: 'Next scene',
      firstScene: 'First scene',
      lastScene: 'Last scene',
      moveUp: 'Move the scene up',
      moveDown: 'Move the scene down',
      title: 'Edit the title',
      copy: 'Duplicate',
      remove: 'Delete (can be undone)',
    },
    inTalk: {
      next: 'Next scene',
      previous: 'Previous scene',
      first: 'First scene',
      last: 'Last scene',
      goTo: 'Go to the scene of that number',
      blank: 'Blank the screen',
      back: 'Back to the scene after exploring',
      notes: 'Show or hide the note on the map',
      fullscreen: 'Full screen',
      exit: 'End the talk',
    },
    inWords: { done: 'Done, back to the map' },
    onHandle: { move: 'Move it', moveFar: 'Move it farther' },
  },
};
