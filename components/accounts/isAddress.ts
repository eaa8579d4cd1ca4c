import { is } from 'valibot'
import { PersonByHandSchema } from '../../storage/model/notices/schemas.ts'

/** Whether a text is an e-mail address, by the rule that the worker goes by. */
export const isAddress = (text: string): boolean => is(PersonByHandSchema.entries.address, text.trim())
