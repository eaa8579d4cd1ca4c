import { render } from 'preact'

render(<main>Patchbay</main>, document.body)
