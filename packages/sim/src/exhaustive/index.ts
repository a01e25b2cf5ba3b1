export { explore } from './explore.ts'
export { exhaustiveScenes } from './scenes.ts'
