import { mergeInternalComponents } from '@tarojs/shared'
import attributes from './attributes.json'

// The other half of plugin.ts: part of the app, before anything is drawn.
mergeInternalComponents(attributes)
