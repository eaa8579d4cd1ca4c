/** Not written yet: stands here so that the rest can be built and tried meanwhile. */
export default function NotYet() {
  return null
}
