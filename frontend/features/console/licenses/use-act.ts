import { useMutation, useQueryClient } from '@tanstack/react-query'
import { devicesKey } from '@features/licenses/devices/devices'
import { useIntent } from '@shared/api/intent'
import { deskKey } from './desk'

type Act<Body> = (id: string, body: Body, intent: string) => Promise<unknown>

/** Does something with a license; the page shows it as it is since, also after a refusal. */
export function useAct<Body>(id: string, act: Act<Body>, onDone: () => void) {
  const queryClient = useQueryClient()
  const { keyFor, begin } = useIntent()
  const refresh = () =>
    Promise.all([
      queryClient.invalidateQueries({ queryKey: [...deskKey, 'one', id] }),
      queryClient.invalidateQueries({ queryKey: devicesKey(id) }),
    ])
  return useMutation({
    mutationFn: async (body: Body) => act(id, body, await keyFor(body)),
    onSuccess: async () => {
      begin()
      await refresh()
      onDone()
    },
    onError: refresh,
  })
}
