/// <reference lib="dom" />
import { render } from 'preact'
import { Cashier } from './cashier.tsx'

const requestId = new URLSearchParams(location.search).get('requestId') ?? ''
render(<Cashier requestId={requestId} />, document.getElementById('app') as HTMLElement)
