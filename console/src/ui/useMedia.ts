import { useSignal } from '@preact/signals'
import { useEffect } from 'preact/hooks'

export function useMedia(query: string): boolean {
  const fits = useSignal(matchMedia(query).matches)
  useEffect(() => {
    const media = matchMedia(query)
    const follow = () => {
      fits.value = media.matches
    }
    media.addEventListener('change', follow)
    return () => media.removeEventListener('change', follow)
  }, [query, fits])
  return fits.value
}
