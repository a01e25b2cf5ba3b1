/// <reference lib="dom" />
import { render } from 'preact'
import { Cashier } from './cashier.tsx'

// Over a mini-program's page, which stays visible above the sheet and may have a button of its own there.
if (window.parent !== window) document.documentElement.classList.add('embedded')

const requestId = new URLSearchParams(location.search).get('requestId') ?? ''
render(<Cashier requestId={requestId} />, document.getElementById('app') as HTMLElement)
