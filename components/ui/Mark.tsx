import type { JSX } from 'preact'

/** Patchbay's own mark: four sockets and one cable. Carries its own ground, so it looks the same in both themes. */
export function Mark(props: { readonly size?: number | undefined }): JSX.Element {
  const { size = 20 } = props
  return (
    <svg class="pb-icon" width={size} height={size} viewBox="0 0 16 16" aria-hidden="true">
      <rect width="16" height="16" rx="3.5" fill="#3a65d8" />
      <g fill="#fff">
        <circle cx="4" cy="4" r="2" />
        <circle cx="12" cy="12" r="2" />
        <circle cx="12" cy="4" r="1.25" />
        <circle cx="4" cy="12" r="1.25" />
      </g>
      <path d="M4 4c0 5.5 8 2.5 8 8" fill="none" stroke="#fff" stroke-width="1.75" stroke-linecap="round" />
    </svg>
  )
}
